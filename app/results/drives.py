"""Whether a file lies on a drive of another computer, where some of the system's promises do not hold."""

from __future__ import annotations

import os
import re
import sys
from pathlib import Path

_NETWORK = re.compile(r"nfs\d?|cifs|smb\w*|afs|9p|ceph|glusterfs|lustre|davfs|fuse\.(sshfs|rclone|s3fs|gvfsd-fuse)")
_MOUNTS = Path("/proc/self/mounts")
_REMOTE = 4  # GetDriveType's DRIVE_REMOTE


def is_on_network(path: Path) -> bool:
    """Whether the folder of `path` lies on a drive of another computer; False where that cannot be told."""
    if sys.platform == "win32":
        import ctypes

        drive = os.path.splitdrive(os.path.abspath(path))[0]
        return drive.startswith("\\\\") or ctypes.windll.kernel32.GetDriveTypeW(f"{drive}\\") == _REMOTE
    try:
        mounts = _MOUNTS.read_text(encoding="utf-8", errors="surrogateescape")
    except OSError:
        return False
    return _NETWORK.fullmatch(_kind(os.path.realpath(path.parent), mounts)) is not None


def _kind(folder: str, mounts: str) -> str:
    """The kind of file system of the mount that a folder lies in: the one with the longest mount point."""
    longest, kind = "", ""
    for line in mounts.splitlines():
        _, point, this, *_ = [*line.split(" "), "", "", ""]
        point = re.sub(r"\\([0-7]{3})", lambda octal: chr(int(octal[1], 8)), point)
        is_inside = folder == point or folder.startswith(point.rstrip("/") + "/")
        if is_inside and len(point) >= len(longest):
            longest, kind = point, this
    return kind
