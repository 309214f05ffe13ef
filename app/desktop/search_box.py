"""The box for words to be searched."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QSizePolicy, QWidget

from app.desktop.icons import themed_icon
from app.desktop.theme import Theme


class SearchBox(QLineEdit):
    """Has a mark at its begin and, once there is text, a button at its end that clears it, as Esc does first of all.

    Signals:
        left(): Enter, or the arrow that leads down to what was found.
    """

    left = Signal()

    def __init__(self, theme: Theme, about: str, parent: QWidget) -> None:
        """`about` says to screen readers what is searched."""
        super().__init__(parent)
        self._theme = theme
        self._mark = QAction(self)
        self._clear = QAction(self.tr("Clear the search"), self)
        self.setObjectName("search")
        self.setPlaceholderText(self.tr("Search"))
        self.setAccessibleName(self.tr("Search"))
        self.setAccessibleDescription(about)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.addAction(self._mark, QLineEdit.ActionPosition.LeadingPosition)
        self.addAction(self._clear, QLineEdit.ActionPosition.TrailingPosition)
        self._clear.setVisible(False)
        self._clear.triggered.connect(self.clear)
        self.textChanged.connect(lambda text: self._clear.setVisible(bool(text)))
        theme.changed.connect(self._on_theme)
        self._on_theme()

    def search(self) -> None:
        """Take the keyboard here, with all of the text selected."""
        self.setFocus()
        self.selectAll()

    def show_text(self, text: str) -> None:
        """Show what is searched for elsewhere, and tell nobody."""
        blocked = QSignalBlocker(self)
        self.setText(text)
        blocked.unblock()
        self._clear.setVisible(bool(text))

    def _on_theme(self) -> None:
        self._mark.setIcon(themed_icon("search", self._theme.tokens))
        self._clear.setIcon(themed_icon("close", self._theme.tokens))

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
            return
        if event.key() in (Qt.Key.Key_Down, Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.left.emit()
            return
        super().keyPressEvent(event)
