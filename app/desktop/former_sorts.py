"""The sorts of former sittings and of this one, as their journals tell."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

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


def former_sorts(folder: Path) -> Iterator[tuple[FormerSort, ...]]:
    """In a task: all sorts at once."""
    yield tuple(FormerSort(sort, _is_busy(sort)) for sort in sorts(folder))


def interrupted(folder: Path) -> Iterator[Sort]:
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
