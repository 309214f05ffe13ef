"""The plan of a sort: what would happen to every picture. Making it changes nothing.

It is a private database on the disk, so that a million pictures take no more memory than a thousand; carried out, it
becomes the journal.
"""

from __future__ import annotations

import hashlib
import os
import secrets
import sqlite3
import time
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from threading import Event
from types import TracebackType
from typing import BinaryIO

from app.files.locks import one_at_a_time
from app.files.parts import held, open_part, remove_stale_parts
from app.results.sorting.arranging import Arranging
from app.results.sorting.checks import obstacles, standing
from app.results.sorting.entering import Entering
from app.results.sorting.journal import Phase, journal_errors
from app.results.sorting.lines import Line, files_in, files_left, lines_of
from app.results.sorting.placing import sync_folder
from app.results.sorting.schema import NOTES, SCHEMA
from app.results.sorting.steps import Looked, Options, Origin, SortError
from app.results.sorting.template import Template
from app.values import Left, Outcome, Way

_EVERY = 200  # pictures between two steps
ENDING = ".sort"  # of a journal's name
_NAME = f"%Y%m%d-%H%M%S-%f{ENDING}"


@dataclass(frozen=True, slots=True)
class FolderCount:
    """A folder of the plan.

    Attributes:
        number: by which `Plan.files` knows it.
        path: below the destination.
        is_new: whether it will be made.
        pictures, companions: how many come into it.
        bytes: how large these files are together.
    """

    number: int
    path: Path
    is_new: bool
    pictures: int
    companions: int
    bytes: int


@dataclass(frozen=True, slots=True)
class Summary:
    """A plan in figures.

    Attributes:
        pictures, companions: how many files would be sorted.
        renamed: how many pictures get a number behind their name, because it is taken.
        bytes: how many would be copied.
        left: why others are left alone, and how many, the most frequent first.
        obstacles: what stands against the whole; with one it is not carried out.
        inside: the folder among the roots that the destination lies in, or None.
    """

    pictures: int
    companions: int
    renamed: int
    bytes: int
    left: tuple[tuple[Left, int], ...]
    obstacles: tuple[SortError, ...]
    inside: Path | None


class Plan:
    """A plan; used by one thread at a time.

    Attributes:
        options: what was asked for.
        key: digest over what was asked for, by which an unfinished sort is known again.
    """

    def __init__(self, options: Options, roots: Sequence[Path], origin: Origin) -> None:
        """Prepare one; `look` makes it.

        Raises:
            TemplateError: the template names no folder.
            SortFailure: there is no place for a plan.
        """
        self.options = options
        self.key = key_of(options, origin)
        self._template = Template(options.folders)
        self._roots = tuple(roots)
        self._standing = standing(options.destination)
        with journal_errors(None):
            self._database = sqlite3.connect("", isolation_level=None, check_same_thread=False)
            self._database.executescript(f"pragma synchronous = off; {SCHEMA} {NOTES}")
            values = (self.key, os.fsencode(options.destination.absolute()), options.way.value, Phase.PLANNED.value)
            store = None if origin.store is None else os.fsencode(origin.store)
            rest = (time.time(), secrets.token_hex(4), store, origin.run, origin.name)
            self._database.execute("insert into sort values (1, ?, ?, ?, ?, ?, ?, ?, ?, ?)", (*values, *rest))

    def __enter__(self) -> Plan:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Drop it."""
        self._database.close()

    def look(self, outcomes: Iterable[Outcome], stop: Event) -> Iterator[Looked]:
        """Plan for these pictures, once; as soon as `stop` is set the rest is left out, and so is the plan.

        Raises:
            SortFailure: there is no room for the plan.
            StoreError: as the outcomes raise it.
        """
        entering = Entering(self._database, self.options, self._template, self._roots, self._standing.device)
        yield from self._steps(map(entering.enter, outcomes), stop, 0)
        arranging = Arranging(self._database, self.options, self._standing.device)
        pictures = self._count("id = picture")
        yield from self._steps(arranging.arrange(), stop, pictures)

    def summary(self) -> Summary:
        """The plan in figures.

        Raises:
            SortFailure: it cannot be read.
        """
        size = self._bytes()
        with journal_errors(None):
            left = self._database.execute(_LEFT).fetchall()
        return Summary(
            self._count("state = 'planned' and id = picture"),
            self._count("state = 'planned' and id <> picture"),
            self._count("state = 'planned' and id = picture and target <> name"),
            size,
            tuple((Left(why), number) for why, number in left),
            obstacles(self.options, self._standing, size),
            self._inside(),
        )

    def folders(self) -> Iterator[FolderCount]:
        """The folders that get something, by name."""
        with journal_errors(None):
            for number, path, is_new, *counts in self._database.execute(_FOLDERS):
                yield FolderCount(number, Path(os.fsdecode(path)), bool(is_new), *counts)

    def lines(self) -> Iterator[Line]:
        """Every file, in the order of the run, each picture before its companions."""
        with journal_errors(None):
            yield from lines_of(self._database, self.options.destination)

    def files(self, folder: int, after: int, most: int) -> list[Line]:
        """The files that come into a folder, those behind the one of number `after` (0 for the first), `most` at most.

        Raises:
            SortFailure: the plan cannot be read.
        """
        with journal_errors(None):
            return files_in(self._database, self.options.destination, folder, after, most)

    def left(self, why: Left, after: int, most: int) -> list[Line]:
        """The files that are left alone for this reason; as `files`."""
        with journal_errors(None):
            return files_left(self._database, self.options.destination, why, after, most)

    def write(self, sorts: Path) -> Path:
        """Write the journal into the folder `sorts`, whole or not at all; its name is returned.

        Raises:
            SortFailure: it cannot be written.
        """
        with journal_errors(sorts):
            sorts.mkdir(parents=True, exist_ok=True)
            remove_stale_parts(sorts / "sort")
            part, file = open_part(sorts / "sort", _private)
            try:
                with held(file.fileno()):
                    file.close()
                    self._write(part)
                with one_at_a_time(sorts / ".names.lock", lambda: False):
                    target = _newest_name(sorts)
                    os.rename(part, target)
            except BaseException:
                part.unlink(missing_ok=True)
                raise
            sync_folder(sorts)
        return target

    def _write(self, part: Path) -> None:
        database = sqlite3.connect(part, isolation_level=None)
        try:
            database.execute("pragma journal_mode = off")  # a kill would leave it beside the part
            self._database.backup(database)
        finally:
            database.close()

    def _steps(self, work: Iterable[object], stop: Event, before: int) -> Iterator[Looked]:
        """Do the work in transactions, with a step now and then."""
        number = 0
        with journal_errors(None):
            self._database.execute("begin")
        try:
            with journal_errors(None):
                for number, _ in enumerate(work, 1):
                    if stop.is_set():
                        return
                    if number % _EVERY == 0:
                        yield Looked(before + number)
        finally:
            with journal_errors(None):
                self._database.execute("commit")
        yield Looked(before + number)

    def _bytes(self) -> int:
        if self.options.way is Way.LINK:
            return 0
        device = self._standing.device if self.options.way is Way.MOVE else None
        with journal_errors(None):
            query = "select coalesce(sum(size), 0) from item where state = 'planned' and identity not like ?"
            return int(self._database.execute(query, (f"{device}:%",)).fetchone()[0])

    def _count(self, which: str) -> int:
        with journal_errors(None):
            return int(self._database.execute(f"select count(*) from item where {which}").fetchone()[0])

    def _inside(self) -> Path | None:
        real = Path(os.path.realpath(self.options.destination))
        return next((root for root in self._roots if real.is_relative_to(os.path.realpath(root))), None)


def _private(path: Path) -> BinaryIO:
    """A new file that nobody else may read."""
    return open(path, "x+b", opener=lambda name, flags: os.open(name, flags, 0o600))


def _newest_name(sorts: Path) -> Path:
    """A name that sorts behind those that are there, for one journal: after them even if the clock has gone back."""
    moments = [datetime.now()]
    for name in os.listdir(sorts):
        with suppress(ValueError, OverflowError):
            moments.append(datetime.strptime(name, _NAME) + timedelta(microseconds=1))
    return sorts / f"{max(moments):{_NAME}}"


def key_of(options: Options, origin: Origin) -> str:
    """Digest over what is asked for; an unfinished sort of the same key is continued."""
    wish = (
        os.fsencode(options.destination.absolute()),
        options.way.value,
        options.folders,
        options.sorts_unknown,
        options.sorts_failed,
        options.least_probability,
        None if origin.store is None else os.fsencode(origin.store),
        origin.run,
    )
    return hashlib.sha256(repr(wish).encode()).hexdigest()


_LEFT = """
    select why, count(*) from item where state = 'left' group by why order by count(*) desc, why
"""
_FOLDERS = """
    select folder.id, path, folder.place is null, sum(item.id = item.picture), sum(item.id <> item.picture), sum(size)
    from folder join item on item.folder = folder.id
    where state = 'planned' group by folder.id order by folder.folded
"""
