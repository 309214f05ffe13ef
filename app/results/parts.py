"""The unfinished files of `whole_file`, and those that killed processes left.

Whoever writes a part holds a lock on it (`flock`) until it has its final name, and the system lets go of the lock when
the process dies, however it dies. So a part whose lock can be taken belongs to nobody and is removed when the same file
is written the next time. Windows has no `flock`, but refuses to remove a file that somebody has open.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

if sys.platform != "win32":
    import fcntl

YOUNG = 5.0  # seconds


def new_part(target: Path) -> Path:
    """A name for the unfinished `target`, hidden and beside it."""
    return target.with_name(f"{_prefix(target)}{secrets.token_hex(4)}.part")


def remove_stale_parts(target: Path, young: float | None = None) -> None:
    """Remove the parts of `target` that no living process writes; what cannot be looked at or removed stays.

    Args:
        target: the file that they were to become.
        young: seconds that a part is left alone, since it may not have its lock yet; `YOUNG` where none are given.
    """
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if _is_part(entry, target):
                with suppress(OSError):
                    _remove_if_stale(entry.path, YOUNG if young is None else young)


@contextmanager
def held(descriptor: int) -> Iterator[None]:
    """Hold the lock on a part that has just been opened while the block lasts, even if it is closed in the block.

    Where the file system knows no locks nothing is held, and nobody else can take the lock either.
    """
    if sys.platform == "win32":
        yield
        return
    kept = os.dup(descriptor)
    try:
        with suppress(OSError):
            lock(kept)
        yield
    finally:
        os.close(kept)


def lock(descriptor: int) -> None:
    """Take the lock on an open file, which the system lets go of when the process dies.

    Raises:
        OSError: another process holds it, or the file system knows no locks. Windows has none to be taken.
    """
    if sys.platform != "win32":
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}."


def _is_part(entry: os.DirEntry[str], target: Path) -> bool:
    """Whether this is a file whose name `new_part` could have made."""
    middle = entry.name.removeprefix(_prefix(target)).removesuffix(".part")
    is_named = entry.name == f"{_prefix(target)}{middle}.part" and re.fullmatch("[0-9a-f]{8}", middle) is not None
    return is_named and entry.is_file(follow_symlinks=False)


def _remove_if_stale(part: str, young: float) -> None:
    """Raises OSError where the part is in use. One that was just made may not have its lock yet."""
    if time.time() - os.lstat(part).st_mtime < young:
        return
    if sys.platform == "win32":
        os.unlink(part)
        return
    descriptor = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)  # NFS locks only what can be written
    try:
        lock(descriptor)
        os.unlink(part)
    finally:
        os.close(descriptor)
