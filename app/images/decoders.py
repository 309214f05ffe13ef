"""The one decoder of each supported kind of picture.

Pillow's `Image.open` would load plugins for dozens of formats and hold every picture in the process to a limit of its
own. Here the plugin that fits the content is called directly, and nothing is registered anywhere.
"""

from __future__ import annotations

import ctypes
import functools
import importlib
import io
import logging
import struct
import warnings
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

import PIL
from PIL import Image, ImageFile

from app.images import formats
from app.images.costs import require_pixels, require_tiles, tile_grid
from app.images.formats import Kind
from app.values import Limits

# Pillow's own limit is one number for the whole process; ours is a setting, and it is held in `costs`.
Image.MAX_IMAGE_PIXELS = None
# What decoders grumble about in files that they read well is nobody's business. Filters belong to the whole process,
# not to a thread, so they are set once, here.
warnings.filterwarnings("ignore", module=r"PIL\.")
logging.getLogger("PIL").addHandler(logging.NullHandler())

# Multi-picture JPEGs (MPO) begin with an ordinary JPEG, which is their first picture.
_FACTORIES: dict[Kind, tuple[str, str]] = {
    formats.JPEG: ("PIL.JpegImagePlugin", "JpegImageFile"),
    formats.PNG: ("PIL.PngImagePlugin", "PngImageFile"),
    formats.WEBP: ("PIL.WebPImagePlugin", "WebPImageFile"),
    formats.AVIF: ("PIL.AvifImagePlugin", "AvifImageFile"),
    formats.TIFF: ("PIL.TiffImagePlugin", "TiffImageFile"),
    formats.GIF: ("PIL.GifImagePlugin", "GifImageFile"),
    formats.BMP: ("PIL.BmpImagePlugin", "BmpImageFile"),
    formats.JPEG_2000: ("PIL.Jpeg2KImagePlugin", "Jpeg2KImageFile"),
    formats.PNM: ("PIL.PpmImagePlugin", "PpmImageFile"),
    formats.ICO: ("PIL.IcoImagePlugin", "IcoImageFile"),
    formats.TGA: ("PIL.TgaImagePlugin", "TgaImageFile"),
    formats.HEIF: ("pi_heif", "HeifImageFile"),
}


def open_image(kind: Kind, file: BinaryIO, limits: Limits) -> ImageFile.ImageFile:
    """Read the header of a picture of this kind; its size is within the limits.

    Raises:
        Refusal: the picture is too large.
        Exception: whatever the decoder raises.
    """
    if kind in _BEFORE:
        _BEFORE[kind](file, limits)
    module, name = _FACTORIES[kind]
    file.seek(0)
    image = cast(ImageFile.ImageFile, getattr(importlib.import_module(module), name)(file, ""))
    require_pixels(image.size, limits)
    return image


def embedded_preview(file: BinaryIO) -> tuple[Kind, BinaryIO, int]:
    """The preview inside a camera's RAW file: its kind, its bytes, and the camera's orientation as EXIF counts it.

    Raises:
        Exception: whatever rawpy raises, for example where there is no preview.
    """
    import rawpy

    file.seek(0)
    with rawpy.imread(file) as raw:
        preview, turn = raw.extract_thumb(), raw.sizes.flip
    orientation = {3: 3, 5: 8, 6: 6}.get(turn, 1)  # LibRaw: 180 degrees, 90 to the left, 90 to the right
    if preview.format is rawpy.ThumbFormat.JPEG:
        return formats.JPEG, io.BytesIO(cast(bytes, preview.data)), orientation
    bitmap = io.BytesIO()
    Image.fromarray(cast(Any, preview.data)).save(bitmap, "PPM")
    return formats.PNM, bitmap, orientation


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


def _check_tiff(_file: BinaryIO, _limits: Limits) -> None:
    _hush_libtiff()


@functools.cache
def _hush_libtiff() -> None:
    """Keep libtiff from writing to the terminal what it dislikes about a file; Pillow raises an exception as well.

    Pillow silences libtiff's warnings but not its errors, and offers no way to. Its wheels carry the library as a
    file of its own (except on Windows, where the window has no terminal); where there is none, nothing happens.
    """
    package = Path(PIL.__file__).parent
    for folder in (package.parent / "pillow.libs", package / ".dylibs"):
        for library in folder.glob("libtiff*"):
            with suppress(OSError, AttributeError):
                ctypes.CDLL(str(library)).TIFFSetErrorHandler(None)


_BEFORE: dict[Kind, Callable[[BinaryIO, Limits], None]] = {
    formats.WEBP: _check_webp,
    formats.JPEG_2000: _check_jpeg_2000,
    formats.GIF: _check_gif,
    formats.ICO: _check_icon,
    formats.PNG: _check_png,
    formats.TIFF: _check_tiff,
}
