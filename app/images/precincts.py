"""The precincts, packets and code blocks of a JPEG 2000: decoders keep a record of each (ISO 15444-1, A.6)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import BinaryIO, NamedTuple

from app.images.codestream import TileGrid

# A default for all components (COD) or for one of them (COC), of the picture or of a tile. In a hundred gigabytes of
# noise, nothing looks like one. A component has one byte, as in all pictures of fewer than 257.
_STYLE = rb"([\0-\x20])([\0-\x08])([\0-\x08])[\0-\x3f][\0\1]"
_CODING = re.compile(
    rb"\xff\x52\0[\x0c-\x2d]([\0-\7])[\0-\4](..)." + _STYLE + rb"|\xff\x53\0[\x09-\x2b].([\0\1])" + _STYLE,
    re.DOTALL,
)
_LONGEST = 64  # of what is looked for, and its sizes behind it
_BLOCK = 1 << 20


class Coding(NamedTuple):
    """How the samples of a tile are coded.

    Attributes:
        layers: of quality; 1 where only a component is spoken of.
        block: samples of a code block.
        precincts: width and height of a precinct as powers of two, for each resolution from the least to the full.
    """

    layers: int
    block: int
    precincts: tuple[tuple[int, int], ...]


class Parts(NamedTuple):
    """The most that a tile may have: precincts, packets (one for each layer of a precinct), and code blocks."""

    precincts: int = 0
    packets: int = 0
    blocks: int = 0


def parts_of_tile(file: BinaryIO, grid: TileGrid) -> Parts:
    """What a whole tile has, if all of its components are coded in whichever of the ways in the file has most."""
    found = list(codings(file))
    width, height = (min(tile, size) for tile, size in zip(grid.tile, grid.size, strict=True))
    precincts = max((_precincts(each, width, height) for each in found), default=0) * grid.components
    layers = max((each.layers for each in found), default=1)
    blocks = max((width * height // each.block for each in found), default=0) * grid.components
    return Parts(precincts, precincts * layers, max(blocks, precincts))


def codings(file: BinaryIO) -> Iterator[Coding]:
    """Those of the picture and those of its tiles, wherever they stand."""
    at = 0
    while True:
        file.seek(at)
        data = file.read(_BLOCK + _LONGEST)
        for found in _CODING.finditer(data):
            if found.start() < _BLOCK:
                yield _coding(found, data)
        if len(data) < _BLOCK + _LONGEST:
            return
        at += _BLOCK


def _coding(found: re.Match[bytes], data: bytes) -> Coding:
    groups = found.groups()
    flags, layers, *style = groups[:5] if found[2] else (groups[5], b"\0\1", *groups[6:])
    levels, across, down = (byte[0] for byte in style)
    sizes = data[found.end() : found.end() + levels + 1] if flags[0] & 1 else b""
    precincts = tuple((size & 15, size >> 4) for size in sizes.ljust(levels + 1, b"\xff"))
    return Coding(int.from_bytes(layers, "big"), 16 << across + down, precincts)


def _precincts(coding: Coding, width: int, height: int) -> int:
    last = len(coding.precincts) - 1
    return sum(
        _ceiled(width, last - number + across) * _ceiled(height, last - number + down)
        for number, (across, down) in enumerate(coding.precincts)
    )


def _ceiled(length: int, power: int) -> int:
    """The length divided by a power of two, rounded up."""
    return -(-length >> power)
