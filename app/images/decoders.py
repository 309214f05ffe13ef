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
import warnings
from contextlib import suppress
from pathlib import Path
from typing import Any, BinaryIO, cast

import PIL
from PIL import Image, ImageFile

from app.images import formats
from app.images.costs import require_pixels
from app.images.formats import Kind
from app.images.frames import limit_frames
from app.images.headers import check_header
from app.images.last_row import watch_last_row
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
    formats.PNG: ("app.images.colour_key", "KeyedPng"),
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
    check_header(kind, file, limits)
    if kind is formats.TIFF:
        _hush_libtiff()
        _know_white_is_zero()
    module, name = _FACTORIES[kind]
    file.seek(0)
    image = cast(ImageFile.ImageFile, getattr(importlib.import_module(module), name)(file, ""))
    require_pixels(image.size, limits)
    if kind is formats.AVIF:
        limit_frames(image)
    if kind is formats.JPEG:
        watch_last_row(image)
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


@functools.cache
def _know_white_is_zero() -> None:
    """Let Pillow open 16-bit grey with white as 0 in both byte orders; it knows one, and leaves the turning to `modes`.

    The other is read as what it is otherwise, 16-bit grey with the high byte first.
    """
    from PIL.TiffImagePlugin import MM, OPEN_INFO

    grey = (MM, 1, (1,), 1, (16,), ())
    OPEN_INFO.setdefault((MM, 0, *grey[2:]), OPEN_INFO[grey])
