"""Whether the data of a JPEG reach its last row.

Where data are missing but an end marker is there, libjpeg fills up with grey, and warns where Pillow does not listen.
"""

from __future__ import annotations

import weakref
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from app.images.jpeg import MARKER, is_plain

_BLOCK = 1 << 16
_LOOKAHEAD = bytes(16)  # libjpeg keeps up to eight bytes at hand
_MARKS = ((7, 248, 82, 173), (201, 54, 156, 99), (33, 222, 116, 139), (250, 5, 175, 80)) * 2


def watch_last_row(image: Any) -> None:
    """Let a JPEG whose header has been read fail to load if its data end early; the file stays where it is.

    The decoder is given the data without the marker that ends them. When it asks for more, it has either come to the
    last row and wants the marker, or it still wants data. Pixels that were set in that row before tell which. What
    comes in several scans or is coded arithmetically may lack data by right and is not watched.
    """
    file, data = image.fp, image.fp.tell()  # Pillow stops behind the header of the first scan
    if is_plain(file):
        blocks = _blocks(file, data, weakref.ref(image))
        image.load_read = lambda _: next(blocks, b"")
    file.seek(data)


def _blocks(file: BinaryIO, data: int, image: Callable[[], Any]) -> Iterator[bytes]:
    """The file, whose data begin at `data`, piece by piece; what follows the data comes only when it is asked for.

    Raises:
        OSError: the last row is still as it was set.
    """
    if image().size[0] >= len(_MARKS):
        _mark(image().im)
        yield from _up_to_marker(file, data)
        if _is_marked(image().im):
            raise OSError("image file is truncated")
    while block := file.read(_BLOCK):
        yield block


def _up_to_marker(file: BinaryIO, data: int) -> Iterator[bytes]:
    """The file up to the first marker at `data` or behind, where it is left, and what the decoder wants at hand."""
    while block := file.read(_BLOCK):
        while block.endswith(b"\xff") and (more := file.read(1)):  # never part a marker
            block += more
        end = file.tell()
        if found := MARKER.search(block, max(0, data - end + len(block))):
            file.seek(end - len(block) + found.start())
            yield block[: found.start()] + _LOOKAHEAD
            return
        yield block


def _mark(pixels: Any) -> None:
    for x, mark in enumerate(_marks(pixels.bands)):
        pixels.putpixel((x, pixels.size[1] - 1), mark)


def _is_marked(pixels: Any) -> bool:
    return all(pixels.getpixel((x, pixels.size[1] - 1)) == mark for x, mark in enumerate(_marks(pixels.bands)))


def _marks(bands: int) -> list[Any]:
    return [mark[:bands] if bands > 1 else mark[0] for mark in _MARKS]
