"""Large pictures and thumbnails come from threads of their own."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.pixmaps import SMALL_LONGEST, Pixmaps
from app.desktop.previews import Shown
from app.images.budget import DecodeBudget
from app.values import Failed, ImageRef, Limits, Reason

from .conftest import wait
from .stub import small_picture


@pytest.fixture
def pixmaps(qapp: QApplication) -> Iterator[Pixmaps]:
    owner = QObject()
    yield (pixmaps := Pixmaps(DecodeBudget(), owner))
    wait(pixmaps.close())


def test_the_same_picture_comes_large_and_small(pixmaps: Pixmaps, tmp_path: Path, qtbot: QtBot) -> None:
    ref = ImageRef(small_picture(tmp_path / "a.png", (400, 300)))
    assert (pixmaps.large.picture(ref), pixmaps.small.picture(ref)) == (None, None), "both are asked for"
    pixmaps.start()
    qtbot.waitUntil(lambda: None not in (pixmaps.large.picture(ref), pixmaps.small.picture(ref)))
    large, small = pixmaps.large.picture(ref), pixmaps.small.picture(ref)
    assert isinstance(large, Shown)
    assert isinstance(small, Shown)
    assert (large.pixmap.width(), small.pixmap.width()) == (400, SMALL_LONGEST)
    assert (small.width, small.height) == (400, 300)


@pytest.mark.parametrize("cache", [lambda pixmaps: pixmaps.large, lambda pixmaps: pixmaps.small])
def test_both_refuse_what_is_too_large(
    pixmaps: Pixmaps, tmp_path: Path, qtbot: QtBot, cache: Callable[[Pixmaps], object]
) -> None:
    ref = ImageRef(small_picture(tmp_path / "a.png", (400, 300)))
    pixmaps.set_limits(Limits(100))
    pixmaps.start()
    with qtbot.waitSignal(cache(pixmaps).arrived):
        cache(pixmaps).picture(ref)
    made = cache(pixmaps).picture(ref)
    assert isinstance(made, Failed)
    assert made.reason is Reason.TOO_LARGE
