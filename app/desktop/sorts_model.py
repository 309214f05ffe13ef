"""The sorts that were begun once, as an item model."""

from __future__ import annotations

from collections.abc import Sequence
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.desktop import sort_wording, wording
from app.desktop.former_sorts import FormerSort
from app.desktop.pictures_model import Index
from app.wording import shown


class SortColumn(IntEnum):
    """What a column shows."""

    WHEN = 0
    NAME = 1
    FOLDER = 2
    FILES = 3
    STATE = 4


class SortsModel(QAbstractTableModel):
    """One row per sort, in the order in which they are given."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._sorts: tuple[FormerSort, ...] = ()

    def set_sorts(self, sorts: Sequence[FormerSort]) -> None:
        """Show these."""
        self.beginResetModel()
        self._sorts = tuple(sorts)
        self.endResetModel()

    def sort_at(self, row: int) -> FormerSort | None:
        """The sort at `row`, or None."""
        return self._sorts[row] if 0 <= row < len(self._sorts) else None

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._sorts)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(SortColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        former = self.sort_at(index.row()) if index.isValid() else None
        if former is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(former, index.column())
            case Qt.ItemDataRole.ToolTipRole:
                header = former.sort.header
                return wording.plain_tool_tip(header.name, str(header.destination), former.sort.name)
        return None

    def _heading(self, section: int) -> str:
        names = {
            SortColumn.WHEN: self.tr("Begun"),
            SortColumn.NAME: self.tr("Run"),
            SortColumn.FOLDER: self.tr("Into"),
            SortColumn.FILES: self.tr("Files"),
            SortColumn.STATE: self.tr("State"),
        }
        return names[SortColumn(section)] if 0 <= section < len(names) else ""

    def _text(self, former: FormerSort, column: int) -> str:
        sort = former.sort
        match column:
            case SortColumn.WHEN:
                return sort_wording.when(sort)
            case SortColumn.NAME:
                return shown(sort.header.name)
            case SortColumn.FOLDER:
                return wording.short_name(sort.header.destination)
            case SortColumn.FILES:
                return sort_wording.sorted_files(sort)
            case _:
                return sort_wording.state_words(sort, is_busy=former.is_busy)
