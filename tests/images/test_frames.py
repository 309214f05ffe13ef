"""The frames of an AVIF are no larger than the picture says."""

from __future__ import annotations

import io
import struct
from pathlib import Path

import pytest
from PIL import AvifImagePlugin, Image

from app.images.decode import open_picture
from app.images.frames import _settings
from app.images.picture import Picture
from app.values import Failed, ImageRef, Limits, Reason


def opened(data):
    with open_picture(ImageRef(Path("a.avif"), data), Limits()) as outcome:
        return outcome


@pytest.fixture(name="claiming")
def _claiming(encoded):
    """An AVIF with a frame of one size whose container claims another."""

    def make(frame, size):
        data = encoded(Image.new("RGB", frame), "AVIF", speed=10)
        assert data.count(b"ispe" + bytes(4) + struct.pack(">II", *frame)) == 1
        return data.replace(struct.pack(">II", *frame), struct.pack(">II", *size))

    return make


def test_a_frame_larger_than_the_picture_is_refused(claiming):
    outcome = opened(claiming((1100, 1000), (64, 64)))
    assert isinstance(outcome, Failed)
    assert outcome.reason is Reason.DAMAGED


@pytest.mark.parametrize("size", [(1100, 1000), (1101, 1000), (1200, 1400)])
def test_a_frame_as_large_as_the_picture_or_smaller_is_read(claiming, size):
    assert isinstance(opened(claiming((1100, 1000), size)), Picture)


def test_the_tile_of_a_grid_may_reach_beyond_the_picture(claiming):
    assert isinstance(opened(claiming((512, 512), (500, 300))), Picture)


def test_a_decoder_that_looks_otherwise_is_left_alone(claiming):
    decoder = AvifImagePlugin.AvifImageFile(io.BytesIO(claiming((64, 64), (64, 64))))._decoder
    settings = _settings(decoder)
    assert settings.imageSizeLimit == 1 << 28
    settings.imageDimensionLimit = 7
    assert _settings(decoder) is None
    assert _settings(object()) is None
