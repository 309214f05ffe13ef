"""The pen of a run: writes outcomes down, a second's work at a time, and knows which are there already."""

from __future__ import annotations

import json
import sqlite3
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path

from app.results.database import StoreError, StoreTrouble, patiently, store_errors, writing
from app.results.outcomes import COLUMNS, WRITTEN, bytes_of, outcome_of, top_of, values_of
from app.results.positions import name_offset
from app.values import ImageRef, Method, Outcome, Reason

EVERY = 1.0  # seconds of work in one transaction


@dataclass(frozen=True, slots=True)
class Known:
    """An outcome that the store has already.

    Attributes:
        number: what the store calls it.
        outcome: what it is.
        is_own: whether this very run found it out.
    """

    number: int
    outcome: Outcome
    is_own: bool


class Pen:
    """Writes down one run; made by `Store.begin`.

    Attributes:
        run: the number of the run.
    """

    def __init__(
        self,
        database: sqlite3.Connection,
        path: Path | None,
        run: int,
        method: tuple[int, Method],
        gives_up: Callable[[], bool],
        *,
        only_replaces: bool = False,
    ) -> None:
        """`method` comes with its number; `gives_up` says when nobody wants to wait for another writer any more.

        With `only_replaces` no row is made; those that are there get other outcomes.
        """
        self.run = run
        self._database = database
        self._path = path
        self._method, how = method
        self._labels = how.labels
        self._gives_up = gives_up
        self._enter = _REPLACE if only_replaces else _ENTER
        self._pending: list[tuple[bytes, Outcome, int | None]] = []
        self._since = 0.0
        self._found: tuple[int, str] | None = None
        self._turn = self._asked("select pass from run where id = ?", run)

    @property
    def is_continued(self) -> bool:
        """Whether the run had rows before."""
        return bool(self._asked("select exists (select 1 from entry where run = ?)", self.run))

    @property
    def is_mounted(self) -> bool:
        """Whether one of the roots was, when the run began, where a drive is mounted, or may have been."""
        return bool(self._asked("select mounted from run where id = ?", self.run))

    def has_below(self, folder: Path) -> bool:
        """Whether the run has rows of pictures below this folder.

        Raises:
            StoreError: the store cannot be read.
        """
        inside = bytes_of(folder / "_")[:-1]
        return bool(self._asked(_BELOW, self.run, inside, inside[:-1] + bytes((inside[-1] + 1,))))

    def note_found(self, total: int, skipped: Mapping[str, int]) -> None:
        """Note how many pictures the run has, and how many files of each kind were passed over; kept with the rows."""
        self._found = total, json.dumps(skipped)

    def known(self, ref: ImageRef, position: bytes) -> Known | None:
        """What is known of a picture as it is now, or None.

        Args:
            ref: the picture, with its stamp.
            position: where it stands in this run.

        Raises:
            StoreError: the store cannot be read.
        """
        size, mtime = (ref.stamp.size, ref.stamp.mtime_ns) if ref.stamp else (None, None)
        keys = (self.run, position, bytes_of(ref.path), self._method, size, mtime)
        with store_errors(self._path):
            row = patiently(self._database, _KNOWN, keys, self._gives_up).fetchone()
        if row is None:
            return None
        number, is_own, *columns = row
        outcome = outcome_of(columns, self._labels, self._path)
        return Known(number, replace(outcome, ref=ref), bool(is_own))

    def is_dangerous(self, ref: ImageRef) -> bool:
        """Whether decoding this picture as it is now has crashed or held up a process before, whatever model was asked.

        Raises:
            StoreError: the store cannot be read.
        """
        stamp = (ref.stamp.size, ref.stamp.mtime_ns) if ref.stamp else (None, None)
        with store_errors(self._path):
            return bool(
                patiently(self._database, _DANGEROUS, (bytes_of(ref.path), *stamp), self._gives_up).fetchone()[0]
            )

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
            StoreError: it cannot be written, and is kept and tried again the next time; or the run was forgotten.
        """
        if not self._pending:
            return
        with store_errors(self._path), writing(self._database, self._gives_up):
            self._require_run()
            for position, outcome, number in self._pending:
                kept = number if number is not None and self._is_there(number, outcome) else self._outcome(outcome)
                row = (self.run, position, kept, self._turn, *top_of(outcome), name_offset(position))
                self._database.execute(self._enter, row)
            self._write_found()
        self._pending.clear()

    def end(self, *, is_complete: bool) -> None:
        """Write down the rest and the counts; a complete run keeps only the pictures that were met this time.

        If another process has gone on with the run meanwhile, it will say which pictures those are.

        Raises:
            StoreError: it cannot be written.
        """
        self.flush()
        with store_errors(self._path), writing(self._database, self._gives_up):
            self._require_run()
            self._write_found()
            if is_complete:
                self._database.execute(_ONLY_MET, {"run": self.run, "turn": self._turn})
                self._database.execute("update run set ended = ? where id = ?", (time.time(), self.run))
            count_rows(self._database, self.run)

    def _asked(self, query: str, *values: object) -> int:
        with store_errors(self._path):
            return int(patiently(self._database, query, values, self._gives_up).fetchone()[0])

    def _require_run(self) -> None:
        if not self._database.execute("select 1 from run where id = ?", (self.run,)).fetchone():
            raise StoreError(StoreTrouble.FORGOTTEN, str(self._path))

    def _write_found(self) -> None:
        if self._found:
            self._database.execute("update run set total = ?, skipped = ? where id = ?", (*self._found, self.run))

    def _is_there(self, number: int, outcome: Outcome) -> bool:
        """Whether the store still has this outcome; another process may have forgotten it since it was looked up."""
        query = "select 1 from outcome join picture on picture.id = picture where outcome.id = ? and path = ?"
        return self._database.execute(query, (number, bytes_of(outcome.ref.path))).fetchone() is not None

    def _outcome(self, outcome: Outcome) -> int:
        path = bytes_of(outcome.ref.path)
        self._database.execute("insert or ignore into picture (path) values (?)", (path,))
        (picture,) = self._database.execute("select id from picture where path = ?", (path,)).fetchone()
        made = self._database.execute(_WRITE, (picture, self._method, *values_of(outcome)))
        return int(made.lastrowid or 0)


def count_rows(database: sqlite3.Connection, run: int) -> None:
    """Count the rows on a run's list anew."""
    database.execute(_COUNT, {"run": run})


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
_BELOW = """
    select exists (
        select 1 from picture
        join outcome on outcome.picture = picture.id
        join entry on entry.outcome = outcome.id and entry.run = ? and entry.removed = 0
        where path >= ? and path < ?
    )
"""
_DANGEROUS = f"""
    select exists (
        select 1 from picture join outcome on outcome.picture = picture.id
        where path = ? and size is ? and mtime_ns is ?
        and reason in ('{Reason.CRASHED.value}', '{Reason.TOO_SLOW.value}')
    )
"""
_WRITE = f"insert into outcome (picture, method, {WRITTEN}) values (?, ?, {', '.join('?' * len(WRITTEN.split(', ')))})"
_ENTER = """
    insert into entry (run, position, outcome, pass, class, probability, name_at) values (?, ?, ?, ?, ?, ?, ?)
    on conflict (run, position) do update set
        outcome = excluded.outcome,
        pass = max(pass, excluded.pass),
        class = excluded.class,
        probability = excluded.probability
"""
_REPLACE = """
    update entry set outcome = ?3, pass = max(pass, ?4), class = ?5, probability = ?6, name_at = ?7
    where run = ?1 and position = ?2
"""
_ONLY_MET = """
    delete from entry where run = :run and pass < :turn and (select pass from run where id = :run) = :turn
"""
_COUNT = """
    update run set (classified, failed) = (
        select count(probability), count(*) - count(probability)
        from entry indexed by entry_by_class where run = :run and removed = 0
    )
    where id = :run
"""
