"""The database of the results store: its schema, its migrations, and how it is opened.

SQLite, in its write-ahead mode, so that the window can read while the command line writes; on a drive of another
computer, where that mode's shared memory does not work, with a rollback journal. Its `user_version` counts migrations.
"""

from __future__ import annotations

import errno
import os
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from enum import Enum
from pathlib import Path

from app.results.drives import is_on_network

PATIENCE = 60.0  # seconds that a second writer waits for the first; a transaction takes milliseconds

MIGRATIONS: tuple[str, ...] = (
    """
    create table method (
        id integer primary key,
        fingerprint text not null unique,
        model text not null,
        title text not null,
        precision text not null,
        labels text not null                        -- a JSON array, one label per output of the network
    ) strict;
    create table picture (
        id integer primary key,
        path blob not null unique                   -- the bytes of an absolute path
    ) strict;
    create table outcome (
        id integer primary key,
        picture integer not null references picture,
        method integer not null references method,
        size integer,                               -- of the file, with its time of change; null when it is not there
        mtime_ns integer,
        width integer,                              -- what follows up to the scores is of classified pictures
        height integer,
        device text,
        class integer,                              -- the likeliest
        probability real,
        scores blob,                                -- 20 classes, see scores.py
        stage text,                                 -- and this of failed ones
        reason text,
        detail text
    ) strict;
    create index outcome_of_picture on outcome (picture, method);
    create table run (
        id integer primary key,
        key text not null,                          -- digest over what was asked for; an unfinished run is found by it
        name text not null,
        method integer not null references method,
        roots blob not null,                        -- absolute paths, each ended by a zero byte
        started real not null,                      -- seconds since 1970
        ended real,                                 -- null while it is not complete
        classified integer not null,                -- how many, when it was worked on last
        failed integer not null,
        pass integer not null                       -- how often it was begun or continued
    ) strict;
    create index run_by_key on run (key);
    create table entry (
        run integer not null references run on delete cascade,
        position blob not null,                     -- bytes that compare in natural order
        outcome integer not null references outcome,
        pass integer not null,                      -- in which pass of the run the picture was met last
        primary key (run, position)
    ) strict, without rowid;
    create index entry_by_outcome on entry (outcome);
    """,
)


class StoreTrouble(Enum):
    """Why the store cannot be used."""

    NEWER = "newer"
    BUSY = "busy"
    FULL = "full"
    UNUSABLE = "unusable"


class StoreError(Exception):
    """The store cannot be used; the pictures have nothing to do with it."""

    def __init__(self, trouble: StoreTrouble, path: str, detail: str = "") -> None:
        super().__init__(trouble.value, path, detail)
        self.trouble = trouble
        self.path = path
        self.detail = detail


def open_database(path: Path | None, migrations: Sequence[str] = MIGRATIONS) -> tuple[sqlite3.Connection, Path | None]:
    """The database at `path`, made or migrated if need be; None stands for a private one that leaves nothing.

    A file that is no sound database is moved aside first, never removed.

    Returns:
        The connection, and where a damaged file was moved to, or None.

    Raises:
        StoreError: NEWER when a newer program has written it, BUSY, FULL or UNUSABLE.
    """
    try:
        return _connected(path, migrations), None
    except sqlite3.OperationalError as error:
        raise _store_error(error, path) from error
    except sqlite3.DatabaseError as error:  # it is no database, or a malformed one
        if path is None:
            raise _store_error(error, path) from error
    with store_errors(path):
        aside = _move_aside(path)
        return _connected(path, migrations), aside


@contextmanager
def store_errors(path: Path | None) -> Iterator[None]:
    """Turn what SQLite and the system raise in the block into a `StoreError`."""
    try:
        yield
    except (sqlite3.Error, OSError) as error:
        raise _store_error(error, path) from error


@contextmanager
def writing(database: sqlite3.Connection) -> Iterator[None]:
    """One transaction: all that is done in the block, or nothing; a second writer waits before it begins."""
    database.execute("begin immediate")
    try:
        yield
        database.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("rollback")
        raise


def _connected(path: Path | None, migrations: Sequence[str]) -> sqlite3.Connection:
    if path is not None:
        try:
            path.parent.mkdir(parents=True, exist_ok=True)
            os.close(os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0), 0o600))  # answers are private
        except OSError as error:
            raise _store_error(error, path) from error
    database = sqlite3.connect(path or "", timeout=PATIENCE, isolation_level=None, check_same_thread=False)
    try:
        is_shared = path is not None and not is_on_network(path)
        database.execute(f"pragma journal_mode = {'wal' if is_shared else 'delete'}").fetchone()
        database.execute(f"pragma synchronous = {'normal' if is_shared else 'full'}")
        database.execute("pragma foreign_keys = on")
        _migrate(database, path, migrations)
    except BaseException:
        database.close()
        raise
    return database


def _migrate(database: sqlite3.Connection, path: Path | None, migrations: Sequence[str]) -> None:
    """Bring the schema up to date, one writer at a time; what was there before is copied beside it."""
    if _version(database) == len(migrations):
        return
    with writing(database):
        version = _version(database)
        if version > len(migrations):
            detail = f"version {version}; this program knows {len(migrations)}"
            raise StoreError(StoreTrouble.NEWER, str(path), detail)
        if 0 < version < len(migrations) and path is not None:
            _back_up(path, version)
        for script in migrations[version:]:
            for statement in _statements(script):
                database.execute(statement)
        database.execute(f"pragma user_version = {len(migrations)}")


def _version(database: sqlite3.Connection) -> int:
    (version,) = database.execute("pragma user_version").fetchone()
    return int(version)


def _back_up(path: Path, version: int) -> None:
    """Copy the committed state through a connection of its own, since the other one is about to change it."""
    backup = path.with_name(f"{path.name}.version-{version}")
    with suppress(FileNotFoundError):
        backup.unlink()
    source, target = sqlite3.connect(path, timeout=PATIENCE), sqlite3.connect(backup)
    try:
        source.backup(target)
    finally:
        source.close()
        target.close()


def _statements(script: str) -> Iterator[str]:
    """The statements of a script one by one: `executescript` would commit the transaction first."""
    begun = ""
    for line in script.splitlines(keepends=True):
        begun += line
        if sqlite3.complete_statement(begun):
            yield begun
            begun = ""


def _move_aside(path: Path) -> Path:
    """Give a damaged database, and what belongs to it, another name."""
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in range(1, 1000))
    aside = next(name for name in names if not name.exists())
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            os.rename(f"{path}{ending}", f"{aside}{ending}")
    return aside


_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))
_KINDS = {
    sqlite3.SQLITE_BUSY: StoreTrouble.BUSY,
    sqlite3.SQLITE_LOCKED: StoreTrouble.BUSY,
    sqlite3.SQLITE_FULL: StoreTrouble.FULL,
}


def _store_error(error: sqlite3.Error | OSError, path: Path | None) -> StoreError:
    name = str(path) if path is not None else "a temporary file"
    if isinstance(error, OSError):
        trouble = StoreTrouble.FULL if error.errno in _FULL else StoreTrouble.UNUSABLE
        return StoreError(trouble, name, error.strerror or str(error))
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    return StoreError(_KINDS.get(code, StoreTrouble.UNUSABLE), name, str(error))
