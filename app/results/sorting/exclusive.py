"""A rename that replaces nothing, which Python does not have."""

from __future__ import annotations

import ctypes
import errno
import os
import sys
from pathlib import Path

_HERE = -100  # AT_FDCWD: paths are as they are
_NOREPLACE = 1  # RENAME_NOREPLACE of renameat2(2)
_EXCLUSIVE = 4  # RENAME_EXCL of renamex_np(2)


def rename_exclusively(source: Path, target: Path) -> None:
    """Rename in one step, unless the new name is taken.

    Raises:
        FileExistsError: it is.
        OSError: ENOSYS, EINVAL or ENOTSUP where system or file system cannot; or whatever else is wrong.
    """
    if sys.platform == "win32":
        os.rename(source, target)  # which does not replace there
        return
    library = ctypes.CDLL(None, use_errno=True)
    old, new = os.fsencode(source), os.fsencode(target)
    if hasattr(library, "renameat2"):
        failed = library.renameat2(_HERE, old, _HERE, new, _NOREPLACE)
    elif hasattr(library, "renamex_np"):
        failed = library.renamex_np(old, new, _EXCLUSIVE)
    else:
        raise OSError(errno.ENOSYS, os.strerror(errno.ENOSYS), str(source))
    if failed:
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(source), None, str(target))
