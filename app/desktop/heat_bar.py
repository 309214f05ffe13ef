"""What the colours of a heat map mean, how much they cover, and the button that saves it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSignalBlocker, QSize, Qt
from PySide6.QtGui import QAction, QColor, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QSlider, QToolButton, QWidget

from app.desktop import wording
from app.desktop.heat import Heat
from app.desktop.heat_colours import gradient
from app.desktop.theme import CAPTION, scaled

STEPS = 100  # one for each per cent
SCALE = QSize(64, 10)
LEAST, MOST = 56, 200  # pixels in which a slider can be dragged well


class HeatBar(QWidget):
    """The legend, the slider and the button in one line; where there is little room the legend goes first."""

    def __init__(self, heat: Heat, save: QAction, parent: QWidget) -> None:
        super().__init__(parent)
        self._heat = heat
        self._legend = _Legend(self)
        self._slider = QSlider(Qt.Orientation.Horizontal, self)
        self._slider.setRange(0, STEPS)
        self._slider.setPageStep(10)
        self._slider.setMinimumWidth(LEAST)
        self._slider.setMaximumWidth(MOST)
        name = self.tr("Opacity of the heat map")
        self._slider.setAccessibleName(name)
        self._slider.setToolTip(wording.plain_tool_tip(name))
        self._save = QToolButton(self)
        self._save.setObjectName("quiet")
        self._save.setDefaultAction(save)
        height = max(16, self.fontMetrics().height())
        self._save.setIconSize(QSize(height, height))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addStretch()
        row.addWidget(self._legend)
        row.addWidget(self._slider, 1)
        row.addWidget(self._save)
        self._slider.valueChanged.connect(lambda value: heat.set_opacity(value / STEPS))
        heat.changed.connect(self._on_changed)
        self._on_changed()

    def _on_changed(self) -> None:
        blocked = QSignalBlocker(self._slider)
        self._slider.setValue(round(STEPS * self._heat.opacity))
        blocked.unblock()

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        others = LEAST + self._save.sizeHint().width() + 3 * 12
        self._legend.setVisible(self.width() >= self._legend.sizeHint().width() + others)


class _Legend(QWidget):
    """The colours between "little" and "much"."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(6)
        row.addWidget(self._word(self.tr("little")))
        row.addWidget(_Scale(self))
        row.addWidget(self._word(self.tr("much")))
        self.setToolTip(wording.plain_tool_tip(self.tr("How much a place of the picture speaks for the class")))

    def _word(self, words: str) -> QLabel:
        label = QLabel(words, self)
        label.setObjectName("muted")
        label.setFont(scaled(label.font(), CAPTION))
        return label


class _Scale(QWidget):
    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return SCALE

    def paintEvent(self, event: QPaintEvent) -> None:
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        ends = area.topLeft(), area.topRight()
        least, most = reversed(ends) if self.layoutDirection() == Qt.LayoutDirection.RightToLeft else ends
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(QColor(self.palette().mid().color()), 1))
        painter.setBrush(gradient(least, most))
        painter.drawRoundedRect(area, 2, 2)
