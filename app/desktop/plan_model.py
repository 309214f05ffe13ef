"""The plan of a sort as an item model: a branch reads its files when somebody looks at them."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt, Signal

from app.desktop import sort_wording, wording
from app.desktop.pictures_model import Index
from app.desktop.plan_tree import Branch
from app.results.sorting.lines import Line

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
PAGE = 200  # files that are read at a time


class PlanColumn(IntEnum):
    """What a column shows."""

    NAME = 0
    FILES = 1
    SIZE = 2
    NOTE = 3


_FIGURES = (PlanColumn.FILES, PlanColumn.SIZE)


class PlanModel(QAbstractItemModel):
    """Branches, below them their files and, while there are more, a row that says how many.

    An index holds the number of the branch that its row is in.

    Signals:
        wanted(object): the next files of a `Branch` are to be read and given to `take`.
    """

    wanted = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._branches: list[Branch] = [Branch("")]
        self._numbers: dict[Branch, int] = {self._branches[0]: 0}
        self._pending: set[Branch] = set()  # whose next files are being read
        self._more: set[Branch] = set()  # that have a row for those that are not read yet

    @property
    def root(self) -> Branch:
        """The branch that holds all others."""
        return self._branches[0]

    def set_tree(self, root: Branch) -> None:
        """Show this plan."""
        self.beginResetModel()
        self._branches = list(root.below())
        self._numbers = {branch: number for number, branch in enumerate(self._branches)}
        self._pending.clear()
        self._more.clear()
        self.endResetModel()

    def take(self, branch: Branch, lines: Sequence[Line]) -> None:
        """These are the next files of a branch; the row that stands for more of them becomes the first."""
        lines = lines[: branch.unread]
        if branch not in self._pending or not lines:
            return
        parent = self.index_of(branch)
        if branch in self._more:
            self._more.discard(branch)
            branch.files.append(lines[0])
            lines = lines[1:]
            row = self.rowCount(parent) - 1
            self.dataChanged.emit(self.index(row, 0, parent), self.index(row, PlanColumn.NOTE, parent))
        self._append(branch, lines, parent)
        self._pending.discard(branch)  # not earlier, since whoever looks on would ask again

    def _append(self, branch: Branch, lines: Sequence[Line], parent: QModelIndex) -> None:
        has_more = branch.unread > len(lines)
        first, added = self.rowCount(parent), len(lines) + has_more
        if added:
            self.beginInsertRows(parent, first, first + added - 1)
            branch.files += lines
            if has_more:
                self._more.add(branch)
            self.endInsertRows()

    def index_of(self, branch: Branch) -> QModelIndex:
        """Where a branch is."""
        if branch.parent is None:
            return QModelIndex()
        return self.createIndex(branch.row, 0, self._numbers[branch.parent])

    def branch(self, index: Index) -> Branch | None:
        """The branch at an index, or None where a file is; the root where the index is none."""
        if not index.isValid():
            return self.root
        above = self._branches[index.internalId()]
        return above.branches[index.row()] if index.row() < len(above.branches) else None

    def line(self, index: Index) -> Line | None:
        """The file at an index, or None."""
        if not index.isValid():
            return None
        above = self._branches[index.internalId()]
        row = index.row() - len(above.branches)
        return above.files[row] if 0 <= row < len(above.files) else None

    def stands_for_more(self, index: Index) -> bool:
        """Whether this row only says that there are more files."""
        return index.isValid() and self.branch(index) is None and self.line(index) is None

    def read_on(self, index: Index) -> None:
        """Somebody looks at the row that stands for more; then there shall be more."""
        if self.stands_for_more(index) and self._can_read(branch := self._branches[index.internalId()]):
            self._read(branch)

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        branch = self.branch(parent)
        return self.createIndex(row, column, self._numbers[branch]) if branch else QModelIndex()

    def parent(self, index: Index | None = None) -> Any:
        """The index above; without an argument the owner, since Qt gives both the same name."""
        if index is None:
            return super().parent()
        if not index.isValid():
            return QModelIndex()
        return self.index_of(self._branches[index.internalId()])

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        branch = self.branch(parent) if parent.column() <= 0 else None
        if branch is None:
            return 0
        return len(branch.branches) + len(branch.files) + (branch in self._more)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(PlanColumn)

    def hasChildren(self, parent: Index = QModelIndex()) -> bool:  # noqa: B008
        branch = self.branch(parent) if parent.column() <= 0 else None
        return branch is not None and (bool(branch.branches) or branch.own > 0)

    def canFetchMore(self, parent: Index) -> bool:
        """Only the first page: Qt would read one after the other, whether or not anybody looks."""
        branch = self.branch(parent)
        return branch is not None and not branch.files and self._can_read(branch)

    def fetchMore(self, parent: Index) -> None:
        branch = self.branch(parent)
        if branch and self.canFetchMore(parent):
            self._read(branch)

    def _can_read(self, branch: Branch) -> bool:
        return branch.unread > 0 and branch not in self._pending

    def _read(self, branch: Branch) -> None:
        self._pending.add(branch)
        self.wanted.emit(branch)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section in _FIGURES else LEFT
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid():
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(index)
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(index)
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if index.column() in _FIGURES else LEFT
        return None

    def _heading(self, section: int) -> str:
        names = {
            PlanColumn.NAME: self.tr("Folder"),
            PlanColumn.FILES: self.tr("Files"),
            PlanColumn.SIZE: self.tr("Size"),
            PlanColumn.NOTE: self.tr("Note"),
        }
        return names[PlanColumn(section)] if 0 <= section < len(names) else ""

    def _text(self, index: Index) -> str:
        if branch := self.branch(index):
            return self._branch_text(branch, index.column())
        if line := self.line(index):
            texts = {PlanColumn.NAME: sort_wording.line_name(line), PlanColumn.NOTE: sort_wording.line_note(line)}
            return texts.get(PlanColumn(index.column()), "")
        if index.column() == PlanColumn.NAME:
            return sort_wording.more(self._branches[index.internalId()].unread)
        return ""

    def _branch_text(self, branch: Branch, column: int) -> str:
        match column:
            case PlanColumn.NAME:
                return sort_wording.branch_name(branch)
            case PlanColumn.FILES:
                return wording.count(branch.count)
            case PlanColumn.SIZE:
                return "" if branch.size is None else sort_wording.size(branch.size)
            case _:
                return self.tr("is there already") if branch.is_there else ""

    def _tool_tip(self, index: Index) -> str | None:
        if line := self.line(index):
            target = f"→ {line.target}" if line.target else ""
            texts = (str(line.path), target, sort_wording.line_note(line))
            return wording.plain_tool_tip(*(text for text in texts if text))
        return wording.plain_tool_tip(self._text(index)) if index.column() == PlanColumn.NAME else None
