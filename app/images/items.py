"""The items inside an AVIF or HEIF, and what is refused because of them (ISO 14496-12, 8.11; ISO 23008-12, 6).

Decoders look through all items for each one they meet, and a picture that is composed of others may be composed of
composed ones: a few kilobytes can ask for billions of steps.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Callable, Iterator
from contextlib import suppress
from itertools import count
from typing import BinaryIO

from app.images.chunks import MOST_PARTS, Part, boxes, few
from app.images.costs import require_count, require_pixels
from app.images.formats import AVIF, HEIF
from app.values import Limits

MOST_ITEMS = 5000  # a picture of 48 megapixels in tiles of 512 x 512 has some 200
MOST_DECODED = 1500  # libheif takes no more than 1,000 items
MOST_REPEATED = 8  # times the pixels of the largest: one for its tiles, one for the whole, others for masks
_SMALL = 4_000_000  # pixels; a smaller one may have more

_ITEMS = "{}: more than {{:,}} items in it"
_PARTS = "{}: more than {{:,}} parts of items"


class Items:
    """What the meta boxes of a file say about its items.

    Attributes:
        parts: of which items each item is made: those of a grid or an overlay, and masks.
        pixels: of each item that has a size.
        primary: the items that are said to be the picture.
    """

    def __init__(self, file: BinaryIO, kind: str) -> None:
        """Read them, for a `kind` of file.

        Raises:
            Refusal: there are far more than pictures have.
        """
        self.parts: dict[int, list[int]] = {}
        self.pixels: dict[int, int] = {}
        self.primary: set[int] = set()
        self._file, self._many_items, self._many_parts = file, _ITEMS.format(kind), _PARTS.format(kind)
        self._sizes: list[int] = []
        for meta in self._boxes(0, file.seek(0, os.SEEK_END)):
            if meta.name == b"meta":
                inner = list(self._boxes(meta.data + 4, meta.end))
                for name, read in self._readers().items():
                    for box in inner:
                        if box.name == name:
                            read(box)

    def _readers(self) -> dict[bytes, Callable[[Part], None]]:
        return {
            b"pitm": self._picture,
            b"iinf": self._infos,
            b"iloc": self._places,
            b"iref": self._references,
            b"iprp": self._properties,
        }

    def _boxes(self, at: int, end: int) -> Iterator[Part]:
        return few(boxes(self._file, at, end, with_last=True), self._many_parts)

    def _picture(self, box: Part) -> None:
        fields = self._fields(box.data, box.end)
        self.primary.add(fields.take("I" if fields.take("I") >> 24 else "H"))

    def _infos(self, box: Part) -> None:
        wide = self._fields(box.data, box.end).take("B") > 0
        found = sum(1 for _ in self._boxes(box.data + (8 if wide else 6), box.end))
        require_count(found, MOST_ITEMS, self._many_items)

    def _places(self, box: Part) -> None:
        """Extents may have no bytes at all."""
        fields = self._fields(box.data, box.end)
        version, _, _, _, sizes, more = fields.several("6B")
        offset, length, base, index = sizes >> 4, sizes & 15, more >> 4, more & 15 if version else 0
        items = fields.take("I" if version == 2 else "H")
        require_count(items, MOST_ITEMS, self._many_items)
        found = 0
        for _ in range(items):
            fields.skip((4 if version == 2 else 2) + (2 if version else 0) + 2 + base)
            extents = fields.take("H")
            found += extents
            require_count(found, MOST_PARTS, self._many_parts)
            fields.skip(extents * (index + offset + length))

    def _references(self, box: Part) -> None:
        wide = self._fields(box.data, box.end).take("B") > 0
        found = 0
        for reference in self._boxes(box.data + 4, box.end):
            fields = self._fields(reference.data, reference.end)
            source, number = fields.several("IH" if wide else "HH")
            found += 1 + number
            require_count(found, MOST_ITEMS, self._many_items)
            with suppress(struct.error):
                targets = fields.several(f"{number}{'I' if wide else 'H'}")
                if reference.name == b"dimg":
                    self.parts.setdefault(source, []).extend(targets)
                elif reference.name == b"auxl":
                    for target in targets:
                        self.parts.setdefault(target, []).append(source)

    def _properties(self, box: Part) -> None:
        inner = list(self._boxes(box.data, box.end))
        for part in inner:
            if part.name == b"ipco":
                self._sizes += [self._size(each) for each in self._boxes(part.data, part.end)]
        for part in inner:
            if part.name == b"ipma":
                self._associations(part)

    def _size(self, box: Part) -> int:
        if box.name != b"ispe":
            return 0
        _, width, height = self._fields(box.data, box.end).several("3I")
        return int(width * height)

    def _associations(self, box: Part) -> None:
        fields = self._fields(box.data, box.end)
        header = fields.take("I")
        items, found = fields.take("I"), 0
        require_count(items, MOST_ITEMS, self._many_items)
        for _ in range(items):
            item, number = fields.several("IB" if header >> 24 else "HB")
            found += number
            require_count(found, MOST_PARTS, self._many_parts)
            for index in fields.several(f"{number}{'H' if header & 1 else 'B'}"):
                place = index & (0x7FFF if header & 1 else 0x7F)
                size = self._sizes[place - 1] if 0 < place <= len(self._sizes) else 0
                self.pixels[item] = max(size, self.pixels.get(item, 0))

    def _fields(self, at: int, end: int) -> _Fields:
        return _Fields(self._file, at, end)


class _Fields:
    """Numbers of a box, one after the other; those that are not there raise `struct.error`."""

    def __init__(self, file: BinaryIO, at: int, end: int) -> None:
        self._file, self._at, self._end = file, at, end

    def several(self, form: str) -> tuple[int, ...]:
        form = ">" + form
        size = struct.calcsize(form)
        self._file.seek(self._at)
        self._at += size
        return struct.unpack(form, self._file.read(size) if self._at <= self._end else b"")

    def take(self, form: str) -> int:
        return self.several(form)[0]

    def skip(self, length: int) -> None:
        self._at += length


def check_items(file: BinaryIO, _limits: Limits) -> None:
    """Let an AVIF pass that has no more items than pictures have.

    Raises:
        Refusal: it has more.
        struct.error: a box is cut off.
    """
    Items(file, AVIF.name)


def check_composition(file: BinaryIO, limits: Limits) -> None:
    """Let a HEIF pass whose items are composed of so few others that decoding all of them takes no longer than usual.

    libheif decodes a part anew for each use, and holds it to the size that the file says.

    Raises:
        Refusal: it has more items than pictures have, or one composed of too many or too large ones.
        struct.error: a box is cut off.
    """
    items = Items(file, HEIF.name)
    inner = {part for parts in items.parts.values() for part in parts}
    number = count(1)
    for top in items.primary | (items.parts.keys() - inner):
        largest, pixels = _SMALL, 0
        for item in _decoded(items, top):
            size = items.pixels.get(item, 0)
            require_pixels((size, 1), limits, HEIF)
            largest, pixels = max(largest, size), pixels + size
            require_count(next(number), MOST_DECODED, "HEIF: a picture of more than {:,} others")
        require_count(pixels, MOST_REPEATED * largest, "HEIF: a picture of others with more than {:,} pixels")


def _decoded(items: Items, top: int) -> Iterator[int]:
    """Each item as often as it is decoded for the one at the top; without end if it is a part of itself."""
    waiting = [top]
    while waiting:
        item = waiting.pop()
        yield item
        waiting += items.parts.get(item, ())
