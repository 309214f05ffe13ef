"""Above a list: the box for words to be searched, and how much there is."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QWidget

from app.desktop.search_box import SearchBox
from app.desktop.theme import Theme, tabular


class FoundBar(QWidget):
    """A search box, and beside it a quiet number.

    Signals:
        searched(str): other words are to be searched.
    """

    searched = Signal(str)

    def __init__(self, theme: Theme, about: str, parent: QWidget) -> None:
        """`about` says to screen readers what is searched."""
        super().__init__(parent)
        self.box = SearchBox(theme, about, self)
        self.box.textChanged.connect(self.searched)
        self._number = QLabel(self)
        self._number.setObjectName("muted")
        self._number.setFont(tabular(self.font()))
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(12)
        row.addWidget(self.box, 1)
        row.addWidget(self._number)
        self.setFocusProxy(self.box)

    @property
    def words(self) -> str:
        """What is searched now."""
        return self.box.text()

    def tell(self, words: str) -> None:
        """Say how much there is."""
        self._number.setText(words)
