"""Pictures and what a training script said of them, as an item model."""

from __future__ import annotations

from collections.abc import Iterable
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.desktop import wording
from app.desktop.check_steps import Expected
from app.desktop.pictures_model import Index


class PairColumn(IntEnum):
    """What stands in which column."""

    PICTURE = 0
    EXPECTED = 1


class PairsModel(QAbstractTableModel):
    """One row per picture; what is expected of it can be written into it."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: list[Expected] = []

    @property
    def rows(self) -> tuple[Expected, ...]:
        """All of them, in order."""
        return tuple(self._rows)

    def add(self, rows: Iterable[Expected]) -> None:
        """List these, too; a picture that is listed already gets what is expected now."""
        by_path = {row.path: row for row in self._rows}
        by_path |= {row.path: row for row in rows}
        self.set_rows(by_path.values())

    def set_rows(self, rows: Iterable[Expected]) -> None:
        """List these and no others."""
        self.beginResetModel()
        self._rows = list(rows)
        self.endResetModel()

    def take_off(self, places: Iterable[int]) -> None:
        """List the rows at these places no more."""
        gone = set(places)
        self.set_rows(row for place, row in enumerate(self._rows) if place not in gone)

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(PairColumn)

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        return flags | Qt.ItemFlag.ItemIsEditable if index.column() == PairColumn.EXPECTED else flags

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return self.tr("Picture") if section == PairColumn.PICTURE else self.tr("What the script said")
        return Qt.AlignmentFlag.AlignLeading if role == Qt.ItemDataRole.TextAlignmentRole else None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        row = self._rows[index.row()]
        is_picture = index.column() == PairColumn.PICTURE
        match role:
            case Qt.ItemDataRole.DisplayRole | Qt.ItemDataRole.EditRole:
                return wording.short_name(row.path) if is_picture else row.text
            case Qt.ItemDataRole.ToolTipRole if is_picture:
                return wording.plain_tool_tip(str(row.path))
        return None

    def setData(self, index: Index, value: Any, role: int = Qt.ItemDataRole.EditRole) -> bool:
        if role != Qt.ItemDataRole.EditRole:
            return False
        before, text = self._rows[index.row()], str(value).strip()
        if text != before.text:  # else what was read from a file is still meant
            self._rows[index.row()] = Expected(before.path, text)
            self.dataChanged.emit(index, index)
        return True
