"""Pictures to look at: thumbnails and what the window shows."""

from __future__ import annotations

from dataclasses import dataclass, field

from PIL import Image

from app.images.budget import Budget
from app.images.decode import open_picture
from app.values import Failed, ImageRef, Limits, Reason, Stage


@dataclass(frozen=True, slots=True)
class Preview:
    """A picture made small enough to be shown.

    Attributes:
        pixels: red, green, blue of one byte each, row by row without padding; upright, on white.
        width, height: its size in pixels.
        full_width, full_height: the size of the picture it was made from, upright.
    """

    pixels: bytes = field(repr=False)
    width: int
    height: int
    full_width: int
    full_height: int


def preview(ref: ImageRef, limits: Limits, longest: int, budget: Budget | None = None) -> Preview | Failed:
    """The picture, made smaller until neither side has more than `longest` pixels; a small one keeps its size.

    A JPEG may be decoded at a fraction of its size: this is for eyes, not for the network. Never raises for anything
    that a file can cause.
    """
    with open_picture(ref, limits, budget, enough=lambda *size: _twice(size, longest)) as picture:
        if isinstance(picture, Failed):
            return picture
        full = picture.full_width, picture.full_height
        size = fitted(full, longest)
        try:
            pixels = picture.resized(size, Image.Resampling.LANCZOS).tobytes()
        except MemoryError:
            return Failed(ref, Stage.DECODE, Reason.OUT_OF_MEMORY)
        return Preview(pixels, *size, *full)


def fitted(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """The size (width, height) that fits into a square of `longest` pixels with the same aspect, at least 1 x 1."""
    shrink = min(1.0, longest / max(size))
    return max(1, round(size[0] * shrink)), max(1, round(size[1] * shrink))


def _twice(size: tuple[int, int], longest: int) -> tuple[int, int]:
    """Twice what will be shown, so that the eye misses nothing of a JPEG that was decoded smaller."""
    scale = 2 * longest / max(size)
    return int(size[0] * scale), int(size[1] * scale)
