"""The directory of a TIFF is read in every way of writing it, and none that takes minutes is given to the decoder."""

from __future__ import annotations

import io
import struct

import pytest

from app.images import formats
from app.images.picture import Picture
from app.images.structure import ends_early
from app.images.tiff import first_directory, numbers

from .conftest import opened, refused

NEEDED = ((258, 3, 1, 8), (259, 3, 1, 1), (262, 3, 1, 1), (277, 3, 1, 1), (278, 4, 1, 1))


def tiff(*extra, size=(2, 2), strips=((273, 4, 1, 8), (279, 4, 1, 4)), pad=0):
    """A grey picture with these entries too (tag, sort, number, value) in a directory behind the padding."""
    entries = sorted([*NEEDED, (256, 4, 1, size[0]), (257, 4, 1, size[1]), *strips, *extra])
    directory = struct.pack("<H", len(entries)) + b"".join(struct.pack("<HHII", *entry) for entry in entries)
    return b"II*\0" + struct.pack("<I", 16 + pad) + bytes(8 + pad) + directory + bytes(4)


@pytest.mark.parametrize("order", ["<", ">"])
@pytest.mark.parametrize("is_big", [False, True])
def test_numbers_inside_and_outside_of_the_directory(order, is_big):
    if is_big and order == ">":
        pytest.skip("Pillow does not know it")
    place, entry, start = ("Q", 20, 16 + 8 + 3 * 20) if is_big else ("I", 12, 16 + 2 + 3 * 12)
    head = (b"II" if order == "<" else b"MM") + struct.pack(f"{order}H", 43 if is_big else 42)
    head += struct.pack(f"{order}HHQ", 8, 0, 16) if is_big else struct.pack(f"{order}I8x", 16)
    head += struct.pack(f"{order}{'Q' if is_big else 'H'}", 3)
    near = struct.pack(f"{order}HH{place}HH", 256, 3, 2, 5, 6).ljust(entry, b"\0")
    far = struct.pack(f"{order}HH{place}{place}", 273, 4, 3, start)
    text = struct.pack(f"{order}HH{place}{place}", 270, 2, 9, start)
    file = io.BytesIO(head + near + far + text + struct.pack(f"{order}3I", 7, 8, 9))
    directory = first_directory(file)
    assert (directory.found, directory.end) == (3, start)
    assert [numbers(file, directory, tag) for tag in (256, 273, 270, 999)] == [(5, 6), (7, 8, 9), (), ()]


def test_the_plain_picture_is_read():
    assert isinstance(opened(tiff()), Picture)


def test_too_many_tags_are_refused():
    assert isinstance(opened(tiff(*((tag, 3, 1, 1) for tag in range(1000, 5000)))), Picture)
    assert refused(tiff(*((tag, 3, 1, 1) for tag in range(1000, 6000)))) == "TIFF: more than 4,096 tags"


def test_tags_that_share_their_data_a_thousand_times_are_refused():
    def data(times):
        return tiff(*((tag, 4, 50_000, 16) for tag in range(1000, 1000 + times)), pad=200_000)

    assert isinstance(opened(data(3)), Picture)
    assert "bytes in its tags" in refused(data(1000))


def test_a_tag_that_claims_more_than_the_file_is_passed_over():
    assert isinstance(opened(tiff((1000, 4, 4_000_000_000, 16))), Picture)


def test_strips_of_next_to_nothing_are_refused():
    def data(rows):
        places = (273, 4, rows, 16), (279, 4, rows, 16)
        return tiff(size=(2, rows), strips=places, pad=4 * rows)

    assert isinstance(opened(data(2000)), Picture)
    assert refused(data(210_000)) == "TIFF: cut into 210,000 strips"


class Counting(io.BytesIO):
    """A file that knows how many bytes were read from it."""

    taken = 0

    def read(self, size=-1):
        data = super().read(size)
        self.taken += len(data)
        return data


def test_only_strips_are_read_when_a_picture_fails():
    """All tags of a directory once were: 3,000 that share a megabyte took half a minute."""
    data = tiff(*((tag, 4, 60_000, 16) for tag in range(1000, 4000)), pad=300_000)
    file = Counting(data)
    assert not ends_early(formats.TIFF, file)
    assert file.taken < 2 * len(data)
    assert ends_early(formats.TIFF, io.BytesIO(data[:-20_000]))
    assert ends_early(formats.TIFF, io.BytesIO(tiff((1000, 4, 100, 16))))


def test_a_tiny_picture_in_a_huge_tile_is_refused_in_words_about_memory():
    tile = ((322, 3, 1, 60_000), (323, 3, 1, 60_000), (324, 4, 1, 8), (325, 4, 1, 4))
    data = tiff(strips=tile).replace(struct.pack("<HHII", 259, 3, 1, 1), struct.pack("<HHII", 259, 3, 1, 5))
    assert refused(data) == "TIFF: decoding takes 3,601 MB, the limit is 895"
