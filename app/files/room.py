"""Room on a drive."""

from __future__ import annotations

import errno
import shutil
from pathlib import Path

_FULL = (errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC))


def is_full(error: OSError) -> bool:
    """Whether the system says that there is no room, for this user or for a file of this size."""
    return error.errno in _FULL


def free_bytes(folder: Path) -> int | None:
    """How many bytes fit into a folder that is there; None where the system does not tell."""
    try:
        return shutil.disk_usage(folder).free
    except OSError:
        return None
