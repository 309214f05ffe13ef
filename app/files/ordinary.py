"""Files that are nothing but files: a pipe is never waited for, and a device that never ends is not read."""

from __future__ import annotations

import errno
import os
import stat
from pathlib import Path
from typing import BinaryIO


def open_ordinary(path: Path) -> BinaryIO:
    """Open an ordinary file, to be read.

    Raises:
        OSError: it cannot be opened, or is something else.
    """
    file = open(path, "rb", opener=_without_waiting)  # noqa: SIM115 - it is the caller's
    if not stat.S_ISREG(os.fstat(file.fileno()).st_mode):
        file.close()
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    return file


def _without_waiting(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0))
