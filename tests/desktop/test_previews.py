"""Pictures for the eye: made off the window's thread, kept in bounded memory."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.previews import Loaded, PixmapCache, PreviewLoader, Shown
from app.images.budget import DecodeBudget
from app.values import Failed, ImageRef, Limits, Reason, Stage

from .conftest import wait
from .stub import small_picture


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


@pytest.fixture
def loader(owner: QObject) -> Iterator[PreviewLoader]:
    loader = PreviewLoader(50, 4, DecodeBudget(), owner)
    yield loader
    wait([loader.close()])


@pytest.fixture
def cache(loader: PreviewLoader, owner: QObject) -> PixmapCache:
    return PixmapCache(loader, 5 * 50 * 40 * 4, owner)


def there(cache: PixmapCache, ref: ImageRef) -> Callable[[], bool]:
    return lambda: cache.picture(ref) is not None


def test_a_picture_is_made_small_and_knows_its_full_size(
    loader: PreviewLoader, cache: PixmapCache, tmp_path: Path, qtbot: QtBot
) -> None:
    ref = ImageRef(small_picture(tmp_path / "a.png", (500, 400), "#ff0000"))
    loader.start()
    assert cache.picture(ref) is None
    with qtbot.waitSignal(cache.arrived) as arrived:
        pass
    assert arrived.args == [ref]
    shown = cache.picture(ref)
    assert isinstance(shown, Shown)
    assert (shown.width, shown.height) == (500, 400)
    assert (shown.pixmap.width(), shown.pixmap.height()) == (50, 40)
    assert shown.pixmap.toImage().pixelColor(25, 20).name() == "#ff0000"


@pytest.mark.parametrize("width", [1, 2, 3, 5, 49])
def test_odd_widths_are_not_skewed(
    loader: PreviewLoader, cache: PixmapCache, tmp_path: Path, qtbot: QtBot, width: int
) -> None:
    ref = ImageRef(small_picture(tmp_path / "a.png", (width, 7), "#204060"))
    loader.start()
    qtbot.waitUntil(there(cache, ref))
    image = cache.picture(ref).pixmap.toImage()
    assert {image.pixelColor(x, y).name() for x in range(width) for y in range(7)} == {"#204060"}


def test_a_picture_without_a_file(loader: PreviewLoader, cache: PixmapCache, tmp_path: Path, qtbot: QtBot) -> None:
    ref = ImageRef(Path("Pasted picture"), small_picture(tmp_path / "a.png").read_bytes())
    loader.start()
    qtbot.waitUntil(there(cache, ref))
    assert isinstance(cache.picture(ref), Shown)


def test_a_file_that_cannot_be_read_gives_the_reason(loader: PreviewLoader, cache: PixmapCache, qtbot: QtBot) -> None:
    ref = ImageRef(Path("nowhere.png"))
    loader.start()
    qtbot.waitUntil(there(cache, ref))
    assert isinstance(cache.picture(ref), Failed)
    assert cache.picture(ref).reason is Reason.MISSING


def test_limits_are_heeded(loader: PreviewLoader, cache: PixmapCache, tmp_path: Path, qtbot: QtBot) -> None:
    ref = ImageRef(small_picture(tmp_path / "a.png", (100, 100)))
    loader.set_limits(Limits(pixels=99 * 100))
    loader.start()
    qtbot.waitUntil(there(cache, ref))
    assert cache.picture(ref).reason is Reason.TOO_LARGE


def test_memory_is_bounded_and_the_newest_stay(
    loader: PreviewLoader, cache: PixmapCache, tmp_path: Path, qtbot: QtBot
) -> None:
    loader.start()
    refs = [ImageRef(small_picture(tmp_path / f"{number}.png", (100, 80))) for number in range(12)]
    for ref in refs:
        qtbot.waitUntil(there(cache, ref))
    assert len(cache._kept) == 5
    assert cache._bytes <= cache._budget
    assert set(cache._kept) == set(refs[-5:])


def test_a_forgotten_picture_is_made_anew(
    loader: PreviewLoader, cache: PixmapCache, tmp_path: Path, qtbot: QtBot
) -> None:
    ref = ImageRef(small_picture(tmp_path / "a.png", (10, 10)))
    loader.start()
    qtbot.waitUntil(there(cache, ref))
    small_picture(tmp_path / "a.png", (20, 30))
    cache.forget(ref)
    qtbot.waitUntil(there(cache, ref))
    assert (cache.picture(ref).width, cache.picture(ref).height) == (20, 30)
    cache.forget(ref)
    cache.forget(ref)
    assert cache._bytes == 0


def test_the_newest_requests_come_first_and_the_oldest_are_dropped(
    loader: PreviewLoader, tmp_path: Path, qtbot: QtBot
) -> None:
    refs = [ImageRef(small_picture(tmp_path / f"{number}.png")) for number in range(6)]
    for ref in refs:
        loader.request(ref)
    loader.request(refs[3])
    came: list[ImageRef] = []
    loader.loaded.connect(lambda ref, _made: came.append(ref))
    loader.start()
    qtbot.waitUntil(lambda: len(came) == 4)
    assert came == [refs[3], refs[5], refs[4], refs[2]]


def test_an_unforeseen_error_costs_one_picture(
    loader: PreviewLoader,
    cache: PixmapCache,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    from app.desktop import previews

    make = previews.preview

    def sometimes(ref: ImageRef, *others: object) -> object:
        if ref.path.name == "odd.png":
            raise RuntimeError("unforeseen")
        return make(ref, *others)

    monkeypatch.setattr(previews, "preview", sometimes)
    odd, good = (ImageRef(small_picture(tmp_path / name)) for name in ("odd.png", "good.png"))
    loader.start()
    qtbot.waitUntil(there(cache, odd))
    assert isinstance(cache.picture(odd), Failed)
    qtbot.waitUntil(there(cache, good))
    assert isinstance(cache.picture(good), Shown)


def test_closing_does_not_wait_for_what_was_asked_for(
    loader: PreviewLoader, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[ImageRef] = []
    begun, on = threading.Event(), threading.Event()

    def slow(ref: ImageRef, *_others: object) -> Failed:
        begun.set()
        on.wait(5)
        made.append(ref)
        return Failed(ref, Stage.READ, Reason.MISSING)

    monkeypatch.setattr("app.desktop.previews.preview", slow)
    for number in range(4):
        loader.request(ImageRef(Path(f"{number}")))
    loader.start()
    assert begun.wait(5)
    thread = loader.close()
    on.set()
    assert thread.wait(2000)
    assert len(made) == 1


def test_a_loaded_picture_owns_its_pixels(loader: PreviewLoader, tmp_path: Path, qtbot: QtBot) -> None:
    """The bytes it was made from are gone by the time it is painted."""
    made: list[Loaded] = []
    loader.loaded.connect(lambda _ref, each: made.append(each))
    loader.start()
    loader.request(ImageRef(small_picture(tmp_path / "a.png", (40, 30), "#112233")))
    qtbot.waitUntil(lambda: bool(made))
    junk = [bytes(40 * 30 * 3) for _ in range(200)]
    assert made[0].image.pixelColor(5, 5).name() == "#112233"
    assert junk
