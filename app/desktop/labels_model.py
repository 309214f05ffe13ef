"""The classes of a model as an item model: all, or those that are searched."""

from __future__ import annotations

from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt

from app.desktop import wording
from app.desktop.pictures_model import Index
from app.values import ClassLabel
from app.wording import shown

LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
RIGHT = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter


class LabelColumn(IntEnum):
    """What a column shows."""

    NUMBER = 0
    NAME = 1
    OTHERS = 2
    WORDNET = 3


class LabelsModel(QAbstractTableModel):
    """One row per class, in the order of the network's outputs; a class is found by all of its names."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._labels: tuple[ClassLabel, ...] = ()
        self._searched: list[str] = []
        self._places: list[int] = []

    @property
    def total(self) -> int:
        """How many classes there are."""
        return len(self._labels)

    def set_labels(self, labels: tuple[ClassLabel, ...]) -> None:
        """Show all of these."""
        self.beginResetModel()
        self._labels = labels
        self._searched = ["\n".join(_names(label)).casefold() for label in labels]
        self._places = list(range(len(labels)))
        self.endResetModel()

    def set_words(self, words: str) -> None:
        """Show the classes with all these words in their names, in any language, or in their WordNet number."""
        wanted = words.casefold().split()
        self.beginResetModel()
        self._places = [
            place for place, searched in enumerate(self._searched) if all(word in searched for word in wanted)
        ]
        self.endResetModel()

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._places)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(LabelColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._heading(section)
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return RIGHT if section == LabelColumn.NUMBER else LEFT
        return super().headerData(section, orientation, role)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if not index.isValid() or not 0 <= index.row() < len(self._places):
            return None
        place = self._places[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(place, LabelColumn(index.column()))
            case Qt.ItemDataRole.ToolTipRole:
                return wording.plain_tool_tip(*_names(self._labels[place]))
            case Qt.ItemDataRole.TextAlignmentRole:
                return RIGHT if index.column() == LabelColumn.NUMBER else LEFT
        return None

    def _heading(self, section: int) -> str:
        names = {
            LabelColumn.NUMBER: self.tr("Number"),
            LabelColumn.NAME: self.tr("Class"),
            LabelColumn.OTHERS: self.tr("Other names"),
            LabelColumn.WORDNET: self.tr("WordNet"),
        }
        return names[LabelColumn(section)] if 0 <= section < len(names) else ""

    def _text(self, place: int, column: LabelColumn) -> str:
        label = self._labels[place]
        match column:
            case LabelColumn.NUMBER:
                return str(place)
            case LabelColumn.NAME:
                return wording.class_name(label.name)
            case LabelColumn.OTHERS:
                known = wording.class_name(label.name)
                names = dict.fromkeys((label.name, *label.synonyms))
                return shown(", ".join(name for name in names if name != known))
        return shown(label.wordnet_id)


def _names(label: ClassLabel) -> tuple[str, ...]:
    """All of them, and in the user's language, and WordNet's number; each once."""
    names = (wording.class_name(label.name), label.name, *label.synonyms, label.wordnet_id)
    return tuple(filter(None, dict.fromkeys(names)))
