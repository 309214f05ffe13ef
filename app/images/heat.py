"""A heat map in colours, over the picture or over what the network saw of it.

The colours are eight of "inferno" by Nathaniel Smith and Stéfan van der Walt (2015, https://bids.github.io/colormap/,
CC0): each is lighter than the one before, so that they are told apart in grey, and by people who see colours otherwise.
What says nothing is left as it is: below half of the most, a colour covers the less the less it stands for.
"""

from __future__ import annotations

from PIL import Image

from app.images.budget import Budget
from app.images.decode import open_picture
from app.steps import HeatMap
from app.values import Failed, Limits, Reason, Stage

Colour = tuple[int, int, int]

STOPS: tuple[Colour, ...] = (
    (0x00, 0x00, 0x04),
    (0x28, 0x0B, 0x54),
    (0x65, 0x15, 0x6E),
    (0x9F, 0x2A, 0x63),
    (0xD4, 0x48, 0x42),
    (0xF5, 0x7D, 0x15),
    (0xFA, 0xC1, 0x27),
    (0xFC, 0xFF, 0xA4),
)
"""From nothing to the most, at equal distances."""

_LEVELS = range(256)


def colour(level: int) -> Colour:
    """The colour of a relevance from 0 to 255."""
    place, between = divmod(level * (len(STOPS) - 1), 255)
    before, after = STOPS[place], STOPS[min(place + 1, len(STOPS) - 1)]
    red, green, blue = (round(a + (b - a) * between / 255) for a, b in zip(before, after, strict=True))
    return red, green, blue


def cover(level: int) -> int:
    """How much of the picture that colour covers at full opacity, from 0 to 255."""
    return min(255, 2 * level)


def coloured(heat: HeatMap) -> Image.Image:
    """The colours of the map at full opacity, RGBA, of the size that the network saw."""
    size = (heat.side, heat.side)
    levels = Image.frombytes("L", size, heat.relevance) if heat.relevance else Image.new("L", size)
    colours = levels.copy()
    colours.putpalette([part for level in _LEVELS for part in colour(level)])
    image = colours.convert("RGB")
    image.putalpha(levels.point([cover(level) for level in _LEVELS]))
    return image


def over_crop(heat: HeatMap, opacity: float) -> Image.Image:
    """The map over the very pixels that the network saw, RGB; opacity from 0 to 1."""
    seen = Image.frombytes("RGB", (heat.side, heat.side), heat.seen)
    _lay(coloured(heat), seen, (0, 0, heat.side, heat.side), opacity)
    return seen


def over_picture(heat: HeatMap, limits: Limits, opacity: float, budget: Budget | None = None) -> Image.Image | Failed:
    """The map over the part of the whole picture that the network saw, RGB, in the picture's own size.

    Args:
        heat: the map; its picture is decoded anew.
        limits: what that may cost.
        opacity: from 0 to 1.
        budget: the decoding memory shared with others.
    """
    with open_picture(heat.ref, limits, budget) as picture:
        if isinstance(picture, Failed):
            return picture
        try:
            whole = picture.resized((picture.width, picture.height), Image.Resampling.NEAREST)
            _lay(coloured(heat), whole, _in_pixels(heat.box, whole.size), opacity)
        except MemoryError:
            return Failed(heat.ref, Stage.DECODE, Reason.OUT_OF_MEMORY)
        return whole


def _lay(colours: Image.Image, image: Image.Image, box: tuple[int, int, int, int], opacity: float) -> None:
    left, top, right, bottom = box
    large = colours.resize((right - left, bottom - top), Image.Resampling.BILINEAR)
    image.paste(large, (left, top), large.getchannel("A").point(lambda alpha: round(alpha * opacity)))


def _in_pixels(box: tuple[float, float, float, float], size: tuple[int, int]) -> tuple[int, int, int, int]:
    """The pixels that a box covers, at least one."""
    left, top, right, bottom = map(round, box)
    left, top = min(max(left, 0), size[0] - 1), min(max(top, 0), size[1] - 1)
    return left, top, min(max(right, left + 1), size[0]), min(max(bottom, top + 1), size[1])
