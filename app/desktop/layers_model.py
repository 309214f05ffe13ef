"""The modules of a network as an item model: a tree, or what is found in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, Qt

from app.desktop import inside_wording, wording
from app.desktop.pictures_model import Index
from app.inside import Anatomy, Part
from app.wording import shown

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
SHARE = Qt.ItemDataRole.UserRole + 1  # of all computing, between 0 and 1; None where it is not known
FOUND = Qt.ItemDataRole.UserRole + 2  # whether it has the words that are searched itself


class LayerColumn(IntEnum):
    """What a column shows."""

    NAME = 0
    KIND = 1
    OUTPUT = 2
    PARAMETERS = 3
    SHARE = 4


@dataclass(slots=True, eq=False)
class _Row:
    """A module in the tree.

    Attributes:
        part: the module.
        path: its full name, with dots.
        above: the row that it is in; None of the network itself.
        number: its own, among all rows.
        depth: in how many modules it is.
        place: among the rows there that are shown.
        below: the rows in it that are shown.
    """

    part: Part
    path: str
    above: _Row | None
    number: int
    depth: int
    place: int = 0
    below: list[_Row] = field(default_factory=list)


class LayersModel(QAbstractItemModel):
    """The network, in it its modules; while words are searched, those with them and whatever these are in."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[_Row] = []
        self._found: set[_Row] = set()  # that have the words
        self._kept: set[_Row] = set()  # that are shown
        self._top: list[_Row] = []
        self._name = ""
        self._macs = 0

    @property
    def found(self) -> int:
        """How many modules have the words that are searched."""
        return len(self._found)

    @property
    def total(self) -> int:
        """How many modules there are."""
        return len(self._rows)

    def set_anatomy(self, anatomy: Anatomy, name: str) -> None:
        """Show these modules of the network that is called `name`."""
        self.beginResetModel()
        self._rows = []
        self._add(anatomy.network, "", None)
        self._name, self._macs = name, anatomy.network.macs
        self._show("")
        self.endResetModel()

    def set_words(self, words: str) -> None:
        """Show the modules with all these words in their full name or type, in any case."""
        self.beginResetModel()
        self._show(words)
        self.endResetModel()

    def shown_to(self, depth: int) -> int:
        """How many of the rows that are shown lie no deeper."""
        return sum(1 for row in self._kept if row.depth <= depth)

    def _add(self, part: Part, path: str, above: _Row | None) -> None:
        row = _Row(part, path, above, len(self._rows), above.depth + 1 if above else 0)
        self._rows.append(row)
        for each in part.parts:
            self._add(each, f"{path}.{each.name}" if path else each.name, row)

    def _show(self, words: str) -> None:
        wanted = words.casefold().split()
        self._found = {row for row in self._rows if all(word in _searched(row) for word in wanted)}
        self._kept = set(self._found)
        for row in self._found:
            above = row.above
            while above and above not in self._kept:
                self._kept.add(above)
                above = above.above
        self._place()

    def _place(self) -> None:
        self._top = []
        for row in self._rows:
            row.below = []
            if row in self._kept:
                beside = row.above.below if row.above else self._top
                row.place = len(beside)
                beside.append(row)

    def _row(self, index: Index) -> _Row | None:
        return self._rows[index.internalId()] if index.isValid() else None

    # Qt overrides

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008 - Qt's default
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        above = self._row(parent)
        return self.createIndex(row, column, (above.below if above else self._top)[row].number)

    def parent(self, index: Index | None = None) -> Any:
        """The index above; without an argument the owner, since Qt gives both the same name."""
        if index is None:
            return super().parent()
        row = self._row(index)
        above = row.above if row else None
        return self.createIndex(above.place, 0, above.number) if above else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        if parent.column() > 0:
            return 0
        above = self._row(parent)
        return len(above.below if above else self._top)

    def columnCount(self, _parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(LayerColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == LayerColumn.PARAMETERS else LEFT
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._row(index)
        if row is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(row, LayerColumn(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return wording.plain_tool_tip(*inside_wording.part_lines(row.part, row.path))
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if index.column() == LayerColumn.PARAMETERS else LEFT
            case _ if role == SHARE:
                return self._share(row.part)
            case _ if role == FOUND:
                return row in self._found
        return None

    def _heading(self, section: int) -> str:
        names = {
            LayerColumn.NAME: self.tr("Module"),
            LayerColumn.KIND: self.tr("Type"),
            LayerColumn.OUTPUT: self.tr("Output"),
            LayerColumn.PARAMETERS: self.tr("Parameters"),
            LayerColumn.SHARE: self.tr("Compute"),
        }
        return names[LayerColumn(section)] if 0 <= section < len(names) else ""

    def _text(self, row: _Row, column: LayerColumn) -> str:
        part = row.part
        match column:
            case LayerColumn.NAME:
                return shown(part.name or self._name)
            case LayerColumn.KIND:
                return shown(part.kind)
            case LayerColumn.OUTPUT:
                return inside_wording.shape(part)
            case LayerColumn.PARAMETERS:
                return wording.count(part.parameters) if part.parameters else ""
        share = self._share(part)
        return wording.percent(share) if share else ""

    def _share(self, part: Part) -> float | None:
        return part.macs / self._macs if self._macs else None


def _searched(row: _Row) -> str:
    return f"{row.path} {row.part.kind}".casefold()
