"""Locks between processes, and one rule for file systems that know none.

A lock is on an open file, and the system lets go of it when the process ends, however it ends. It keeps two processes
from doing the same work at the same moment: from making one store, sorting into one folder, tagging one sidecar,
downloading one file.

Where the file system of the user's data knows no locks, **the work goes on**, and the log says so. What can go wrong
then takes two programs at once: both may bring one store up to date, or move it aside as damaged, and the second gets
an error; one of two sorts into a folder may take the other's hidden copy for a dead one's, which ends with a sentence;
of two that tag a sidecar the tags of one may be missing. No picture is lost or overwritten by any of this, since a step
on a picture replaces nothing, whoever takes it. To refuse would keep such a home folder from ever sorting, undoing or
tagging, and who has sorted there from getting the files back.

A lock is also a **proof**: that nobody writes a file any more, since its writer is dead. Where there are no locks there
is no proof, and such a file stays.
"""

from __future__ import annotations

import errno
import logging
import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl

logger = logging.getLogger(__name__)

_LISTEN = 0.05  # seconds between two looks at whether another process still holds a lock

_LOOKS = 3  # at whether a file that is locked is still the one that has its name

_FLAGS = os.O_RDWR | os.O_CREAT | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0)


@contextmanager
def one_at_a_time(path: Path, gives_up: Callable[[], bool] = lambda: True) -> Iterator[None]:
    """Hold the lock on an empty file at `path`, made if need be, while the block lasts.

    Args:
        path: the file; it stays.
        gives_up: says, while another process holds the lock, whether it is no longer waited for; at first if not given.

    Raises:
        BlockingIOError: another process holds it.
        OSError: the file cannot be made.
    """
    descriptor = os.open(path, _FLAGS, 0o600)
    try:
        if not _waited_for(descriptor, gives_up):
            logger.warning("no locks where %r is: nothing keeps a second process out", str(path))
        yield
    finally:
        os.close(descriptor)


@contextmanager
def passing_lock(path: Path) -> Iterator[None]:
    """The same, for work that leaves nothing behind: the file is there only while the block lasts.

    Raises:
        BlockingIOError: another process holds it.
        OSError: the file cannot be made.
    """
    descriptor = _lock_at(path)
    try:
        yield
    finally:
        if sys.platform != "win32":  # where it could no longer be told whose file it is once the lock is gone
            with suppress(OSError):
                os.unlink(path)
        os.close(descriptor)
        if sys.platform == "win32":  # which removes no file that is open, be it here or elsewhere
            with suppress(OSError):
                os.unlink(path)


def is_new(descriptor: int, path: Path) -> bool:
    """Take the lock on a file that has just been made; False where somebody who removes what dead processes left was
    quicker, so that another has to be made. Windows removes no file that is open, and needs no lock for it.
    """
    if sys.platform == "win32":
        return True
    try:
        _locked(descriptor)
    except BlockingIOError:
        return False
    return _is_at(descriptor, path)


def require_lock(descriptor: int) -> None:
    """Take the lock on an open file, as a proof that no living process writes it; Windows has other ways to tell.

    Raises:
        OSError: another process holds it, or the file system knows no locks.
    """
    if sys.platform != "win32" and not _locked(descriptor):
        raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


def _lock_at(path: Path) -> int:
    """Open and lock the file that has this name then: whoever had it before has removed it in the meantime, or not."""
    for look in range(_LOOKS):
        descriptor = os.open(path, _FLAGS, 0o600)
        try:
            if not _locked(descriptor):
                logger.warning("no locks where %r is: nothing keeps a second process out", str(path))
            if look == _LOOKS - 1 or _is_at(descriptor, path):
                break
        except BaseException:
            os.close(descriptor)
            raise
        os.close(descriptor)
    return descriptor


def _is_at(descriptor: int, path: Path) -> bool:
    try:
        return os.path.samestat(os.fstat(descriptor), os.lstat(path))
    except FileNotFoundError:
        return False


def _waited_for(descriptor: int, gives_up: Callable[[], bool]) -> bool:
    """The same as `_locked`, once the other process is done."""
    while True:
        try:
            return _locked(descriptor)
        except BlockingIOError:
            if gives_up():
                raise
            time.sleep(_LISTEN)


def _locked(descriptor: int) -> bool:
    """Take the lock; False where the file system knows none. Raises BlockingIOError where another process holds it."""
    try:
        if sys.platform == "win32":
            msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
        else:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except (BlockingIOError, PermissionError) as error:
        raise BlockingIOError(errno.EAGAIN, os.strerror(errno.EAGAIN)) from error
    except OSError:
        return False
    return True
