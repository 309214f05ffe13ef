"""A TIFF whose strips are JPEGs is held to their scans."""

from __future__ import annotations

import struct

import pytest
from PIL import Image

from app.images.picture import Picture

from .conftest import opened, refused


def tiff(side, strips, compression=7):
    """A grey picture of a strip for each of the JPEGs; those that are the same share their bytes."""
    data, places = b"", {}
    for strip in strips:
        if strip not in places:
            places[strip] = 8 + len(data)
            data += strip
    starts, lengths = [places[each] for each in strips], [len(each) for each in strips]
    at = 8 + len(data)
    lists = b"".join(struct.pack(f"<{len(strips)}I", *each) for each in (starts, lengths))
    fields = [(256, side), (257, side * len(strips)), (258, 8), (259, compression), (262, 1), (277, 1), (278, side)]
    entries = [(tag, 4, 1, value) for tag, value in fields]
    near = len(strips) == 1
    entries.append((273, 4, len(strips), starts[0] if near else at))
    entries.append((279, 4, len(strips), lengths[0] if near else at + 4 * len(strips)))
    entries.sort()
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *each) for each in entries) + bytes(4)
    return b"II*\0" + struct.pack("<I", at + len(lists)) + data + lists + directory


@pytest.fixture(name="strip")
def _strip(encoded):
    """A progressive JPEG whose last scan comes a number of times more."""

    def make(side, times, grey=128):
        data = encoded(Image.new("L", (side, side), grey), "JPEG", progressive=True)
        return data[:-2] + data[data.rindex(b"\xff\xda") : -2] * times + b"\xff\xd9"

    return make


@pytest.mark.parametrize("compression", [6, 7])
def test_a_strip_in_too_many_scans_is_refused(strip, compression):
    data = tiff(64, [strip(64, 600)], compression)
    assert refused(data) == "JPEG: more than 500 scans"
    for tag, sort in ((259, 1), (259, 9), (273, 9), (273, 13)):  # libtiff reads any sort of whole numbers
        written = struct.pack("<HH", tag, 4)
        assert refused(data.replace(written, struct.pack("<HH", tag, sort))) == "JPEG: more than 500 scans"


def test_scans_are_counted_for_the_whole_picture(strip):
    """Strips of a megapixel may have 500 scans as pictures of their own, and 62 as an eighth of a larger one."""
    plain, slow = strip(1000, 0), strip(1000, 70)
    assert isinstance(opened(tiff(1000, [slow])), Picture)
    assert isinstance(opened(tiff(1000, [plain] * 7 + [strip(1000, 40)])), Picture)
    assert refused(tiff(1000, [plain] * 7 + [slow])) == "JPEG: more than 62 scans"


def test_scans_behind_a_strip_are_none_of_its(strip):
    """Neither end marker nor padding: what follows is another strip."""
    strips = [strip(16, 20, grey)[:-2] for grey in range(100)]
    assert isinstance(opened(tiff(16, strips)), Picture)


def test_strips_that_lie_over_one_another_are_refused(strip):
    data = tiff(16, [strip(16, 0)[:-2] + bytes(n) for n in range(300)])
    at = data.index(struct.pack("<2I", 8, 8 + len(strip(16, 0)) - 2)) + 4 * 300
    data = data[:at] + struct.pack("<I", len(data)) * 300 + data[at + 4 * 300 :]
    assert "bytes in its strips" in refused(data)


def test_too_many_strips_are_refused(strip):
    assert refused(tiff(16, [strip(16, 0)] * 65_537)) == "TIFF: more than 65,536 strips of JPEG"


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_what_programs_write_passes(encoded, photograph, mode):
    image = photograph((300, 200)).convert(mode)
    for size in (1 << 20, 3000):
        assert isinstance(opened(encoded(image, "TIFF", compression="jpeg", strip_size=size)), Picture)
