"""The one transparent colour of a PNG is white, and no other colour is. The files are made by hand."""

from __future__ import annotations

import io
import struct
import zlib

import pytest
from PIL import Image

from app.images import formats, strips
from app.images.decoders import open_image
from app.images.picture import upright_picture
from app.values import Limits

GREY, COLOUR = 0, 2


def chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def png(size: tuple[int, int], bits: int, colours: int, rows: list[bytes], key: tuple[int, ...] = ()) -> bytes:
    header = chunk(b"IHDR", struct.pack(">IIBBBBB", *size, bits, colours, 0, 0, 0))
    transparent = chunk(b"tRNS", struct.pack(f">{len(key)}H", *key)) if key else b""
    data = zlib.compress(b"".join(b"\0" + row for row in rows))
    return b"\x89PNG\r\n\x1a\n" + header + transparent + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def shown(data: bytes) -> list[tuple[int, ...]]:
    """The pixels of a picture, row by row."""
    with open_image(formats.PNG, io.BytesIO(data), Limits()) as image:
        image.load()
        rgb = upright_picture(image, 1).resized(image.size, Image.Resampling.NEAREST).tobytes()
    return list(zip(*[iter(rgb)] * 3, strict=True))


def levels(data: bytes) -> list[int]:
    return [red for red, _, _ in shown(data)]


@pytest.mark.parametrize(
    ("bits", "row", "key", "expected"),
    [
        (1, b"\x40", 0, [255, 255, 255, 255]),
        (1, b"\x40", 1, [0, 255, 0, 0]),
        (2, b"\x1b", 0, [255, 85, 170, 255]),
        (2, b"\x1b", 1, [0, 255, 170, 255]),
        (2, b"\x1b", 2, [0, 85, 255, 255]),
        (4, b"\x01\x3f", 0, [255, 17, 51, 255]),
        (4, b"\x01\x3f", 3, [0, 17, 255, 255]),
        (4, b"\x01\x3f", 51, [0, 17, 255, 255]),  # bits that a sample does not have are to be passed over
        (8, b"\0\x01\x33\xff", 51, [0, 1, 255, 255]),
        (16, b"\0\0\x12\x34\x12\x35\x80\x80", 0x1234, [0, 255, 18, 128]),
    ],
)
def test_a_grey_that_is_transparent(bits, row, key, expected):
    assert levels(png((4, 1), bits, GREY, [row], (key,))) == expected


@pytest.mark.parametrize(("bits", "row"), [(2, b"\x1b"), (4, b"\x05\xaf")])
def test_without_a_key_nothing_changes(bits, row):
    assert levels(png((4, 1), bits, GREY, [row])) == [0, 85, 170, 255]


KEY = (0x1234, 0x5678, 0x1122)
NEAR = [(0x1235, 0x5678, 0x1122), (0x1234, 0x5600, 0x1122), (0x1234, 0x5678, 0x22), (0x3412, 0x7856, 0x2211)]


def colour_row(*pixels: tuple[int, ...]) -> bytes:
    return b"".join(struct.pack(">3H", *pixel) for pixel in pixels)


def test_a_colour_of_sixteen_bits_is_compared_with_all_its_bits():
    made = shown(png((5, 1), 16, COLOUR, [colour_row(KEY, *NEAR)], KEY))
    assert made == [(255, 255, 255), *(tuple(sample >> 8 for sample in pixel) for pixel in NEAR)]


def test_the_colour_is_found_in_every_strip(monkeypatch):
    monkeypatch.setattr(strips, "STRIP_PIXELS", 2)
    rows = [colour_row(KEY, NEAR[0]), colour_row(NEAR[0], KEY), colour_row(KEY, KEY)]
    assert [red for red, _, _ in shown(png((2, 3), 16, COLOUR, rows, KEY))] == [255, 18, 18, 255, 255, 255]


def test_sixteen_bit_colour_without_a_key_stays_as_it_is():
    with open_image(formats.PNG, io.BytesIO(png((1, 1), 16, COLOUR, [colour_row(KEY)])), Limits()) as image:
        image.load()
        assert (image.mode, image.getpixel((0, 0))) == ("RGB", (0x12, 0x56, 0x11))


def test_a_file_cut_off_is_found_out_all_the_same():
    data = png((64, 64), 16, COLOUR, [bytes(range(128)) * 3 for _ in range(64)], KEY)
    with open_image(formats.PNG, io.BytesIO(data[:-60]), Limits()) as image, pytest.raises(OSError, match="truncated"):
        image.load()
