"""The first directory of a TIFF (TIFF 6.0; BigTIFF has wider fields)."""

from __future__ import annotations

import struct
from typing import BinaryIO, NamedTuple

MOST_TAGS = 4096  # microscopes and cameras write some hundreds
MOST_NUMBERS = 65536  # of one field

_SIZES = {1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8, 13: 4, 16: 8, 17: 8, 18: 8}
_USUAL = frozenset((3, 4, 16))  # sorts of fields in which programs write whole numbers: short, long, and in a BigTIFF
# libtiff reads them in others too.
_NUMBERS = {1: "B", 3: "H", 4: "I", 6: "b", 8: "h", 9: "i", 13: "I", 16: "Q", 17: "q", 18: "Q"}


class Field(NamedTuple):
    """An entry of a directory: the sort of its numbers, how many there are, and they themselves or their place."""

    sort: int
    amount: int
    value: bytes

    @property
    def nbytes(self) -> int:
        """How many bytes the numbers take."""
        return _SIZES.get(self.sort, 0) * self.amount


class Directory(NamedTuple):
    """The first directory: the order of bytes as `struct` spells it, its entries by tag, their number, their end.

    `found` entries are in the file, counted up to `MOST_TAGS` and one; `end` is where all that are announced end.
    """

    order: str
    fields: dict[int, Field]
    found: int
    end: int


def first_directory(file: BinaryIO) -> Directory:
    """The first directory; where a tag comes twice, the first counts.

    Raises:
        struct.error: the file is cut off before it.
    """
    head = _read(file, 0, 16)
    order, is_big = "<" if head[:2] == b"II" else ">", head[2:3] == b"+"  # Pillow takes no other for a BigTIFF
    (at,) = struct.unpack_from(order + "Q", head, 8) if is_big else struct.unpack_from(order + "I", head, 4)
    start = at + (8 if is_big else 2)
    (count,) = struct.unpack(order + ("Q" if is_big else "H"), _read(file, at, start - at))
    entry = struct.Struct(order + ("HHQ8s" if is_big else "HHI4s"))
    block = _read(file, start, entry.size * min(count, MOST_TAGS + 1))
    entries = list(entry.iter_unpack(block[: len(block) // entry.size * entry.size]))
    fields = {tag: Field(*rest) for tag, *rest in reversed(entries)}
    return Directory(order, fields, len(entries), start + entry.size * count)


def numbers(file: BinaryIO, directory: Directory, tag: int) -> tuple[int, ...]:
    """The whole numbers of a field; none if it has others, or more than 65,536.

    Raises:
        struct.error: the file is cut off before they end.
    """
    field = directory.fields.get(tag)
    if field is None or not _is_numbers(field):
        return ()
    value = field.value if field.nbytes <= len(field.value) else _read(file, _place(directory, field), field.nbytes)
    return struct.unpack(f"{directory.order}{field.amount}{_NUMBERS[field.sort]}", value[: field.nbytes])


def is_cut_off(directory: Directory, size: int) -> bool:
    """Whether the directory, or the whole numbers of one of its fields, reach beyond a file of `size` bytes."""
    usual = (field for field in directory.fields.values() if field.sort in _USUAL and _is_numbers(field))
    outside = (field for field in usual if field.nbytes > len(field.value))
    return directory.end > size or any(_place(directory, field) + field.nbytes > size for field in outside)


def _is_numbers(field: Field) -> bool:
    return field.sort in _NUMBERS and field.amount <= MOST_NUMBERS


def _place(directory: Directory, field: Field) -> int:
    return int.from_bytes(field.value, "little" if directory.order == "<" else "big")


def _read(file: BinaryIO, at: int, length: int) -> bytes:
    if at >= 1 << 62:
        return b""
    file.seek(at)
    return file.read(length)
