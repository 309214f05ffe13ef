"""The database of the results store: its schema, its migrations, and how it is opened.

SQLite, in its write-ahead mode, so that the window can read while the command line writes; on a drive of another
computer, where that mode's shared memory does not work, with a rollback journal. Its `application_id` says that it is
ours, its `user_version` counts migrations.
"""

from __future__ import annotations

import glob
import os
import sqlite3
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager, suppress
from enum import Enum
from pathlib import Path
from typing import Any
from urllib.parse import quote

from app.files.locks import one_at_a_time
from app.files.room import is_full
from app.results.drives import is_on_network
from app.results.positions import name_offset
from app.results.schema import MIGRATIONS

PATIENCE = 60.0  # seconds that a second writer waits for the first; a transaction takes milliseconds
_TRY = 0.2  # seconds that SQLite itself waits: Python hears no signal meanwhile
APPLICATION_ID = 0x57485453  # "WHTS"

GivesUp = Callable[[], bool] | None
"""Says when nobody wants to wait for another process any more; None for never."""


class StoreTrouble(Enum):
    """Why the store cannot be used."""

    NEWER = "newer"
    FOREIGN = "foreign"
    DAMAGED = "damaged"
    FORGOTTEN = "forgotten"
    OTHER_METHOD = "other method"
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


def open_database(
    path: Path | None,
    migrations: Sequence[str] = MIGRATIONS,
    *,
    is_ours: bool = False,
    gives_up: GivesUp = None,
) -> tuple[sqlite3.Connection, Path | None]:
    """The database at `path`, made or migrated if need be; None stands for a private one that leaves nothing.

    Args:
        path: where it lies.
        migrations: the scripts that make each version of the schema from the one before.
        is_ours: whether nothing but a results store can have this name; then what is no database is moved aside, never
            removed. Elsewhere it is somebody else's file and left alone.
        gives_up: says when nobody wants to wait for another process any more.

    Returns:
        The connection, and where a damaged file was moved to, or None.

    Raises:
        StoreError: NEWER when a newer program has written it, FOREIGN when it is no results store, BUSY, FULL or
            UNUSABLE.
    """
    if path is None:
        with store_errors(path):
            return _connected(path, migrations, gives_up), None
    with store_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        with _alone(path, gives_up):
            try:
                return _connected(path, migrations, gives_up), None
            except sqlite3.DatabaseError as error:
                trouble = _store_error(error, path).trouble
                if trouble is not StoreTrouble.DAMAGED or not (is_ours or _is_store(path)):
                    if trouble is StoreTrouble.DAMAGED:
                        raise StoreError(StoreTrouble.FOREIGN, str(path)) from error
                    raise
            aside = _move_aside(path)
            return _connected(path, migrations, gives_up), aside


def open_to_read(path: Path, gives_up: GivesUp = None) -> sqlite3.Connection:
    """A further connection to a store, which can change nothing in it; one of an older version is brought up to date.

    Other processes are waited for, but no longer than until `gives_up()`.

    Raises:
        StoreError: it is not there, NEWER, FOREIGN, DAMAGED, BUSY or UNUSABLE.
    """
    with store_errors(path):
        database = _connected_to_read(path, gives_up)
        if _asked(database, "user_version", gives_up) < len(MIGRATIONS):
            database.close()
            open_database(path, gives_up=gives_up)[0].close()
            database = _connected_to_read(path, gives_up)
        return database


def end_reading(database: sqlite3.Connection, path: Path) -> None:
    """Close a connection to read, and leave the store in one file if nobody else has it open.

    Whoever closes a store last brings its log into it, and a connection to read may not: one that may comes and goes.
    """
    database.close()
    with suppress(sqlite3.Error), closing(sqlite3.connect(_address(path, "rw"), uri=True, timeout=_TRY)) as last:
        last.execute("select 1 from sqlite_schema").fetchone()


@contextmanager
def store_errors(path: Path | None) -> Iterator[None]:
    """Turn what SQLite and the system raise in the block into a `StoreError`."""
    try:
        yield
    except (sqlite3.Error, OSError, OverflowError, UnicodeError) as error:
        raise _store_error(error, path) from error


def patiently(
    database: sqlite3.Connection, query: str, values: Sequence[object] = (), gives_up: GivesUp = None
) -> sqlite3.Cursor:
    """Execute a query, waiting while another process holds the database, but no longer than until `gives_up()`.

    Raises:
        sqlite3.Error: BUSY when `PATIENCE` is over, or whatever else is wrong.
    """
    deadline = time.monotonic() + PATIENCE
    while True:
        try:
            return database.execute(query, values)
        except sqlite3.OperationalError as error:
            is_over = time.monotonic() > deadline or (gives_up is not None and gives_up())
            if is_over or _kind(error) is not StoreTrouble.BUSY:
                raise


@contextmanager
def writing(database: sqlite3.Connection, gives_up: GivesUp = None) -> Iterator[None]:
    """One transaction: all that is done in the block, or nothing; a second writer waits before it begins."""
    patiently(database, "begin immediate", gives_up=gives_up)
    try:
        yield
        patiently(database, "commit")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("rollback")
        raise


@contextmanager
def reading(database: sqlite3.Connection, gives_up: GivesUp = None) -> Iterator[None]:
    """What is read in the block is of one moment, whatever is written meanwhile; a writer is waited for at first."""
    database.execute("begin")
    try:
        patiently(database, "select 1 from sqlite_schema", gives_up=gives_up).fetchone()  # the moment
        yield
        database.execute("commit")
    except BaseException:
        with suppress(sqlite3.Error):
            database.execute("rollback")
        raise


def move_aside_if_damaged(path: Path, gives_up: GivesUp = None) -> Path | None:
    """Give a database that was found damaged another name, unless another process has put a sound one in its place.

    Raises:
        OSError: that is not possible.
        StoreError: BUSY, since another process was no longer waited for.
    """
    with _alone(path, gives_up):
        return None if _is_sound(path) else _move_aside(path)


def _is_sound(path: Path) -> bool:
    database = sqlite3.connect(path, timeout=_TRY, isolation_level=None)
    try:
        return bool(_asked(database, "quick_check(1)") == "ok")
    except sqlite3.DatabaseError as error:
        return _kind(error) is not StoreTrouble.DAMAGED
    finally:
        database.close()


def _move_aside(path: Path) -> Path:
    """Give a damaged database, and what belongs to it, another name."""
    names = (path.with_name(f"{path.name}.damaged-{number}") for number in range(1, 1000))
    aside = next(name for name in names if not name.exists())
    for ending in ("", "-wal", "-shm", "-journal"):
        with suppress(FileNotFoundError):
            os.rename(f"{path}{ending}", f"{aside}{ending}")
    return aside


def remove_copies(path: Path) -> None:
    """Remove what was kept beside a store of what it held before: copies of older versions and damaged ones.

    Raises:
        OSError: that is not possible.
    """
    for number in range(1, len(MIGRATIONS)):
        path.with_name(f"{path.name}.version-{number}").unlink(missing_ok=True)
    for each in path.parent.glob(f"{glob.escape(path.name)}.damaged-*"):
        each.unlink(missing_ok=True)


@contextmanager
def _alone(path: Path, gives_up: GivesUp = None) -> Iterator[None]:
    """Two processes that open at the same moment could both make, migrate or move aside what is there."""
    try:
        with one_at_a_time(Path(f"{path}.lock"), gives_up or (lambda: False)):
            yield
    except BlockingIOError as error:
        raise StoreError(StoreTrouble.BUSY, str(path)) from error


def _connected(path: Path | None, migrations: Sequence[str], gives_up: GivesUp) -> sqlite3.Connection:
    if path is not None:
        _make_private(path)
    database = sqlite3.connect(path or "", timeout=_TRY, isolation_level=None, check_same_thread=False)
    try:
        _require_ours(database, path, gives_up)
        mode = "wal" if path is not None and not is_on_network(path) else "delete"
        if _asked(database, "journal_mode", gives_up) != mode:
            patiently(database, f"pragma journal_mode = {mode}", gives_up=gives_up).fetchone()
        database.execute(f"pragma synchronous = {'normal' if mode == 'wal' else 'full'}")
        database.execute("pragma foreign_keys = on")
        database.create_function("name_offset", 1, name_offset, deterministic=True)
        _migrate(database, path, migrations, gives_up)
    except BaseException:
        database.close()
        raise
    return database


def _make_private(path: Path) -> None:
    """Make an empty file that is its owner's alone, if there is none: answers are private.

    One that is there is not even opened. Closing it would take away every lock that this process has on it, as POSIX
    wants it, and the next process that closes the store would remove the log into which this one still writes
    (https://sqlite.org/howtocorrupt.html, section 2.2).
    """
    with suppress(FileExistsError):
        os.close(os.open(os.path.realpath(path), os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))


def _connected_to_read(path: Path, gives_up: GivesUp) -> sqlite3.Connection:
    database = sqlite3.connect(
        _address(path, "ro"), uri=True, timeout=_TRY, isolation_level=None, check_same_thread=False
    )
    try:
        if _asked(database, "application_id", gives_up) != APPLICATION_ID:
            raise StoreError(StoreTrouble.FOREIGN, str(path))
        version = _asked(database, "user_version", gives_up)
        if version > len(MIGRATIONS):
            raise _newer(path, version, len(MIGRATIONS))
    except BaseException:
        database.close()
        raise
    return database


def _address(path: Path, mode: str) -> str:
    place = path.absolute().as_posix()
    return f"file://{'' if place.startswith('/') else '/'}{quote(os.fsencode(place))}?mode={mode}"


def _newer(path: Path | None, version: int, known: int) -> StoreError:
    return StoreError(StoreTrouble.NEWER, str(path), f"version {version}; this program knows {known}")


def _asked(database: sqlite3.Connection, pragma: str, gives_up: GivesUp = None) -> Any:
    return patiently(database, f"pragma {pragma}", gives_up=gives_up).fetchone()[0]


def _require_ours(database: sqlite3.Connection, path: Path | None, gives_up: GivesUp) -> None:
    """An empty database becomes ours; one of another program is left alone."""
    if _asked(database, "application_id", gives_up) == APPLICATION_ID:
        return
    if _asked(database, "schema_version", gives_up) or _asked(database, "application_id", gives_up):
        raise StoreError(StoreTrouble.FOREIGN, str(path))
    patiently(database, f"pragma application_id = {APPLICATION_ID}", gives_up=gives_up)


def _is_store(path: Path) -> bool:
    """Whether the header of a file that SQLite cannot use says that it was ours (https://sqlite.org/fileformat.html)."""
    with path.open("rb") as file:
        head = file.read(100)
    return head.startswith(b"SQLite format 3\0") and head[68:72] == APPLICATION_ID.to_bytes(4, "big")


def _migrate(database: sqlite3.Connection, path: Path | None, migrations: Sequence[str], gives_up: GivesUp) -> None:
    """Bring the schema up to date; what was there before is copied beside it."""
    if _asked(database, "user_version", gives_up) == len(migrations):
        return
    with writing(database, gives_up):
        version = _asked(database, "user_version")
        if version > len(migrations):
            raise _newer(path, version, len(migrations))
        if 0 < version < len(migrations) and path is not None:
            _back_up(path, version)
        for script in migrations[version:]:
            for statement in _statements(script):
                database.execute(statement)
        database.execute(f"pragma user_version = {len(migrations)}")


def _back_up(path: Path, version: int) -> None:
    """Copy the committed state through a connection of its own, since the other one is about to change it."""
    backup = path.with_name(f"{path.name}.version-{version}")
    with suppress(FileNotFoundError):
        backup.unlink()
    os.close(os.open(backup, os.O_RDWR | os.O_CREAT | os.O_EXCL, 0o600))  # as private as the other
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


_KINDS = {
    sqlite3.SQLITE_BUSY: StoreTrouble.BUSY,
    sqlite3.SQLITE_LOCKED: StoreTrouble.BUSY,
    sqlite3.SQLITE_FULL: StoreTrouble.FULL,
    sqlite3.SQLITE_CORRUPT: StoreTrouble.DAMAGED,
    sqlite3.SQLITE_NOTADB: StoreTrouble.DAMAGED,
}


def _kind(error: Exception) -> StoreTrouble:
    return _KINDS.get(getattr(error, "sqlite_errorcode", 0) & 0xFF, StoreTrouble.UNUSABLE)


def _store_error(error: Exception, path: Path | None) -> StoreError:
    name = str(path) if path is not None else "a temporary file"
    if isinstance(error, OSError):
        trouble = StoreTrouble.FULL if is_full(error) else StoreTrouble.UNUSABLE
        return StoreError(trouble, name, error.strerror or str(error))
    return StoreError(_kind(error), name, str(error))
