"""The sorts of former sittings and of this one, read off the window's thread."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.desktop import sort_wording
from app.desktop.notice import Notice, Offer
from app.desktop.tasks import Tasks
from app.results.sorting.journal import Phase
from app.results.sorting.journals import Sort, sorts
from app.results.sorting.locks import destination_held
from app.results.sorting.steps import SortFailure

_UNFINISHED = (Phase.PLANNED, Phase.BEGUN, Phase.UNDOING)


@dataclass(frozen=True, slots=True)
class FormerSort:
    """A sort, and whether anybody works on it now.

    Attributes:
        sort: what its journal says.
        is_busy: whether it, or another into the same folder, is under way.
    """

    sort: Sort
    is_busy: bool

    @property
    def can_go_on(self) -> bool:
        """Whether it can be sorted to its end."""
        return self.sort.is_unfinished and not self.is_busy

    @property
    def can_be_undone(self) -> bool:
        """Whether anything of it can be brought back."""
        is_undone = self.sort.header.phase is Phase.UNDONE and not self.sort.left
        return not is_undone and not self.is_busy


class Sorts(QObject):
    """A list of sorts, the newest first, as it was when it was read last.

    Attributes:
        folder: of the journals.
        former: that list.

    Signals:
        changed(): `former` is another.
        noticed(object): a `Notice`.
    """

    changed = Signal()
    noticed = Signal(object)

    def __init__(self, tasks: Tasks, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self.former: tuple[FormerSort, ...] = ()
        self._tasks = tasks

    def read(self) -> None:
        """Read the list anew."""
        task = self._tasks.new(lambda _is_over: _former_sorts(self.folder))
        task.stepped.connect(self._on_read)
        task.start()

    def offer_interrupted(self) -> None:
        """Offer to open the newest sort that was interrupted and that nobody works on, if there is one."""
        task = self._tasks.new(lambda _is_over: _interrupted(self.folder))
        task.stepped.connect(self._on_interrupted)
        task.start()

    def _on_read(self, former: tuple[FormerSort, ...]) -> None:
        self.former = former
        self.changed.emit()

    def _on_interrupted(self, sort: Sort) -> None:
        self.noticed.emit(Notice(sort_wording.interrupted(sort), offer=Offer.SORTS))


def _former_sorts(folder: Path) -> Iterator[tuple[FormerSort, ...]]:
    """In a task: all sorts at once."""
    yield tuple(FormerSort(sort, _is_busy(sort)) for sort in sorts(folder))


def _interrupted(folder: Path) -> Iterator[Sort]:
    """In a task: the newest sort that was interrupted, or nothing."""
    for sort in sorts(folder):
        if sort.header.phase in _UNFINISHED and not _is_busy(sort):
            yield sort
            return


def _is_busy(sort: Sort) -> bool:
    """Only what can be under way is asked about: that makes a file for the lock."""
    if sort.header.phase not in _UNFINISHED:
        return False
    try:
        with destination_held(sort.header.destination, sort.journal.parent):
            return False
    except SortFailure:
        return True
