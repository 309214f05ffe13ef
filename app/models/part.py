"""The unfinished file of a download, beside its destination: kept when it breaks off, and gone when it is done.

Beside `NAME` lie `NAME.part`; `NAME.part.json`, which says what it is a part of; and `NAME.part.lock`, on which whoever
downloads holds a lock meanwhile, so that a second one does not write into the same part.
"""

from __future__ import annotations

import errno
import hashlib
import json
import os
import stat
from collections.abc import Generator, Iterator
from contextlib import ExitStack, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from app.files.locks import passing_lock
from app.files.ordinary import open_ordinary
from app.files.room import free_bytes, is_full
from app.models.wanted import DownloadFailure, Wanted
from app.steps import DownloadTrouble


@dataclass(frozen=True, slots=True)
class Content:
    """What a file was when it was read to its end: the 64 digits of its SHA-256, and its size in bytes."""

    sha256: str
    bytes: int


_T = TypeVar("_T")
Passing = Generator[tuple[int, int], None, _T]
"""Reads a file; yields, between two blocks, how many bytes of how many it has passed."""

_BLOCK = 1 << 20  # bytes
_STRETCH = 8 << 20  # bytes that are written before the drive is waited for: nobody hears Stop while it catches up
_NOTE = 4096  # bytes of a note
_FLAGS = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _FLAGS
_WRITE = os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0) | _FLAGS


@contextmanager
def disk_failures(path: Path) -> Iterator[None]:
    """Raise a `DownloadFailure` for what the file system says about `path` or what lies beside it."""
    try:
        yield
    except OSError as error:
        said = error.strerror or str(error)
        trouble = DownloadTrouble.NO_ROOM if is_full(error) else DownloadTrouble.UNWRITABLE
        raise DownloadFailure(trouble, str(path), said) from error


def make_folder(folder: Path) -> None:
    """Raises a `DownloadFailure` where it cannot be made."""
    with disk_failures(folder):
        folder.mkdir(parents=True, exist_ok=True)


def require_room(folder: Path, needed: int) -> None:
    """Raises a `DownloadFailure` where so many more bytes do not fit."""
    free = free_bytes(folder)
    if free is not None and needed > free:
        detail = f"{needed:,} bytes are needed, {free:,} are free"
        raise DownloadFailure(DownloadTrouble.NO_ROOM, str(folder), detail)


def proved(wanted: Wanted) -> Passing[Content | None]:
    """The file that is there already, if it is the wanted one as far as anybody can tell.

    Raises:
        DownloadFailure: something lies there that cannot be looked at, or is no ordinary file.
    """
    with disk_failures(wanted.path):
        try:
            descriptor = os.open(wanted.path, _READ)
        except FileNotFoundError:
            return None
        try:
            status = os.fstat(descriptor)
            if not stat.S_ISREG(status.st_mode):
                raise OSError(errno.EINVAL, "it is no ordinary file")
            if wanted.size not in (None, status.st_size):
                return None
            content = yield from _content(descriptor)
        finally:
            os.close(descriptor)
    return content if content.sha256.startswith(wanted.digest) else None


class Part:
    """The unfinished file, opened; every method may raise a `DownloadFailure`.

    Attributes:
        size: bytes that are there.
        validator: by which the server tells whether the file is still the one that these bytes are of, or "".
    """

    def __init__(self, wanted: Wanted) -> None:
        self._wanted = wanted
        self._path = _beside(wanted, "part")
        self._note = _beside(wanted, "part.json")
        self._unsynced = 0
        self.validator = ""
        with disk_failures(self._path):
            self._descriptor = os.open(self._path, _WRITE, 0o666)
            self.size = os.fstat(self._descriptor).st_size

    def resume(self) -> None:
        """Go on with what is there, if it is a part of the wanted file; a digest will prove that, or a validator."""
        noted = self._noted()
        is_too_large = self._wanted.size is not None and self.size > self._wanted.size
        self.validator = noted or ""
        if noted is None or is_too_large or not self.can_grow:
            self.begin("")

    @property
    def can_grow(self) -> bool:
        """Whether more can be added to what is there in another try, since it would be found out if that were of
        another file: by the server, or by the digest.
        """
        return bool(self.size and (self.validator or self._wanted.digest))

    def begin(self, validator: str) -> None:
        """Throw away what is there; what comes now is of the file that the server calls `validator`."""
        with disk_failures(self._path):
            self._note.unlink(missing_ok=True)
            os.ftruncate(self._descriptor, 0)
            said = {"address": self._wanted.address, "digest": self._wanted.digest, "validator": validator}
            self._note.write_text(json.dumps(said), encoding="utf-8")
        self.size, self.validator = 0, validator

    def append(self, block: bytes) -> None:
        """Add bytes to its end."""
        with disk_failures(self._path):
            os.lseek(self._descriptor, self.size, os.SEEK_SET)
            while block:
                written = os.write(self._descriptor, block)
                self.size += written
                self._unsynced += written
                block = block[written:]
            if self._unsynced >= _STRETCH:
                self._sync()

    def content(self) -> Passing[Content]:
        """What is there, read again."""
        with disk_failures(self._path):
            return (yield from _content(self._descriptor))

    def place(self) -> None:
        """Give it the name of the destination; a file of this name goes. Nothing else is left behind."""
        with disk_failures(self._wanted.path):
            self._sync()
            self.close()  # Windows renames no file that is open
            os.replace(self._path, self._wanted.path)
        self._remove()

    def close(self) -> None:
        """Keep what is there, if anything, for another time."""
        if self._descriptor < 0:
            return
        descriptor, self._descriptor = self._descriptor, -1
        with disk_failures(self._path):
            os.close(descriptor)
        if not self.size:
            self._remove()

    def _sync(self) -> None:
        os.fsync(self._descriptor)
        self._unsynced = 0

    def _remove(self) -> None:
        for path in (self._path, self._note):
            with suppress(OSError):
                path.unlink()

    def _noted(self) -> str | None:
        """The validator in the note; None where there is no note, or that of another file.

        Another address may have the same file, which the digest proves; but its validator is of no use here.
        """
        try:
            with open_ordinary(self._note) as file:
                said = json.loads(file.read(_NOTE))
        except (OSError, ValueError, RecursionError):
            return None
        validator = said.get("validator") if isinstance(said, dict) else None
        if not isinstance(validator, str) or said.get("digest") != self._wanted.digest:
            return None
        if said.get("address") == self._wanted.address:
            return validator
        return "" if self._wanted.digest else None


@contextmanager
def held_part(wanted: Wanted) -> Iterator[Part]:
    """The part of a file, while no other process has it.

    Raises:
        DownloadFailure: BUSY, NO_ROOM or UNWRITABLE.
    """
    with _held(wanted):
        part = Part(wanted)
        try:
            part.resume()
            yield part
        finally:
            part.close()


def remove_part(path: Path) -> int:
    """Remove what an unfinished download left beside its destination, unless somebody is at it.

    Returns:
        How many bytes that were.

    Raises:
        DownloadFailure: BUSY or UNWRITABLE.
    """
    wanted = Wanted("", path)
    part = _beside(wanted, "part")
    if not part.exists():
        return 0
    with _held(wanted), disk_failures(part):
        size = part.stat().st_size
        part.unlink()
        _beside(wanted, "part.json").unlink(missing_ok=True)
    return size


@contextmanager
def _held(wanted: Wanted) -> Iterator[None]:
    path = _beside(wanted, "part.lock")
    with ExitStack() as lock:
        with disk_failures(path):
            try:
                lock.enter_context(passing_lock(path))
            except BlockingIOError as error:
                raise DownloadFailure(DownloadTrouble.BUSY, str(wanted.path)) from error
        yield


def _beside(wanted: Wanted, ending: str) -> Path:
    return wanted.path.with_name(f"{wanted.path.name}.{ending}")


def _content(descriptor: int) -> Passing[Content]:
    digest, passed, size = hashlib.sha256(), 0, os.fstat(descriptor).st_size
    os.lseek(descriptor, 0, os.SEEK_SET)
    while block := os.read(descriptor, _BLOCK):
        digest.update(block)
        passed += len(block)
        yield passed, size
    return Content(digest.hexdigest(), passed)
