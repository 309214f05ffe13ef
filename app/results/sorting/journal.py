"""The journal of one sort: what shall happen to every file, and what has happened to it so far.

A SQLite file of its own, so that whatever ends the program leaves either what was before a change or what is after it.
Each change is on the disk before the next step is taken on the files (`synchronous = full`), but for those that the
files themselves tell again.
"""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from enum import Enum
from pathlib import Path
from types import TracebackType
from typing import Any

from app.results.drives import is_on_network
from app.results.sorting.lines import Line, lines_of
from app.results.sorting.schema import APPLICATION_ID, VERSION
from app.results.sorting.steps import SortFailure
from app.values import Left, SortTrouble, Stamp, Way

PAGE = 500  # items that are read at a time
_PATIENCE = 10.0  # seconds that a look into a journal waits for who writes it


class Phase(Enum):
    """How far a sort is."""

    PLANNED = "planned"
    BEGUN = "begun"
    COMPLETE = "complete"
    UNDOING = "undoing"
    UNDONE = "undone"


class State(Enum):
    """What has become of a file."""

    PLANNED = "planned"
    LEFT = "left"  # the plan leaves it alone
    READY = "ready"  # about to get its name by a step that leaves no trace of its own
    PLACED = "placed"  # it has its name, and the original is still to go
    DONE = "done"
    SKIPPED = "skipped"  # it was to be sorted, and could not be
    RETURNING = "returning"  # about to get its old name by a step that leaves no trace of its own
    UNDONE = "undone"
    KEPT = "kept"  # it was to be restored, and could not be


@dataclass(frozen=True, slots=True)
class Header:
    """What is true of a whole sort; see the schema."""

    key: str
    destination: Path
    way: Way
    phase: Phase
    began: float
    token: str
    store: Path | None
    run: int
    name: str


@dataclass(frozen=True, slots=True)
class Item:
    """A file and what becomes of it; see the schema.

    Attributes:
        number, picture: its own number, and that of the picture it goes along with (itself, if it is one).
        source, target: where it comes from and where it goes, as absolute paths.
        tail: what follows the stem of its picture in its name.
        placeholder: device and number of the empty file that holds a name for it, or None.
    """

    number: int
    picture: int
    source: Path
    target: Path
    stem: str
    tail: str
    stamp: Stamp
    mode: int
    identity: str
    link: str | None
    state: State
    digest: bytes | None
    placed: Stamp | None
    placeholder: str | None

    @property
    def is_companion(self) -> bool:
        return self.number != self.picture


class Journal:
    """An open journal."""

    def __init__(self, path: Path) -> None:
        """Open the one that is there.

        Raises:
            SortFailure: there is none, it is none, or it cannot be used.
        """
        self.path = path
        if not os.path.isfile(path):
            raise SortFailure(SortTrouble.JOURNAL_MISSING, path)
        with journal_errors(path):
            self._database = _connected(path)
            try:
                _require_ours(self._database, path)
                self._database.execute(f"pragma journal_mode = {'delete' if is_on_network(path) else 'wal'}")
                self._database.execute("pragma synchronous = full")
            except BaseException:
                self._database.close()
                raise
        self._later: list[tuple[str, Sequence[object]]] = []
        self.header = self._header()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the file."""
        self._database.close()

    def refresh(self) -> Header:
        """What is true now; another process may have gone on with it."""
        self.header = self._header()
        return self.header

    def enter(self, phase: Phase) -> None:
        """Note how far the whole is."""
        self._write(("update sort set phase = ?", (phase.value,)))
        self.header = self._header()

    # --- reading -------------------------------------------------------------------------------------------------

    def items(self, *states: State, backwards: bool = False) -> Iterator[Item]:
        """The files in these states, each picture before its companions; the states may change meanwhile."""
        where = ", ".join(f"'{state.value}'" for state in states)
        than, order = ("<", "desc") if backwards else (">", "asc")
        query = (
            f"{_ITEM} where item.state in ({where}) and (item.picture, item.id) {than} (?, ?)"
            f" order by item.picture {order}, item.id {order} limit {PAGE}"
        )
        last = (1 << 62, 0) if backwards else (0, 0)
        while True:
            page = [self._item(row) for row in self._rows(query, last)]
            yield from page
            if len(page) < PAGE:
                return
            last = page[-1].picture, page[-1].number

    def group(self, picture: int) -> list[Item]:
        """A picture and its companions."""
        return [self._item(row) for row in self._rows(f"{_ITEM} where item.picture = ? order by item.id", (picture,))]

    def item(self, number: int) -> Item:
        """One file."""
        return self._item(self._rows(f"{_ITEM} where item.id = ?", (number,))[0])

    def count(self, *states: State) -> int:
        """How many files are in these states."""
        where = ", ".join(f"'{state.value}'" for state in states)
        return int(self._rows(f"select count(*) from item where state in ({where})")[0][0])

    def size(self, *states: State) -> int:
        """How large the files in these states are together."""
        where = ", ".join(f"'{state.value}'" for state in states)
        return int(self._rows(f"select coalesce(sum(size), 0) from item where state in ({where})")[0][0])

    def both_stayed(self) -> int:
        """How many files have their name while the original could not be taken away."""
        return int(self._rows("select count(*) from item where state = 'done' and why is not null")[0][0])

    def made(self) -> list[Path]:
        """Folders that were not there before, the innermost first."""
        paths = [os.fsdecode(path) for (path,) in self._rows("select path from made")]
        return sorted(map(Path, paths), key=lambda path: len(path.parts), reverse=True)

    def folders(self) -> list[Path]:
        """Folders that hold what was sorted, and nothing that was sorted from there."""
        rows = self._rows(
            "select path from folder where not is_mixed and exists (select 1 from item where folder = folder.id)"
        )
        return [self.header.destination / os.fsdecode(path) for (path,) in rows]

    def lines(self) -> Iterator[Line]:
        """Every file, as the plan had it, and why some were left where they are."""
        with journal_errors(self.path):
            yield from lines_of(self._database, self.header.destination)

    def unfollowed(self, state: State, *, is_followed: bool) -> list[Item]:
        """Some files in this state of which it is not sure that the store knows them in their folder, or does not."""
        query = f"{_ITEM} where item.state = ? and item.is_followed in (?, 2) and item.target is not null limit {PAGE}"
        return [self._item(row) for row in self._rows(query, (state.value, int(not is_followed)))]

    # --- writing -------------------------------------------------------------------------------------------------

    def will_get(self, digest: bytes | None, item: Item) -> None:
        """Note that a file is about to get its name by a step that leaves no trace of its own."""
        self._write(
            ("update item set state = 'ready', digest = ?, placeholder = null where id = ?", (digest, item.number))
        )

    def held(self, item: Item, placeholder: str) -> None:
        """Note which empty file holds the name that a file is about to get."""
        self._write(("update item set placeholder = ? where id = ?", (placeholder, item.number)))

    def placed(self, item: Item, digest: bytes | None, stamp: Stamp, *, is_done: bool) -> None:
        """Note that a file has its name, and what it is there."""
        state = State.DONE if is_done else State.PLACED
        values = (state.value, digest, stamp.size, stamp.mtime_ns, item.number)
        columns = "state = ?, digest = ?, placed_size = ?, placed_mtime_ns = ?, placeholder = null"
        self._write((f"update item set {columns} where id = ?", values))

    def settle_group(self, picture: int, state: State, why: Left, detail: str) -> None:
        """Note what has become of a picture and of those of its companions that nothing was done with yet."""
        words = detail.encode("utf-8", "backslashreplace").decode()
        query = "update item set state = ?, why = ?, detail = ? where picture = ? and state in ('planned', 'ready')"
        self._write((query, (state.value, why.value, words, picture)))

    def settle(self, item: Item, state: State, why: Left | None = None, detail: str = "") -> None:
        """Note what has become of a file."""
        self._write(_settled(item, state, why, detail))

    def settle_later(self, item: Item, state: State, why: Left | None = None, detail: str = "") -> None:
        """The same, with the next change: until then the files themselves tell it."""
        self._later.append(_settled(item, state, why, detail))
        if len(self._later) >= PAGE:
            self.flush()

    def flush(self) -> None:
        """Write what was to be written later."""
        if self._later:
            self._write()

    def rename(self, names: Iterable[tuple[Item, str]]) -> None:
        """Note that files get other names in their folder."""
        self._write(
            *(("update item set target = ? where id = ?", (os.fsencode(name), item.number)) for item, name in names)
        )

    def make(self, folder: Path) -> None:
        """Note that a folder which is not there will be made."""
        self._write(("insert or ignore into made (path) values (?)", (os.fsencode(folder),)))

    def not_made(self, folder: Path) -> None:
        """Note that somebody else has made it."""
        self._write(("delete from made where path = ?", (os.fsencode(folder),)))

    def will_follow(self, items: Iterable[Item]) -> None:
        """Note that the results store is about to be told of these files, and may know them from now on."""
        self._write(*(("update item set is_followed = 2 where id = ?", (each.number,)) for each in items))

    def follow(self, items: Iterable[Item], *, is_followed: bool) -> None:
        """Note that the results store knows these files in their folder, or no longer does."""
        self._write(
            *(("update item set is_followed = ? where id = ?", (int(is_followed), each.number)) for each in items)
        )

    def _write(self, *changes: tuple[str, Sequence[object]]) -> None:
        with journal_errors(self.path):
            self._database.execute("begin immediate")
            try:
                for query, values in (*self._later, *changes):
                    self._database.execute(query, values)
                self._database.execute("commit")
            except BaseException:
                if self._database.in_transaction:
                    self._database.execute("rollback")
                raise
        self._later.clear()

    def _rows(self, query: str, values: Sequence[object] = ()) -> list[Any]:
        with journal_errors(self.path):
            return self._database.execute(query, values).fetchall()

    def _header(self) -> Header:
        rows = self._rows("select key, destination, way, phase, began, token, store, run, name from sort")
        try:
            ((key, destination, way, phase, began, token, store, run, name),) = rows
            where = Path(os.fsdecode(destination)), Way(way), Phase(phase), began, token
            return Header(key, *where, None if store is None else Path(os.fsdecode(store)), run, name)
        except (TypeError, ValueError) as error:
            raise SortFailure(SortTrouble.JOURNAL_UNUSABLE, self.path, str(error)) from error

    def _item(self, row: Sequence[Any]) -> Item:
        (
            number,
            picture,
            source,
            folder,
            target,
            name,
            stem,
            size,
            mtime_ns,
            mode,
            identity,
            link,
            state,
            digest,
            placeholder,
            *at,
        ) = row
        place = self.header.destination / os.fsdecode(folder or b"") / os.fsdecode(target or name)
        root = os.fsdecode(stem)
        return Item(
            number,
            picture,
            Path(os.fsdecode(source)),
            place,
            root,
            os.fsdecode(name)[len(root) :],
            Stamp(size, mtime_ns),
            mode,
            identity,
            None if link is None else os.fsdecode(link),
            State(state),
            digest,
            None if at[0] is None else Stamp(*at),
            placeholder,
        )


@contextmanager
def journal_errors(path: Path | None) -> Iterator[None]:
    """Turn what SQLite and the system raise in the block into a `SortFailure`."""
    try:
        yield
    except (sqlite3.Error, OSError, OverflowError, UnicodeError) as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF == sqlite3.SQLITE_NOTADB:
            raise SortFailure(SortTrouble.JOURNAL_FOREIGN, path or "") from error
        name = path or "a temporary file"
        raise SortFailure(SortTrouble.JOURNAL_UNUSABLE, name, getattr(error, "strerror", None) or str(error)) from error


def _connected(path: Path) -> sqlite3.Connection:
    return sqlite3.connect(path, timeout=_PATIENCE, isolation_level=None, check_same_thread=False)


def _require_ours(database: sqlite3.Connection, path: Path) -> None:
    if database.execute("pragma application_id").fetchone()[0] != APPLICATION_ID:
        raise SortFailure(SortTrouble.JOURNAL_FOREIGN, path)
    if (version := database.execute("pragma user_version").fetchone()[0]) > VERSION:
        raise SortFailure(SortTrouble.JOURNAL_NEWER, path, f"version {version}; this program knows {VERSION}")


def _settled(item: Item, state: State, why: Left | None, detail: str) -> tuple[str, Sequence[object]]:
    words = detail.encode("utf-8", "backslashreplace").decode()
    values = (state.value, why.value if why else None, words, item.number)
    return "update item set state = ?, why = ?, detail = ?, placeholder = null where id = ?", values


_ITEM = """
    select item.id, item.picture, source, folder.path, target, name, stem, size, mtime_ns, mode, identity, link, state,
        digest, placeholder, placed_size, placed_mtime_ns
    from item left join folder on folder.id = item.folder
"""
