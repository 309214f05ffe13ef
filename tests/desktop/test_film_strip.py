"""The film strip stays light with ten thousand pictures."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import QColor, QFont, QImage, QPixmap, QWheelEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.film_strip import FilmStrip, tile_size
from app.desktop.pictures_model import PicturesModel
from app.desktop.previews import Shown
from app.desktop.theme import LIGHT, Theme
from app.values import Failed, ImageRef, Reason, Stage

from .seen import painted
from .stub import classified

MANY = 10_000


class Thumbnails(QObject):
    """Stands in for a `PixmapCache`; notes which pictures were wanted."""

    arrived = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.wanted: set[ImageRef] = set()
        self.pixmap = QPixmap(72, 48)
        self.pixmap.fill(QColor("#00ff00"))

    def picture(self, ref: ImageRef) -> Shown:
        self.wanted.add(ref)
        return Shown(self.pixmap, 72, 48)

    def forget(self, ref: ImageRef) -> None:
        return None


@pytest.fixture
def thumbnails(qapp: QApplication) -> Thumbnails:
    return Thumbnails()


@pytest.fixture
def pictures(thumbnails: Thumbnails) -> PicturesModel:
    return PicturesModel(thumbnails, thumbnails)


@pytest.fixture
def strip(pictures: PicturesModel, theme: Theme, host: QWidget) -> FilmStrip:
    strip = FilmStrip(pictures, theme, host)
    host.resize(1000, 200)
    strip.setGeometry(0, 0, 1000, strip.height())
    host.show()
    return strip


def refs(count: int) -> list[ImageRef]:
    return [ImageRef(Path(f"{number}.jpg")) for number in range(count)]


def test_only_what_can_be_seen_is_made(
    strip: FilmStrip, pictures: PicturesModel, thumbnails: Thumbnails, qtbot: QtBot
) -> None:
    pictures.add(refs(MANY))
    qtbot.waitUntil(lambda: bool(thumbnails.wanted))
    painted(strip)
    assert len(thumbnails.wanted) < 30


def test_ten_thousand_pictures_can_be_scrolled_through(
    strip: FilmStrip, pictures: PicturesModel, thumbnails: Thumbnails, qtbot: QtBot
) -> None:
    everything = refs(MANY)
    pictures.add(everything)
    pictures.answer([classified(ref) for ref in everything])
    qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0)
    for share in (0.25, 0.5, 1.0):
        strip.horizontalScrollBar().setValue(int(share * strip.horizontalScrollBar().maximum()))
        painted(strip)
    assert everything[-1] in thumbnails.wanted
    assert len(thumbnails.wanted) < 200
    assert strip.indexAt(QPoint(strip.width() - 40, 40)).row() == MANY - 1


def test_an_ordinary_wheel_scrolls_sideways(strip: FilmStrip, pictures: PicturesModel, qtbot: QtBot) -> None:
    pictures.add(refs(100))
    qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0)
    event = QWheelEvent(
        QPointF(50, 50),
        QPointF(50, 50),
        QPoint(),
        QPoint(0, -120),
        Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    strip.wheelEvent(event)
    assert strip.horizontalScrollBar().value() == 120


def test_the_keyboard_walks_the_strip(strip: FilmStrip, pictures: PicturesModel, qtbot: QtBot) -> None:
    pictures.add(refs(50))
    strip.setCurrentIndex(pictures.index(0))
    for key, row in ((Qt.Key.Key_Right, 1), (Qt.Key.Key_End, 49), (Qt.Key.Key_Left, 48), (Qt.Key.Key_Home, 0)):
        qtbot.keyClick(strip, key)
        assert strip.currentIndex().row() == row
    qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert strip.selected_rows() == [0, 1]


def test_states_are_painted_apart(strip: FilmStrip, pictures: PicturesModel) -> None:
    (ref,) = refs(1)
    pictures.add([ref])
    waiting = painted(strip)
    pictures.answer([Failed(ref, Stage.DECODE, Reason.DAMAGED)])
    failed = painted(strip)
    pictures.answer([classified(ref)])
    answered = painted(strip)
    assert waiting != failed != answered != waiting
    colours = {failed.pixelColor(x, y).name().upper() for x in range(120) for y in range(strip.height())}
    assert LIGHT.error in colours


@pytest.mark.parametrize("points", [10, 16, 24])
def test_it_is_as_high_as_its_tiles_at_every_font(strip: FilmStrip, pictures: PicturesModel, points: int) -> None:
    font = QFont(strip.font())
    font.setPointSizeF(points)
    strip.setFont(font)
    pictures.add(refs(30))
    assert strip.height() >= tile_size(font).height()
    assert strip.verticalScrollBar().maximum() == 0
    painted(strip)


def test_failed_and_stopped_differ_in_more_than_colour(
    strip: FilmStrip, pictures: PicturesModel, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(strip.itemDelegate()._theme, "tokens", replace(LIGHT, error=LIGHT.warning))
    (ref,) = refs(1)
    pictures.add([ref])
    pictures.answer([Failed(ref, Stage.DECODE, Reason.DAMAGED)])
    failed = painted_mark(strip)
    (other,) = [ImageRef(Path("other.jpg"))]
    pictures.remove([0])
    pictures.add([other])
    pictures.give_up([other])
    assert painted_mark(strip) != failed


def test_the_neighbours_of_the_current_picture_are_seen(
    strip: FilmStrip, pictures: PicturesModel, qtbot: QtBot
) -> None:
    pictures.add(refs(200))
    strip.setCurrentIndex(pictures.index(0))
    room = strip.viewport().rect()
    for _ in range(15):
        qtbot.keyClick(strip, Qt.Key.Key_Right)
        assert room.intersects(strip.visualRect(pictures.index(strip.currentIndex().row() + 1)))
    strip.setCurrentIndex(pictures.index(150))
    assert abs(strip.visualRect(pictures.index(150)).center().x() - room.center().x()) < 200


def painted_mark(strip: FilmStrip) -> QImage:
    tile = strip.visualRect(strip.model().index(0, 0))
    return painted(strip).copy(tile.center().x() + 8, 0, 40, 40)


def test_an_answer_does_not_lay_out_all_tiles_anew(
    strip: FilmStrip, pictures: PicturesModel, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """With ten thousand tiles that would hold the window up twenty times a second."""
    everything = refs(1000)
    pictures.add(everything)
    qtbot.waitUntil(lambda: strip.horizontalScrollBar().maximum() > 0)
    laid_out: list[bool] = []
    monkeypatch.setattr(FilmStrip, "doItemsLayout", lambda _strip: laid_out.append(True))
    pictures.answer([classified(ref) for ref in everything])
    qtbot.wait(50)
    assert laid_out == []


def test_a_white_picture_is_seen(strip: FilmStrip, pictures: PicturesModel, thumbnails: Thumbnails) -> None:
    thumbnails.pixmap.fill(QColor(LIGHT.surface))
    pictures.add(refs(1))
    image, tile = painted(strip), strip.visualRect(pictures.index(0))
    down = {image.pixelColor(tile.center().x() + strip.viewport().x(), y).name().upper() for y in range(80)}
    assert LIGHT.hairline in down


def test_the_keyboard_is_seen_on_a_picture_that_is_not_selected(
    strip: FilmStrip, pictures: PicturesModel, host: QWidget, qtbot: QtBot
) -> None:
    pictures.add(refs(3))
    host.activateWindow()
    strip.setFocus()
    qtbot.waitUntil(strip.hasFocus)
    strip.setCurrentIndex(pictures.index(1))
    strip.clearSelection()
    tile, image = strip.visualRect(pictures.index(1)), painted(strip)
    left, middle = tile.left() + strip.viewport().x(), tile.center().y() + strip.viewport().y()
    across = {image.pixelColor(x, middle).name().upper() for x in range(left, left + 8)}
    assert LIGHT.accent in across
