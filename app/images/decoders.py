"""The one decoder of each supported kind of picture, and what it costs.

Pillow's `Image.open` would load plugins for dozens of formats and apply a limit of its own to every picture in the
process. Here the plugin that fits the content is called directly, and nothing is registered anywhere.
"""

from __future__ import annotations

import importlib
import struct
import warnings
from typing import Any, BinaryIO, cast

from PIL import Image, ImageFile

from app.images import formats
from app.images.diagnosis import Refusal
from app.images.formats import Kind
from app.values import Limits, Reason, Stage

# Pillow's own limit is one number for the whole process; ours is a setting, and `check_size` holds it.
Image.MAX_IMAGE_PIXELS = None
# What decoders grumble about in files that they read well is nobody's business. Filters are process-wide, so that
# they are set once, here.
warnings.filterwarnings("ignore", module=r"PIL\.")

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
    if kind is formats.WEBP:
        check_size(_webp_size(file), kind, limits)
    module, name = _FACTORIES[kind]
    file.seek(0)
    image = cast(ImageFile.ImageFile, getattr(importlib.import_module(module), name)(file, ""))
    check_size(image.size, kind, limits)
    if kind is formats.ICO:
        check_size(_icon_size(cast(Any, image), file), kind, limits)
    return image


def check_size(size: tuple[int, int], kind: Kind, limits: Limits) -> None:
    """Raise `Refusal` if a picture of this size is over the limit."""
    pixels = size[0] * size[1]
    if pixels > limits.pixels:
        raise too_large(pixels, limits.pixels)


def too_large(pixels: int, most: int) -> Refusal:
    """The refusal of a picture with more than `most` pixels; rounded so that the two numbers never look equal."""
    words = f"{-(-pixels // 100_000) / 10:,.1f} megapixels, the limit is {most / 1e6:,g}"
    return Refusal(Stage.DECODE, Reason.TOO_LARGE, words)


def cost(image: Image.Image, kind: Kind) -> int:
    """Bytes that decoding this image takes at its peak."""
    return image.size[0] * image.size[1] * 4


def _webp_size(file: BinaryIO) -> tuple[int, int]:
    """Size of the canvas, which libwebp allocates before it tells anybody (RFC 9649)."""
    file.seek(0)
    head = file.read(30)
    form = head[12:16]
    if len(head) < 30:
        return 0, 0
    if form == b"VP8X":
        return 1 + int.from_bytes(head[24:27], "little"), 1 + int.from_bytes(head[27:30], "little")
    if form == b"VP8L":
        bits = int.from_bytes(head[21:25], "little")
        return 1 + (bits & 0x3FFF), 1 + (bits >> 14 & 0x3FFF)
    width, height = struct.unpack_from("<HH", head, 26)
    return width & 0x3FFF, height & 0x3FFF


def _icon_size(image: Any, file: BinaryIO) -> tuple[int, int]:
    """Size of the picture inside an icon: its directory can only say up to 256, and need not be true."""
    entry = image.ico.entry[image.ico.getentryindex(image.size)]
    file.seek(entry.offset)
    head = file.read(24)
    if head.startswith(b"\x89PNG"):
        width, height = struct.unpack_from(">II", head, 16)
    else:
        width, height = struct.unpack_from("<II", head, 4)
    return width, height
