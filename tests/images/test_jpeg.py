"""A JPEG that would take far longer than its size says is refused by its segments."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import Image

from app.images import jpeg
from app.images.decode import open_picture
from app.images.diagnosis import Refusal
from app.images.jpeg import check_jpeg
from app.images.picture import Picture
from app.values import Failed, ImageRef, Limits, Reason


def segment(marker: int, data: bytes) -> bytes:
    return struct.pack(">BBH", 255, marker, len(data) + 2) + data


LIMITS = Limits()
COMMENT = segment(0xFE, b"")
SCAN = segment(0xDA, b"\1\1\0\0\0\0")


def frame(marker=0xC2, size=(64, 64), components=1):
    parts = b"".join(bytes([number + 1, 0x11, 0]) for number in range(components))
    return segment(marker, struct.pack(">BHHB", 8, size[1], size[0], components) + parts)


def checked(*parts, limits=LIMITS):
    check_jpeg(io.BytesIO(b"\xff\xd8" + b"".join(parts)), limits)


def refused(*parts, limits=LIMITS):
    with pytest.raises(Refusal) as caught:
        checked(*parts, limits=limits)
    assert caught.value.reason is Reason.TOO_LARGE
    return caught.value.detail


@pytest.mark.parametrize("marker", [0xC0, 0xC1, 0xC2, 0xC9, 0xCA])
def test_a_picture_in_too_many_scans_is_refused(marker):
    checked(frame(marker, components=3), SCAN * 500, b"\xff\xd9")
    assert refused(frame(marker, components=3), SCAN * 501, b"\xff\xd9") == "JPEG: more than 500 scans"


def test_a_large_picture_may_have_fewer_scans():
    for side, most in ((1000, 500), (2000, 125), (4000, 31), (13_000, 24)):
        checked(frame(size=(side, side)), SCAN * most)
        assert refused(frame(size=(side, side)), SCAN * (most + 1)) == f"JPEG: more than {most} scans"
    assert "64.0 megapixels" in refused(frame(size=(8000, 8000)), limits=Limits(1_000_000))


def test_what_only_looks_like_a_scan_does_not_count():
    checked(frame(), segment(0xE1, SCAN * 600), SCAN)  # a preview
    checked(frame(), SCAN, b"\xff\xd9", SCAN * 600)  # what follows, such as another picture or a film
    checked(frame(), SCAN, b"\xff\0\xff\1\xff\xd3" * 600)  # data
    checked(frame(0xC0), SCAN, SCAN * 600)  # the decoder stops after the one scan


@pytest.mark.parametrize("space", [0, 1, 60, 61, 62, 63, 64, 300, 5000])
def test_scans_are_found_wherever_they_stand(space):
    found = list(jpeg._segments(io.BytesIO(b"\xff\xd8" + frame() + (SCAN + bytes(space)) * 7 + b"\xff\xd9")))
    assert [each.marker for each in found] == [0xC2] + [0xDA] * 7
    assert {each.stray for each in found} == {0}


def test_too_many_segments_are_refused():
    checked(COMMENT * 4998, frame(0xC0), SCAN)
    assert refused(COMMENT * 5002) == "JPEG: more than 5,000 segments"
    assert refused(b"\xff\xd8" * 5002) == "JPEG: more than 5,000 segments"
    assert refused(frame(), SCAN, COMMENT * 5002) == "JPEG: more than 5,000 segments"


@pytest.mark.parametrize("space", [b"\0" * 70_000, b"\xff" * 70_000, b"\xff\0" * 35_000, b"\xff\xd9" + b"\0" * 70_000])
def test_too_much_between_segments_is_refused(space):
    assert refused(space, COMMENT) == "JPEG: more than 65,536 bytes between its segments"
    assert refused(*(space[:700] + COMMENT for _ in range(100))) == "JPEG: more than 65,536 bytes between its segments"
    checked(space[:60_000], frame(), SCAN, space[2:], b"\xff\xd9")


@pytest.mark.parametrize(("marker", "data"), [(0xDB, b"\0" * 65), (0xE1, b"Exif\0\0"), (0xED, b"Photoshop 3.0\0")])
def test_too_many_segments_that_pillow_takes_apart_are_refused(marker, data):
    checked(segment(marker, data) * 128, frame(), SCAN)
    assert refused(segment(marker, data) * 129) == "JPEG: more than 128 segments of tables or metadata"


@pytest.mark.parametrize("options", [{}, {"progressive": True}, {"optimize": True, "restart_marker_rows": 1}])
def test_what_encoders_write_passes_at_the_limit(encoded, photograph, options):
    for image in (photograph(), photograph().convert("L"), photograph().convert("CMYK")):
        check_jpeg(io.BytesIO(encoded(image, "JPEG", **options)), Limits(60 * 44))


def test_hundreds_of_scans_are_refused_before_they_are_decoded(encoded):
    """The last scan of a progressive picture, a thousand times: each refines what the others refined."""
    data = encoded(Image.radial_gradient("L"), "JPEG", progressive=True)
    last = data[data.rindex(b"\xff\xda") : -2]
    for times, expected in ((1, Picture), (1000, Failed)):
        with open_picture(ImageRef(Path("a.jpg"), data[:-2] + last * times + b"\xff\xd9"), Limits()) as outcome:
            assert isinstance(outcome, expected)


def test_a_stump_passes_to_the_decoder(encoded, photograph):
    data = encoded(photograph(), "JPEG", progressive=True)
    for length in range(2, len(data), 7):
        check_jpeg(io.BytesIO(data[:length]), Limits())
