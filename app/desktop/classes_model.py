"""How many pictures of a run there are of each class, as an item model."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop import wording
from app.results.query import Query, State
from app.results.view import Counts

Index = QModelIndex | QPersistentModelIndex


class Kind(Enum):
    """What a row stands for."""

    ALL = "all"
    UNKNOWN = "unknown"
    FAILED = "failed"
    CLASS = "class"


class ClassRole(IntEnum):
    """What a row carries beside Qt's own roles.

    KIND is its `Kind`, LABEL the class label or None, COUNT how many pictures, SHARE their share of the largest class
    (0 to 1), ACTIVE whether only these are shown.
    """

    KIND = Qt.ItemDataRole.UserRole
    LABEL = Qt.ItemDataRole.UserRole + 1
    COUNT = Qt.ItemDataRole.UserRole + 2
    SHARE = Qt.ItemDataRole.UserRole + 3
    ACTIVE = Qt.ItemDataRole.UserRole + 4


@dataclass(frozen=True, slots=True)
class _Line:
    kind: Kind
    label: str | None
    count: int


class ClassesModel(QAbstractListModel):
    """All, what is unknown, what could not be classified, then the classes, the most frequent first."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._counted: tuple[_Line, ...] = ()
        self._lines: tuple[_Line, ...] = ()
        self._largest = 0
        self._active = -1
        self._query: Query | None = None

    def show_counts(self, counts: Counts | None) -> None:
        """Show these; None shows nothing."""
        self._counted = _lines(counts) if counts else ()
        self._show()

    def show_query(self, query: Query | None) -> None:
        """Mark what this query chooses."""
        before, self._query = self._query, query
        if _is_search(before) != _is_search(query):
            self._tell([0])
        self._show()

    def row_of(self, kind: Kind, label: str | None) -> int:
        """The row that stands for this, or -1."""
        found = (row for row, line in enumerate(self._lines) if (line.kind, line.label) == (kind, label))
        return next(found, -1)

    def _show(self) -> None:
        before, lines = self._lines, self._with_chosen()
        self._resize(lines)
        self._lines = lines
        largest, self._largest = self._largest, max((line.count for line in lines[len(_FIRST) :]), default=0)
        pairs = enumerate(zip(before, lines, strict=False))
        changed = [row for row, (old, new) in pairs if old is not new and old != new]
        if largest != self._largest and lines:
            changed += [len(_FIRST), len(lines) - 1]  # every bar is told from the largest
        self._tell(changed)
        self._mark()

    def _with_chosen(self) -> tuple[_Line, ...]:
        """A class that is chosen keeps its line while no picture has it any more: there it can be let go of."""
        label = self._query.label if self._query else None
        if label is None or not self._counted or any(line.label == label for line in self._counted):
            return self._counted
        return (*self._counted, _Line(Kind.CLASS, label, 0))

    def _resize(self, lines: tuple[_Line, ...]) -> None:
        """Lines come and go at the end, so that views keep what they have."""
        before, after = len(self._lines), len(lines)
        if after > before:
            self.beginInsertRows(QModelIndex(), before, after - 1)
            self._lines += lines[before:]
            self.endInsertRows()
        elif after < before:
            self.beginRemoveRows(QModelIndex(), after, before - 1)
            self._lines = self._lines[:after]
            self.endRemoveRows()

    def _mark(self) -> None:
        before, self._active = self._active, self._row_chosen()
        if before != self._active:
            self._tell([before])
            self._tell([self._active])

    def _tell(self, rows: list[int]) -> None:
        """Only what is another: after each of these a view lays out all its lines, and paints those it is told of."""
        there = [row for row in rows if 0 <= row < len(self._lines)]
        if there:
            self.dataChanged.emit(self.index(min(there)), self.index(max(there)))

    def _row_chosen(self) -> int:
        query = self._query
        if query is None:
            return -1
        if query.label is not None:
            return self.row_of(Kind.CLASS, query.label)
        kinds = {frozenset(State): Kind.ALL, _UNKNOWN: Kind.UNKNOWN, _FAILED: Kind.FAILED}
        return self.row_of(kinds[query.states], None) if query.states in kinds else -1

    def _title(self, line: _Line) -> str:
        match line.kind:
            case Kind.ALL:
                return self.tr("All found") if _is_search(self._query) else self.tr("All pictures")
            case Kind.UNKNOWN:
                return wording.state_words(State.UNKNOWN)
            case Kind.FAILED:
                return wording.state_words(State.FAILED)
        return wording.class_name(line.label or "")

    def _share(self, line: _Line) -> float:
        return line.count / self._largest if self._largest and line.kind is Kind.CLASS else 0.0

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._lines)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid() or index.row() >= len(self._lines):
            return None
        line = self._lines[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._title(line)
            case Qt.ItemDataRole.ToolTipRole:
                return wording.plain_tool_tip(f"{self._title(line)}: {wording.pictures(line.count)}")
            case Qt.ItemDataRole.AccessibleTextRole:
                said = f"{self._title(line)}, {wording.pictures(line.count)}"
                return self.tr("%1, shown").replace("%1", said) if index.row() == self._active else said
            case ClassRole.KIND:
                return line.kind
            case ClassRole.LABEL:
                return line.label
            case ClassRole.COUNT:
                return line.count
            case ClassRole.SHARE:
                return self._share(line)
            case ClassRole.ACTIVE:
                return index.row() == self._active
        return None


_UNKNOWN, _FAILED = frozenset({State.UNKNOWN}), frozenset({State.FAILED})
_FIRST = (Kind.ALL, Kind.UNKNOWN, Kind.FAILED)


def _is_search(query: Query | None) -> bool:
    """Whether it leaves out rows that are in none of the counts."""
    return query is not None and (bool(query.text) or query.least > 0 or query.most < 1)


def _lines(counts: Counts) -> tuple[_Line, ...]:
    numbers = {
        Kind.ALL: sum(counts.states.values()),
        Kind.UNKNOWN: counts.states.get(State.UNKNOWN, 0),
        Kind.FAILED: counts.states.get(State.FAILED, 0),
    }
    classes = (_Line(Kind.CLASS, label, count) for label, count in counts.classes)
    return (*(_Line(kind, None, numbers[kind]) for kind in _FIRST), *classes)
