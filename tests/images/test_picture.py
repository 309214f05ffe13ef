"""Pixels become upright RGB strip by strip, and nobody can tell."""

from __future__ import annotations

import random
import struct

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageOps

from app.images import strips
from app.images.modes import converter
from app.images.picture import upright_picture

FILTERS = [
    Image.Resampling.NEAREST,
    Image.Resampling.BOX,
    Image.Resampling.BILINEAR,
    Image.Resampling.HAMMING,
    Image.Resampling.BICUBIC,
    Image.Resampling.LANCZOS,
]
MODES = [
    "1",
    "L",
    "P",
    "RGB",
    "RGBA",
    "CMYK",
    "YCbCr",
    "LAB",
    "HSV",
    "LA",
    "PA",
    "RGBX",
    "RGBa",
    "La",
    "I",
    "F",
    "I;16",
]


def noise(mode: str, size: tuple[int, int], seed: int = 0) -> Image.Image:
    """An image of random bytes."""
    width, height = size
    chance = random.Random(seed)
    if mode == "F":
        values = [chance.uniform(-9, 9) for _ in range(width * height)]
        return Image.frombytes("F", size, struct.pack(f"{width * height}f", *values))
    if mode in ("La", "RGBa"):
        return noise({"La": "LA", "RGBa": "RGBA"}[mode], size, seed).convert(mode)
    length = {"1": (width + 7) // 8 * height, "I;16": 2 * width * height, "I": 4 * width * height}
    image = Image.frombytes(
        mode, size, chance.randbytes(length.get(mode, len(Image.new(mode, (1, 1)).getbands()) * width * height))
    )
    if mode in ("P", "PA"):
        image.putpalette(chance.randbytes(768))
    return image


def whole(image: Image.Image, orientation: int) -> Image.Image:
    """The upright RGB picture, made without strips."""
    made = converter(image)(image)
    tagged = made.copy()
    tagged.getexif()[274] = orientation
    return ImageOps.exif_transpose(tagged)


@settings(max_examples=250, deadline=None)
@given(
    mode=st.sampled_from(MODES),
    size=st.tuples(st.integers(1, 30), st.integers(1, 90)),
    to=st.tuples(st.integers(1, 50), st.integers(1, 50)),
    orientation=st.integers(1, 8),
    resample=st.sampled_from(FILTERS),
    strip_pixels=st.sampled_from([1, 7, 64, 10_000]),
)
def test_resized_in_strips_equals_resized_whole(mode, size, to, orientation, resample, strip_pixels):
    image = noise(mode, size)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(strips, "STRIP_PIXELS", strip_pixels)
        seen = upright_picture(image, orientation)
        made = seen.resized(to, resample)
    expected = whole(image, orientation)
    assert (seen.width, seen.height) == expected.size
    assert made.mode == "RGB"
    assert made.tobytes() == expected.resize(to, resample).tobytes()


@settings(max_examples=60, deadline=None)
@given(
    box=st.tuples(st.integers(0, 11), st.integers(0, 11), st.integers(1, 12), st.integers(1, 12)),
    orientation=st.integers(1, 8),
)
def test_cropped_equals_cropping_the_upright_picture(box, orientation):
    left, top, width, height = box
    image = noise("RGB", (30, 26))
    seen = upright_picture(image, orientation).cropped((left, top, left + width, top + height))
    expected = whole(image, orientation).crop((left, top, left + width, top + height))
    assert (seen.width, seen.height) == (width, height)
    assert (
        seen.resized((7, 5), Image.Resampling.BICUBIC).tobytes()
        == expected.resize((7, 5), Image.Resampling.BICUBIC).tobytes()
    )
    twice = seen.cropped((0, 0, 1, 1))
    assert twice.resized((1, 1), Image.Resampling.BOX).getpixel((0, 0)) == expected.getpixel((0, 0))


@pytest.mark.parametrize("box", [(0, 0, 0, 5), (0, 0, 31, 5), (-1, 0, 5, 5), (5, 5, 4, 6), (0, 0, 5, 27)])
def test_a_box_outside_is_refused(box):
    with pytest.raises(ValueError, match="does not lie inside 30 x 26"):
        upright_picture(noise("RGB", (30, 26)), 1).cropped(box)


def test_a_small_picture_is_not_changed_by_looking_at_it():
    image = noise("RGB", (9, 9))
    before = image.tobytes()
    upright_picture(image, 1).resized((9, 9), Image.Resampling.BICUBIC).putpixel((0, 0), (1, 2, 3))
    assert image.tobytes() == before
