"""What a second start of the program wants of the first, as bytes."""

from __future__ import annotations

import os
import struct
from dataclasses import dataclass
from pathlib import Path

GREETING = b"whatsit 1\n"  # of the first, when it has time; the number is that of this language
TAKEN = b"taken\n"  # its answer, once the pictures are its own
LARGEST = 16 << 20  # bytes

_LENGTH = struct.Struct(">I")


@dataclass(frozen=True, slots=True)
class Errand:
    """Pictures and folders that are to be opened, and the window brought to the front.

    Attributes:
        paths: absolute paths; there may be none.
        token: what a Wayland desktop gave the second start, so that it may come to the front; or "".
    """

    paths: tuple[Path, ...] = ()
    token: str = ""


def written(errand: Errand) -> bytes:
    """The errand with its length before it; paths stay what they are, byte for byte.

    Raises:
        ValueError: it is larger than anybody takes.
    """
    parts = b"\0".join([os.fsencode(errand.token), *(os.fsencode(path) for path in errand.paths)])
    if len(parts) > LARGEST:
        raise ValueError(f"{len(parts)} bytes are too many")
    return _LENGTH.pack(len(parts)) + parts


def read(data: bytes) -> Errand | None:
    """The errand that these bytes are, or None as long as there are too few of them.

    Raises:
        ValueError: they can become none.
    """
    if len(data) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack_from(data)
    if length > LARGEST or len(data) > _LENGTH.size + length:
        raise ValueError("it is no errand")
    if len(data) < _LENGTH.size + length:
        return None
    token, *names = map(os.fsdecode, data[_LENGTH.size :].split(b"\0"))
    if not all(map(os.path.isabs, names)):
        raise ValueError("a path is not absolute")
    return Errand(tuple(map(Path, names)), token)
