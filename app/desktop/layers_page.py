"""The modules of a network as a tree that can be searched, or what has to be waited for."""

from __future__ import annotations

from PySide6.QtWidgets import QStackedWidget, QVBoxLayout, QWidget

from app.cards import Card
from app.desktop import inside_wording
from app.desktop.found_bar import FoundBar
from app.desktop.layer_tree import LayerTree
from app.desktop.layers_model import LayersModel
from app.desktop.task_dialog import note
from app.desktop.theme import Theme
from app.desktop.waiting import Waiting
from app.inside import Anatomy

FEW = 30  # rows that are opened of their own accord


class LayersPage(QWidget):
    """Says that it looks inside until it is given the modules, or why there are none to be seen."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = LayersModel(self)
        self.bar = FoundBar(theme, self.tr("Words in the full name or the type of a module."), self)
        self.bar.searched.connect(self._on_searched)
        self._tree = LayerTree(self._model, theme, self)
        self._trouble = note("", self)
        self._trouble.hide()
        self._waiting = Waiting(self.tr("Looking inside…"), self)
        self._pages = QStackedWidget(self)
        self._lay_out()

    def show_anatomy(self, anatomy: Anatomy, card: Card) -> None:
        """Show these modules of the network of a model."""
        self._model.set_anatomy(anatomy, card.architecture)
        self._trouble.setText(inside_wording.unknown_shapes(anatomy))
        self._trouble.setVisible(bool(anatomy.trouble))
        self._pages.setCurrentIndex(1)
        self._on_searched(self.bar.words)
        self._tree.setCurrentIndex(self._model.index(0, 0))

    def show_trouble(self, words: str) -> None:
        """Say why there is nothing to be seen."""
        self._waiting.say(words)

    def _on_searched(self, words: str) -> None:
        self._model.set_words(words)
        self.bar.tell(inside_wording.modules(self._model.found, self._model.total))
        if words.strip():
            self._tree.expandAll()
        else:
            self._tree.expandToDepth(int(self._model.shown_to(2) <= FEW))

    def _lay_out(self) -> None:
        found = QWidget(self)
        column = QVBoxLayout(found)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(self._trouble)
        column.addWidget(self._tree, 1)
        self._pages.addWidget(self._waiting)
        self._pages.addWidget(found)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 12, 0, 0)
        whole.addWidget(self._pages)
