"""The pen of a run: writes outcomes down, a second's work at a time, and knows which are there already."""

from __future__ import annotations

import sqlite3
import time
from dataclasses import dataclass, replace
from pathlib import Path

from app.results.database import store_errors, writing
from app.results.outcomes import COLUMNS, WRITTEN, bytes_of, outcome_of, values_of
from app.values import Classified, ImageRef, Method, Outcome, Reason

EVERY = 1.0  # seconds of work in one transaction

# What a file, the machine or the model may do otherwise the next time, although the file is the same.
_PASSING = (Reason.MISSING, Reason.UNREADABLE, Reason.NOT_A_FILE, Reason.OUT_OF_MEMORY, Reason.NO_SCORES)
_LIMITED = (Reason.TOO_LARGE,)  # another limit may be asked for


@dataclass(frozen=True, slots=True)
class Known:
    """An outcome that the store has already, and its number there."""

    number: int
    outcome: Outcome


class Pen:
    """Writes down one run; made by `Store.begin`.

    Attributes:
        run: the number of the run.
    """

    def __init__(
        self, database: sqlite3.Connection, path: Path | None, run: int, turn: int, method: int, how: Method
    ) -> None:
        self.run = run
        self._database = database
        self._path = path
        self._turn = turn
        self._method = method
        self._labels = how.labels
        self._pending: list[tuple[bytes, Outcome, int | None]] = []
        self._since = 0.0

    def known(self, ref: ImageRef, position: bytes) -> Known | None:
        """What is known of a picture as it is now, or None.

        Whatever this run found out before holds. Of other runs, answers and faults of the file do; faults that may have
        passed do not.

        Args:
            ref: the picture, with its stamp.
            position: where it stands in this run.

        Raises:
            StoreError: the store cannot be read.
        """
        size, mtime = (ref.stamp.size, ref.stamp.mtime_ns) if ref.stamp else (None, None)
        keys = (self.run, position, bytes_of(ref.path), self._method, size, mtime)
        with store_errors(self._path):
            row = self._database.execute(_KNOWN, keys).fetchone()
        if row is None:
            return None
        number, is_own, *columns = row
        outcome = outcome_of(columns, self._labels, self._path)
        if not (is_own or isinstance(outcome, Classified) or outcome.reason not in _PASSING + _LIMITED):
            return None
        return Known(number, replace(outcome, ref=ref))

    def add(self, position: bytes, outcome: Outcome, number: int | None = None) -> None:
        """Note the outcome at this position; `number` is that of one which the store has already.

        Raises:
            StoreError: a second's work cannot be written.
        """
        if not self._pending:
            self._since = time.monotonic()
        self._pending.append((position, outcome, number))
        if time.monotonic() - self._since >= EVERY:
            self.flush()

    def flush(self) -> None:
        """Write down what has come since the last time, in one transaction.

        Raises:
            StoreError: it cannot be written; it is kept and tried again the next time.
        """
        if not self._pending:
            return
        with store_errors(self._path), writing(self._database):
            for position, outcome, number in self._pending:
                entry = (self.run, position, self._outcome(outcome) if number is None else number, self._turn)
                self._database.execute(_ENTER, entry)
        self._pending.clear()

    def end(self, *, is_complete: bool) -> None:
        """Write down the rest and the counts; a complete run keeps only the pictures that were met this time.

        Raises:
            StoreError: it cannot be written.
        """
        self.flush()
        with store_errors(self._path), writing(self._database):
            if is_complete:
                self._database.execute("delete from entry where run = ? and pass < ?", (self.run, self._turn))
                self._database.execute("update run set ended = ? where id = ?", (time.time(), self.run))
            self._database.execute(_COUNT, {"run": self.run})

    def _outcome(self, outcome: Outcome) -> int:
        path = bytes_of(outcome.ref.path)
        self._database.execute("insert or ignore into picture (path) values (?)", (path,))
        (picture,) = self._database.execute("select id from picture where path = ?", (path,)).fetchone()
        made = self._database.execute(_WRITE, (picture, self._method, *values_of(outcome)))
        return int(made.lastrowid or 0)


_KNOWN = f"""
    select outcome.id, entry.run is not null, {COLUMNS}
    from picture
    join outcome on outcome.picture = picture.id
    join method on method.id = outcome.method
    left join entry on entry.run = ? and entry.position = ? and entry.outcome = outcome.id
    where path = ? and outcome.method = ? and size is ? and mtime_ns is ?
    order by entry.run is not null desc, outcome.id desc
    limit 1
"""
_WRITE = f"insert into outcome (picture, method, {WRITTEN}) values (?, ?, {', '.join('?' * len(WRITTEN.split(', ')))})"
_ENTER = "insert or replace into entry (run, position, outcome, pass) values (?, ?, ?, ?)"
_COUNT = """
    update run set
        classified = (select count(scores) from entry join outcome on outcome.id = entry.outcome where run = :run),
        failed = (select count(reason) from entry join outcome on outcome.id = entry.outcome where run = :run)
    where id = :run
"""
