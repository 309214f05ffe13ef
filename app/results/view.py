"""The table of a run: rows by number, a page at a time, however many there are.

What a query chooses is numbered once, in a temporary table of the reader's own connection which leads from a number to
an entry; after that a page is a look-up by key. Rows that came or went since then move nothing before the next `show`;
what is told of a row is always the newest.

Where a page would have a row that is gone meanwhile (forgotten, taken off) or damaged, it has None, so that the others
keep their numbers; what is over before its end (`is_over`) returns None; the counts of a query can be had unshown.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import Counter
from collections.abc import Callable, Generator, Iterator, Mapping, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TypeVar

from app.results.chosen import count_classes, folded
from app.results.database import StoreError, StoreTrouble, end_reading, open_to_read, reading, store_errors
from app.results.listing import PAGE, Listing, Row, method_of, rows_of
from app.results.query import Entries, Query, State

_LISTEN = 20_000  # steps of SQLite's machine, some milliseconds, after which it is asked whether it is over
_CHEAP = 1_000_000  # steps, less than a tenth of a second, that the first page may take

_T = TypeVar("_T")


@dataclass(frozen=True, slots=True)
class Counts:
    """How many rows there are of each kind.

    Attributes:
        rows: those that the query chooses.
        states: those of each state, and
        classes: those that are shown with each class label, the most frequent first; both as if the query had neither
            `label` nor `states`, so that a choice of these can be undone.
    """

    rows: int
    states: dict[State, int]
    classes: tuple[tuple[str, int], ...]


class View:
    """The rows that a query chooses, numbered from 0; a connection of its own, which changes nothing.

    Used by one thread at a time. Every method raises a `StoreError` where the store cannot be read.
    """

    def __init__(self, path: Path, gives_up: Callable[[], bool] = lambda: False) -> None:
        """Open the store at `path`; one of an older version is brought up to date first.

        Args:
            path: where it lies.
            gives_up: says when nobody wants to wait for a writer any more.

        Raises:
            StoreError: it is not there or cannot be used.
        """
        self._path = path
        self._gives_up = gives_up
        self._database = open_to_read(path, gives_up)
        self._listing: Listing | None = None

    def __enter__(self) -> View:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file, and of the numbers."""
        end_reading(self._database, self._path)

    def show(self, query: Query, is_over: Callable[[], bool] = lambda: False) -> int | None:
        """Number the rows that a query chooses; returns how many there are.

        A run that is forgotten has none. As soon as `is_over()` it returns None, and shows what was shown before.
        """
        with store_errors(self._path):
            listing = self._unless(is_over, lambda: self._numbered(query), _LISTEN)
            if listing is None:
                return None
            if self._listing:
                self._listing.close()
            self._listing = listing
        return listing.count

    def counts(self, query: Query | None = None, is_over: Callable[[], bool] = lambda: False) -> Counts | None:
        """The counts of a query, which need not be shown, or of what is shown.

        They are quicker to have than numbers, and `rows` is what `show` will return. None as soon as `is_over()`, or
        where nothing is shown.
        """
        wanted = self._listing.query if query is None and self._listing else query
        if wanted is None:
            return None
        with store_errors(self._path):
            return self._unless(is_over, lambda: self._counted(wanted), _LISTEN)

    def first(self, query: Query, top_k: int) -> list[Row | None]:
        """The first page at once, before `show`, if that is cheap to have; else nothing. What is shown stays."""
        with store_errors(self._path):
            listing = self._unless(lambda: True, lambda: self._numbered(query, PAGE), _CHEAP)
            if listing is None:
                return []
            with closing(listing):
                return listing.page(0, PAGE, top_k)

    def page(self, first: int, count: int, top_k: int) -> list[Row | None]:
        """What is shown as number `first` and the next, `count` rows or as many as there are, with `top_k` classes.

        None stands for a row that is gone since it was numbered, or damaged.
        """
        with store_errors(self._path):
            return self._listing.page(first, count, top_k) if self._listing else []

    def entries(self, ranges: Sequence[range], is_over: Callable[[], bool] = lambda: False) -> Entries | None:
        """What to choose the rows with these numbers by; None as soon as `is_over()`."""
        found = array("q")
        with store_errors(self._path):
            for first, count in _portions(ranges if self._listing else ()):
                if is_over():
                    return None
                found.extend(self._listing.entries(first, count) if self._listing else ())
        return Entries(found.tobytes())

    def position_of(self, row: int) -> bytes | None:
        """The position of the row that is shown under this number, or None where it is gone."""
        with store_errors(self._path):
            return self._listing.position_of(row) if self._listing else None

    def row_of(self, position: bytes) -> int | None:
        """The number under which the row at this position is shown, or None."""
        with store_errors(self._path):
            return self._listing.number_of(position) if self._listing else None

    def rows(self, query: Query) -> Generator[Row, None, None]:
        """All rows that a query chooses, one by one, with all classes that are kept; what is shown stays.

        They are those of the moment when the first is asked for; `Listing.rows` says what may become of them until
        they are read. A connection of their own reads them.

        Raises:
            StoreError: as `Listing.rows`.
        """
        with closing(open_to_read(self._path, self._gives_up)) as database:
            yield from rows_of(database, self._path, query, self._gives_up)

    def _numbered(self, query: Query, most: int | None = None) -> Listing:
        return Listing.of(self._database, self._path, query, self._gives_up, most)

    def _unless(self, is_over: Callable[[], bool], work: Callable[[], _T], every: int) -> _T | None:
        """Do the work, at one moment; None, and nothing done, as soon as `is_over()`, asked `every` so many steps."""
        self._database.set_progress_handler(lambda: int(is_over()), every)
        try:
            with reading(self._database, self._gives_up):
                return work()
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode != sqlite3.SQLITE_INTERRUPT:
                raise
            return None
        finally:
            self._database.set_progress_handler(None, 0)

    def _counted(self, query: Query) -> Counts:
        _, labels = method_of(self._database, self._path, query.run)
        classes: Counter[str] = Counter()
        states = dict.fromkeys(State, 0)
        for index, shown, unknown in count_classes(self._database, query, labels):
            states[State.FAILED if index is None else State.CLASSIFIED] += shown
            states[State.UNKNOWN] += unknown
            if index is not None and shown:
                classes[self._label(labels, index)] += shown
        names = dict(query.names)
        ordered = sorted(classes.items(), key=lambda item: (-item[1], folded(names.get(item[0], item[0])), item[0]))
        return Counts(_chosen(query, states, classes), states, tuple(ordered))

    def _label(self, labels: Sequence[str], index: int) -> str:
        if not 0 <= index < len(labels):
            raise StoreError(StoreTrouble.DAMAGED, str(self._path), f"class {index} has no label")
        return labels[index]


def _chosen(query: Query, states: Mapping[State, int], classes: Mapping[str, int]) -> int:
    """How many rows a query chooses, from the counts without its `label` and its `states`."""
    if query.entries is not None:
        return sum(states.values())
    if query.label is not None:
        return classes.get(query.label, 0) if State.CLASSIFIED in query.states else 0
    return sum(states[state] for state in query.states)


def _portions(ranges: Sequence[range]) -> Iterator[tuple[int, int]]:
    """First number and length of ranges, no longer than a page."""
    for wanted in ranges:
        for first in range(wanted.start, wanted.stop, PAGE):
            yield first, min(PAGE, wanted.stop - first)
