"""The files of a journal handled one by one, and how far that is told, within large ones too."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from threading import Event

from app.results.sorting.copying import Passing
from app.results.sorting.journal import Item, Journal, State
from app.results.sorting.steps import Handled, LeftAlone


class Stopped(Exception):
    """Somebody wanted the work to stop before it came to its end."""


class Count:
    """How many files and bytes are done with, and of how many."""

    def __init__(self, journal: Journal, is_open: Sequence[State], ended: Sequence[State], passes: int) -> None:
        """`passes` is how often the bytes of a file that is copied are passed."""
        self._passes = passes
        self._done, self._bytes = journal.count(*ended), journal.size(*ended)
        self._total = self._done + journal.count(*is_open)
        self._total_bytes = self._bytes + journal.size(*is_open)

    def within(self, item: Item, passed: int) -> Handled:
        """So many bytes of a file are passed."""
        size = self._bytes + min(item.stamp.size, passed // self._passes)
        return Handled(self._done, self._total, size, self._total_bytes)

    def after(self, item: Item) -> Handled:
        """A file is done with."""
        self._done, self._bytes = self._done + 1, self._bytes + item.stamp.size
        return Handled(self._done, self._total, self._bytes, self._total_bytes)


def one_by_one(
    items: Iterator[Item], handle: Callable[[Item], Passing[LeftAlone | None]], count: Count, stop: Event
) -> Iterator[Handled | LeftAlone]:
    """Handle all files, and tell it.

    Raises:
        Stopped: `stop` was set before the last one was done with; the one under way is given up.
    """
    for item in items:
        passed = 0
        with closing(handle(item)) as passing:
            try:
                while not stop.is_set():
                    passed += next(passing)
                    yield count.within(item, passed)
                raise Stopped
            except StopIteration as end:
                left: LeftAlone | None = end.value
        if left:
            yield left
        yield count.after(item)
