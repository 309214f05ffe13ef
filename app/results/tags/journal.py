"""What was written into which sidecar; nothing else is ever taken away again.

One row for each sidecar says how to get back to the file without our tags. Before a sidecar is changed, a second row
says what is about to happen and is on the disk; it takes the place of the first when the file is written. So after a
crash at any moment the file itself tells which of the two holds.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Iterator, Sequence
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import Any

from app.files.locks import one_at_a_time
from app.files.parts import remove_stale_parts
from app.results.database import (
    StoreError,
    StoreTrouble,
    move_aside_if_damaged,
    open_database,
    store_errors,
    writing,
)
from app.results.tags.sidecar import RefusedError, read_sidecar
from app.values import TagTrouble

_MIGRATIONS = (
    """
    create table record (
        sidecar blob not null,    -- path
        planned integer not null, -- 1 while the file is not known to be written
        before blob,              -- SHA-256 of the file that was replaced, null where there was none
        base blob,                -- of the file without our tags, null where there would be none
        after blob,               -- of the file with them, null where it was removed
        place integer not null,   -- the bytes from here on, so many, stand for these
        size integer not null,
        old blob not null,
        tags text not null,       -- ours in the file, a JSON list
        picture blob not null,    -- whose turn it was, and its tags
        wish text not null,
        primary key (sidecar, planned)
    ) without rowid;
    create table wish (
        sidecar blob not null,
        picture blob not null,
        tags text not null,
        primary key (sidecar, picture)
    ) without rowid;
    create index wish_picture on wish (picture);
    """,
)
_COLUMNS = "before, base, after, place, size, old, tags"


@dataclass(frozen=True, slots=True)
class Record:
    """What is or will be ours in a sidecar.

    Attributes:
        before: SHA-256 of the file that is replaced, None where there is none.
        base: of the file without our tags, None where there would be none.
        after: of the file with them, None where it is removed.
        place, size, old: how the file with them becomes the one without: `size` bytes from `place` on stand for `old`.
        tags: ours.
    """

    before: bytes | None
    base: bytes | None
    after: bytes | None
    place: int
    size: int
    old: bytes
    tags: tuple[str, ...]

    def undone(self, content: bytes) -> bytes | None:
        """The file without our tags, from the bytes of the file with them; None where there would be none."""
        if self.base is None:
            return None
        return content[: self.place] + self.old + content[self.place + self.size :]


class Journal:
    """The open journal; one process writes it at a time."""

    def __init__(self, path: Path, *, is_read_only: bool = False) -> None:
        """Open it, or make it.

        Args:
            path: where it lies.
            is_read_only: nothing will be written; then nothing is made either, and others may write meanwhile.

        Raises:
            StoreError: it cannot be used, or another process writes it (`BUSY`).
        """
        self._path = path
        self._written: list[tuple[bytes, bytes]] = []  # sidecars and pictures, not noted yet
        self._lock = ExitStack() if is_read_only else _locked(path)
        try:
            is_there = path.exists() or not is_read_only
            self._database, self.moved_aside = open_database(path if is_there else None, _MIGRATIONS, is_ours=True)
            self._database.execute("pragma synchronous = full")  # it must be on the disk before the sidecar is
            if not is_read_only:
                self._settle()
        except BaseException:
            self._lock.close()
            raise

    def close(self) -> None:
        """Note what was written last, and let go of the file.

        Raises:
            StoreError: that cannot be noted; it will be found out the next time.
        """
        try:
            if self._written:
                with self._changing():
                    pass
        finally:
            self._database.close()
            self._lock.close()

    def __enter__(self) -> Journal:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        self.close()

    def record(self, path: Path, now: bytes | None) -> Record | None:
        """What is ours in the sidecar at `path`, of which `now` is the SHA-256.

        Raises:
            RefusedError: that cannot be told; `failed` lets the question rest.
            StoreError: the journal cannot be used.
        """
        sidecar = os.fsencode(path)
        self._note(sidecar)
        planned = self._record(sidecar, planned=True)
        if planned is None or now == planned.before:
            return self._record(sidecar, planned=False)
        if now != planned.after:
            raise RefusedError(TagTrouble.NOT_SURE)
        return planned

    def sidecars(self, picture: Path) -> list[Path]:
        """The sidecars that hold tags of a picture.

        Raises:
            StoreError: the journal cannot be used.
        """
        key = os.fsencode(picture)
        self._note(key)
        rows = self._asked("select sidecar from wish where picture = ? order by sidecar", (key,))
        return [Path(os.fsdecode(row[0])) for row in rows]

    def wanted(self, path: Path, picture: Path, tags: Sequence[str]) -> tuple[str, ...]:
        """All tags that a sidecar shall hold when this picture has these; several pictures may share one.

        Raises:
            StoreError: the journal cannot be used.
        """
        sidecar = os.fsencode(path)
        self._note(sidecar)
        rows = self._asked("select picture, tags from wish where sidecar = ?", (sidecar,))
        wishes = {each: _tags(text) for each, text in rows} | {os.fsencode(picture): tuple(tags)}
        return tuple(dict.fromkeys(tag for _, each in sorted(wishes.items()) for tag in each))

    def wish(self, path: Path, picture: Path) -> tuple[str, ...]:
        """The tags of a picture in a sidecar.

        Raises:
            StoreError: the journal cannot be used.
        """
        keys = (os.fsencode(path), os.fsencode(picture))
        self._note(*keys)
        rows = self._asked("select tags from wish where sidecar = ? and picture = ?", keys)
        return _tags(rows[0][0]) if rows else ()

    def plan(self, path: Path, record: Record, picture: Path, tags: Sequence[str]) -> None:
        """Write down, for good, what is about to happen to a sidecar.

        Raises:
            StoreError: it cannot be written down; nothing may happen then.
        """
        values = (os.fsencode(path), record.before, record.base, record.after, record.place, record.size, record.old)
        words = (json.dumps(record.tags), os.fsencode(picture), json.dumps(tuple(tags)))
        with self._changing():
            self._database.execute(
                f"insert or replace into record (sidecar, planned, {_COLUMNS}, picture, wish)"
                " values (?, 1, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                (*values, *words),
            )

    def written(self, path: Path, picture: Path) -> None:
        """What was planned has happened; this is noted together with the next plan."""
        self._written.append((os.fsencode(path), os.fsencode(picture)))

    def failed(self, path: Path) -> None:
        """What was planned did not happen, or nobody can tell.

        Raises:
            StoreError: the journal cannot be used.
        """
        with self._changing():
            self._database.execute("delete from record where sidecar = ? and planned", (os.fsencode(path),))

    def note(self, path: Path, picture: Path, tags: Sequence[str], *, nothing_is_ours: bool) -> None:
        """A picture's tags hold although its sidecar stayed as it was.

        Raises:
            StoreError: the journal cannot be used.
        """
        sidecar = os.fsencode(path)
        with self._changing():
            self._set_wish(sidecar, os.fsencode(picture), json.dumps(tuple(tags)))
            if nothing_is_ours:
                self._database.execute("delete from record where sidecar = ?", (sidecar,))

    def follow(self, moves: Iterable[tuple[Path, Path]]) -> None:
        """Pictures and sidecars were moved from here to there by ourselves; all in one go.

        Raises:
            StoreError: the journal cannot be used; then nothing of it is noted.
        """
        with self._changing():
            for old, new in moves:
                keys = (os.fsencode(new), os.fsencode(old))
                self._database.execute("update or replace record set sidecar = ? where sidecar = ?", keys)
                self._database.execute("update or replace record set picture = ? where picture = ?", keys)
                self._database.execute("update or replace wish set sidecar = ? where sidecar = ?", keys)
                self._database.execute("update or replace wish set picture = ? where picture = ?", keys)

    def _note(self, *keys: bytes) -> None:
        """Note what was written if it concerns one of these sidecars and pictures, which are about to be read."""
        if any(set(keys) & set(each) for each in self._written):
            with self._changing():
                pass

    @contextmanager
    def _changing(self) -> Iterator[None]:
        with store_errors(self._path), writing(self._database):
            for sidecar, _ in self._written:
                self._promote(sidecar)
            yield
        self._written.clear()

    def _settle(self) -> None:
        """See what became of the sidecars that a process was about to write when it was killed."""
        for sidecar, picture in self._asked("select sidecar, picture from record where planned"):
            path = Path(os.fsdecode(sidecar))
            planned = self._record(sidecar, planned=True)
            remove_stale_parts(path)
            with suppress(RefusedError):  # its drive may be connected again
                now = read_sidecar(path).digest
                if planned is not None and now == planned.after:
                    self.written(path, Path(os.fsdecode(picture)))
                elif planned is not None and now == planned.before:
                    self.failed(path)

    def _promote(self, sidecar: bytes) -> None:
        row = self._database.execute(
            "select tags, picture, wish from record where sidecar = ? and planned", (sidecar,)
        ).fetchone()
        if row is None:
            return
        tags, picture, wish = row
        self._database.execute("delete from record where sidecar = ? and not planned", (sidecar,))
        if _tags(tags):
            self._database.execute("update record set planned = 0 where sidecar = ?", (sidecar,))
        else:
            self._database.execute("delete from record where sidecar = ?", (sidecar,))
        self._set_wish(sidecar, picture, wish)

    def _set_wish(self, sidecar: bytes, picture: bytes, tags: str) -> None:
        if _tags(tags):
            self._database.execute("insert or replace into wish values (?, ?, ?)", (sidecar, picture, tags))
        else:
            self._database.execute("delete from wish where sidecar = ? and picture = ?", (sidecar, picture))

    def _record(self, sidecar: bytes, *, planned: bool) -> Record | None:
        rows = self._asked(f"select {_COLUMNS} from record where sidecar = ? and planned = ?", (sidecar, planned))
        if not rows:
            return None
        before, base, after, place, size, old, tags = rows[0]
        return Record(before, base, after, place, size, old, _tags(tags))

    def _asked(self, query: str, values: Sequence[object] = ()) -> list[tuple[Any, ...]]:
        with store_errors(self._path):
            return self._database.execute(query, values).fetchall()


def set_aside(path: Path, error: StoreError) -> Path | None:
    """Give the journal at `path` another name if `error` says that it is damaged; where it lies now, or None."""
    if error.trouble is StoreTrouble.DAMAGED and error.path == str(path):
        with suppress(OSError):
            return move_aside_if_damaged(path)
    return None


def _tags(text: str) -> tuple[str, ...]:
    return tuple(json.loads(text))


def _locked(path: Path) -> ExitStack:
    """Holds the journal until it is closed; two processes that write the same sidecar would not see each other.

    Raises:
        StoreError: another process has it.
    """
    lock = ExitStack()
    with store_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        try:
            lock.enter_context(one_at_a_time(Path(f"{path}.busy")))
        except BlockingIOError as error:
            raise StoreError(StoreTrouble.BUSY, str(path), "another process is writing tags") from error
    return lock
