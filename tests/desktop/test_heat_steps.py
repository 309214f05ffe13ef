"""A heat map that is kept as a file."""

from __future__ import annotations

import errno
from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image

from app.desktop.heat_steps import HeatWish, Refused, Unwritten, Written, heat_steps
from app.paths import Places
from app.values import Failed, ImageRef, Limits, Reason

from .stub import heat_map

Maker = Callable[..., list[Path]]


def wish(picture: Path, path: Path, places: Places) -> HeatWish:
    return HeatWish(heat_map(ImageRef(picture)), 1.0, Limits(), path, places, places.results)


def test_the_whole_picture_is_written_with_its_map(pictures: Maker, tmp_path: Path, places: Places) -> None:
    (picture,) = pictures("a.png")
    assert list(heat_steps(wish(picture, tmp_path / "why.png", places))) == [Written()]
    with Image.open(tmp_path / "why.png") as image:
        assert image.size == (60, 40)
        assert image.getpixel((15, 20)) != image.getpixel((45, 20)) == (128, 96, 64)


def test_the_picture_itself_is_never_written_over(pictures: Maker, places: Places) -> None:
    (picture,) = pictures("a.png")
    before = picture.read_bytes()
    assert list(heat_steps(wish(picture, picture, places))) == [Refused()]
    assert picture.read_bytes() == before


def test_a_file_of_ours_is_never_written_over(pictures: Maker, places: Places) -> None:
    places.results.parent.mkdir(parents=True, exist_ok=True)
    places.results.write_bytes(b"results")
    assert list(heat_steps(wish(*pictures("a.png"), places.results, places))) == [Refused()]
    assert places.results.read_bytes() == b"results"


def test_a_picture_that_is_gone_says_so(tmp_path: Path, places: Places) -> None:
    (step,) = heat_steps(wish(tmp_path / "gone.png", tmp_path / "why.png", places))
    assert isinstance(step, Failed)
    assert step.reason is Reason.MISSING
    assert not (tmp_path / "why.png").exists()


@pytest.mark.parametrize("name", ["none/why.png", "."])
def test_what_cannot_be_written_says_so(name: str, pictures: Maker, tmp_path: Path, places: Places) -> None:
    (step,) = heat_steps(wish(*pictures("a.png"), tmp_path / name, places))
    assert isinstance(step, Unwritten)
    assert step.error.errno in (errno.ENOENT, errno.EISDIR)
