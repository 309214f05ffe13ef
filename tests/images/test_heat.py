"""The colours of a heat map."""

from __future__ import annotations

import io
from itertools import pairwise
from pathlib import Path

import pytest
from PIL import Image

from app.images.heat import STOPS, colour, coloured, cover, over_crop, over_picture
from app.steps import HeatMap
from app.values import Failed, ImageRef, Limits, Reason

SIDE = 4
GREY = (120, 120, 120)


def png(size: tuple[int, int]) -> bytes:
    file = io.BytesIO()
    Image.new("RGB", size, GREY).save(file, "PNG")
    return file.getvalue()


def heat(relevance: bytes, size: tuple[int, int] = (60, 40)) -> HeatMap:
    """Of a picture of which the middle 40 by 40 pixels were seen."""
    box = ((size[0] - size[1]) / 2, 0.0, (size[0] + size[1]) / 2, float(size[1]))
    seen = bytes(GREY) * SIDE * SIDE
    return HeatMap(ImageRef(Path("a.png"), png(size)), *size, box, "builtin", 0, "cat", SIDE, seen, relevance)


LEFT = bytes([255, 255, 0, 0]) * SIDE


def test_the_colours_are_those_of_their_source_at_their_places() -> None:
    assert [colour(round(place * 255 / 7)) for place in (0, 7)] == [STOPS[0], STOPS[-1]]
    for place, stop in enumerate(STOPS):
        found = colour(round(place * 255 / 7))
        assert all(abs(a - b) <= 1 for a, b in zip(found, stop, strict=True))


def test_each_colour_is_lighter_than_the_one_before() -> None:
    """So that they keep their order in grey and for colour-blind people: CIE lightness, by linear luminance."""

    def luminance(level: int) -> float:
        linear = [(part / 255) ** 2.2 for part in colour(level)]
        return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]

    lights = [luminance(level) ** (1 / 3) for level in range(0, 256, 5)]
    assert all(after > before for before, after in pairwise(lights))


def test_the_less_it_is_the_less_it_covers() -> None:
    assert [cover(level) for level in (0, 64, 128, 255)] == [0, 128, 255, 255]


def test_what_says_nothing_is_transparent() -> None:
    image = coloured(heat(LEFT))
    assert (image.mode, image.size) == ("RGBA", (SIDE, SIDE))
    assert image.getpixel((0, 0)) == (*STOPS[-1], 255)
    assert image.getpixel((3, 3)) == (*STOPS[0], 0)
    assert not coloured(heat(b"")).getchannel("A").getbbox()


def test_a_map_lies_over_what_the_network_saw() -> None:
    image = over_crop(heat(LEFT), 1.0)
    assert (image.mode, image.size) == ("RGB", (SIDE, SIDE))
    assert image.getpixel((0, 0)) == STOPS[-1]
    assert image.getpixel((3, 3)) == GREY


@pytest.mark.parametrize(("opacity", "expected"), [(0.0, GREY), (1.0, STOPS[-1])])
def test_a_map_lies_over_its_part_of_the_whole_picture(opacity: float, expected: tuple[int, int, int]) -> None:
    image = over_picture(heat(LEFT), Limits(), opacity)
    assert isinstance(image, Image.Image)
    assert (image.mode, image.size) == ("RGB", (60, 40))
    assert image.getpixel((12, 20)) == expected
    assert image.getpixel((47, 20)) == GREY
    assert image.getpixel((5, 20)) == image.getpixel((55, 20)) == GREY


def test_half_the_opacity_is_half_the_colour() -> None:
    image = over_picture(heat(LEFT), Limits(), 0.5)
    assert isinstance(image, Image.Image)
    expected = [(a + b) / 2 for a, b in zip(GREY, STOPS[-1], strict=True)]
    assert image.getpixel((12, 20)) == tuple(pytest.approx(value, abs=1) for value in expected)


@pytest.mark.parametrize("size", [(1, 1), (1, 300), (300, 1), (2, 3)])
def test_the_smallest_pictures_have_a_map_too(size: tuple[int, int]) -> None:
    image = over_picture(heat(LEFT, size), Limits(), 1.0)
    assert isinstance(image, Image.Image)
    assert image.size == size


def test_a_picture_that_is_gone_says_so(tmp_path: Path) -> None:
    gone = heat(LEFT)
    gone = HeatMap(ImageRef(tmp_path / "gone.png"), *(getattr(gone, name) for name in HeatMap.__slots__[1:]))
    failed = over_picture(gone, Limits(), 1.0)
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.MISSING


def test_too_little_memory_is_a_reason(monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(*_: object) -> None:
        raise MemoryError

    monkeypatch.setattr("app.images.picture.Picture.resized", fail)
    failed = over_picture(heat(LEFT), Limits(), 1.0)
    assert isinstance(failed, Failed)
    assert failed.reason is Reason.OUT_OF_MEMORY
