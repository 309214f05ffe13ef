"""A portable picture whose header or comments never end is refused."""

from __future__ import annotations

import pytest

from app.images.picture import Picture
from app.values import Failed, Reason

from .conftest import opened, refused

PIXELS = {b"P1": b"1 0", b"P2": b"1 0", b"P3": b"1 2 3 4 5 6", b"P4": b"\0", b"P5": b"ab", b"P6": b"abcdef"}


def picture(kind: bytes, space: bytes, pixels: bytes = b"") -> bytes:
    white = b"" if kind in (b"P1", b"P4") else b"255\n"
    return kind + b"\n2 " + space + b"1\n" + white + pixels + PIXELS[kind]


@pytest.mark.parametrize("kind", PIXELS)
@pytest.mark.parametrize("space", [b"#" + b"a" * 2000 + b"\n", b" " * 2000, b"#\r" * 100])
def test_a_long_header_is_refused(kind, space):
    assert isinstance(opened(picture(kind, space)), Picture)
    longer = space * (70_000 // len(space))
    assert refused(picture(kind, longer)) == "PPM: a header of more than 65,536 bytes"


def test_a_header_that_ends_just_in_time():
    space = b" " * (65_536 - len(b"P5\n2 1\n255"))
    assert isinstance(opened(picture(b"P5", space)), Picture)


def test_a_small_file_whose_header_never_ends_is_cut_off():
    outcome = opened(b"P6\n#" + b"a" * 50_000)
    assert isinstance(outcome, Failed)
    assert outcome.reason is Reason.TRUNCATED


@pytest.mark.parametrize("kind", [b"P1", b"P2", b"P3"])
def test_too_many_comments_among_numbers_are_refused(kind):
    small = picture(kind, b"", b"# a\n" * 3000)
    assert isinstance(opened(small), Picture), "a comment in each row of a small picture is its maker's right"
    long = b"# " + b"a" * (1 << 20) + b"\n"
    assert isinstance(opened(picture(kind, b"", long + b"# a\n" * 900)), Picture)
    assert refused(picture(kind, b"", long + b"# a\n" * 1000)) == "PPM: more than 1,000 comments"


def test_other_pixels_may_look_like_comments():
    assert isinstance(opened(b"P5 300 300 255\n" + b"#" * 90_000), Picture)
