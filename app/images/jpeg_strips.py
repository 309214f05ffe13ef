"""The JPEGs inside a TIFF, one in each strip or tile, are held to the scans of a JPEG (TIFF, technical note 2)."""

from __future__ import annotations

from typing import BinaryIO

from app.images.costs import require_count
from app.images.jpeg import require_few_scans
from app.images.tiff import MOST_NUMBERS, Directory, numbers

_COMPRESSIONS = (6, 7)
_STARTS, _LENGTHS = (273, 324, 513), (279, 325, 514)  # of strips, of tiles, and of the one JPEG in older files


def check_jpeg_strips(file: BinaryIO, directory: Directory, size: int) -> None:
    """Let a TIFF of `size` bytes pass whose strips or tiles have no more scans than a JPEG of as many pixels may have.

    Raises:
        Refusal: they have more, or there are too many of them.
        struct.error: the file is cut off before the places of the strips end.
    """
    if numbers(file, directory, 259)[:1] not in [(each,) for each in _COMPRESSIONS]:
        return
    width, height = (numbers(file, directory, tag)[:1] or (0,) for tag in (256, 257))
    places: dict[int, int] = {}  # what is empty may be written once for many tiles
    for starts, lengths in zip(_STARTS, _LENGTHS, strict=True):
        amount = directory.fields[starts].amount if starts in directory.fields else 0
        require_count(amount, MOST_NUMBERS, "TIFF: more than {:,} strips of JPEG")
        first = numbers(file, directory, starts)
        ends = numbers(file, directory, lengths)
        places |= dict(zip(first, ends if len(ends) == len(first) else [size] * len(first), strict=True))
    places = {start: min(length, size - start) for start, length in places.items() if 0 <= start < size}
    require_count(sum(places.values()), 2 * size + (1 << 20), "TIFF: more than {:,} bytes in its strips")
    for start, length in places.items():
        require_few_scans(file, start, start + length, width[0] * height[0])
