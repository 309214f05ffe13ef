"""Single files: named without replacing, and taken away, each so that a full copy exists at any instant."""

from __future__ import annotations

import errno
import os
import stat
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path

from app.results.sorting.exclusive import rename_exclusively
from app.results.sorting.names import folded
from app.results.sorting.steps import SortFailure
from app.values import Left, SortTrouble, Stamp

_HUGE = (1 << 63) - 1  # databases count no further
_BINARY = getattr(os, "O_BINARY", 0) | getattr(os, "O_CLOEXEC", 0)
_ABSENT = (errno.ENOENT, errno.ENOTDIR)
_OF_ONE_FILE = (errno.ENAMETOOLONG, errno.EINVAL, errno.EILSEQ, errno.EFBIG)
_NO_ROOM = (errno.ENOSPC, getattr(errno, "EDQUOT", errno.ENOSPC))
_NO_RIGHT = (errno.EROFS, errno.EACCES, errno.EPERM)
# What `link` answers where the file system has no hard links, or none for this file.
_NO_LINKS = (
    errno.EPERM,
    errno.EACCES,
    errno.ENOSYS,
    errno.EINVAL,
    errno.EMLINK,
    errno.ENOTSUP,
    getattr(errno, "EOPNOTSUPP", errno.ENOTSUP),
)


class Blocked(Exception):
    """One file cannot be sorted or restored; the others can."""

    def __init__(self, why: Left, detail: str = "") -> None:
        super().__init__(why.value, detail)
        self.why = why
        self.detail = detail


class OtherDrive(Exception):
    """Two folders that looked as if they were on one drive are not."""


@dataclass(frozen=True, slots=True)
class Mark:
    """How it is told that a file is still the one that was opened: device, number, size, times of both changes."""

    identity: str
    stamp: Stamp
    ctime_ns: int


def mark_of(status: os.stat_result) -> Mark:
    """The mark of a file. Windows has no time of the last change of the entry, but that of its making."""
    return Mark(identity_of(status), stamp_of(status), status.st_ctime_ns)


def stamp_of(status: os.stat_result) -> Stamp:
    """Size and time of change, as the results store keeps them."""
    return Stamp(status.st_size, max(-_HUGE, min(status.st_mtime_ns, _HUGE)))


def identity_of(status: os.stat_result) -> str:
    """Device and number, as text that fits any size of them."""
    return f"{status.st_dev}:{status.st_ino}"


def status_or_none(path: Path, *, follow: bool = False) -> os.stat_result | None:
    """The status of a file, None where there is none.

    Raises:
        OSError: it cannot be told.
    """
    try:
        return os.stat(path, follow_symlinks=follow)
    except OSError as error:
        if error.errno in _ABSENT:
            return None
        raise


@contextmanager
def taking() -> Iterator[None]:
    """What goes wrong in the block is the fault of one file that is read or taken away.

    Raises:
        Blocked: instead of OSError.
    """
    try:
        yield
    except OSError as error:
        absent = error.errno in _ABSENT
        raise Blocked(Left.GONE if absent else Left.UNREADABLE, "" if absent else _words(error)) from error


@contextmanager
def putting(folder: Path) -> Iterator[None]:
    """What goes wrong in the block is the fault of the folder written into, or of a name or size it cannot hold.

    Raises:
        Blocked: instead of OSError, where other files may fit.
        SortFailure: instead of OSError, where none will.
    """
    try:
        yield
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in _OF_ONE_FILE:
            raise Blocked(Left.UNWRITABLE, _words(error)) from error
        raise SortFailure(_trouble(error), folder, _words(error)) from error


def sync_folder(folder: Path) -> None:
    """Let the names in a folder reach the disk, where the system can be asked to.

    Raises:
        OSError: they do not arrive.
    """
    if sys.platform == "win32":
        return
    descriptor = os.open(folder, os.O_RDONLY | _BINARY)
    try:
        os.fsync(descriptor)
    except OSError as error:
        if error.errno not in (errno.EINVAL, errno.ENOTSUP):  # some network drives know no such thing
            raise
    finally:
        os.close(descriptor)


def link(held: Path, target: Path) -> bool:
    """Give a file a second name; False where there are no hard links.

    Raises:
        OtherDrive: the name would be on another drive.
        OSError: it is not possible; FileExistsError if the name is taken.
    """
    try:
        with _one_drive():
            os.link(held, target)
    except FileExistsError:
        raise
    except OSError as error:
        if error.errno in _NO_LINKS:
            return False
        raise
    return True


def rename(held: Path, target: Path, note: Callable[[str], None]) -> None:
    """Rename a file, replacing nothing.

    Where there is no such rename, an empty file takes the name, which fails if it is taken, and is then replaced.

    Args:
        held: the file.
        target: its new name.
        note: told device and number of that empty file, by which `remove_placeholder` knows it after a crash.

    Raises:
        OtherDrive: the name would be on another drive.
        OSError: it is not possible; FileExistsError if the name is taken.
    """
    try:
        with _one_drive():
            rename_exclusively(held, target)
    except OSError as error:
        if error.errno not in (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP):
            raise
        _rename_over_placeholder(held, target, note)


def symlink(text: str, path: Path, like: os.stat_result) -> None:
    """Make a symbolic link that says this, with the times of another one where links have them.

    Raises:
        OSError: it is not possible; FileExistsError if the name is taken.
    """
    os.symlink(text, path)
    with suppress(OSError, NotImplementedError):
        os.utime(path, ns=(like.st_atime_ns, like.st_mtime_ns), follow_symlinks=False)


def remove_placeholder(path: Path, placeholder: str | None) -> None:
    """Remove the empty file of this device and number that holds a name; any other, and one with contents, stays.

    Raises:
        OSError: it stays, or cannot be looked at.
    """
    status = status_or_none(path)
    if status is not None and status.st_size == 0 and identity_of(status) == placeholder:
        remove(path)


def part_of(folder: Path, token: str, number: int) -> Path:
    """The name of a file that is not whole yet: hidden, and told from those of other sorts and of other files."""
    return folder / f".whatsit-{token}-{number}.part"


def is_same_file(one: Path, other: Path) -> bool:
    """Whether two names are of one file; symbolic links are not followed."""
    here, there = status_or_none(one), status_or_none(other)
    return here is not None and there is not None and os.path.samestat(here, there)


def is_same_name(one: Path, other: Path, *, follow: bool = True) -> bool:
    """Whether two paths lead to one name of one file, through folders or files that are links; with it both would go.

    Two that differ in case only are taken for one.

    Raises:
        OSError: it cannot be told.
    """
    folders, names = zip(*(_place_of(path, follow) for path in (one, other)), strict=True)
    return names[0] == names[1] and os.path.samestat(*map(os.stat, folders))


def remove(path: Path) -> None:
    """Take a name away, if it is there; on Windows one that is write-protected too.

    Raises:
        OSError: it stays.
    """
    try:
        os.unlink(path)
    except FileNotFoundError:
        return
    except PermissionError:
        if sys.platform != "win32":
            raise
        os.chmod(path, stat.S_IWRITE)
        os.unlink(path)


def _rename_over_placeholder(held: Path, target: Path, note: Callable[[str], None]) -> None:
    descriptor = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _BINARY, 0o600)
    try:
        placeholder = identity_of(os.fstat(descriptor))
    finally:
        os.close(descriptor)
    try:
        note(placeholder)
        with _one_drive():
            os.replace(held, target)
    except BaseException:
        with suppress(OSError):
            remove_placeholder(target, placeholder)
        raise


@contextmanager
def _one_drive() -> Iterator[None]:
    """Raises OtherDrive instead of the OSError that says so."""
    try:
        yield
    except OSError as error:
        if error.errno == errno.EXDEV:
            raise OtherDrive from error
        raise


def _place_of(path: Path, follow: bool) -> tuple[str, str]:
    folder, name = os.path.split(os.path.realpath(path) if follow else path)
    return folder, folded(name)


def _trouble(error: OSError) -> SortTrouble:
    if error.errno in _NO_ROOM:
        return SortTrouble.NO_ROOM
    return SortTrouble.READ_ONLY if error.errno in _NO_RIGHT else SortTrouble.UNUSABLE


def _words(error: OSError) -> str:
    return error.strerror or str(error)
