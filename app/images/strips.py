"""Rectangles of pixels: the strips in which a picture is worked through, and where they lie in a turned one."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

STRIP_PIXELS = 4_000_000
"""Pixels that are turned upright and into RGB at a time: 16 MB, so most photographs are one to three strips."""


class Box(NamedTuple):
    """A rectangle of whole pixels; `right` and `bottom` lie just outside."""

    left: int
    top: int
    right: int
    bottom: int

    @property
    def size(self) -> tuple[int, int]:
        """Width and height."""
        return self.right - self.left, self.bottom - self.top


def is_one_strip(size: tuple[int, int]) -> bool:
    """Whether a picture of this size (width, height) is small enough to be worked on at once."""
    return size[0] * size[1] <= STRIP_PIXELS


def strips(whole: Box, across: bool) -> Iterator[Box]:
    """Rows over the full width, or columns over the full height, of about `STRIP_PIXELS` each."""
    width, height = whole.size
    step = max(1, STRIP_PIXELS // (width if across else height))
    if across:
        return (Box(0, top, width, min(top + step, height)) for top in range(0, height, step))
    return (Box(left, 0, min(left + step, width), height) for left in range(0, width, step))


def source_box(upright: Box, orientation: int, size: tuple[int, int]) -> Box:
    """Where the pixels of an upright rectangle lie in an image of this size (width, height) as it is stored.

    The EXIF orientation says how the stored rows and columns stand (Exif 2.3, tag 274).
    """
    left, top, right, bottom = upright
    width, height = size
    match orientation:
        case 2:
            return Box(width - right, top, width - left, bottom)
        case 3:
            return Box(width - right, height - bottom, width - left, height - top)
        case 4:
            return Box(left, height - bottom, right, height - top)
        case 5:
            return Box(top, left, bottom, right)
        case 6:
            return Box(top, height - right, bottom, height - left)
        case 7:
            return Box(width - bottom, height - right, width - top, height - left)
        case 8:
            return Box(width - bottom, left, width - top, right)
    return upright
