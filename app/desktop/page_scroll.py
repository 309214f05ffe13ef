"""A page that is shown whole where the screen has room for it, and is scrolled where it has not."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QScrollArea, QSizePolicy, QVBoxLayout, QWidget

SCREEN = 0.9  # of the screen is as much as a dialog takes


class PageScroll(QScrollArea):
    """Holds a `page`, and has room beside it for the bar that may come."""

    def __init__(self, page: QWidget, parent: QWidget, characters: int = 0) -> None:
        """It wants to be at least so many average `characters` wide."""
        super().__init__(parent)
        self.page = page
        self._characters = characters
        self.setFrameShape(QScrollArea.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self._holder = QWidget(self)
        column = QVBoxLayout(self._holder)
        column.setContentsMargins(0, 0, 0, 0)
        grows = page.sizePolicy().verticalPolicy() is QSizePolicy.Policy.Expanding
        column.addWidget(page, int(grows))
        if not grows:
            column.addStretch(1)
        self.setWidget(self._holder)

    # Qt overrides

    def sizeHint(self) -> QSize:
        page, bar = self._holder, self._bar_width()
        width = max(page.sizeHint().width() + bar, self._characters * self.fontMetrics().averageCharWidth())
        beside = width - bar  # a bar that has come once would stay else
        high = page.heightForWidth(beside) if page.hasHeightForWidth() else page.sizeHint().height()
        return QSize(width, high)

    def minimumSizeHint(self) -> QSize:
        return QSize(self._holder.minimumSizeHint().width() + self._bar_width(), 4 * self.fontMetrics().height())

    def _bar_width(self) -> int:
        return self.verticalScrollBar().sizeHint().width()


def on_screen(size: QSize, dialog: QWidget) -> QSize:
    """As much of a size as the dialog's screen has room for."""
    return size.boundedTo(dialog.screen().availableSize() * SCREEN)
