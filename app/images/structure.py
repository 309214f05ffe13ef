"""Whether a file is as long as its own structure says: what tells a file that is cut off from one that is damaged."""

from __future__ import annotations

import os
import struct
from collections.abc import Callable
from typing import BinaryIO

from app.images.formats import AVIF, BMP, GIF, HEIF, ICO, JPEG, JPEG_2000, PNG, TIFF, WEBP, Kind
from app.images.tiff import first_directory, is_cut_off, numbers


def ends_early(kind: Kind, file: BinaryIO) -> bool:
    """Whether the file is shorter than its own structure says."""
    check = _STRUCTURES.get(kind)
    try:
        return check is not None and check(file, file.seek(0, os.SEEK_END))
    except struct.error:  # a field that is cut off
        return True
    except (OSError, ValueError):
        return False


def _png_ends_early(file: BinaryIO, size: int) -> bool:
    """Chunks (length, name, data, checksum) run up to IEND."""
    at = 8
    while at + 12 <= size:
        file.seek(at)
        length, name = int.from_bytes(file.read(4), "big"), file.read(4)
        if name == b"IEND":
            return False
        if not name.isalpha():
            return False
        at += 12 + length
    return True


def _boxes_end_early(file: BinaryIO, size: int) -> bool:
    """Boxes (length, name, data) fill the file: AVIF, HEIF, JP2. A bare JPEG 2000 codestream ends with a marker."""
    file.seek(0)
    if file.read(4) == b"\xff\x4f\xff\x51":
        return _lacks_end(b"\xff\xd9")(file, size)
    at = 0
    while at + 8 <= size:
        file.seek(at)
        length, name = int.from_bytes(file.read(4), "big"), file.read(4)
        if length == 1:
            length = int.from_bytes(file.read(8), "big")
        if length == 0 and name in (b"mdat", b"jp2c", b"meta"):
            return _lacks_end(b"\xff\xd9")(file, size) if name == b"jp2c" else False
        if length < 8:
            return False
        at += length
    return at != size


def _riff_ends_early(file: BinaryIO, size: int) -> bool:
    file.seek(4)
    return 8 + int.from_bytes(file.read(4), "little") > size


def _bmp_ends_early(file: BinaryIO, size: int) -> bool:
    file.seek(2)
    return int.from_bytes(file.read(4), "little") > size


def _ico_ends_early(file: BinaryIO, size: int) -> bool:
    """Each entry of the directory names the length and the place of its picture."""
    file.seek(4)
    count = int.from_bytes(file.read(2), "little")
    entries = (file.read(16) for _ in range(count))
    return any(
        int.from_bytes(entry[8:12], "little") + int.from_bytes(entry[12:16], "little") > size for entry in entries
    )


def _tiff_ends_early(file: BinaryIO, size: int) -> bool:
    """The first directory and the strips or tiles it names lie inside the file."""
    directory = first_directory(file)
    if is_cut_off(directory, size):
        return True
    starts = numbers(file, directory, 273) or numbers(file, directory, 324)
    lengths = numbers(file, directory, 279) or numbers(file, directory, 325)
    return any(start + length > size for start, length in zip(starts, lengths, strict=False))


def _lacks_end(mark: bytes, within: int = 1024) -> Callable[[BinaryIO, int], bool]:
    """A check that the last bytes hold the mark with which this kind of file ends; some programs add to it."""

    def check(file: BinaryIO, size: int) -> bool:
        file.seek(max(0, size - within))
        return mark not in file.read(within)

    return check


_STRUCTURES: dict[Kind, Callable[[BinaryIO, int], bool]] = {
    PNG: _png_ends_early,
    AVIF: _boxes_end_early,
    HEIF: _boxes_end_early,
    JPEG_2000: _boxes_end_early,
    WEBP: _riff_ends_early,
    BMP: _bmp_ends_early,
    ICO: _ico_ends_early,
    TIFF: _tiff_ends_early,
    JPEG: _lacks_end(b"\xff\xd9"),
    GIF: _lacks_end(b";", within=4),
}
