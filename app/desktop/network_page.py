"""Which network weights are of, where that could not be told."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QSize, QSortFilterProxyModel, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QLineEdit, QListView, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import own_wording
from app.desktop.copied_lines import CopiedLines
from app.desktop.own_steps import Looked
from app.desktop.task_dialog import note

LINES = 8  # of the list that are seen at least


class NetworkPage(QWidget):
    """All names in a list that can be searched, those that resemble the weights most first; below it what differs.

    Signals:
        chosen(): another name is chosen, or none.
        wanted(): a name was double-clicked, or Enter pressed on it.
    """

    chosen = Signal()
    wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        words = self.tr("No known network has exactly these tensors. Which one did you train?")
        self._about = note(words, self)
        self._near: dict[str, float] = {}
        self._search = QLineEdit(self)
        self._search.setObjectName("search")
        self._search.setPlaceholderText(self.tr("Search"))
        self._search.setAccessibleName(self.tr("Search networks"))
        self._names = QStringListModel(self)
        self._found = QSortFilterProxyModel(self)
        self._found.setSourceModel(self._names)
        self._found.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._list = _List(self)
        self._list.setModel(self._found)
        self._list.setAccessibleName(self.tr("Networks"))
        self._likeness = note("", self)
        self._lines = CopiedLines(self.tr("Tensors that differ"), self)
        self._lay_out()
        self._search.textChanged.connect(self._on_search)
        self._search.returnPressed.connect(self._on_return)
        self._list.selectionModel().currentChanged.connect(self._on_current)
        self._list.activated.connect(self.wanted)

    @property
    def name(self) -> str:
        """The name that is chosen: "torchvision/resnet18"; or ""."""
        index = self._list.currentIndex()
        return index.data() if index.isValid() else ""

    def show_looked(self, looked: Looked) -> None:
        """Offer the networks that there are."""
        self._near = dict(looked.near)
        self._names.setStringList([*self._near, *(name for name in looked.names if name not in self._near)])
        self._search.clear()
        self._choose_first()
        self.show_lines(looked.lines)

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """How the tensors differ from those of the network that was named."""
        self._lines.clear()
        self._lines.add(lines)
        self._lines.show_all()

    def take_keyboard(self) -> None:
        """Let the keyboard search."""
        self._search.setFocus()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._about)
        column.addWidget(self._search)
        column.addWidget(self._list, 2)
        column.addWidget(self._likeness)
        column.addWidget(self._lines, 1)

    def _choose_first(self) -> None:
        self._list.setCurrentIndex(self._found.index(0, 0))
        self._on_current()

    def _on_search(self, text: str) -> None:
        self._found.setFilterFixedString(text.strip())
        self._choose_first()

    def _on_return(self) -> None:
        if self.name:
            self.wanted.emit()

    def _on_current(self, _index: QModelIndex | None = None) -> None:
        share = self._near.get(self.name)
        self._likeness.setText("" if share is None else own_wording.likeness(self.name, share))
        self.chosen.emit()


class _List(QListView):
    """Several lines high at least."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setObjectName("names")
        self.setUniformItemSizes(True)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LINES * (self.fontMetrics().height() + 8))

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() // 2)
