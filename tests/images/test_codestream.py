"""A JPEG 2000 that lacks tiles is cut off, although it decodes."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest

from app.images.codestream import lacks_tiles, tile_grid
from app.images.decode import open_picture
from app.images.picture import Picture
from app.values import Failed, ImageRef, Limits, Reason

END = b"\xff\xd9"


def opened(data):
    with open_picture(ImageRef(Path("a.j2k"), data), Limits()) as outcome:
        return outcome


@pytest.fixture(name="parts")
def _parts(encoded, photograph):
    """A codestream of 2 x 3 tiles: its main header and its tile parts."""
    data = encoded(photograph((120, 150)), "JPEG2000", tile_size=(64, 64), no_jp2=True)
    at = data.index(b"\xff\x90")
    header, parts = data[:at], []
    while data[at : at + 2] == b"\xff\x90":
        length = int.from_bytes(data[at + 6 : at + 10], "big")
        parts.append(data[at : at + length])
        at += length
    assert data[at:] == END
    assert len(parts) == 6
    return header, parts


def test_the_grid(parts):
    header, _ = parts
    grid = tile_grid(io.BytesIO(b"some box" + header))
    assert grid is not None
    assert (grid.size, grid.tile, grid.tiles, grid.at) == ((120, 150), (64, 64), 6, 8)
    assert tile_grid(io.BytesIO(header[:30])) is None


@pytest.mark.parametrize("missing", range(6))
def test_a_picture_that_lacks_a_tile_is_cut_off(parts, missing):
    header, tiles = parts
    outcome = opened(header + b"".join(tiles[:missing] + tiles[missing + 1 :]) + END)
    assert isinstance(outcome, Failed)
    assert (outcome.reason, outcome.detail) == (Reason.TRUNCATED, "JPEG 2000: tiles are missing")


def test_a_picture_that_lacks_all_but_one_tile_is_cut_off(parts):
    header, tiles = parts
    assert not isinstance(opened(header + tiles[0] + END), Picture)
    assert not isinstance(opened(header + END), Picture)


def test_whole_pictures_pass(parts, encoded, photograph):
    header, tiles = parts
    assert isinstance(opened(header + b"".join(tiles) + END), Picture)
    assert isinstance(opened(header + b"".join(reversed(tiles)) + END), Picture)
    open_end = tiles[5][:6] + bytes(4) + tiles[5][10:]
    assert isinstance(opened(header + b"".join(tiles[:5]) + open_end + END), Picture)
    for no_jp2 in (False, True):
        assert isinstance(opened(encoded(photograph(), "JPEG2000", no_jp2=no_jp2, irreversible=True)), Picture)


def test_a_last_tile_without_a_length_does_not_stand_for_others(parts):
    header, tiles = parts
    open_end = tiles[5][:6] + bytes(4) + tiles[5][10:]
    assert not isinstance(opened(header + b"".join(tiles[1:5]) + open_end + END), Picture)


def test_nothing_is_said_where_something_else_comes_between(parts):
    header, tiles = parts
    for rest in (b"", b"\xff\x64\0\4\0\1", tiles[3][:9], tiles[3][:12] + END, struct.pack(">I", 0)):
        file = io.BytesIO(header + tiles[0] + rest)
        assert not lacks_tiles(file, tile_grid(file))
