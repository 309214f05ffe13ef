"""Kinds are told by content, whatever the name says."""

from __future__ import annotations

import importlib.util

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.images import formats
from app.images.formats import HEAD_BYTES, IMAGE_EXTENSIONS, SUPPORTED_EXTENSIONS, Kind, sniff

KINDS = {
    "jpeg": formats.JPEG,
    "progressive jpeg": formats.JPEG,
    "cmyk jpeg": formats.JPEG,
    "mpo": formats.JPEG,
    "png": formats.PNG,
    "apng": formats.PNG,
    "webp": formats.WEBP,
    "lossless webp": formats.WEBP,
    "avif": formats.AVIF,
    "tiff": formats.TIFF,
    "lzw tiff": formats.TIFF,
    "bigtiff": formats.TIFF,
    "gif": formats.GIF,
    "bmp": formats.BMP,
    "jpeg 2000": formats.JPEG_2000,
    "ppm": formats.PNM,
    "pgm": formats.PNM,
    "pbm": formats.PNM,
    "ico": formats.ICO,
    "tga": formats.TGA,
    "rle tga": formats.TGA,
    "heic": formats.HEIF,
}


@pytest.mark.parametrize("name", KINDS)
@pytest.mark.parametrize("extension", ["", ".txt", ".png", ".jpg"])
def test_every_supported_kind_is_known_by_its_content(samples, name, extension):
    assert sniff(samples[name].data[:HEAD_BYTES], extension) is KINDS[name]


def test_every_sample_is_listed(samples):
    assert set(samples) == set(KINDS)


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"8BPS\0\1" + bytes(20), "Photoshop"),
        (b"gimp xcf v011" + bytes(20), "GIMP"),
        (b"%!PS-Adobe-3.0 EPSF-3.0\n%%BoundingBox: 0 0 9 9\n", "PostScript"),
        (b"\xff\x0a" + bytes(20), "JPEG XL"),
        (b"\0\0\0\x0cJXL \r\n\x87\n" + bytes(20), "JPEG XL"),
        (bytes(128) + b"DICM" + bytes(20), "DICOM"),
        (b"icns" + bytes(20), "ICNS"),
        (b"\x76\x2f\x31\x01" + bytes(20), "OpenEXR"),
        (b"#?RADIANCE\n", "HDR"),
        (b"SIMPLE  =                    T", "FITS"),
        (b"<svg xmlns='http://www.w3.org/2000/svg'></svg>", "SVG"),
        (b"\xef\xbb\xbf<?xml version='1.0'?>\n<!-- drawn -->\n<svg></svg>", "SVG"),
        (b"\0\0\2\0\1\0 \0\0\0\1\0\1\0\x30\0\0\0\x16\0\0\0" + bytes(20), "CUR"),
        (b"qoif" + bytes(20), "QOI"),
        (b"DDS " + bytes(20), "DDS"),
    ],
)
def test_pictures_that_cannot_be_read_are_known_by_name(head, words):
    kind = sniff(head)
    assert kind is not None
    assert kind.picture
    assert not kind.supported
    assert words in kind.name


@pytest.mark.parametrize(
    ("head", "words"),
    [
        (b"%PDF-1.7\n", "PDF"),
        (b"<!DOCTYPE html><html><svg></svg></html>", "web page"),
        (b"\0\0\0\x18ftypisom\0\0\2\0isomiso2", "video"),
        (b"\0\0\0\x14ftypqt  \0\0\0\0qt  ", "video"),
        (b"\x1aE\xdf\xa3" + bytes(20), "video"),
        (b"RIFF\0\0\0\0AVI LIST", "video"),
        (b"PK\x03\x04" + bytes(20), "ZIP"),
    ],
)
def test_things_that_are_no_pictures_are_known_too(head, words):
    kind = sniff(head, ".jpg")
    assert kind is not None
    assert not kind.picture
    assert words in kind.name


@pytest.mark.parametrize("head", [b"", b"\xff\xd8", b"BM", b"hello", b"P", b"P9 1 1", bytes(4096), b"BMX-Rad\n" * 9])
def test_what_says_nothing_is_unknown(head):
    assert sniff(head) is None


def test_an_avif_may_call_itself_by_the_container_first():
    assert sniff(b"\0\0\0\x1cftypmif1\0\0\0\0mif1avifmiaf") is formats.AVIF
    assert sniff(b"\0\0\0\x18ftypmif1\0\0\0\0mif1miaf") is formats.HEIF


def test_camera_raw_that_looks_like_a_tiff_is_told_by_its_name_or_its_tags(samples):
    tiff = samples["tiff"].data
    assert sniff(tiff, ".nef") is formats.RAW
    assert sniff(b"II*\0\x10\0\0\0CR\2\0" + bytes(40)) is formats.RAW
    dng = b"II*\0\x08\0\0\0\x01\0" + (50706).to_bytes(2, "little") + b"\1\0\4\0\0\0\1\4\0\0" + bytes(8)
    assert sniff(dng, ".tif") is formats.RAW
    sensor = b"II*\0\x08\0\0\0\x01\0" + (262).to_bytes(2, "little") + b"\3\0\1\0\0\0\x23\x80\0\0" + bytes(8)
    assert sniff(sensor) is formats.RAW
    assert formats.RAW.supported == (importlib.util.find_spec("rawpy") is not None)


def test_tga_is_the_last_resort(samples):
    head = samples["tga"].data[:HEAD_BYTES]
    odd = head[:17] + b"\xff" + head[18:]  # flags that no program writes
    assert sniff(odd, ".tga") is formats.TGA
    assert sniff(odd, ".bin") is None
    assert sniff(b"some text that goes on for a while", ".tga") is None


def test_extensions():
    assert SUPPORTED_EXTENSIONS < IMAGE_EXTENSIONS
    assert {".jpg", ".jpeg", ".png", ".webp", ".avif", ".tif", ".gif", ".bmp", ".jp2", ".heic"} <= SUPPORTED_EXTENSIONS
    assert {".psd", ".svg", ".eps", ".jxl", ".dcm"} <= IMAGE_EXTENSIONS - SUPPORTED_EXTENSIONS
    assert {".nef", ".dng"} <= IMAGE_EXTENSIONS
    assert not {".pdf", ".mp4", ".txt", ""} & IMAGE_EXTENSIONS
    assert all(extension.startswith(".") and extension == extension.lower() for extension in IMAGE_EXTENSIONS)


@given(st.binary(max_size=300), st.sampled_from(["", ".jpg", ".tga", ".nef", ".pcx", ".fli", ".im"]))
def test_any_bytes_have_an_answer(head, extension):
    assert isinstance(sniff(head, extension), Kind | None)


@given(
    st.sampled_from([b"II*\0", b"MM\0*", b"\0\0\0\x20ftyp", b"RIFF", b"BM", b"\0\0\1\0", b"P6", b"\0\0\2", b"<?xml"]),
    st.binary(max_size=200),
)
def test_any_bytes_behind_a_signature_have_an_answer(start, rest):
    assert isinstance(sniff(start + rest, ".tga"), Kind | None)
