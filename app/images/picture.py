"""A decoded picture, and the one way its pixels become upright RGB."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from functools import partial
from typing import NamedTuple, cast

from PIL import Image, ImageMath

STRIP_PIXELS = 4_000_000
"""Pixels that are turned upright and into RGB at a time: 16 MB, so most photographs are one to three strips."""

_TURNS: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


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


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture, or a rectangle of one, seen upright.

    The pixels stay as the decoder left them and are turned and converted strip by strip when they are asked for: a
    picture of 179 megapixels takes 716 MB as it is, and there is no room for a second copy.

    Attributes:
        full_width, full_height: size in pixels, upright, of the whole picture as the file has it.
    """

    _image: Image.Image
    _to_rgb: Callable[[Image.Image], Image.Image]
    _orientation: int
    _box: Box
    full_width: int
    full_height: int

    @property
    def width(self) -> int:
        """Width in pixels, upright."""
        return self._box.size[0]

    @property
    def height(self) -> int:
        """Height in pixels, upright."""
        return self._box.size[1]

    def cropped(self, box: tuple[int, int, int, int]) -> Picture:
        """The part inside left, top, right, bottom, in pixels of this picture; it shares the pixels.

        Raises:
            ValueError: the box is empty or reaches outside.
        """
        left, top, right, bottom = box
        if not (0 <= left < right <= self.width and 0 <= top < bottom <= self.height):
            raise ValueError(f"{box} does not lie inside {self.width} x {self.height}")
        x, y = self._box.left, self._box.top
        return replace(self, _box=Box(x + left, y + top, x + right, y + bottom))

    def resized(self, size: tuple[int, int], resample: Image.Resampling) -> Image.Image:
        """The picture as a new image of mode RGB, upright, on white where it is transparent.

        The result is bit for bit that of Pillow's `resize(size, resample)` on the whole upright RGB picture. Pillow
        resizes in one direction, keeps 8 bits, and then resizes in the other, each row or column by itself. So strips
        can be resized in the first direction one by one, and what is left of them, side by side, in the second.

        Raises:
            MemoryError: there is not enough memory for the result.
        """
        whole = Box(0, 0, self.width, self.height)
        if self.width * self.height <= STRIP_PIXELS:
            return self._upright(whole).resize(size, resample)
        across_first = not is_resized_down_first(whole.size, size)
        stack = Image.new("RGB", (size[0], self.height) if across_first else (self.width, size[1]))
        for strip in _strips(whole, across_first):
            width, height = strip.size
            narrow = self._upright(strip).resize((size[0], height) if across_first else (width, size[1]), resample)
            stack.paste(narrow, (strip.left, strip.top))
        return stack.resize(size, resample)

    def _upright(self, part: Box) -> Image.Image:
        """A part of the picture, upright, mode RGB; possibly the decoded image itself."""
        x, y = self._box.left, self._box.top
        wanted = Box(x + part.left, y + part.top, x + part.right, y + part.bottom)
        source = source_box(wanted, self._orientation, self._image.size)
        is_all = source == (0, 0, *self._image.size)
        strip = self._to_rgb(self._image if is_all else self._image.crop(source))
        return strip.transpose(_TURNS[self._orientation]) if self._orientation in _TURNS else strip


def is_resized_down_first(size: tuple[int, int], to: tuple[int, int]) -> bool:
    """Whether Pillow resizes the columns before the rows, as it does from version 13 where height loses much more.

    The rule is that of Pillow's pull request 9549, found by trying; a test compares the two on many sizes.
    """
    return to[1] < size[1] and size[1] - to[1] > 2 * (size[0] - to[0])


def _strips(whole: Box, across: bool) -> Iterator[Box]:
    """Rows over the full width, or columns over the full height, of about `STRIP_PIXELS` each."""
    width, height = whole.size
    step = max(1, STRIP_PIXELS // (width if across else height))
    if across:
        return (Box(0, top, width, min(top + step, height)) for top in range(0, height, step))
    return (Box(left, 0, min(left + step, width), height) for left in range(0, width, step))


def upright_picture(image: Image.Image, orientation: int, full_size: tuple[int, int] | None = None) -> Picture:
    """The picture of a loaded image with this EXIF orientation (1 to 8; anything else counts as 1).

    `full_size` is the size that the file has when the image was decoded smaller. Mode, palette and transparency are
    looked at here, so that a mode without a way to RGB is found before anything is asked for.

    Raises:
        ValueError: there is no way from the image's mode to RGB.
    """
    swap = orientation in (5, 6, 7, 8)
    width, height = reversed(image.size) if swap else image.size
    full_width, full_height = reversed(full_size or image.size) if swap else (full_size or image.size)
    picture = Picture(image, _converter(image), orientation, Box(0, 0, width, height), full_width, full_height)
    picture._to_rgb(image.crop((0, 0, 1, 1)))
    return picture


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


# --- modes ---------------------------------------------------------------------------------------------------------


def _converter(image: Image.Image) -> Callable[[Image.Image], Image.Image]:
    """How strips of this image become RGB.

    Sixteen-bit grey (`I;16` of any byte order; `I` where the format stores 16 bits) runs from 0 to 65535, or to 4095
    in a TIFF of 12 bits. Other integers and floats have no range of their own: values that all lie between 0 and 1
    are fractions of white, values between 0 and 255 are taken as they are, and anything else is stretched from the
    picture's least value to its greatest. Not-a-number and infinite values count as the least.
    """
    transparent = image.info.get("transparency")
    if _alpha_is_unused(image):
        return _plain
    if image.mode.startswith("I;16") or (image.mode == "I" and image.format in ("PNG", "PPM")):
        return partial(_from_16_bits, table=_table(_white(image), transparent))
    if image.mode in ("I", "F"):
        return partial(_from_range, bounds=_bounds(image))
    if image.mode in ("RGBA", "LA", "PA", "RGBa", "La") or transparent is not None:
        return _on_white
    return _plain


def _alpha_is_unused(image: Image.Image) -> bool:
    """Whether this is a BMP or TGA that keeps room for alpha but leaves it zero, as many programs wrote them."""
    if image.format not in ("BMP", "TGA") or image.mode not in ("RGBA", "LA"):
        return False
    return image.getextrema()[-1] == (0, 0)


def _plain(strip: Image.Image) -> Image.Image:
    return strip if strip.mode == "RGB" else strip.convert("RGB")


_STRAIGHT = {"La": "LA"}  # there is no direct way from it to RGBA


def _on_white(strip: Image.Image) -> Image.Image:
    """Transparent pixels over white."""
    clear = strip.convert(_STRAIGHT.get(strip.mode, "RGBA")).convert("RGBA")
    white = Image.new("RGB", strip.size, "white")
    white.paste(clear, mask=clear)
    return white


def _from_16_bits(strip: Image.Image, table: bytes) -> Image.Image:
    return strip.convert("I").point(table, "L").convert("RGB")


def _white(image: Image.Image) -> int:
    """The value of white in 16-bit grey."""
    tags = getattr(image, "tag_v2", None)
    return 4095 if tags is not None and tags.get(258) == (12,) else 65535


def _table(white: int, transparent: object) -> bytes:
    """For each of 65,536 values its level of grey, rounded; the one value that stands for transparency is white."""
    table = bytearray(min(255, (value * 510 + white) // (2 * white)) for value in range(65536))
    if isinstance(transparent, int) and 0 <= transparent < 65536:
        table[transparent] = 255
    return bytes(table)


def _from_range(strip: Image.Image, bounds: tuple[float, float]) -> Image.Image:
    low, high = bounds
    scale = 255 / (high - low)
    floats = _finite(strip.convert("F"), low)
    return floats.point(lambda value: value * scale + (0.5 - low * scale)).convert("L").convert("RGB")


_HUGE = 1e38


def _finite(strip: Image.Image, instead: float) -> Image.Image:
    """The strip (mode F) with `instead` where there is no number, or none that could be reckoned with."""
    sound = ImageMath.lambda_eval(lambda args: (args["f"] > -_HUGE) * (args["f"] < _HUGE) * 255, f=strip)
    filled = Image.new("F", strip.size, instead)
    filled.paste(strip, mask=sound.convert("L"))
    return filled


def _bounds(image: Image.Image) -> tuple[float, float]:
    """The values that become black and white in a picture of mode I or F."""
    strips = list(_strips(Box(0, 0, *image.size), across=True))
    least = min(_extreme(image.crop(box), _HUGE)[0] for box in strips)
    greatest = max(_extreme(image.crop(box), -_HUGE)[1] for box in strips)
    if least >= greatest or (least >= 0 and greatest <= 1):
        return 0, 1
    return (0, 255) if least >= 0 and greatest <= 255 else (least, greatest)


def _extreme(strip: Image.Image, instead: float) -> tuple[float, float]:
    low, high = _finite(strip.convert("F"), instead).getextrema()
    return cast(tuple[float, float], (low, high))
