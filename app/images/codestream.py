"""The tiles of a JPEG 2000 codestream (ISO 15444-1, annex A)."""

from __future__ import annotations

import struct
from typing import BinaryIO, NamedTuple

_SIZE, _TILE_PART, _END = b"\xff\x51", b"\xff\x90", b"\xff\xd9"
_MOST_PARTS = 255  # of one tile


class TileGrid(NamedTuple):
    """How a JPEG 2000 is cut.

    Attributes:
        size, tile: of the picture and of a tile (width, height).
        tiles: their number.
        at: where the codestream starts in the file.
        components: of each pixel.
    """

    size: tuple[int, int]
    tile: tuple[int, int]
    tiles: int
    at: int
    components: int


def tile_grid(file: BinaryIO) -> TileGrid | None:
    """The tiles as the header announces them (marker SIZ), or None if there is none."""
    file.seek(0)
    head = file.read(1 << 16)
    at = head.find(b"\xff\x4f" + _SIZE)
    if at < 0 or at + 42 > len(head):
        return None
    right, bottom, left, top, width, height, tile_left, tile_top = struct.unpack_from(">8I", head, at + 8)
    components = int.from_bytes(head[at + 40 : at + 42], "big")
    across, down = -(-(right - tile_left) // max(1, width)), -(-(bottom - tile_top) // max(1, height))
    return TileGrid((max(0, right - left), max(0, bottom - top)), (width, height), across * down, at, components)


def lacks_tiles(file: BinaryIO, grid: TileGrid) -> bool:
    """Whether all parts of tiles follow one another up to the end marker, and are not of all tiles (marker SOT).

    Nothing is said about a file in which something else comes between.
    """
    at = _first_part(file, grid.at + 2)
    found: set[int] = set()
    for _ in range(_MOST_PARTS * grid.tiles):
        file.seek(at)
        head = file.read(10)
        if head[:2] != _TILE_PART or len(head) < 10:
            return head[:2] == _END and len(found) < grid.tiles
        tile, length = struct.unpack_from(">HI", head, 4)
        found.add(tile)
        if length == 0:  # up to the end marker
            return len(found) < grid.tiles
        at += max(12, length)
    return False


def _first_part(file: BinaryIO, at: int) -> int:
    """Where the main header, which starts with segments at `at`, comes to something else."""
    for _ in range(1000):
        file.seek(at)
        head = file.read(4)
        if head[:1] != b"\xff" or head[1:2] < b"\x51" or head[1:2] > b"\x64":
            break
        at += 2 + int.from_bytes(head[2:], "big")
    return at
