"""What can be chosen, for the tool bar and the settings alike: models and devices, and what others chose."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPaintEvent
from PySide6.QtWidgets import QComboBox, QListView, QStyle, QStyleOptionComboBox, QStylePainter, QWidget

from app.desktop import wording
from app.desktop.known_models import known_models, title_of
from app.values import Device, DeviceState

Choices = tuple[tuple[str, str], ...]

LONGEST = 28  # characters that a box has room for


class ChoiceBox(QComboBox):
    """A box whose list may say more of a choice than the box itself has room for."""

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QStylePainter(self), QStyleOptionComboBox()
        self.initStyleOption(option)
        field = self.style().subControlRect(
            QStyle.ComplexControl.CC_ComboBox, option, QStyle.SubControl.SC_ComboBoxEditField, self
        )
        elide = Qt.TextElideMode.ElideRight
        option.currentText = self.fontMetrics().elidedText(option.currentText, elide, field.width())
        painter.drawComplexControl(QStyle.ComplexControl.CC_ComboBox, option)
        painter.drawControl(QStyle.ControlElement.CE_ComboBoxLabel, option)


def choice_box(choices: Choices, chosen: str, parent: QWidget) -> QComboBox:
    """A box that shows the words of `choices` and holds their keys; its list is one that the style sheet can colour."""
    box = ChoiceBox(parent)
    box.setView(QListView(box))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    fill_box(box, choices, chosen)
    return box


def fill_box(box: QComboBox, choices: Choices, chosen: str) -> None:
    """Offer these and no others; the box does not become wider than most words need, its list does."""
    box.clear()
    for key, words in choices:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setMinimumContentsLength(min(LONGEST, max((len(words) for _, words in choices), default=0)))
    _widen_list(box)


def _widen_list(box: QComboBox) -> None:
    margins = 48
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + margins)


def tell_devices(box: QComboBox, devices: Sequence[Device]) -> None:
    """Say which of the choices are known not to work, and why; those known to work can be chosen.

    What nothing is known of stays as it is. The list grows to show the reasons, the box does not.
    """
    for row in range(box.count()):
        known = [device for device in devices if _is_about(device, box.itemData(row))]
        works = any(device.state is DeviceState.USABLE for device in known)
        if known:
            box.setItemText(row, wording.device_name(box.itemData(row)) if works else wording.device_words(known[0]))
            box.setItemData(row, None if works else 0, _CAN)
    _widen_list(box)


def disable_choice(box: QComboBox, key: str, words: str) -> None:
    """Let this choice be seen and not chosen; `words` say why."""
    row = box.findData(key)
    box.setItemText(row, words)
    box.setItemData(row, 0, _CAN)


def show_fixed(widget: QWidget) -> None:
    """Show it grey, and say that the administrator chose."""
    words = QCoreApplication.translate("Choices", "Set by your administrator.")
    widget.setEnabled(False)
    widget.setToolTip(words)
    widget.setAccessibleDescription(words)


def _is_about(device: Device, name: str) -> bool:
    """Whether what is known of `device` holds for a choice: "cuda:0" speaks for "cuda", and no "cuda" for "cuda:1"."""
    is_none = device.state in (DeviceState.NOT_BUILT, DeviceState.NOT_FOUND)
    return name in (device.name, _kind(device.name)) or (is_none and _kind(name) == device.name)


def _kind(name: str) -> str:
    return name.partition(":")[0]


_CAN = Qt.ItemDataRole.UserRole - 1  # Qt's own role for what can be done with an item of a combo box


def model_choices(chosen: str) -> Choices:
    """Key and title of every model on this computer, and of the chosen one wherever it is."""
    known = {spec.key: spec.title for spec in known_models()}
    return tuple(({chosen: title_of(chosen)} | known if chosen not in known else known).items())


def device_choices(*chosen: str) -> Choices:
    """Name and words of every kind of device, and of `chosen` ones that are not among them.

    Which of them work is known only once torch is loaded, and told by `tell_devices`; one that does not is refused in
    words when it is chosen.
    """
    names = dict.fromkeys(("cpu", "cuda", "mps", "xpu", *(name for name in chosen if name != "auto")))
    automatic = QCoreApplication.translate("Choices", "Automatic")
    return (("auto", automatic), *((name, wording.device_name(name)) for name in names))
