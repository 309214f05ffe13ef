"""Every mode of Pillow becomes the RGB that a person would expect."""

from __future__ import annotations

import io
import math
import struct
import zlib

import pytest
from PIL import Image, ImageChops

from app.images import formats, strips
from app.images.decoders import open_image
from app.images.picture import upright_picture
from app.values import Limits


def shown(image: Image.Image) -> Image.Image:
    return upright_picture(image, 1).resized(image.size, Image.Resampling.NEAREST)


def levels(image: Image.Image) -> list[int]:
    """The red of each pixel, which is also its green and its blue."""
    made = shown(image)
    red, green, blue = made.split()
    assert red.tobytes() == green.tobytes() == blue.tobytes()
    return list(red.tobytes())


def numbers(mode: str, sort: str, values: list[float], file_format: str | None = None) -> Image.Image:
    image = Image.frombytes(mode, (len(values), 1), struct.pack(f"={len(values)}{sort}", *values))
    image.format = file_format
    return image


@pytest.mark.parametrize("mode", ["I;16", "I;16L"])
def test_sixteen_bit_grey_keeps_its_levels(mode):
    values = [0, 128, 129, 257, 32767, 32768, 65278, 65535]
    image = Image.frombytes(mode, (len(values), 1), struct.pack(f"<{len(values)}H", *values))
    assert levels(image) == [round(value / 257) for value in values]


def test_sixteen_bit_grey_with_the_high_byte_first():
    image = Image.frombytes("I;16B", (3, 1), struct.pack(">3H", 0, 257 * 7, 65535))
    assert levels(image) == [0, 7, 255]


def tiff(order: str, photometric: int | None, compression: int, values: list[int]) -> bytes:
    """A row of 16-bit grey; `order` as `struct` spells it, `photometric` 0 where 0 is white, 1 where it is black."""
    data = struct.pack(f"{order}{len(values)}H", *values)
    data = zlib.compress(data) if compression == 8 else data
    tags = {256: len(values), 257: 1, 258: 16, 259: compression, 262: photometric, 273: 200, 278: 1, 279: len(data)}
    given = {tag: value for tag, value in tags.items() if value is not None}
    entries = b"".join(struct.pack(order + "HHIHxx", tag, 3, 1, value) for tag, value in given.items())
    head = (b"II*\0" if order == "<" else b"MM\0*") + struct.pack(order + "IH", 8, len(given))
    return (head + entries).ljust(200, b"\0") + data


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("compression", [1, 8])
@pytest.mark.parametrize(("photometric", "expected"), [(0, [255, 254, 60, 0]), (1, [0, 1, 195, 255])])
def test_sixteen_bit_grey_may_have_white_as_zero(order, compression, photometric, expected):
    data = tiff(order, photometric, compression, [0, 257, 50_000, 65_535])
    with open_image(formats.TIFF, io.BytesIO(data), Limits()) as image:
        image.load()
        assert levels(image) == expected


def test_sixteen_bit_grey_that_does_not_say_what_is_white_has_black_as_zero():
    with open_image(formats.TIFF, io.BytesIO(tiff("<", None, 1, [0, 50_000])), Limits()) as image:
        image.load()
        assert levels(image) == [0, 195]


@pytest.mark.parametrize("kind", ["PNG", "PPM"])
def test_integers_of_formats_with_sixteen_bits_have_that_range(kind):
    assert levels(numbers("I", "i", [0, 257, 514, 1000], kind)) == [0, 1, 2, 4]


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0, 1, 7, 255], [0, 1, 7, 255]),
        ([0, 1, 1, 0], [0, 255, 255, 0]),
        ([-100, 0, 100], [0, 128, 255]),
        ([0, 50_000, 100_000], [0, 128, 255]),
        ([-5, -5], [0, 0]),
        ([70_000, 70_000], [255, 255]),
    ],
)
def test_other_integers_are_scaled_not_clipped(values, expected):
    assert levels(numbers("I", "i", values)) == expected


@pytest.mark.parametrize(
    ("values", "expected"),
    [
        ([0, 0.5, 1], [0, 128, 255]),
        ([0, 2, 254.4, 255], [0, 2, 254, 255]),
        ([-1, 0, 1], [0, 128, 255]),
        ([0, 5e6, 1e7], [0, 128, 255]),
        ([0, math.nan, 1], [0, 0, 255]),
        ([-2, math.inf, 2, -math.inf], [0, 0, 255, 0]),
        ([math.nan, math.nan], [0, 0]),
        ([1e38, -1e38, 3e38], [0, 0, 0]),
    ],
)
def test_floats_are_scaled_not_clipped(values, expected):
    assert levels(numbers("F", "f", values)) == expected


def test_the_range_is_that_of_the_whole_picture_not_of_a_strip(monkeypatch):
    image = Image.frombytes("F", (1, 4), struct.pack("=4f", -10, 0, 5, 10))
    monkeypatch.setattr(strips, "STRIP_PIXELS", 1)
    assert levels(image) == [0, 128, 191, 255]


@pytest.mark.parametrize("mode", ["RGBA", "LA", "PA", "RGBa", "La"])
def test_what_is_transparent_is_white(mode):
    assert levels(Image.new(mode, (2, 2))) == [255] * 4


def test_what_is_half_transparent_is_mixed_with_white():
    assert shown(Image.new("RGBA", (1, 1), (255, 0, 0, 128))).getpixel((0, 0)) == (255, 127, 127)


def test_one_transparent_colour():
    for mode, colour, other in [("L", 9, 8), ("RGB", (1, 2, 3), (1, 2, 4)), ("P", 0, 1), ("I;16", 700, 0)]:
        image = Image.new(mode, (2, 1), other)
        image.putpixel((0, 0), colour)
        image.info["transparency"] = colour
        if mode == "P":
            image.putpalette(bytes(768))
        made = shown(image)
        assert made.getpixel((0, 0)) == (255, 255, 255), mode
        assert max(made.getpixel((1, 0))) < 10, mode


def test_a_palette_with_degrees_of_transparency():
    image = Image.new("P", (2, 1), 1)
    image.putpixel((0, 0), 0)
    image.putpalette([10, 20, 30] * 2)
    image.info["transparency"] = b"\0\xff"
    assert [shown(image).getpixel((x, 0)) for x in (0, 1)] == [(255, 255, 255), (10, 20, 30)]


@pytest.mark.parametrize("kind", ["BMP", "TGA"])
def test_alpha_that_nobody_filled_in_is_no_alpha(kind):
    image = Image.new("RGBA", (2, 1), (9, 8, 7, 0))
    image.format = kind
    assert shown(image).getpixel((0, 0)) == (9, 8, 7)
    image.putpixel((1, 0), (9, 8, 7, 255))
    assert shown(image).getpixel((0, 0)) == (255, 255, 255)


def test_black_and_white():
    image = Image.new("1", (2, 1))
    image.putpixel((1, 0), 1)
    assert levels(image) == [0, 255]


@pytest.mark.parametrize("mode", ["CMYK", "YCbCr", "HSV", "LAB"])
def test_other_colour_spaces_come_near(mode):
    colours = Image.new("RGB", (3, 1))
    for x, colour in enumerate([(200, 40, 30), (30, 160, 60), (240, 240, 240)]):
        colours.putpixel((x, 0), colour)
    if mode == "LAB":
        from PIL import ImageCms

        profiles = ImageCms.createProfile("sRGB"), ImageCms.createProfile("LAB")
        image = ImageCms.profileToProfile(colours, *profiles, outputMode="LAB")
    else:
        image = colours.convert(mode)
    difference = ImageChops.difference(shown(image), colours)
    assert max(high for _, high in difference.getextrema()) <= 6
