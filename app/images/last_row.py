"""Whether the data of a JPEG reach its last row.

Where data are missing but an end marker is there, libjpeg fills up with grey, and warns where Pillow does not listen.
"""

from __future__ import annotations

import re
import weakref
from collections.abc import Callable, Iterator
from typing import Any, BinaryIO

from app.images.jpeg import end_of_plain_data

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
    if end := end_of_plain_data(file):
        blocks = _blocks(file, data, end, weakref.ref(image))
        image.load_read = lambda _: next(blocks, b"")
    file.seek(data)


def _blocks(file: BinaryIO, data: int, end: re.Pattern[bytes], image: Callable[[], Any]) -> Iterator[bytes]:
    """The file, whose data begin at `data`, piece by piece; their end comes only when it is asked for.

    Raises:
        OSError: the last row is still as it was set.
    """
    if image().size[0] >= len(_MARKS):
        _mark(image().im)
        yield from _up_to_end(file, data, end)
        if _is_marked(image().im):
            raise OSError("image file is truncated")
    while block := file.read(_BLOCK):
        yield block


def _up_to_end(file: BinaryIO, data: int, end: re.Pattern[bytes]) -> Iterator[bytes]:
    """The file up to the end of the data, where it is left, and what the decoder wants at hand."""
    rest = b""
    while more := file.read(_BLOCK):
        block, start = rest + more, file.tell() - len(rest) - len(more)
        if found := end.search(block, max(0, data - start)):
            file.seek(start + found.start())
            yield block[: found.start()] + _LOOKAHEAD
            return
        rest = block[-1:] if block.endswith(b"\xff") else b""  # it may be half of the marker
        if len(block) > len(rest):
            yield block[: len(block) - len(rest)]
    if rest:
        yield rest


def _mark(pixels: Any) -> None:
    for x, mark in enumerate(_marks(pixels.bands)):
        pixels.putpixel((x, pixels.size[1] - 1), mark)


def _is_marked(pixels: Any) -> bool:
    return all(pixels.getpixel((x, pixels.size[1] - 1)) == mark for x, mark in enumerate(_marks(pixels.bands)))


def _marks(bands: int) -> list[Any]:
    return [mark[:bands] if bands > 1 else mark[0] for mark in _MARKS]
