"""What the window shows before the first picture, and while something is dragged over it."""

from __future__ import annotations

from PySide6.QtCore import QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.desktop.icons import svg_pixmap
from app.desktop.theme import HEADLINE, RADIUS, Theme, scaled

ICON = 40


class EmptyState(QWidget):
    """One sentence, a quiet drop area and three buttons.

    Signals:
        open_wanted(), folder_wanted(), paste_wanted(), example_wanted(): a button was pressed.
    """

    open_wanted = Signal()
    folder_wanted = Signal()
    paste_wanted = Signal()
    example_wanted = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = QLabel(self)
        self._icon.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence = QLabel(self.tr("Drop a picture or a folder here to see what it is."), self)
        self._sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._sentence.setWordWrap(True)
        self._sentence.setFont(scaled(self.font(), HEADLINE))
        self._hint = QLabel(self.tr("Your pictures stay on this computer."), self)
        self._hint.setObjectName("muted")
        self._hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._hint.setWordWrap(True)
        self._lay_out()
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def _lay_out(self) -> None:
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for words, signal in (
            (self.tr("Open pictures…"), self.open_wanted),
            (self.tr("Open a folder…"), self.folder_wanted),
            (self.tr("Paste"), self.paste_wanted),
            (self.tr("Try an example"), self.example_wanted),
        ):
            button = QPushButton(words, self)
            button.clicked.connect(signal)
            buttons.addWidget(button)
        buttons.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(48, 48, 48, 48)
        column.setSpacing(12)
        column.addStretch(1)
        for widget in (self._icon, self._sentence, self._hint):
            column.addWidget(widget)
        column.addSpacing(12)
        column.addLayout(buttons)
        column.addStretch(1)

    def _on_theme(self) -> None:
        ratio = self.devicePixelRatioF()
        pixmap = svg_pixmap("drop", self._theme.tokens.muted, round(ICON * ratio))
        pixmap.setDevicePixelRatio(ratio)
        self._icon.setPixmap(pixmap)
        self.update()

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(320, 240)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(QColor(self._theme.tokens.outline), 1.5, Qt.PenStyle.CustomDashLine)
        pen.setDashPattern([5, 5])
        painter.setPen(pen)
        painter.setBrush(QColor(self._theme.tokens.surface))
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(24, 24, -24, -24), 2 * RADIUS, 2 * RADIUS)


class DropOverlay(QWidget):
    """Covers the window while something is dragged over it, and says what letting go will do."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = ""
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        self.hide()

    def cover(self, area: QRect) -> None:
        """Cover this area of the parent."""
        self.setGeometry(area)
        self.show()
        self.raise_()

    def set_words(self, words: str) -> None:
        """Say this."""
        self._words = words
        self.update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        tokens = self._theme.tokens
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.fillRect(self.rect(), QColor(tokens.window))
        painter.setPen(QPen(QColor(tokens.accent), 2))
        painter.setBrush(Qt.BrushStyle.NoBrush)
        frame = self.rect().adjusted(16, 16, -16, -16)
        painter.drawRoundedRect(frame, 2 * RADIUS, 2 * RADIUS)
        font = scaled(self.font(), HEADLINE)
        font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        room = frame.adjusted(24, 24, -24, -24)
        painter.drawText(room, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextWordWrap, self._words)
