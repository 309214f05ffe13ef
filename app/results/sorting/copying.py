"""Files copied and read block by block: how far it is can be told, and it can be given up, between any two blocks."""

from __future__ import annotations

import hashlib
import os
import shutil
import stat
import sys
import time
from collections.abc import Generator, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeVar

from app.results.sorting.placing import Blocked, Mark, mark_of, putting, remove, stamp_of, taking
from app.results.sorting.steps import SortFailure
from app.values import Left, SortTrouble, Stamp

_Result = TypeVar("_Result")
Passing = Generator[int, None, _Result]
"""Work that yields, between two blocks, how many bytes it has passed since; closed there, it leaves nothing behind."""

_BLOCK = 1 << 20  # bytes
_STRETCH = 4 << 20  # bytes that are written before the drive is waited for, at first
_WAIT = 0.25  # seconds that it is waited for at a time
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_READ = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | _BINARY
_NEW = os.O_RDWR | os.O_CREAT | os.O_EXCL | _BINARY


def copy(
    source: Path, part: Path, expected: Stamp, *, follow: bool = False, dressed: tuple[Stamp, int] | None = None
) -> Passing[tuple[bytes, Mark]]:
    """Copy a file into a new one, with its times, its mode and what else belongs to it, and read the copy again.

    Args:
        source: the file.
        part: the new one, which must not exist.
        expected: what the file must be.
        follow: whether the source may be a symbolic link.
        dressed: time of change and mode that the copy gets, if not those of the source.

    Returns:
        The SHA-256 of the contents, and the mark of the source while it was read.

    Raises:
        Blocked: the source cannot be read or is not what was expected, or this copy cannot be written; no part is left.
        SortFailure: nothing can be written there; no part is left, if the system lets it go.
    """
    with _opened(source, follow) as reader:
        with taking():
            status = os.fstat(reader)
        if not stat.S_ISREG(status.st_mode):
            raise Blocked(Left.NOT_A_FILE)
        if stamp_of(status) != expected:
            raise Blocked(Left.CHANGED)
        try:
            dress_of = dressed or (stamp_of(status), stat.S_IMODE(status.st_mode))
            digest = yield from _copied(reader, source, part, status, dress_of)
        except BaseException:
            with suppress(OSError):
                os.unlink(part)
            raise
    return digest, mark_of(status)


def finished(passing: Passing[_Result]) -> _Result:
    """What comes of the work, when nobody asks how far it is."""
    while True:
        try:
            next(passing)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def digest_of(path: Path) -> Passing[bytes]:
    """The SHA-256 of a file's contents.

    Raises:
        OSError: it cannot be read.
    """
    descriptor = os.open(path, _READ)
    try:
        return (yield from _digest(descriptor))
    finally:
        os.close(descriptor)


@contextmanager
def _opened(source: Path, follow: bool) -> Iterator[int]:
    with taking():
        descriptor = os.open(source, _READ | (0 if follow else getattr(os, "O_NOFOLLOW", 0)))
    try:
        yield descriptor
    finally:
        os.close(descriptor)


def _copied(
    reader: int, source: Path, part: Path, status: os.stat_result, dressed: tuple[Stamp, int]
) -> Passing[bytes]:
    with putting(part.parent):
        remove(part)
        writer = os.open(part, _NEW, 0o600)
    try:
        digest = yield from _pumped(reader, writer, part.parent)
        with putting(part.parent):
            _dress(source, part, status, dressed)
            os.fsync(writer)
            _forget_pages(writer)
            os.lseek(writer, 0, os.SEEK_SET)
            again = yield from _digest(writer)
    finally:
        os.close(writer)
    with taking():
        now = os.fstat(reader)
    if mark_of(now) != mark_of(status):
        raise Blocked(Left.CHANGED)
    if again != digest:
        raise SortFailure(SortTrouble.UNUSABLE, part.parent, "what was written there is not what is read again")
    return digest


def _pumped(reader: int, writer: int, folder: Path) -> Passing[bytes]:
    digest, passed, syncing = hashlib.sha256(), 0, _Syncing(writer)
    while True:
        with taking():
            block = os.read(reader, _BLOCK)
        if not block:
            return digest.digest()
        if passed:
            yield passed
        passed = len(block)
        digest.update(block)
        with putting(folder):
            while block:
                block = block[os.write(writer, block) :]
            syncing.wrote(passed)


class _Syncing:
    """Brings what is written to the disk stretch by stretch, as much as the drive takes in a moment.

    The system would keep gigabytes in memory else, and bring them to a slow drive at the end, where nobody hears Stop.
    """

    def __init__(self, writer: int) -> None:
        self._writer = writer
        self._stretch = _STRETCH
        self._waiting = 0

    def wrote(self, size: int) -> None:
        """So much more is written. Raises OSError where it does not arrive."""
        self._waiting += size
        if self._waiting < self._stretch:
            return
        began = time.monotonic()
        os.fsync(self._writer)
        took = max(time.monotonic() - began, _WAIT / 2)  # so that it grows twofold at most
        self._stretch = max(_BLOCK, int(self._waiting * _WAIT / took))
        self._waiting = 0


def _dress(source: Path, part: Path, status: os.stat_result, dressed: tuple[Stamp, int]) -> None:
    """Owner, extended attributes, mode and times, as far as the file system knows them and the user may set them."""
    if sys.platform != "win32":
        with suppress(PermissionError):
            os.chown(part, status.st_uid, status.st_gid)
    with suppress(PermissionError):
        shutil.copystat(source, part)
    stamp, mode = dressed
    with suppress(PermissionError):
        os.chmod(part, mode)
    with suppress(PermissionError):
        os.utime(part, ns=(status.st_atime_ns, stamp.mtime_ns))


def _digest(descriptor: int) -> Passing[bytes]:
    digest, passed = hashlib.sha256(), 0
    while block := os.read(descriptor, _BLOCK):
        if passed:
            yield passed
        passed = len(block)
        digest.update(block)
    return digest.digest()


def _forget_pages(descriptor: int) -> None:
    """Let what is read again come from the disk and not from memory, where the system takes the hint."""
    if hasattr(os, "posix_fadvise"):
        with suppress(OSError):
            os.posix_fadvise(descriptor, 0, 0, os.POSIX_FADV_DONTNEED)
