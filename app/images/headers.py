"""What the header of a picture is asked before its decoder sees it: decoders allocate first and tell later."""

from __future__ import annotations

import importlib
import struct
from collections.abc import Callable
from typing import Any, BinaryIO

from app.images import formats
from app.images.costs import require_pixels, require_tiles, tile_grid
from app.images.formats import Kind
from app.images.hevc import announced_sizes
from app.images.jpeg import check_jpeg
from app.values import Limits


def check_header(kind: Kind, file: BinaryIO, limits: Limits) -> None:
    """Let a file pass whose decoder may open it; the position in the file is lost.

    Raises:
        Refusal: the picture is too large.
        Exception: the header is cut off.
    """
    if kind in _CHECKS:
        _CHECKS[kind](file, limits)


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


def _check_jpeg_2000(file: BinaryIO, limits: Limits) -> None:
    """OpenJPEG allocates for every tile that the header announces (ISO 15444-1, marker SIZ)."""
    grid = tile_grid(file)
    if grid:
        require_pixels(grid.size, limits)
        require_tiles(grid.tiles, grid.size)


def _check_heif(file: BinaryIO, limits: Limits) -> None:
    """libde265 makes tables for the size in any parameter set among the pixels before libheif's limit stops it."""
    file.seek(0)
    for size in announced_sizes(file.read()):
        require_pixels(size, limits, formats.HEIF)


def _check_icon(file: BinaryIO, limits: Limits) -> None:
    """Pillow decodes an icon while it opens it, and the sizes in an icon's directory need not be true."""
    file.seek(4)
    (count,) = struct.unpack("<H", file.read(2))
    places = [struct.unpack("<12xI", file.read(16))[0] for _ in range(count)]
    small = Limits(pixels=min(limits.pixels, _ICON_PIXELS))
    for place in places:
        file.seek(place)
        head = file.read(24).ljust(24, b"\0")
        size = (
            struct.unpack_from(">II", head, 16) if head.startswith(b"\x89PNG") else struct.unpack_from("<II", head, 4)
        )
        require_pixels((size[0], size[1]), small)


_ICON_PIXELS = 4096 * 4096  # four times as wide as any icon in use


def _check_png(_file: BinaryIO, _limits: Limits) -> None:
    """Pillow unpacks up to 64 MB of compressed text, which nobody here reads."""
    plugin: Any = importlib.import_module("PIL.PngImagePlugin")
    plugin.MAX_TEXT_MEMORY = 8 << 20


def _check_gif(file: BinaryIO, limits: Limits) -> None:
    """Pillow fills the area of the first frame, which may be larger than the screen, before it gives its size."""
    file.seek(6)
    width, height, flags = struct.unpack("<HHB", file.read(5))
    file.seek(13 + (3 << (flags & 7) + 1 if flags & 0x80 else 0))
    while (mark := file.read(1)) not in (b"", b",", b";"):
        if mark == b"!":
            file.read(1)
            while (length := file.read(1)) not in (b"", b"\0"):
                file.seek(length[0], 1)
    if mark == b",":
        x, y, across, down = struct.unpack("<4H", file.read(8))
        width, height = max(width, x + across), max(height, y + down)
    require_pixels((width, height), limits)


_CHECKS: dict[Kind, Callable[[BinaryIO, Limits], None]] = {
    formats.JPEG: check_jpeg,
    formats.WEBP: _check_webp,
    formats.JPEG_2000: _check_jpeg_2000,
    formats.HEIF: _check_heif,
    formats.GIF: _check_gif,
    formats.ICO: _check_icon,
    formats.PNG: _check_png,
}
