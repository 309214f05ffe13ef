"""A decoded picture, and the one way its pixels become upright RGB."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace

from PIL import Image

from app.images.modes import ToRGB, converter
from app.images.strips import Box, is_one_strip, source_box, strips

WIDEST_FILTER = 3  # pixels of the result to either side, Lanczos; Pillow's others reach less far

_TURNS: dict[int, Image.Transpose] = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}


@dataclass(frozen=True, slots=True)
class Picture:
    """A decoded picture, or a rectangle of one, seen upright.

    The pixels stay as the decoder left them and are turned and converted strip by strip when they are asked for: a
    picture of 179 megapixels takes 716 MB as it is, and there is no room for a second copy.

    Attributes:
        full_width, full_height: size in pixels, upright, of the whole picture as the file has it.
    """

    _image: Image.Image
    _to_rgb: ToRGB
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
        if is_one_strip(whole.size):
            return self._upright(whole).resize(size, resample)
        across_first = not is_resized_down_first(whole.size, size)
        stack = Image.new("RGB", (size[0], self.height) if across_first else (self.width, size[1]))
        for strip in strips(whole, across_first):
            width, height = strip.size
            narrow = self._upright(strip).resize((size[0], height) if across_first else (width, size[1]), resample)
            stack.paste(narrow, (strip.left, strip.top))
        return stack.resize(size, resample)

    def resized_part(
        self, box: tuple[float, float, float, float], size: tuple[int, int], resample: Image.Resampling
    ) -> Image.Image:
        """The part inside left, top, right, bottom as a new image: RGB, upright, on white where it is transparent.

        Pixels around the box count as far as the filter reaches, as if the whole were resized and cut afterwards; the
        result is that of `resized` and a crop but for roundings. Only what the filter reaches is looked at.

        Raises:
            MemoryError: there is not enough memory for the result.
        """
        near = self._near(box, size)
        left, top = near.left, near.top
        inner = (box[0] - left, box[1] - top, box[2] - left, box[3] - top)
        return self._upright(near).resize(size, resample, inner)

    def _near(self, box: tuple[float, float, float, float], size: tuple[int, int]) -> Box:
        """The whole pixels that a filter reaches from inside a box that gets this size."""
        across, down = ((high - low) / to for low, high, to in zip(box[:2], box[2:], size, strict=True))
        reach = [math.ceil(WIDEST_FILTER * max(1.0, scale)) for scale in (across, down)]
        return Box(
            max(0, math.floor(box[0]) - reach[0]),
            max(0, math.floor(box[1]) - reach[1]),
            min(self.width, math.ceil(box[2]) + reach[0]),
            min(self.height, math.ceil(box[3]) + reach[1]),
        )

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
    picture = Picture(image, converter(image), orientation, Box(0, 0, width, height), full_width, full_height)
    picture._to_rgb(image.crop((0, 0, 1, 1)))
    return picture
