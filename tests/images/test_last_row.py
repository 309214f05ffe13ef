"""A JPEG whose data end early is cut off, whatever marker is put behind them."""

from __future__ import annotations

import gc
import io
import weakref
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image

from app.images import formats
from app.images.decode import open_picture
from app.images.decoders import open_image
from app.images.picture import Picture
from app.images.preview import Preview, preview
from app.values import Failed, ImageRef, Limits, Reason

END = b"\xff\xd9"


def opened(data):
    with open_picture(ImageRef(Path("a.jpg"), data), Limits()) as outcome:
        return outcome


def noise(size):
    return Image.effect_noise(size, 80).convert("RGB")


def written(image, **options):
    file = io.BytesIO()
    image.save(file, "JPEG", **options)
    return file.getvalue()


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
@pytest.mark.parametrize("options", [{}, {"optimize": True}, {"restart_marker_rows": 1}, {"quality": 20}])
def test_half_a_jpeg_with_an_end_is_cut_off(mode, options):
    data = written(noise((200, 150)).convert(mode), **options)
    assert isinstance(opened(data), Picture)
    for part in (0.5, 0.9, 0.97):
        outcome = opened(data[: int(len(data) * part)].rstrip(b"\xff") + END)
        assert isinstance(outcome, Failed)
        assert (outcome.reason, outcome.detail) == (Reason.TRUNCATED, "JPEG: the picture's data end early")
    assert isinstance(preview(ImageRef(Path("a"), data), Limits(), 20), Preview)
    assert isinstance(preview(ImageRef(Path("a"), data[: len(data) // 2] + END), Limits(), 20), Failed)


def test_data_that_end_early_before_another_marker():
    data = written(noise((200, 150)))
    comment = b"\xff\xfe\0\4ab"
    assert isinstance(opened(data[:-2] + comment + END), Picture)
    assert isinstance(opened(data[: len(data) // 2] + comment + END), Failed)


@given(
    size=st.tuples(st.integers(1, 70), st.integers(1, 70)),
    mode=st.sampled_from(["L", "RGB", "CMYK"]),
    quality=st.integers(1, 100),
    subsampling=st.integers(0, 2),
    restart=st.integers(0, 5),
    padding=st.sampled_from([b"", bytes(40), b"\xff" * 5, b"\xff\xfe\0\4ab"]),
    longest=st.integers(1, 80),
)
@settings(deadline=None, max_examples=50)
def test_whole_pictures_of_any_shape_are_as_pillow_has_them(
    size, mode, quality, subsampling, restart, padding, longest
):
    image = noise(size).convert(mode)
    data = written(image, quality=quality, subsampling=subsampling, restart_marker_blocks=restart)
    data = data[:-2] + padding + END
    expected = Image.open(io.BytesIO(data))
    loaded = open_image(formats.JPEG, io.BytesIO(data), Limits())
    assert loaded.tobytes() == expected.tobytes()
    assert isinstance(preview(ImageRef(Path("a"), data), Limits(), longest), Preview)


@pytest.mark.parametrize("shift", range(-20, 20))
def test_the_end_may_fall_between_two_blocks(shift):
    data = written(noise((300, 200)), quality=90)
    space = 2 * 65536 + shift - len(data)
    assert 0 < space < 65000 * 2
    comments = b"".join(
        b"\xff\xfe" + (length + 2).to_bytes(2, "big") + bytes(length) for length in (space // 2, space - space // 2)
    )
    assert isinstance(opened(data[:2] + comments + data[2:]), Picture)
    half = data[: len(data) // 2].rstrip(b"\xff")
    comments = b"\xff\xfe" + (2 * 65536 - 1 + shift - 2 - len(half) - 65533 - 2).to_bytes(2, "big")
    rest = bytes(int.from_bytes(comments[2:], "big") - 2)
    filler = b"\xff\xfe\xff\xff" + bytes(65533)
    assert isinstance(opened(half[:2] + filler + comments + rest + half[2:] + END), Failed)


def test_flash_memory_that_was_erased_in_the_middle_is_cut_off():
    """Three megabytes of 255, which stand for nothing, are passed over in one go."""
    data = written(noise((200, 150)))
    assert isinstance(opened(data[: len(data) // 2] + b"\xff" * 3_000_000 + END), Failed)
    assert isinstance(opened(data[:-2] + b"\xff" * 3_000_000 + END), Picture)


def test_a_stray_marker_among_restarts_does_not_end_the_data():
    """The decoder loses the part up to the next restart and goes on."""
    data = written(noise((200, 150)), restart_marker_rows=1)
    middle = data.index(b"\xff\xd3") + 40
    assert isinstance(opened(data[:middle] + b"\xff\x3c" + data[middle + 2 :]), Picture)


def test_a_preview_inside_does_not_end_the_data():
    data = written(noise((200, 150)), exif=b"Exif\0\0" + written(noise((64, 48))))
    assert isinstance(opened(data), Picture)


def test_a_picture_is_not_kept_alive():
    image = open_image(formats.JPEG, io.BytesIO(written(noise((20, 20)))), Limits())
    image.load()
    gone = weakref.ref(image)
    gc.disable()
    try:
        del image
        assert gone() is None
    finally:
        gc.enable()
