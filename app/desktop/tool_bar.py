"""The tool bar: the doors at its left, the model and the device at its right."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QAction, QResizeEvent
from PySide6.QtWidgets import QMainWindow, QSizePolicy, QToolBar, QWidget

from app.desktop import wording
from app.desktop.choices import choice_box, device_choices, model_choices, show_fixed, tell_devices
from app.desktop.session import Session

ICON = 20
PADDING, SPACING = 8, 4  # at the left and the right, and between its parts, by the style sheet


class ToolBar(QToolBar):
    """Follows the session's settings and changes them."""

    def __init__(
        self, session: Session, doors: tuple[QAction, ...], views: tuple[QAction, ...], window: QMainWindow
    ) -> None:
        super().__init__(window)
        self.setWindowTitle(self.tr("Tools"))
        self._session = session
        settings = session.settings
        self._model = choice_box(model_choices(settings.model), settings.model, self)
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

    def _on_chosen(self) -> None:
        model, device = self._model.currentData(), self._device.currentData()
        self._session.change_settings(replace(self._session.settings, model=model, device=device))

    def _on_settings(self) -> None:
        settings = self._session.settings
        for box, value in ((self._model, settings.model), (self._device, settings.device)):
            if box.findData(value) < 0:
                box.addItem(wording.device_name(value), value)
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
