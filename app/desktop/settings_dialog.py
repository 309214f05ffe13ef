"""The settings window; what was chosen holds at once when it is closed with OK."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QCheckBox,
    QComboBox,
    QDialog,
    QDialogButtonBox,
    QDoubleSpinBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QSpinBox,
    QVBoxLayout,
    QWidget,
)

from app.desktop import wording
from app.desktop.choices import choice_box, device_choices, fill_box, model_choices, show_fixed, tell_devices
from app.desktop.forms import Form
from app.desktop.languages import LANGUAGES, SYSTEM
from app.desktop.page_scroll import PageScroll, on_screen
from app.desktop.session import Session
from app.settings import MEGAPIXELS_MOST, TOP_K_MOST, Settings, is_web_address


class SettingsDialog(QDialog):
    """Shows the session's settings and hands back what was chosen.

    Signals:
        models_wanted(): all models are to be shown; what is chosen there is shown here.
    """

    models_wanted = Signal()

    def __init__(self, session: Session, parent: QWidget, *, offers_updates: bool = False) -> None:
        """`offers_updates` is whether there is anybody to ask for a newer version."""
        super().__init__(parent)
        self.setWindowTitle(self.tr("Settings"))
        self._session = session
        settings = session.settings
        appearances = (("system", self.tr("System")), ("light", self.tr("Light")), ("dark", self.tr("Dark")))
        precisions = (
            ("auto", self.tr("Automatic")),
            ("fp32", self.tr("Exact (fp32)")),
            ("bf16", self.tr("Fast (bf16)")),
        )
        self._appearance = choice_box(appearances, settings.appearance, self)
        languages = ((SYSTEM, self.tr("System")), *LANGUAGES)
        self._language = choice_box(languages, settings.language, self)
        self._top_k = QSpinBox(self, minimum=1, maximum=TOP_K_MOST)
        self._least = QDoubleSpinBox(
            self, minimum=0, maximum=100, decimals=1, singleStep=5, suffix=wording.percent_sign()
        )
        self._model = choice_box(model_choices(settings.model), settings.model, self)
        self._models = QPushButton(self.tr("Mod&els…"), self)
        self._models.setAutoDefault(False)
        self._models.clicked.connect(self.models_wanted)
        self._device = choice_box(device_choices(settings.device), settings.device, self)
        tell_devices(self._device, session.devices)
        self._precision = choice_box(precisions, settings.precision, self)
        self._megapixels = QSpinBox(self, minimum=1, maximum=MEGAPIXELS_MOST)
        self._megapixels.setSuffix(self.tr(" megapixels"))
        self._history = QCheckBox(self.tr("Remember recent pictures"), self)
        self._keep_awake = QCheckBox(self.tr("Keep the computer awake during long work"), self)
        self._one_window = QCheckBox(self.tr("Open everything in one window"), self)
        self._updates = QCheckBox(self.tr("Ask for a newer version at the start, at most once a day"), self)
        self._updates.setVisible(offers_updates)
        self._offline = QCheckBox(self.tr("Never use the network"), self)
        self._mirror = QLineEdit(self)
        self._mirror.setObjectName("field")
        self._mirror.setPlaceholderText("https://huggingface.co")
        self._mirror_error = QLabel(self.tr("This is no address of a server."), self)
        self._mirror_error.setObjectName("error")
        self._mirror_error.hide()
        self._mirror.textEdited.connect(self._mirror_error.hide)
        self._fields: dict[str, QWidget] = {
            "appearance": self._appearance,
            "language": self._language,
            "top_k": self._top_k,
            "least_probability": self._least,
            "model": self._model,
            "device": self._device,
            "precision": self._precision,
            "megapixels": self._megapixels,
            "history": self._history,
            "keep_awake": self._keep_awake,
            "one_window": self._one_window,
            "updates": self._updates,
            "offline": self._offline,
            "hub_mirror": self._mirror,
        }
        self._show(settings)
        self._fixed = self._fields.keys() & session.policy.fixed
        for name in self._fixed:
            show_fixed(self._fields[name])
        self._lay_out()
        session.zoo.here_changed.connect(self._on_models)
        session.settings_changed.connect(self._on_models)

    @property
    def chosen(self) -> Settings:
        """The settings as the window shows them; of what is fixed, what holds."""
        shown = {name: _value(field) for name, field in self._fields.items() if name not in self._fixed}
        return replace(self._session.settings, **shown)

    def _show(self, settings: Settings) -> None:
        for name, field in self._fields.items():
            _show_value(field, getattr(settings, name))

    def _lay_out(self) -> None:
        page = QWidget(self)
        form = Form(page)
        form.add(self.tr("&Appearance"), self._appearance)
        form.add(self.tr("Lan&guage"), self._language)
        form.add("", self._note(self.tr("Another language shows when Whatsit is started again.")))
        form.add(self.tr("&Bars shown"), self._top_k)
        form.add(self.tr("&Least probability"), self._least)
        form.add("", self._note(self.tr("Below it a picture’s class is “unknown”.")))
        form.add(self.tr("&Model"), self._beside(self._model, self._models), self._model)
        form.add(self.tr("&Device"), self._device)
        form.add(self.tr("&Precision"), self._precision)
        form.add("", self._note(self.tr("Answers in bf16 differ a little. A processor without it computes in fp32.")))
        form.add(self.tr("&Refuse pictures over"), self._megapixels)
        form.add("", self._history)
        form.add("", self._keep_awake)
        form.add("", self._one_window)
        form.add("", self._updates)
        form.add("", self._offline)
        form.add(self.tr("Hub m&irror"), self._mirror)
        form.add("", self._mirror_error)
        form.add("", self._note(self.tr("Asked for timm’s models in place of the Hugging Face hub, if not empty.")))
        if any(not self._fields[name].isHidden() for name in self._fixed):
            form.add("", self._note(self.tr("Greyed choices are set by your administrator.")))
        buttons = QDialogButtonBox(
            QDialogButtonBox.StandardButton.Ok
            | QDialogButtonBox.StandardButton.Cancel
            | QDialogButtonBox.StandardButton.RestoreDefaults
        )
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        buttons.button(QDialogButtonBox.StandardButton.RestoreDefaults).clicked.connect(self._on_defaults)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(24)
        column.addWidget(PageScroll(page, self))
        column.addWidget(buttons)

    def _note(self, words: str) -> QLabel:
        note = QLabel(words, self)
        note.setObjectName("muted")
        return note

    def _beside(self, field: QWidget, button: QPushButton) -> QWidget:
        both = QWidget(self)
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(field, 1)
        row.addWidget(button)
        return both

    def _on_models(self) -> None:
        """Models came or went, or another one was chosen in their window, which lies over this one."""
        chosen = self._session.settings.model
        fill_box(self._model, model_choices(chosen), chosen)

    def _on_defaults(self) -> None:
        self._show(self._session.policy.applied(Settings()))

    # Qt overrides

    def showEvent(self, event: QShowEvent) -> None:
        if not event.spontaneous():
            self.resize(on_screen(self.sizeHint(), self))
        super().showEvent(event)

    def accept(self) -> None:
        """A setting that means nothing is said here, and not found out about at the next download."""
        mirror = self._mirror.text().strip()
        if self._mirror.isEnabled() and mirror and not is_web_address(mirror):
            self._mirror_error.show()
            self._mirror.setFocus()
            return
        self._session.change_settings(self.chosen)
        super().accept()


def _value(field: QWidget) -> Any:
    """What a field shows, as a setting has it."""
    match field:
        case QComboBox():
            return field.currentData()
        case QDoubleSpinBox():
            return round(field.value() / 100, 4)  # it shows per cent
        case QSpinBox():
            return field.value()
        case QCheckBox():
            return field.isChecked()
        case QLineEdit():
            return field.text().strip()
    raise TypeError(type(field).__name__)


def _show_value(field: QWidget, value: Any) -> None:
    match field:
        case QComboBox():
            field.setCurrentIndex(max(0, field.findData(value)))
        case QDoubleSpinBox():
            field.setValue(100 * value)
        case QSpinBox():
            field.setValue(value)
        case QCheckBox():
            field.setChecked(value)
        case QLineEdit():
            field.setText(value)
        case _:
            raise TypeError(type(field).__name__)
