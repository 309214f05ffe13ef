"""The pictures of this sitting, as an item model."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum, IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from app.desktop import wording
from app.desktop.previews import PixmapCache, Shown
from app.results.rows import headline
from app.values import Classified, Failed, ImageRef, Outcome
from app.wording import shown

Index = QModelIndex | QPersistentModelIndex


MANY_STRETCHES = 8  # beyond it one reset is quicker: each removal moves all rows behind it


class State(Enum):
    """What is known of a picture; STOPPED was given up before it had an answer.

    WAITING may have an older answer, which holds until the new one comes.
    """

    WAITING = "waiting"
    CLASSIFIED = "classified"
    FAILED = "failed"
    STOPPED = "stopped"


@dataclass(slots=True)
class Entry:
    """A picture of this sitting and what is known of it.

    Attributes:
        ref: the picture.
        outcome: the answer, if there is one.
        waiting: whether one is to come, the first or another.
    """

    ref: ImageRef
    outcome: Outcome | None = None
    waiting: bool = True

    @property
    def failure(self) -> Failed | None:
        """Why it could not be classified, or None."""
        return self.outcome if isinstance(self.outcome, Failed) else None

    @property
    def state(self) -> State:
        if self.waiting:
            return State.WAITING
        if isinstance(self.outcome, Classified):
            return State.CLASSIFIED
        return State.FAILED if isinstance(self.outcome, Failed) else State.STOPPED

    @property
    def name(self) -> str:
        """The file's name, fit for a screen."""
        return shown(self.ref.path.name or str(self.ref.path))


Taken = tuple[tuple[int, Entry], ...]
"""Rows as they were, ascending, and what stood there."""


class PictureRole(IntEnum):
    """What a row carries beside Qt's own roles: its `State`, and the caption under its thumbnail."""

    STATE = Qt.ItemDataRole.UserRole
    CAPTION = Qt.ItemDataRole.UserRole + 1


class PicturesModel(QAbstractListModel):
    """One row per picture, in the order in which they came; a picture that comes again keeps its row."""

    def __init__(self, thumbnails: PixmapCache, parent: QObject) -> None:
        super().__init__(parent)
        self._entries: list[Entry] = []
        self._rows: dict[ImageRef, int] = {}
        self._least_probability = 0.0
        self._thumbnails = thumbnails
        thumbnails.arrived.connect(self._on_thumbnail)
        self._counts: Counter[State] = Counter()

    def entry(self, row: int) -> Entry | None:
        """The picture at `row`, or None."""
        return self._entries[row] if 0 <= row < len(self._entries) else None

    def count(self, state: State) -> int:
        """How many pictures are in this state; asked so often that it is kept."""
        return self._counts[state]

    def stopped_rows(self) -> list[int]:
        """The rows that were given up before they had an answer."""
        return [row for row, entry in enumerate(self._entries) if entry.state is State.STOPPED]

    def row_of(self, ref: ImageRef) -> int:
        """The row of a picture, or -1."""
        return self._rows.get(ref, -1)

    def add(self, refs: Iterable[ImageRef]) -> None:
        """Append what is new; all of `refs` wait from now on."""
        entries = {entry.ref: entry for entry in map(Entry, refs)}
        new = {ref: entry for ref, entry in entries.items() if ref not in self._rows}
        if new:
            first = len(self._entries)
            self.beginInsertRows(QModelIndex(), first, first + len(new) - 1)
            self._entries.extend(new.values())
            self._counts[State.WAITING] += len(new)
            self._rows.update((ref, first + place) for place, ref in enumerate(new))
            self.endInsertRows()
        for ref in entries:
            self._thumbnails.forget(ref)
            if ref not in new:
                self._change(ref, True)

    def wait_again(self) -> tuple[ImageRef, ...]:
        """Let every picture wait for another answer; what it has stays until then."""
        refs = tuple(entry.ref for entry in self._entries)
        for ref in refs:
            self._change(ref, True)
        return refs

    def answer(self, outcomes: Iterable[Outcome]) -> None:
        """Note the outcomes of pictures that are still listed."""
        for outcome in outcomes:
            self._change(outcome.ref, False, outcome)

    def give_up(self, refs: Iterable[ImageRef]) -> None:
        """Note that no answer is to come for these pictures; an older one stays."""
        for ref in refs:
            self._change(ref, False)

    def remove(self, rows: Iterable[int]) -> Taken:
        """Take rows off the list; returns them as they were, ascending."""
        gone = {row: self._entries[row] for row in sorted(rows)}
        stretches = _stretches(list(gone))
        if len(stretches) > MANY_STRETCHES:
            self.beginResetModel()
            self._keep([entry for row, entry in enumerate(self._entries) if row not in gone])
            self.endResetModel()
            return tuple(gone.items())
        for first, last in reversed(stretches):
            self.beginRemoveRows(QModelIndex(), first, last)
            self._keep(self._entries[:first] + self._entries[last + 1 :])
            self.endRemoveRows()
        return tuple(gone.items())

    def put_back(self, taken: Taken) -> list[Entry]:
        """List again what `remove` returned, where it was; what has come again meanwhile stays as it is.

        Returns the entries that are back.
        """
        missing = [(row, entry) for row, entry in taken if entry.ref not in self._rows]
        back = {min(row, len(self._entries) + place): entry for place, (row, entry) in enumerate(missing)}
        stretches = _stretches(list(back))
        if len(stretches) > MANY_STRETCHES:
            self.beginResetModel()
            rest = iter(self._entries)
            self._keep([back.get(row) or next(rest) for row in range(len(self._entries) + len(back))])
            self.endResetModel()
            return list(back.values())
        for first, last in stretches:
            self.beginInsertRows(QModelIndex(), first, last)
            between = [back[row] for row in range(first, last + 1)]
            self._keep(self._entries[:first] + between + self._entries[first:])
            self.endInsertRows()
        return list(back.values())

    def set_least_probability(self, least_probability: float) -> None:
        """Call classes below it unknown."""
        self._least_probability = least_probability
        self._repaint_all()

    def _keep(self, entries: list[Entry]) -> None:
        self._entries = entries
        self._rows = {entry.ref: row for row, entry in enumerate(entries)}
        self._counts = Counter(entry.state for entry in entries)

    def _change(self, ref: ImageRef, waiting: bool, outcome: Outcome | None = None) -> None:
        """Note whether a picture waits, and an outcome; without one, an older one stays."""
        row = self.row_of(ref)
        if row < 0:
            return
        entry = self._entries[row]
        self._counts[entry.state] -= 1
        entry.outcome, entry.waiting = outcome or entry.outcome, waiting
        self._counts[entry.state] += 1
        self.dataChanged.emit(self.index(row), self.index(row))

    def _caption(self, entry: Entry) -> str:
        """The class; the name of a picture that has none, since its state is painted as a mark."""
        if isinstance(entry.outcome, Classified):
            label = headline(entry.outcome.predictions, self._least_probability)
            return wording.class_name(label) if label else self.tr("unknown")
        return entry.name

    def _tool_tip(self, entry: Entry) -> str:
        lines = [shown(entry.ref.path), self._said(entry)]
        if entry.failure and entry.failure.detail:
            lines.append(entry.failure.detail)
        return wording.plain_tool_tip(*lines)

    def _said(self, entry: Entry) -> str:
        match entry.outcome:
            case Classified(predictions=(first, *_)) if headline((first,), self._least_probability):
                return f"{wording.class_name(first.label)}, {wording.percent(first.probability)}"
            case Failed() as failed:
                return wording.failure_words(failed)
            case Classified():
                return self.tr("unknown")
        return self.tr("waiting") if entry.waiting else self.tr("stopped")

    def _on_thumbnail(self, ref: ImageRef) -> None:
        row = self.row_of(ref)
        if row >= 0:
            self.dataChanged.emit(self.index(row), self.index(row), [Qt.ItemDataRole.DecorationRole])

    def _repaint_all(self) -> None:
        if self._entries:
            self.dataChanged.emit(self.index(0), self.index(len(self._entries) - 1))

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 (Qt's own signature)
        return 0 if parent.isValid() else len(self._entries)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        entry = self.entry(index.row()) if index.isValid() else None
        if entry is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return entry.name
            case Qt.ItemDataRole.DecorationRole:
                picture = self._thumbnails.picture(entry.ref)
                return picture.pixmap if isinstance(picture, Shown) else None
            case Qt.ItemDataRole.ToolTipRole:
                return self._tool_tip(entry)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{entry.name}, {self._said(entry)}"
            case PictureRole.STATE:
                return entry.state
            case PictureRole.CAPTION:
                return self._caption(entry)
        return None


def _stretches(rows: list[int]) -> list[tuple[int, int]]:
    """Ascending rows as (first, last) of each stretch without a gap."""
    stretches: list[tuple[int, int]] = []
    for row in rows:
        if stretches and row == stretches[-1][1] + 1:
            stretches[-1] = (stretches[-1][0], row)
        else:
            stretches.append((row, row))
    return stretches
