"""Who is at the other end of a local socket."""

from __future__ import annotations

import os
import socket
import struct
import sys

_CREDENTIALS = struct.Struct("3i")  # process, user, group: unix(7)


def is_own(descriptor: int) -> bool:
    """Whether the other end belongs to this user.

    Linux tells; elsewhere the folder of the socket, or the pipe's own rights, keep others out.
    """
    if not sys.platform.startswith("linux"):
        return True
    try:
        with socket.socket(fileno=os.dup(descriptor)) as end:
            credentials = end.getsockopt(socket.SOL_SOCKET, socket.SO_PEERCRED, _CREDENTIALS.size)
    except OSError:
        return False
    return bool(_CREDENTIALS.unpack(credentials)[1] == os.getuid())
