"""A JPEG 2000 that is cut into more parts than a decoder can keep records of is refused by its header."""

from __future__ import annotations

import io
import random
import struct

import pytest
from PIL import Image

from app.images import formats
from app.images.codestream import tile_grid
from app.images.costs import cost
from app.images.decoders import open_image
from app.images.picture import Picture
from app.images.precincts import Coding, Parts, codings, parts_of_tile
from app.values import Limits

from .conftest import opened, refused

WHOLE = (15, 15)
STYLE = b"\4\4\0\1"  # code blocks of 64 x 64


def default(levels=5, layers=1, precincts=b"", style=STYLE):
    """The segment COD."""
    data = struct.pack(">BBHBB", bool(precincts), 0, layers, 0, levels) + style + precincts
    return b"\xff\x52" + struct.pack(">H", 2 + len(data)) + data


def of_component(levels, precincts=b"", style=STYLE):
    """The segment COC."""
    data = b"\2" + bytes([bool(precincts), levels]) + style + precincts
    return b"\xff\x53" + struct.pack(">H", 2 + len(data)) + data


def header(size, tile=None, components=1):
    tile = tile or size
    data = struct.pack(">HH8IH", 38 + 3 * components, 0, *size, 0, 0, *tile, 0, 0, components)
    return b"\xff\x4f\xff\x51" + data + b"\7\1\1" * components


def with_coding(size, segment, **options):
    """An empty picture that Pillow wrote, coded otherwise."""
    file = io.BytesIO()
    Image.new("L", size).save(file, "JPEG2000", no_jp2=True, **options)
    data = file.getvalue()
    at = data.index(b"\xff\x52")
    return data[:at] + segment + data[at + 2 + int.from_bytes(data[at + 2 : at + 4], "big") :]


@pytest.mark.parametrize("before", [0, 100, (1 << 20) - 3, 1 << 20])
def test_codings_are_found_wherever_they_stand(before):
    segments = default(1, 7, b"\x21\x43") + of_component(0) + of_component(2, b"\1\2\3", b"\0\1\0\0")
    assert list(codings(io.BytesIO(bytes(before) + segments + bytes(99)))) == [
        Coding(7, 4096, ((1, 2), (3, 4))),
        Coding(1, 4096, (WHOLE,)),
        Coding(1, 32, ((1, 0), (2, 0), (3, 0))),
    ]


def test_noise_has_no_coding():
    assert list(codings(io.BytesIO(random.Random(1).randbytes(8_000_000)))) == []


def test_the_parts_of_a_tile():
    def parts(data):
        file = io.BytesIO(data)
        return parts_of_tile(file, tile_grid(file))

    assert parts(header((100, 100))) == Parts()
    assert parts(header((100, 100)) + default(5)) == Parts(6, 6, 6)
    assert parts(header((1024, 512), components=3) + default(1, 4)) == Parts(6, 24, 384)
    small = default(2, 10, b"\x55" * 3)  # precincts of 32 x 32, for resolutions of 16 x 24, 32 x 48, and 64 x 96
    assert parts(header((640, 960), (64, 96)) + small) == Parts(1 + 2 + 6, 90, 9)
    assert parts(header((640, 960), (64, 96)) + default(0) + of_component(0, b"\0")) == Parts(6144, 6144, 6144)


def test_tiny_precincts_are_refused():
    """OpenJPEG would take 2 GB and 4 seconds."""
    words = "JPEG 2000: more than 500,000 precincts"
    assert isinstance(opened(with_coding((1000, 1000), default(5, 1, b"\x33" * 6))), Picture)
    assert refused(with_coding((2000, 2000), default(5, 1, b"\x11" * 6))) == words
    assert refused(with_coding((2000, 2000), default(5) + of_component(5, b"\x11" * 6))) == words
    in_a_tile = with_coding((2000, 2000), default(5)).replace(b"\xff\x93", default(5, 1, b"\x11" * 6) + b"\xff\x93")
    assert refused(in_a_tile) == words


def test_precincts_of_all_tiles_count():
    assert refused(with_coding((2000, 2000), default(2, 1, b"\x11" * 3), tile_size=(128, 128))).endswith("precincts")


def test_too_many_layers_are_refused():
    assert isinstance(opened(with_coding((300, 300), default(5, 65_535))), Picture)
    words = "JPEG 2000: more than 20,000,000 packets"
    assert refused(with_coding((512, 512), default(5, 65_535, b"\x55" * 6))) == words


def test_more_components_than_a_picture_has_are_refused():
    data = header((2048, 2048), (64, 64), 16_384)
    assert refused(data + b"\xff\x90") == "JPEG 2000: more than 300,000 components of tiles"


def test_records_are_charged():
    def charged(segment):
        file = io.BytesIO(with_coding((2000, 2000), segment))
        return cost(open_image(formats.JPEG_2000, file, Limits()), formats.JPEG_2000, file)

    plain = charged(default(5))
    assert charged(default(5, 1, b"\x22" * 6)) - plain > 450_000_000
    assert charged(default(5, 10_000)) - plain == 9 * 6 * 9999
    assert charged(default(5, style=b"\0\0\0\1")) - plain == 240 * (250_000 - 4_000_000 // 4096)


@pytest.mark.parametrize(
    "options",
    [
        {"quality_mode": "rates", "quality_layers": [80, 40, 20, 10, 5, 1]},
        {"precinct_size": (256, 256), "codeblock_size": (32, 32), "progression": "RPCL"},
        {"precinct_size": (64, 64), "codeblock_size": (16, 16), "tile_size": (512, 512)},
        {"num_resolutions": 1},
    ],
)
def test_what_encoders_write_passes(encoded, photograph, options):
    assert isinstance(opened(encoded(photograph((1200, 900)), "JPEG2000", **options)), Picture)
