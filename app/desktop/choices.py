"""The models and devices that can be chosen, for the toolbar and the settings alike."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QComboBox, QListView, QWidget

from app.desktop import wording
from app.models.catalog import all_models

Choices = tuple[tuple[str, str], ...]


def choice_box(choices: Choices, chosen: str, parent: QWidget) -> QComboBox:
    """A box that shows the words of `choices` and holds their keys; its list is one that the style sheet can colour."""
    box = QComboBox(parent)
    box.setView(QListView(box))
    for key, words in choices:
        box.addItem(words, key)
    box.setCurrentIndex(max(0, box.findData(chosen)))
    box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
    box.setMinimumContentsLength(max(len(words) for _, words in choices))
    return box


def explain_choice(box: QComboBox, row: int, words: str) -> None:
    """Say why a choice cannot be made; the list grows to show it, the box stays as it is."""
    box.setItemText(row, words)
    box.setItemData(row, 0, Qt.ItemDataRole.UserRole - 1)  # Qt's own role for what can be done with an item
    margins = 48
    box.view().setMinimumWidth(box.view().sizeHintForColumn(0) + margins)


def model_choices() -> Choices:
    """Key and title of every model."""
    return tuple((spec.key, spec.title) for spec in all_models())


def device_choices(*chosen: str) -> Choices:
    """Name and words of every kind of device, and of `chosen` ones that are not among them.

    Which of them work is known only once torch is loaded; one that does not is refused in words when it is chosen.
    """
    names = dict.fromkeys(("cpu", "cuda", "mps", "xpu", *(name for name in chosen if name != "auto")))
    automatic = QCoreApplication.translate("Choices", "Automatic")
    return (("auto", automatic), *((name, wording.device_name(name)) for name in names))
