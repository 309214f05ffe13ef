"""A line of text that is cut where there is too little room."""

from __future__ import annotations

import unicodedata

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QWidget


class ElidedLabel(QLabel):
    """Shows plain text on one line and gives way to its neighbours; what does not fit is painted as an ellipsis.

    `text()` stays whole, for screen readers too. Names of any script stay where they are: the text is one unit, so that
    a name written from right to left neither moves to the other side nor tears what stands beside it.
    """

    def __init__(self, elide: Qt.TextElideMode, parent: QWidget) -> None:
        super().__init__(parent)
        self._elide = elide
        self.setTextFormat(Qt.TextFormat.PlainText)

    def painted_text(self) -> str:
        """As much of the text as there is room for."""
        cut = self.fontMetrics().elidedText(self.text(), self._elide, self.contentsRect().width())
        return isolated(cut)

    # Qt overrides

    def minimumSizeHint(self) -> QSize:
        return QSize(0, super().minimumSizeHint().height())

    def paintEvent(self, event: QPaintEvent) -> None:
        align = self.alignment() | Qt.TextFlag.TextSingleLine
        self.style().drawItemText(
            QPainter(self),
            self.contentsRect(),
            align,
            self.palette(),
            self.isEnabled(),
            self.painted_text(),
            self.foregroundRole(),
        )


def isolated(text: str) -> str:
    """Text of any direction as one unit in a line of ours (Unicode's first strong isolate)."""
    is_turned = any(unicodedata.bidirectional(character) in ("R", "AL") for character in text)
    return f"\u2068{text}\u2069" if is_turned else text
