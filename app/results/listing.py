"""The rows that a query chooses, numbered, and read a page at a time."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Generator, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.results.chosen import number
from app.results.database import StoreError, StoreTrouble, patiently, reading, store_errors
from app.results.outcomes import COLUMNS, outcome_of
from app.results.query import Query
from app.values import Outcome

PAGE = 500  # rows that are read at a time


@dataclass(frozen=True, slots=True)
class Row:
    """One picture of a run.

    Attributes:
        position: its place in the order of the run, which tells it from all other rows of it.
        outcome: what is known, with no more classes than were asked for.
    """

    position: bytes
    outcome: Outcome


@dataclass(frozen=True, slots=True)
class Listing:
    """The rows that a query chose when it was made, by number, on one connection.

    Attributes:
        query: what was wanted.
        count: how many there are.
        labels: the class labels of the run.
    """

    query: Query
    count: int
    labels: tuple[str, ...]
    _database: sqlite3.Connection
    _path: Path | None
    _table: str
    _method: int | None

    @classmethod
    def of(
        cls, database: sqlite3.Connection, path: Path | None, query: Query, table: str, most: int | None = None
    ) -> Listing:
        """Number the rows, or the first `most` of them, in a new temporary table of this name; inside `reading`.

        Raises:
            StoreError: the class labels are damaged.
            sqlite3.Error: whatever else is wrong.
        """
        method, labels = method_of(database, path, query.run)
        return cls(query, number(database, query, labels, table, most), labels, database, path, table, method)

    def page(self, first: int, count: int, top_k: int) -> list[Row | None]:
        """The rows numbered `first` to `first + count`, counted from 0, with the `top_k` likeliest classes.

        None stands for a row that is gone since, or damaged.
        """
        return [self._row_or_none(columns, top_k) for columns in self._columns(first, count)]

    def rows(self, top_k: int | None = None) -> Iterator[Row]:
        """All rows in order, with the `top_k` likeliest classes or all that are kept.

        Raises:
            StoreError: a row is damaged.
        """
        for first in range(0, self.count, PAGE):
            for columns in self._columns(first, PAGE):
                yield self._row(columns, top_k)

    def positions(self, first: int, count: int) -> list[bytes]:
        """The positions of these rows, less those that are gone."""
        query = f"select position from temp.{self._table} join entry on entry.id = entry {_BETWEEN}"
        return [position for (position,) in patiently(self._database, query, (first + 1, first + count))]

    def number_of(self, position: bytes) -> int | None:
        """The number of the row with this position, counted from 0, or None."""
        query = f"""
            select number - 1 from temp.{self._table}
            where entry = (select id from entry where run = ? and position = ?)
        """
        found = patiently(self._database, query, (self.query.run, position)).fetchone()
        return found[0] if found else None

    def drop(self) -> None:
        """Forget the numbers."""
        patiently(self._database, f"drop table temp.{self._table}")

    def _columns(self, first: int, count: int) -> list[tuple[object, ...]]:
        return patiently(self._database, _ROWS.format(table=self._table), (first + 1, first + count)).fetchall()

    def _row_or_none(self, columns: Sequence[object], top_k: int) -> Row | None:
        with suppress(StoreError):
            return self._row(columns, top_k)
        return None

    def _row(self, columns: Sequence[object], top_k: int | None) -> Row:
        position, method, *rest = columns
        if not isinstance(position, bytes) or method != self._method:
            raise StoreError(StoreTrouble.DAMAGED, str(self._path), "a row is gone or belongs to another run")
        return Row(position, outcome_of(rest, self.labels, self._path, top_k))


def rows_of(
    database: sqlite3.Connection, path: Path | None, query: Query, gives_up: Callable[[], bool] | None = None
) -> Generator[Row, None, None]:
    """All rows that a query chooses, with all classes that are kept; they are those of one moment.

    A writer is waited for at first, but no longer than until `gives_up()`.

    Raises:
        StoreError: the store cannot be read, or a row is damaged.
    """
    with store_errors(path), reading(database, gives_up):
        listing = Listing.of(database, path, query, "streamed")
        try:
            yield from listing.rows()
        finally:
            listing.drop()


def method_of(database: sqlite3.Connection, path: Path | None, run: int) -> tuple[int | None, tuple[str, ...]]:
    """The number of a run's method and its class labels; None and no labels where there is no such run."""
    query = "select method.id, labels from run join method on method.id = run.method where run.id = ?"
    found = database.execute(query, (run,)).fetchone()
    if found is None:
        return None, ()
    try:
        return found[0], tuple(json.loads(found[1]))
    except (TypeError, ValueError) as error:
        raise StoreError(StoreTrouble.DAMAGED, str(path), "the class labels are damaged") from error


_BETWEEN = "where number between ? and ? order by number"
_ROWS = f"""
    select entry.position, outcome.method, {COLUMNS}
    from temp.{{table}}
    left join entry on entry.id = entry and removed = 0
    left join outcome on outcome.id = entry.outcome
    left join picture on picture.id = outcome.picture
    left join method on method.id = outcome.method
    {_BETWEEN}
"""
