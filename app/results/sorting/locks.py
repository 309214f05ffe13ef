"""One sort at a time into a folder."""

from __future__ import annotations

import hashlib
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from app.results.sorting.journal import journal_errors
from app.results.sorting.steps import SortFailure
from app.values import SortTrouble

if sys.platform == "win32":
    import msvcrt
else:
    import fcntl


@contextmanager
def destination_held(destination: Path, sorts: Path) -> Iterator[None]:
    """Hold the lock on a destination while the block lasts; the system lets go of it however the process ends.

    The lock is on a file in `sorts`, so that it needs no right on the destination, and holds for all names of it.

    Raises:
        SortFailure: another process holds it, or there is no place for it.
    """
    name = hashlib.sha256(os.fsencode(os.path.realpath(destination))).hexdigest()[:16]
    with journal_errors(sorts):
        descriptor = os.open(sorts / f".{name}.lock", os.O_RDWR | os.O_CREAT | getattr(os, "O_CLOEXEC", 0), 0o600)
    try:
        try:
            _lock(descriptor)
        except OSError as error:
            raise SortFailure(SortTrouble.BUSY, destination) from error
        yield
    finally:
        os.close(descriptor)


def _lock(descriptor: int) -> None:
    """Raises OSError where it is taken. A file system that knows no locks takes it for taken."""
    if sys.platform == "win32":
        msvcrt.locking(descriptor, msvcrt.LK_NBLCK, 1)
    else:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
