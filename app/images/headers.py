"""What the header of a picture is asked before its decoder sees it: decoders allocate first and tell later."""

from __future__ import annotations

import importlib
import os
import struct
from collections.abc import Callable, Iterable
from contextlib import suppress
from itertools import chain, count, islice
from typing import Any, BinaryIO

from app.images import formats
from app.images.chunks import MOST_PARTS, Part, boxes, few, png_chunks, riff_chunks
from app.images.codestream import TileGrid, lacks_tiles, tile_grid
from app.images.costs import require_count, require_pixels, require_tiles
from app.images.diagnosis import Refusal
from app.images.formats import Kind
from app.images.hevc import announced_sizes
from app.images.items import check_composition, check_items
from app.images.jpeg import check_jpeg
from app.images.jpeg_strips import check_jpeg_strips
from app.images.portable import check_portable
from app.images.precincts import parts_of_tile
from app.images.tiff import MOST_TAGS, first_directory, numbers
from app.values import Limits, Reason, Stage


def check_header(kind: Kind, file: BinaryIO, limits: Limits) -> None:
    """Let a file pass whose decoder may open it; the position in the file is lost.

    Raises:
        Refusal: the picture is too large, or lacks something.
        Exception: the header is cut off.
    """
    if kind in _READ_WHOLE:
        require_count(file.seek(0, os.SEEK_END), _LARGEST_FILE, f"{kind.name}: a file of more than {{:,}} bytes")
    if kind in _CHECKS:
        _CHECKS[kind](file, limits)


_LARGEST_FILE = 512_000_000  # of pictures of which the largest in use have 100
_READ_WHOLE = (formats.WEBP, formats.AVIF, formats.HEIF)  # their decoders take the file into memory


def _check_webp(file: BinaryIO, limits: Limits) -> None:
    """libwebp allocates the whole canvas before it tells anybody how large it is (RFC 9649)."""
    file.seek(0)
    head = file.read(30).ljust(30, b"\0")
    if head[12:16] == b"VP8X":
        size = 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    elif head[12:16] == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        size = 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    else:
        width, height = struct.unpack_from("<HH", head, 26)
        size = width & 0x3FFF, height & 0x3FFF
    require_pixels(size, limits, formats.WEBP)
    list(few(riff_chunks(file), "WebP: more than {:,} chunks"))


def _check_jpeg_2000(file: BinaryIO, limits: Limits) -> None:
    """OpenJPEG allocates for every tile that the header announces (ISO 15444-1, marker SIZ); Pillow reads the boxes."""
    grid = tile_grid(file)
    if grid:
        require_pixels(grid.size, limits)
        require_tiles(grid.tiles, grid.size)
        require_count(grid.tiles * grid.components, _MOST_PLANES, "JPEG 2000: more than {:,} components of tiles")
        _require_few_packets(file, grid)
        if lacks_tiles(file, grid):
            raise Refusal(Stage.DECODE, Reason.TRUNCATED, "JPEG 2000: tiles are missing")
    for box in few(boxes(file), _BOXES):
        if box.name == b"jp2h":
            list(few(boxes(file, box.data, box.end), _BOXES))


_BOXES = "JPEG 2000: more than {:,} boxes"


def _require_few_packets(file: BinaryIO, grid: TileGrid) -> None:
    """OpenJPEG takes microseconds for each precinct, and goes through all layers of each, whether they have data."""
    parts = parts_of_tile(file, grid)
    require_count(parts.precincts * grid.tiles, _MOST_PRECINCTS, "JPEG 2000: more than {:,} precincts")
    require_count(parts.packets * grid.tiles, _MOST_PACKETS, "JPEG 2000: more than {:,} packets")


_MOST_PLANES = 300_000  # each of which costs some kilobytes; 74 megapixels in four colours and tiles of 32 x 32
_MOST_PRECINCTS = 500_000  # a second; 74 megapixels in precincts of 32 x 32 have 290,000
_MOST_PACKETS = 20_000_000  # a second


def _check_heif(file: BinaryIO, limits: Limits) -> None:
    """libde265 makes tables for the size in any parameter set among the pixels before libheif's limit stops it."""
    check_composition(file, limits)
    file.seek(0)
    for size in announced_sizes(file.read()):
        require_pixels(size, limits, formats.HEIF)


def _check_icon(file: BinaryIO, limits: Limits) -> None:
    """Pillow decodes an icon while it opens it, and the sizes in an icon's directory need not be true."""
    file.seek(4)
    (entries,) = struct.unpack("<H", file.read(2))
    places = {struct.unpack("<12xI", file.read(16))[0] for _ in range(entries)}
    small = Limits(pixels=min(limits.pixels, _ICON_PIXELS))
    inner = {place: _icon_head(file, place) for place in sorted(places)}
    for head in inner.values():
        is_png = head.startswith(b"\x89PNG")
        width, height = struct.unpack_from(">II", head, 16) if is_png else struct.unpack_from("<II", head, 4)
        require_pixels((width, height), small)
        _require_sound_runs(file, b"" if is_png else head)
    pngs = (place for place, head in inner.items() if head.startswith(b"\x89PNG"))
    chunks = chain.from_iterable(png_chunks(file, place) for place in pngs)
    require_count(sum(1 for _ in islice(chunks, _ICON_CHUNKS + 1)), _ICON_CHUNKS, "ICO: more than {:,} chunks")


def _icon_head(file: BinaryIO, place: int) -> bytes:
    file.seek(place)
    return file.read(24).ljust(24, b"\0")


_ICON_CHUNKS = 10_000
_ICON_PIXELS = 4096 * 4096  # four times as wide as any icon in use


def _check_bmp(file: BinaryIO, _limits: Limits) -> None:
    file.seek(14)
    _require_sound_runs(file, file.read(24))


def _require_sound_runs(file: BinaryIO, header: bytes) -> None:
    """Pillow takes up run lengths one by one, and fills what they leave out pixel by pixel, ten million in a second.

    Even a lone pixel in a row of its own needs no more than four bytes.
    """
    if len(header) == 24 and header[0] >= 40 and header[16:20] in (b"\1\0\0\0", b"\2\0\0\0"):
        width, height = struct.unpack_from("<ii", header, 4)
        pixels, size = abs(width * height), file.seek(0, os.SEEK_END)
        require_count(size, 4 * pixels + (8 << 20), "BMP: more than {:,} bytes for its pixels")  # something may follow
        require_count(pixels, max(_RUN_PIXELS, 16 * size), "BMP: more than {:,} pixels in so few bytes")


_RUN_PIXELS = 10_000_000


def _check_png(file: BinaryIO, _limits: Limits) -> None:
    """Pillow unpacks up to 64 MB of compressed text, which nobody here reads, and each profile."""
    plugin: Any = importlib.import_module("PIL.PngImagePlugin")
    plugin.MAX_TEXT_MEMORY = 8 << 20
    _require_few_chunks(png_chunks(file))


def _require_few_chunks(chunks: Iterable[Part]) -> None:
    """Pixels may come in any number of chunks, but then in large ones."""
    small = profiles = 0
    for chunk in chunks:
        small += chunk.end - chunk.start < 512
        profiles += chunk.name == b"iCCP"
        require_count(small, MOST_PARTS, "PNG: more than {:,} small chunks")
        require_count(profiles, 8, "PNG: more than {:,} colour profiles")


def _check_gif(file: BinaryIO, limits: Limits) -> None:
    """Pillow fills the area of the first frame, which may be larger than the screen, before it gives its size."""
    file.seek(6)
    width, height, flags = struct.unpack("<HHB", file.read(5))
    file.seek(13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0))
    if _is_at_frame(file):
        x, y, across, down = struct.unpack("<4H", file.read(8))
        width, height = max(width, x + across), max(height, y + down)
    require_pixels((width, height), limits)


def _is_at_frame(file: BinaryIO) -> bool:
    """Pass over what stands before the first frame, such as comments; Pillow takes up each block and stray byte."""
    in_extension = False
    for blocks in count():
        require_count(blocks, MOST_PARTS, "GIF: more than {:,} blocks before the picture")
        byte = file.read(1)
        if in_extension:
            in_extension = byte not in (b"", b"\0")
            file.seek(int.from_bytes(byte, "big"), 1)
        elif byte in (b"", b",", b";"):
            break
        elif byte == b"!":
            in_extension = file.read(1) != b""
    return byte == b","


def _check_tiff(file: BinaryIO, _limits: Limits) -> None:
    """Pillow takes up each tag and each strip or tile by itself, and libtiff loads what is in the tags."""
    try:
        directory = first_directory(file)
    except struct.error:
        return  # Pillow says in words that there is none
    size = file.seek(0, os.SEEK_END)
    require_count(directory.found, MOST_TAGS, "TIFF: more than {:,} tags")
    inside = (field.nbytes for field in directory.fields.values() if field.nbytes <= size)
    require_count(sum(inside), 2 * size + (1 << 20), "TIFF: more than {:,} bytes in its tags")
    announced = max(directory.fields[tag].amount if tag in directory.fields else 0 for tag in (273, 324))
    strips = min(announced, size // 2)  # each has a place, of two bytes or more
    if strips > _MANY_STRIPS:
        sides = numbers(file, directory, 256)[:1] + numbers(file, directory, 257)[:1]
        require_tiles(strips, sides, "TIFF: cut into {:,} strips")
    with suppress(struct.error):  # places outside the file; libtiff says so
        check_jpeg_strips(file, directory, size)


_MANY_STRIPS = 200_000  # rows of a tall picture in three planes, each for itself


_CHECKS: dict[Kind, Callable[[BinaryIO, Limits], None]] = {
    formats.JPEG: check_jpeg,
    formats.WEBP: _check_webp,
    formats.JPEG_2000: _check_jpeg_2000,
    formats.HEIF: _check_heif,
    formats.AVIF: check_items,
    formats.GIF: _check_gif,
    formats.ICO: _check_icon,
    formats.BMP: _check_bmp,
    formats.PNM: check_portable,
    formats.PNG: _check_png,
    formats.TIFF: _check_tiff,
}
