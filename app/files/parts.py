"""The unfinished files of `whole_file`, and those that killed processes left.

Whoever writes a part holds a lock on it until it has its final name, and the system lets go of the lock when the
process dies, however it dies. So a part whose lock can be taken belongs to nobody and is removed when the same file is
written the next time; no clock has a say in it. Should that happen to a part before its writer has the lock, the writer
makes another. Windows needs no lock: it refuses to remove a file that somebody has open.
"""

from __future__ import annotations

import os
import re
import secrets
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar

from app.files.locks import is_new, require_lock

_AnyFile = TypeVar("_AnyFile", TextIO, BinaryIO)


def open_part(
    target: Path, opened: Callable[[Path], _AnyFile], beginning: Callable[[Path], None] | None = None
) -> tuple[Path, _AnyFile]:
    """Open the unfinished `target`, hidden and beside it; the lock on it is held until it is closed.

    Args:
        target: the file that it is to become.
        opened: makes and opens a file.
        beginning: told the name before.

    Returns:
        Its name, and what was opened.

    Raises:
        OSError: it cannot be made.
    """
    while True:
        part = target.with_name(f"{_prefix(target)}{secrets.token_hex(4)}.part")
        if beginning is not None:
            beginning(part)
        file = opened(part)
        if is_new(file.fileno(), part):
            return part, file
        file.close()


@contextmanager
def held(descriptor: int) -> Iterator[None]:
    """Hold the lock on a part while the block lasts, even if it is closed in the block."""
    if sys.platform == "win32":  # which renames no file that is open
        yield
        return
    kept = os.dup(descriptor)
    try:
        yield
    finally:
        os.close(kept)


def remove_stale_parts(target: Path) -> None:
    """Remove the parts of `target` that no living process writes; what cannot be looked at or removed stays."""
    with suppress(OSError), os.scandir(target.parent) as entries:
        for entry in entries:
            if _is_part(entry, target):
                with suppress(OSError):
                    _remove_if_stale(entry.path)


def _prefix(target: Path) -> str:
    return f".{target.name[:40]}."


def _is_part(entry: os.DirEntry[str], target: Path) -> bool:
    """Whether this is a file whose name `open_part` could have made."""
    middle = entry.name.removeprefix(_prefix(target)).removesuffix(".part")
    is_named = entry.name == f"{_prefix(target)}{middle}.part" and re.fullmatch("[0-9a-f]{8}", middle) is not None
    return is_named and entry.is_file(follow_symlinks=False)


def _remove_if_stale(part: str) -> None:
    """Raises OSError where the part is in use."""
    if sys.platform == "win32":
        os.unlink(part)
        return
    descriptor = os.open(part, os.O_RDWR | os.O_NOFOLLOW | os.O_NONBLOCK)  # NFS locks only what can be written
    try:
        require_lock(descriptor)
        os.unlink(part)
    finally:
        os.close(descriptor)
