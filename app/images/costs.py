"""What decoding costs in memory, and what is refused because of it.

A picture takes as many bytes as its mode has in Pillow, 4 for each pixel of a colour picture. Some decoders hold more
at their peak, and a picture of 179 megapixels would then take several gigabytes. The rule: no picture may take more
than `BYTES_PER_PIXEL` times the limit of pixels, 895 MB by default. So the limit is 179 megapixels for most kinds and
lower for greedy ones; it is raised by the same setting.

The figures were measured on pictures of 15 to 40 megapixels with Pillow 13 and pi_heif 1.4.
"""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import Any, BinaryIO

from PIL import Image

from app.images import formats
from app.images.codestream import tile_grid
from app.images.diagnosis import Refusal
from app.images.formats import Kind
from app.images.precincts import Parts, parts_of_tile
from app.values import Limits, Reason, Stage

BYTES_PER_PIXEL = 5

_MODE_BYTES = {"1": 1, "L": 1, "P": 1, "I;16": 2, "I;16B": 2, "I;16L": 2, "I;16N": 2}

# Two canvases of 4 bytes, the frame as bytes, and the image (WebP); planes, conversion, bytes and image (the others).
_GREEDY = {formats.WEBP: 16, formats.AVIF: 14, formats.HEIF: 12, formats.ICO: 12}

_TILE_BYTES = 12_000
_RECORD_BYTES = 1_500, 9, 240  # of a precinct with its three bands, a packet, a code block (OpenJPEG 2.5)
_SMALLEST_TILE = 1024
_MANY_TILES = 1024


def require_pixels(size: tuple[int, int], limits: Limits, kind: Kind | None = None) -> None:
    """Let a size pass that is within the limit of pixels, or of a greedy kind.

    Raises:
        Refusal: the picture has too many pixels; the detail names both numbers.
    """
    pixels = size[0] * size[1]
    if pixels > limits.pixels:
        raise _too_large(pixels, limits.pixels, "the limit is")
    if kind in _GREEDY:
        require_affordable(pixels * _GREEDY[kind], pixels, kind, limits)


def require_affordable(nbytes: int, pixels: int, kind: Kind, limits: Limits) -> None:
    """Let a picture pass that takes `nbytes` to decode, if that is no more than the limit of pixels would allow.

    Raises:
        Refusal: it takes too much; the detail names the number of pixels that would have been allowed, or the memory
            if it is not the pixels that take it, but a strip or a tile far larger than the picture.
    """
    most = limits.pixels * BYTES_PER_PIXEL
    if nbytes <= most:
        return
    allowed = pixels * most // nbytes
    if allowed * 100 < limits.pixels:
        words = f"{kind.name}: decoding takes {-(-nbytes // 1_000_000):,} MB, the limit is {most / 1_000_000:,g}"
        raise Refusal(Stage.DECODE, Reason.TOO_LARGE, words)
    raise _too_large(pixels, allowed, f"the limit for this kind of {kind.name} is")


def require_count(count: int, most: int, words: str) -> None:
    """Let a count pass that a decoder gets through in a moment.

    Raises:
        Refusal: there are more; the detail is `words` with the most that there may be.
    """
    if count > most:
        raise Refusal(Stage.DECODE, Reason.TOO_LARGE, words.format(most))


def require_tiles(count: int, size: Sequence[int], words: str = "JPEG 2000: cut into {:,} tiles") -> None:
    """Let a picture pass that is cut into a sensible number of tiles, each of which costs some kilobytes.

    Raises:
        Refusal: there are more than 1,024 tiles of fewer than 1,024 pixels; the detail is `words` with their number.
    """
    if count > _MANY_TILES and count * _SMALLEST_TILE > math.prod(size):
        raise Refusal(Stage.DECODE, Reason.TOO_LARGE, words.format(count))


def _too_large(pixels: int, most: int, limit: str) -> Refusal:
    """Rounded up and down, so that the two numbers never look equal; a limit that would become 0 is told in pixels."""
    if most < 100_000:
        return Refusal(Stage.DECODE, Reason.TOO_LARGE, f"{pixels:,} pixels, {limit} {most:,}")
    words = f"{-(-pixels // 100_000) / 10:,.1f} megapixels, {limit} {most // 100_000 / 10:,g}"
    return Refusal(Stage.DECODE, Reason.TOO_LARGE, words)


def cost(image: Image.Image, kind: Kind, file: BinaryIO, full_size: tuple[int, int] | None = None) -> int:
    """Bytes that decoding takes at its peak, of an image whose header has been read; the file stays where it is.

    `full_size` is the size that the file has where the image will be decoded smaller.
    """
    at = file.tell()
    try:
        return int(_cost(image, kind, file, full_size or image.size))
    finally:
        file.seek(at)


def _cost(image: Any, kind: Kind, file: BinaryIO, full_size: tuple[int, int]) -> Any:
    pixels = image.size[0] * image.size[1]
    if kind in _GREEDY:
        return pixels * _GREEDY[kind] + file.seek(0, os.SEEK_END)
    decoded = pixels * _MODE_BYTES.get(image.mode, 4)
    if kind is formats.JPEG:
        return decoded + _coefficients(image, file, full_size)
    if kind is formats.JPEG_2000:
        return decoded + _tile(image, file)
    if kind is formats.GIF:
        return 2 * decoded  # one for what comes after the first frame
    if kind is formats.TIFF:
        return decoded + _strip(image) + (decoded if image.tag_v2.get(274, 1) != 1 else 0)  # Pillow turns a copy
    if kind in (formats.PNM, formats.BMP) and image.tile and image.tile[0][0] != "raw":
        return decoded + 2 * pixels * len(image.getbands())  # decoders written in Python collect all bytes first
    return decoded


def _coefficients(image: Any, file: BinaryIO, full_size: tuple[int, int]) -> Any:
    """A JPEG that comes in several scans is held as coefficients, 2 bytes each, until the last one has come.

    All of them, however small it will be decoded.
    The decoder has just read the header of the first scan, which says whether all components are in it.
    """
    end = file.tell()
    length = 8 + 2 * image.layers
    file.seek(max(0, end - length))
    scan = file.read(length)
    if not image.info.get("progressive") and scan[:2] == b"\xff\xda" and scan[4:5] == bytes([image.layers]):
        return 0
    samples = [(across, down) for _, across, down, _ in image.layer]
    most = max(across for across, _ in samples) * max(down for _, down in samples)
    return 2 * math.prod(full_size) * sum(across * down for across, down in samples) // max(1, most)


def _tile(image: Any, file: BinaryIO) -> Any:
    """OpenJPEG holds a whole tile as integers, with room to work in: 5 bytes for each sample, and records."""
    grid = tile_grid(file)
    width, height = (min(grid.tile[0], grid.size[0]), min(grid.tile[1], grid.size[1])) if grid else image.size
    samples = 5 * width * height * len(image.getbands())
    return samples + (grid.tiles * _TILE_BYTES + _records(parts_of_tile(file, grid)) if grid else 0)


def _records(parts: Parts) -> int:
    return sum(number * nbytes for number, nbytes in zip(parts, _RECORD_BYTES, strict=True))


def _strip(image: Any) -> Any:
    """libtiff holds a whole strip or tile of a compressed file, decoded."""
    if image.info.get("compression") in (None, "raw"):
        return 0
    tags = image.tag_v2
    width, height = tags.get(256, 1), tags.get(257, 1)
    width, height = tags.get(322, width), tags.get(323, min(tags.get(278, height), height))
    return width * height * len(image.getbands()) * max(tags.get(258, (8,))) // 8
