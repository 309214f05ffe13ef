"""The results store: what every picture was found to be, kept for good.

A run is a list of pictures with their outcomes. An outcome belongs to a picture as it was (path, size, time of change)
and to a method (weights, preprocessing, labels, arithmetic), so later runs can use it again.
"""

from __future__ import annotations

import json
import os
import time
from collections import Counter
from collections.abc import Callable, Generator, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from app.results.chosen import remove_chosen
from app.results.database import (
    StoreError,
    StoreTrouble,
    move_aside_if_damaged,
    open_database,
    patiently,
    remove_copies,
    store_errors,
    writing,
)
from app.results.journal import forget_suspects
from app.results.listing import Listing, listed, method_of, rows_of
from app.results.moves import Move, follow
from app.results.pen import Pen, count_rows
from app.results.query import Query
from app.values import Method, Outcome


@dataclass(frozen=True, slots=True)
class Run:
    """What is kept of a run beside its rows.

    Attributes:
        id: its number, the newest having the highest.
        name: what it is called.
        roots: the files and folders that were to be classified, as absolute paths.
        title, precision: the name of the model that answered, and its arithmetic.
        started, ended: seconds since 1970; `ended` is None while not all pictures have their outcome.
        classified, failed: how many rows there are of either.
        total: how many pictures it has, or None as long as not all was looked through.
        skipped: files of its folders that are no candidates, by kind, the most frequent kind first.
    """

    id: int
    name: str
    roots: tuple[Path, ...]
    title: str
    precision: str
    started: float
    ended: float | None
    classified: int
    failed: int
    total: int | None = None
    skipped: tuple[tuple[str, int], ...] = ()


class Store:
    """An open results store; used by one thread at a time.

    Attributes:
        path: the file, or None for a private store that leaves nothing behind.
        moved_aside: where a damaged file was moved that stood in its place, or None.
    """

    def __init__(
        self, path: Path | None, *, is_ours: bool = False, gives_up: Callable[[], bool] = lambda: False
    ) -> None:
        """Open or make the store.

        Args:
            path: where it lies.
            is_ours: as `open_database` takes it.
            gives_up: says when nobody wants to wait for another process any more, in opening as later.

        Raises:
            StoreError: it cannot be used.
        """
        self.path = path
        self._gives_up = gives_up
        self._database, self.moved_aside = open_database(path, is_ours=is_ours, gives_up=gives_up)

    def __enter__(self) -> Store:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def set_aside(self) -> Path | None:
        """Close a damaged store and give its file another name, which is returned; None where another process has.

        Raises:
            StoreError: that is not possible.
        """
        self.close()
        with store_errors(self.path):
            return move_aside_if_damaged(self.path, self._gives_up) if self.path else None

    def begin(self, key: str, name: str, roots: Sequence[Path], method: Method) -> Pen:
        """Continue the newest unfinished run of this key, or begin a new one.

        Args:
            key: digest over all that was asked for.
            name: what a new run is called.
            roots: the files and folders that are to be classified.
            method: how.

        Raises:
            StoreError: the run cannot be written down.
        """
        with store_errors(self.path), writing(self._database, self._gives_up):
            number = self._method(method)
            run = self._unfinished(key, number)
            if run is None:
                run = self._new_run(key, name, roots, number)
            else:
                self._database.execute("update run set pass = pass + 1 where id = ?", (run,))
        return Pen(self._database, self.path, run, (number, method), self._gives_up)

    def go_on(self, run: int, method: Method) -> Pen:
        """Continue this very run, whatever else was asked for when it began.

        Raises:
            StoreError: as `again`.
        """
        with store_errors(self.path), writing(self._database, self._gives_up):
            number = self._method_of(run, method)
            self._database.execute("update run set pass = pass + 1, ended = null where id = ?", (run,))
        return Pen(self._database, self.path, run, (number, method), self._gives_up)

    def again(self, run: int, method: Method) -> Pen:
        """Give rows of a run other outcomes; the run stays complete or not, as it is.

        Raises:
            StoreError: FORGOTTEN if there is no such run, OTHER_METHOD if it was classified differently, or it cannot
                be written down.
        """
        with store_errors(self.path), writing(self._database, self._gives_up):
            number = self._method_of(run, method)
        return Pen(self._database, self.path, run, (number, method), self._gives_up, only_replaces=True)

    def runs(self) -> list[Run]:
        """All runs, the newest first.

        Raises:
            StoreError: the store cannot be read.
        """
        with store_errors(self.path):
            rows = patiently(self._database, f"{_RUNS} order by run.id desc", gives_up=self._gives_up).fetchall()
        return [_run(row, self.path) for row in rows]

    def method(self, run: int) -> tuple[str, str, str]:
        """The key of the model that a run is classified with, its arithmetic, and the fingerprint of both as they were.

        Raises:
            StoreError: FORGOTTEN if there is no such run, or the store cannot be read.
        """
        query = "select model, precision, fingerprint from run join method on method.id = method where run.id = ?"
        with store_errors(self.path):
            found = patiently(self._database, query, (run,), self._gives_up).fetchone()
        if found is None:
            raise StoreError(StoreTrouble.FORGOTTEN, str(self.path))
        model, precision, fingerprint = found
        return model, precision, fingerprint

    def rows(self, chosen: int | Query) -> Generator[Outcome, None, None]:
        """The outcomes that a query chooses, or all of a run in natural order, each with its 20 likeliest classes.

        They are those of the moment when the first is asked for; `Listing.rows` says what may become of them until
        they are read. The store can be written meanwhile.

        Raises:
            StoreError: as `Listing.rows`.
        """
        query = chosen if isinstance(chosen, Query) else Query(chosen, least_probability=0.0)
        with closing(rows_of(self._database, self.path, query, self._gives_up)) as rows:
            for row in rows:
                yield row.outcome

    def listed(self, query: Query) -> Listing:
        """The rows that a query chooses at this moment; whoever asks closes it. The store can be written meanwhile.

        Raises:
            StoreError: the store cannot be read.
        """
        return listed(self._database, self.path, query, self._gives_up)

    def remove(self, query: Query) -> int:
        """Take the rows that a query chooses off the list of their run; the pictures, and what is known of them, stay.

        A run that is continued does not put them back.

        Returns:
            The number of the removal, for `put_back`.

        Raises:
            StoreError: the store cannot be written, or the run is FORGOTTEN.
        """
        with store_errors(self.path), writing(self._database, self._gives_up):
            method, labels = method_of(self._database, self.path, query.run)
            if method is None:
                raise StoreError(StoreTrouble.FORGOTTEN, str(self.path))
            made = self._database.execute("insert into removal (run) values (?)", (query.run,))
            removal = int(made.lastrowid or 0)
            remove_chosen(self._database, query, labels, removal)
            count_rows(self._database, query.run)
        return removal

    def put_back(self, removal: int) -> None:
        """Put the rows of a removal back on their list; nothing where the run is forgotten.

        Raises:
            StoreError: the store cannot be written.
        """
        with store_errors(self.path), writing(self._database, self._gives_up):
            found = self._database.execute("delete from removal where id = ? returning run", (removal,)).fetchall()
            for (run,) in found:
                self._database.execute(_PUT_BACK, (run, removal))
                count_rows(self._database, run)

    def rename(self, run: int, name: str) -> None:
        """Call a run differently.

        Raises:
            StoreError: the store cannot be written.
        """
        printable = name.encode("utf-8", "backslashreplace").decode("utf-8")
        with store_errors(self.path), writing(self._database, self._gives_up):
            self._database.execute("update run set name = ? where id = ?", (printable, run))

    def forget(self, *runs: int) -> None:
        """Forget these runs, and the answers that no other run has; the pictures themselves stay as they are.

        With the last run goes every name that processes which died left beside the store.

        Raises:
            StoreError: the store cannot be written.
        """
        with store_errors(self.path), writing(self._database, self._gives_up):
            self._database.executemany("delete from run where id = ?", [(run,) for run in runs])
            self._database.execute(
                "delete from outcome where not exists (select 1 from entry where outcome = outcome.id)"
            )
            self._database.execute(
                "delete from picture where not exists (select 1 from outcome where picture = picture.id)"
            )
            is_empty = not self._database.execute("select 1 from run limit 1").fetchone()
        if is_empty and self.path:
            forget_suspects(self.path)

    def forget_everything(self) -> int:
        """Forget all runs and all answers, so that nothing of them is left in the file; returns how many runs it were.

        What was kept beside it of what it held before goes, too: copies of older versions and damaged stores.

        Raises:
            StoreError: the store cannot be written, or what lies beside it not be removed.
        """
        with store_errors(self.path):
            with writing(self._database, self._gives_up):
                runs = int(self._database.execute("select count(*) from run").fetchone()[0])
                for table in ("entry", "removal", "run", "outcome", "picture", "method"):
                    self._database.execute(f"delete from {table}")
            # What was deleted still stands in free pages and in the log until both are given back.
            patiently(self._database, "vacuum", gives_up=self._gives_up)
            patiently(self._database, "pragma wal_checkpoint(truncate)", gives_up=self._gives_up).fetchone()
            if self.path:
                remove_copies(self.path)
                forget_suspects(self.path)
        return runs

    def follow(self, moves: Iterable[Move]) -> None:
        """Let the answers follow files that were moved, in one transaction.

        Raises:
            StoreError: the store cannot be written.
        """
        with store_errors(self.path), writing(self._database, self._gives_up):
            follow(self._database, moves)

    def _method(self, method: Method) -> int:
        values = (method.fingerprint, method.model, method.title, method.precision, json.dumps(method.labels))
        self._database.execute(
            "insert or ignore into method (fingerprint, model, title, precision, labels) values (?, ?, ?, ?, ?)", values
        )
        found = self._database.execute("select id from method where fingerprint = ?", (method.fingerprint,)).fetchone()
        return int(found[0])

    def _method_of(self, run: int, method: Method) -> int:
        """The number of a run's method, which has to be this one."""
        number = self._method(method)
        there, _ = method_of(self._database, self.path, run)
        if there != number:
            raise StoreError(StoreTrouble.FORGOTTEN if there is None else StoreTrouble.OTHER_METHOD, str(self.path))
        return number

    def _unfinished(self, key: str, method: int) -> int | None:
        query = "select id from run where key = ? and method = ? and ended is null order by id desc limit 1"
        found = self._database.execute(query, (key, method)).fetchone()
        return found[0] if found else None

    def _new_run(self, key: str, name: str, roots: Sequence[Path], method: int) -> int:
        packed = b"".join(os.fsencode(root).replace(b"\0", b"\\0") + b"\0" for root in roots)
        made = self._database.execute(
            "insert into run (key, name, method, roots, started, mounted, classified, failed, pass)"
            " values (?, ?, ?, ?, ?, ?, 0, 0, 1)",
            (key, name, method, packed, time.time(), any(map(os.path.ismount, roots))),
        )
        return int(made.lastrowid or 0)


# What a process that died was working on has not been counted.
_RUNS = """
    select run.id, name, roots, title, precision, started, ended,
        coalesce(counted.classified, run.classified), coalesce(counted.failed, run.failed), total, skipped
    from run
    join method on method.id = run.method
    left join (
        select run, count(probability) as classified, count(*) - count(probability) as failed
        from entry indexed by entry_by_class
        where removed = 0 and run in (select id from run where ended is null)
        group by run
    ) as counted on counted.run = run.id
"""
_PUT_BACK = "update entry indexed by entry_by_class set removed = 0 where run = ? and removed = ?"


def _run(row: Sequence[Any], path: Path | None) -> Run:
    number, name, roots, title, precision, started, ended, classified, failed, total, skipped = row
    folders = tuple(Path(os.fsdecode(root)) for root in roots.split(b"\0")[:-1])
    try:
        kinds = Counter(json.loads(skipped)).most_common()
    except (TypeError, ValueError) as error:
        raise StoreError(StoreTrouble.DAMAGED, str(path), "what was passed over is damaged") from error
    return Run(number, name, folders, title, precision, started, ended, classified, failed, total, tuple(kinds))
