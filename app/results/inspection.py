"""A look at the results store that makes, migrates and mends nothing."""

from __future__ import annotations

import os
import sqlite3
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import quote

from app.results.database import APPLICATION_ID, StoreError, StoreTrouble, store_errors
from app.results.schema import MIGRATIONS

_BELONGINGS = ("-wal", "-journal")
_WRITE_AHEAD = (
    2  # the read version in the header of a database with a write-ahead log (https://sqlite.org/fileformat.html)
)


@dataclass(frozen=True, slots=True)
class Inspection:
    """What a store is.

    Attributes:
        version: of its schema; 0 for an empty file that becomes a store when it is used.
        is_current: whether this program writes the same version; an older one is brought up to date when it is used.
        runs, pictures: how many it holds.
        bytes: its size on the disk, with its log.
        has_log: whether it keeps a write-ahead log; else a rollback journal.
    """

    version: int
    is_current: bool
    runs: int
    pictures: int
    bytes: int
    has_log: bool


def inspect(path: Path) -> Inspection:
    """Look at the store at `path`, and whether all of it can be read; that takes a second for some 100 MB.

    Raises:
        StoreError: NEWER, FOREIGN, DAMAGED, BUSY, or UNUSABLE where it cannot be read.
    """
    with store_errors(path):
        size, has_log = _on_disk(path)
        database = sqlite3.connect(_address(path), uri=True)
        try:
            return _inspected(database, path, size, has_log)
        finally:
            database.close()


def _inspected(database: sqlite3.Connection, path: Path, size: int, has_log: bool) -> Inspection:
    def asked(query: str) -> int:
        return int(database.execute(query).fetchone()[0])

    if not asked("pragma schema_version"):
        return Inspection(0, False, 0, 0, size, has_log)
    if asked("pragma application_id") != APPLICATION_ID:
        raise StoreError(StoreTrouble.FOREIGN, str(path))
    version, known = asked("pragma user_version"), len(MIGRATIONS)
    if version > known:
        raise StoreError(StoreTrouble.NEWER, str(path), f"version {version}; this program knows {known}")
    (found,) = database.execute("pragma quick_check(1)").fetchone()
    if found != "ok":
        raise StoreError(StoreTrouble.DAMAGED, str(path), str(found).splitlines()[-1])
    runs, pictures = asked("select count(*) from run"), asked("select count(*) from picture")
    return Inspection(version, version == known, runs, pictures, size, has_log)


def _on_disk(path: Path) -> tuple[int, bool]:
    """The size of the database with its log, and whether it has one."""
    with path.open("rb") as file:
        head = file.read(20)
    sizes = (os.path.getsize(name) for name in _names(path) if os.path.exists(name))
    return path.stat().st_size + sum(sizes), head[19:20] == bytes([_WRITE_AHEAD])


def _address(path: Path) -> str:
    """The store as SQLite opens it to read.

    With a write-ahead log, a reader too makes files beside the store, and leaves them; not so if it takes the store for
    one that nobody changes. Where such files are there already, somebody may be writing, and the reader looks at them.
    """
    place = quote(os.fsencode(path.absolute().as_posix()))
    in_use = any(os.path.exists(name) for name in _names(path))
    return f"file://{'' if place.startswith('/') else '/'}{place}?mode=ro{'' if in_use else '&immutable=1'}"


def _names(path: Path) -> list[str]:
    return [f"{path}{belonging}" for belonging in _BELONGINGS]
