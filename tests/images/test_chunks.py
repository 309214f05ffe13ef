"""Files in more parts than decoders get through in a moment are refused."""

from __future__ import annotations

import io
import struct
import zlib

import pytest

from app.images.chunks import boxes, png_chunks, riff_chunks
from app.images.picture import Picture
from app.values import Failed

from .conftest import opened, refused

SOME, MANY = 5_000, 100_100


def chunk(name: bytes, data: bytes = b"") -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))


def with_chunks(png: bytes, chunks: bytes) -> bytes:
    return png[:33] + chunks + png[33:]


def with_boxes(jp2: bytes, boxes: bytes, inside: bool) -> bytes:
    """Empty boxes before the header box of a JPEG 2000, or in it."""
    at = jp2.index(b"jp2h") - 4
    length = int.from_bytes(jp2[at : at + 4], "big")
    if not inside:
        return jp2[:at] + boxes + jp2[at:]
    header = struct.pack(">I", length + len(boxes)) + jp2[at + 4 : at + length]
    return jp2[:at] + header + boxes + jp2[at + length :]


def with_riff(webp: bytes, chunks: bytes) -> bytes:
    return webp[:4] + struct.pack("<I", len(webp) - 8 + len(chunks)) + webp[8:] + chunks


def test_the_parts_of_files_that_encoders_write(samples):
    names = [part.name for part in png_chunks(io.BytesIO(samples["png"].data))]
    assert names == [b"IHDR", b"IDAT", b"IEND"]
    assert [part.name for part in riff_chunks(io.BytesIO(samples["webp"].data))] == [b"VP8 "]
    found = {part.name: part for part in boxes(io.BytesIO(samples["jpeg 2000"].data))}
    assert list(found) == [b"jP  ", b"ftyp", b"jp2h", b"jp2c"]
    inner = found[b"jp2h"]
    assert [part.name for part in boxes(io.BytesIO(samples["jpeg 2000"].data), inner.data, inner.end)] == [
        b"ihdr",
        b"colr",
    ]
    assert [part.name for part in boxes(io.BytesIO(samples["avif"].data))] == [b"ftyp", b"meta", b"mdat"]


def test_boxes_with_long_lengths_and_without():
    data = struct.pack(">I4sQ", 1, b"long", 20) + b"abcd" + struct.pack(">I4s", 0, b"last") + bytes(9)
    assert [(part.name, part.start, part.data, part.end) for part in boxes(io.BytesIO(data))] == [(b"long", 0, 16, 20)]
    assert [part.end for part in boxes(io.BytesIO(struct.pack(">I4sQ", 1, b"huge", (1 << 64) - 1)))] == [(1 << 64) - 1]


@pytest.mark.parametrize("part", [chunk(b"tEXt", b"a\0b"), chunk(b"abCd"), chunk(b"IDAT"), chunk(b"pHYs", bytes(9))])
def test_png_in_too_many_small_chunks_is_refused(samples, part):
    png = samples["png"].data
    words = "PNG: more than 100,000 small chunks"
    assert isinstance(opened(with_chunks(png, part * SOME)), Picture)
    assert refused(with_chunks(png, part * MANY)) == words
    assert refused(png[:-12] + part * MANY + png[-12:]) == words
    icon = b"\0\0\1\0\1\0\x10\x10\0\0\1\0\x20\0" + struct.pack("<II", len(png) + MANY * len(part), 22)
    assert refused(icon + with_chunks(png, part * MANY)) == "ICO: more than 10,000 chunks"


def test_an_icon_whose_pictures_share_their_parts_is_refused(samples):
    """Each of a thousand pictures is the same; whoever looks at all of them looks at each part a thousand times."""
    png = with_chunks(samples["png"].data, chunk(b"abCd", bytes(600)) * 1000)
    heads = b"\x89PNG\r\n\x1a\n" * 1000
    at = 6 + 16 * 1000
    entries = b"".join(b"\x10\x10\0\0\1\0\x20\0" + struct.pack("<II", 99, at + 8 * n) for n in range(1000))
    assert isinstance(opened(b"\0\0\1\0" + struct.pack("<H", 1000) + entries + heads + png), Failed)


def test_png_may_have_any_number_of_large_chunks(samples):
    assert isinstance(opened(with_chunks(samples["png"].data, chunk(b"abCd", bytes(500)) * MANY)), Picture)


def test_png_with_many_profiles_is_refused(samples):
    profile = chunk(b"iCCP", b"a\0\0" + zlib.compress(bytes(1000)))
    assert isinstance(opened(with_chunks(samples["png"].data, profile * 8)), Picture)
    assert refused(with_chunks(samples["png"].data, profile * 9)) == "PNG: more than 8 colour profiles"


def test_webp_in_too_many_chunks_is_refused(samples):
    part = b"abcd" + bytes(4)
    assert isinstance(opened(with_riff(samples["webp"].data, part * SOME)), Picture)
    assert refused(with_riff(samples["webp"].data, part * MANY)) == "WebP: more than 100,000 chunks"
    assert isinstance(opened(samples["webp"].data + bytes(2_000_000)), Picture), "what follows it is none of it"


@pytest.mark.parametrize("inside", [False, True])
def test_jpeg_2000_in_too_many_boxes_is_refused(samples, inside):
    jp2, part = samples["jpeg 2000"].data, struct.pack(">I4s", 8, b"free")
    assert isinstance(opened(with_boxes(jp2, part * SOME, inside)), Picture)
    assert refused(with_boxes(jp2, part * MANY, inside)) == "JPEG 2000: more than 100,000 boxes"


@pytest.mark.parametrize(
    "blocks",
    [b"!\xfe\1a\0", b"!\xf9\4\0\0\0\0\0", b"!\xff\x0bNETSCAPE2.0\3\1\0\0\0", b"!\1\1a\0", b"\0", b"a"],
)
def test_gif_with_too_much_before_its_picture_is_refused(samples, blocks):
    gif = samples["gif"].data
    start = 13 + (3 << (gif[10] & 7) + 1)
    assert isinstance(opened(gif[:start] + blocks * SOME + gif[start:]), Picture)
    assert refused(gif[:start] + blocks * MANY + gif[start:]) == "GIF: more than 100,000 blocks before the picture"
    long = b"!\xfe" + b"\1a" * MANY + b"\0"
    assert refused(gif[:start] + long + gif[start:]) == "GIF: more than 100,000 blocks before the picture"
