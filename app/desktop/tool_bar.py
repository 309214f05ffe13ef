"""The tool bar: the doors at its left, the model and the device at its right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt, Signal
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QWidget

from app.desktop import wording
from app.desktop.choices import choice_box, device_choices, fill_box, model_choices, show_fixed, tell_devices
from app.desktop.session import Session

ICON = 20
_ALL = ""  # no model's key: the way to all of them
PADDING, SPACING = 8, 4  # at the left and the right, and between its parts, by the style sheet


class ToolBar(QToolBar):
    """Follows the session's settings and changes them.

    Signals:
        models_wanted(): somebody chose the way to all models, below those that are here.
    """

    models_wanted = Signal()

    def __init__(
        self, session: Session, doors: tuple[QAction, ...], views: tuple[QAction, ...], window: QMainWindow
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Tools"))
        self._session = session
        settings = session.settings
        self._model = choice_box((), "", self)
        self._fill_models()
        self._device = choice_box(device_choices(settings.device), settings.device, self)
        for key, box, name in (("model", self._model, self.tr("Model")), ("device", self._device, self.tr("Device"))):
            box.setAccessibleName(name)
            box.setToolTip(name)
            box.activated.connect(self._on_chosen)
            if key in session.policy.fixed:
                show_fixed(box)
        self.setObjectName("tools")
        self.setMovable(False)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.PreventContextMenu)
        self._fill(doors, views)
        self._fit()
        session.model_changed.connect(self._on_model)
        session.zoo.here_changed.connect(self._fill_models)
        session.settings_changed.connect(self._on_settings)

    def _fill(self, doors: tuple[QAction, ...], views: tuple[QAction, ...]) -> None:
        self.addActions(doors)
        self.addWidget(_gap(self))
        self.addActions(views)
        for action in views:
            action.changed.connect(self._fit)
        for action in (*doors, *views):
            self.widgetForAction(action).setFocusPolicy(Qt.FocusPolicy.TabFocus)  # Qt keeps them from the keyboard
        space = QWidget(self)
        space.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        for widget in (space, self._model, self._device):
            self.addWidget(widget)

    def _fit(self) -> None:
        """Icons keep their words while there is room for all of them; they grow with a large font."""
        size = max(ICON, self.fontMetrics().height())
        self.setIconSize(QSize(size, size))
        words, icons = Qt.ToolButtonStyle.ToolButtonTextBesideIcon, Qt.ToolButtonStyle.ToolButtonIconOnly
        self.setToolButtonStyle(words)
        if self._needed() > self.width():
            self.setToolButtonStyle(icons)

    def _needed(self) -> int:
        """What everything that is to be seen takes; Qt's own size hint leaves out what had no room before."""
        widgets = [self.widgetForAction(action) for action in self.actions() if action.isVisible()]
        margins = self.contentsMargins()
        frame = 2 * PADDING + margins.left() + margins.right()
        gaps = SPACING * (len(widgets) - 1)
        return sum(max(widget.sizeHint().width(), widget.minimumWidth()) for widget in widgets) + gaps + frame

    def _fill_models(self) -> None:
        """The models that are here, and below them the way to all others."""
        chosen = self._session.settings.model
        fill_box(self._model, model_choices(chosen), chosen)
        self._model.insertSeparator(self._model.count())
        self._model.addItem(self.tr("Models…"), _ALL)

    def _on_chosen(self) -> None:
        settings, model, device = self._session.settings, self._model.currentData(), self._device.currentData()
        if model == _ALL:
            self._model.setCurrentIndex(self._model.findData(settings.model))
            self.models_wanted.emit()
            return
        self._session.change_settings(replace(settings, model=model, device=device))

    def _on_settings(self) -> None:
        settings = self._session.settings
        if self._model.findData(settings.model) < 0:
            self._fill_models()
        if self._device.findData(settings.device) < 0:
            self._device.addItem(wording.device_name(settings.device), settings.device)
        for box, value in ((self._model, settings.model), (self._device, settings.device)):
            box.setCurrentIndex(box.findData(value))

    def _on_model(self) -> None:
        tell_devices(self._device, self._session.devices)

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


def _gap(parent: QWidget) -> QWidget:
    gap = QWidget(parent)
    gap.setFixedWidth(16)
    return gap
