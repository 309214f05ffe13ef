"""The rows that a query chooses, numbered, and read a page at a time."""

from __future__ import annotations

import json
import secrets
import sqlite3
from collections.abc import Generator, Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from pathlib import Path

from app.results.chosen import number
from app.results.database import GivesUp, StoreError, StoreTrouble, patiently, reading, store_errors
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

    Between two calls it holds no transaction, so that others can write, and the log be emptied, while it is read. So
    which rows there are is of one moment, and what is told of each is the newest: its answer may be one by now for
    which the query would not choose it.

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
    _gives_up: GivesUp
    _table: str
    _method: int | None
    _state: tuple[int, int]

    @classmethod
    def of(
        cls,
        database: sqlite3.Connection,
        path: Path | None,
        query: Query,
        gives_up: GivesUp = None,
        most: int | None = None,
    ) -> Listing:
        """Number the rows, or the first `most` of them, in a temporary table; inside `reading`.

        Raises:
            StoreError: the class labels are damaged.
            sqlite3.Error: whatever else is wrong.
        """
        table = f"listing_{secrets.token_hex(8)}"
        method, labels = method_of(database, path, query.run)
        count = number(database, query, labels, table, most)
        return cls(query, count, labels, database, path, gives_up, table, method, _state_of(database))

    def page(self, first: int, count: int, top_k: int) -> list[Row | None]:
        """The rows numbered `first` to `first + count`, counted from 0, with the `top_k` likeliest classes.

        None stands for a row that is gone since, or damaged.
        """
        return [self._row_or_none(columns, top_k) for columns in self._columns(first, count)]

    def rows(self, top_k: int | None = None) -> Iterator[Row]:
        """All rows in order, with the `top_k` likeliest classes or all that are kept; read a page at a time.

        A row that went before its page is read (taken off its list, or not met again by its run) is left out.

        Raises:
            StoreError: the store cannot be read, a row is damaged, or the whole run was FORGOTTEN meanwhile, so that
                nobody takes a half for a whole.
        """
        for first in range(0, self.count, PAGE):
            for columns in self._there(first):
                yield self._row(columns, top_k)

    def entries(self, first: int, count: int) -> list[int]:
        """The numbers that the store has for these rows, also of those that are gone."""
        query = f"select entry from temp.{self._table} {_BETWEEN}"
        return [entry for (entry,) in self._asked(query, (first + 1, first + count))]

    def position_of(self, row: int) -> bytes | None:
        """The position of the row of this number, counted from 0, or None."""
        query = f"select position from temp.{self._table} join entry on entry.id = entry where number = ?"
        found = self._asked(query, (row + 1,)).fetchone()
        return found[0] if found else None

    def number_of(self, position: bytes) -> int | None:
        """The number of the row with this position, counted from 0, or None."""
        query = f"""
            select number - 1 from temp.{self._table}
            where entry = (select id from entry where run = ? and position = ?)
        """
        found = self._asked(query, (self.query.run, position)).fetchone()
        return found[0] if found else None

    def close(self) -> None:
        """Forget the numbers; they go with the connection, too."""
        with suppress(sqlite3.Error):
            self._database.execute(f"drop table temp.{self._table}")

    def _asked(self, query: str, values: Sequence[object]) -> sqlite3.Cursor:
        return patiently(self._database, query, values, self._gives_up)

    def _columns(self, first: int, count: int) -> list[tuple[object, ...]]:
        return self._asked(_ROWS.format(table=self._table), (first + 1, first + count)).fetchall()

    def _there(self, first: int) -> list[tuple[object, ...]]:
        """A page less the rows that are gone."""
        with store_errors(self._path):
            page = self._columns(first, PAGE)
            there = [columns for columns in page if columns[0] is not None]
            if len(there) < len(page):
                self._require_reason()
        return there

    def _require_reason(self) -> None:
        """Rows can be gone only where somebody has written since, and not with the whole run."""
        if _state_of(self._database) == self._state:
            raise self._damaged("a row is not there")
        if self._asked("select 1 from run where id = ?", (self.query.run,)).fetchone() is None:
            raise StoreError(StoreTrouble.FORGOTTEN, str(self._path))

    def _damaged(self, detail: str) -> StoreError:
        return StoreError(StoreTrouble.DAMAGED, str(self._path), detail)

    def _row_or_none(self, columns: Sequence[object], top_k: int) -> Row | None:
        with suppress(StoreError):
            return self._row(columns, top_k)
        return None

    def _row(self, columns: Sequence[object], top_k: int | None) -> Row:
        position, method, *rest = columns
        if not isinstance(position, bytes) or method != self._method:
            raise self._damaged("a row is gone or belongs to another run")
        return Row(position, outcome_of(rest, self.labels, self._path, top_k))


def listed(database: sqlite3.Connection, path: Path | None, query: Query, gives_up: GivesUp = None) -> Listing:
    """The rows that a query chooses at this moment; whoever asks closes it.

    Writers are waited for, here and at each page, but no longer than until `gives_up()`.

    Raises:
        StoreError: the store cannot be read.
    """
    with store_errors(path), reading(database, gives_up):
        return Listing.of(database, path, query, gives_up)


def rows_of(
    database: sqlite3.Connection, path: Path | None, query: Query, gives_up: GivesUp = None
) -> Generator[Row, None, None]:
    """All rows that a query chooses, with all classes that are kept, as `Listing.rows` has them.

    Raises:
        StoreError: as `listed` and `Listing.rows`.
    """
    with closing(listed(database, path, query, gives_up)) as listing:
        yield from listing.rows()


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


def _state_of(database: sqlite3.Connection) -> tuple[int, int]:
    """Changes with everything that is written, by other connections and by this one."""
    return patiently(database, "pragma data_version").fetchone()[0], database.total_changes


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
