"""Pictures to look at."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image, ImageChops

from app.images import preview as module
from app.images.preview import Preview, fitted, preview
from app.values import Failed, ImageRef, Limits, Reason, Stage


def seen(data: bytes, longest: int) -> Preview:
    made = preview(ImageRef(Path("a"), data), Limits(), longest)
    assert isinstance(made, Preview), made
    return made


@pytest.mark.parametrize(
    "name", ["jpeg", "progressive jpeg", "cmyk jpeg", "png", "webp", "avif", "tiff", "gif", "ico", "heic", "pbm"]
)
def test_every_kind_is_made_small(samples, name):
    made = seen(samples[name].data, 20)
    assert max(made.width, made.height) == 20
    assert (made.full_width, made.full_height) == samples[name].size
    assert len(made.pixels) == made.width * made.height * 3


def test_a_small_picture_keeps_its_size_and_its_pixels(photograph, encoded):
    made = seen(encoded(photograph(), "PNG"), 500)
    assert (made.width, made.height) == (made.full_width, made.full_height) == photograph().size
    assert made.pixels == photograph().tobytes()


@pytest.mark.parametrize("orientation", [1, 6])
def test_a_large_jpeg_looks_the_same_though_it_is_decoded_smaller(photograph, encoded, orientation):
    large = photograph((1600, 1200))
    exif = Image.Exif()
    exif[274] = orientation
    made = seen(encoded(large, "JPEG", exif=exif), 100)
    upright = large if orientation == 1 else large.transpose(Image.Transpose.ROTATE_270)
    assert (made.full_width, made.full_height) == upright.size
    expected = upright.resize((made.width, made.height), Image.Resampling.LANCZOS)
    shown = Image.frombytes("RGB", (made.width, made.height), made.pixels)
    assert max(high for _, high in ImageChops.difference(shown, expected).getextrema()) < 24


def test_the_limit_is_that_of_the_full_size(photograph, encoded):
    data = encoded(photograph((1600, 1200)), "JPEG")
    failed = preview(ImageRef(Path("a"), data), Limits(pixels=1_000_000), 10)
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.TOO_LARGE


def test_what_cannot_be_read_is_a_value(tmp_path):
    failed = preview(ImageRef(tmp_path / "none.jpg"), Limits(), 10)
    assert isinstance(failed, Failed)
    assert (failed.stage, failed.reason) == (Stage.READ, Reason.MISSING)


def test_too_little_memory_for_the_preview_is_a_value(samples, monkeypatch):
    def fail(*_):
        raise MemoryError

    monkeypatch.setattr("app.images.picture.Picture.resized", fail)
    failed = module.preview(ImageRef(Path("a"), samples["png"].data), Limits(), 10)
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.OUT_OF_MEMORY


def test_a_very_long_picture(encoded):
    made = seen(encoded(Image.new("RGB", (3, 9000), "red"), "PNG"), 100)
    assert (made.width, made.height) == (1, 100)
    assert made.pixels == b"\xff\0\0" * 100


@given(st.integers(1, 100_000), st.integers(1, 100_000), st.integers(1, 4000))
def test_fitted(width, height, longest):
    across, down = fitted((width, height), longest)
    assert 1 <= across <= min(width, longest)
    assert 1 <= down <= min(height, longest)
    assert max(across, down) == min(max(width, height), longest)
    assert abs(across * height - down * width) <= max(width, height)
