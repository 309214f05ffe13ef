"""The least probability as a slider: what is below it is unknown."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QWidget

from app.desktop import wording
from app.desktop.elided_label import ElidedLabel
from app.desktop.theme import tabular

STEPS = 100  # one for each per cent


class Threshold(QWidget):
    """A word for what it is, the slider, its figure, and a word for what it does.

    Signals:
        moved(float): the user chose another least probability; while dragging, each one on the way.
    """

    moved = Signal(float)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        name = self.tr("Least probability")
        self._name = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._name.setText(name)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, STEPS)
        self._slider.setPageStep(5)
        self._slider.setMinimumWidth(96)
        self._slider.setAccessibleName(name)
        tip = self.tr("A picture whose likeliest class has less than this is called unknown.")
        self._slider.setAccessibleDescription(tip)
        self.setToolTip(wording.plain_tool_tip(tip))
        self._figure = QLabel(self)
        self._figure.setFont(tabular(self._figure.font()))
        self._figure.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._effect = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._effect.setText(self.tr("below: unknown"))
        self._effect.setObjectName("muted")
        self._lay_out()
        self._slider.valueChanged.connect(self._on_value)
        self.set_value(0.0)
        self._fit()

    @property
    def slider(self) -> QSlider:
        """What takes the keyboard."""
        return self._slider

    def set_value(self, least_probability: float) -> None:
        """Show this; it need not be a whole per cent."""
        blocked = QSignalBlocker(self._slider)
        self._slider.setValue(round(STEPS * least_probability))
        blocked.unblock()
        self._say(least_probability)

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(self._name)
        row.addWidget(self._slider, 1)
        row.addWidget(self._figure)
        row.addWidget(self._effect)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def _fit(self) -> None:
        """On a wide screen a hand's breadth is enough to drag through."""
        self.setMaximumWidth(self.sizeHint().width() + 30 * self.fontMetrics().averageCharWidth())

    def _say(self, least_probability: float) -> None:
        self._figure.setText(wording.least_percent(least_probability))
        room = self._figure.fontMetrics().horizontalAdvance(wording.percent(0.999))
        self._figure.setMinimumWidth(room)

    def _on_value(self, value: int) -> None:
        self._say(value / STEPS)
        self.moved.emit(value / STEPS)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
