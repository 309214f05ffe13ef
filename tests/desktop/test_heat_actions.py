"""Heat maps in the window: seen by clicks and keys, copied, saved, taken away."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PIL import Image
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QFileDialog, QLabel, QSlider, QToolButton
from pytestqt.qtbot import QtBot

from app.desktop.heat_bar import HeatBar
from app.desktop.intake import Files
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice, Offer
from app.desktop.predictions_model import PredictionRole
from app.desktop.session import Session
from app.desktop.views import Views
from app.values import Classified

from .conftest import select
from .seen import painted
from .stub import StubMaps

Maker = Callable[..., list[Path]]
KEY = Qt.Key


@pytest.fixture
def shown(maps: StubMaps, window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot) -> MainWindow:
    """A window with two pictures that are answered, the first of which is seen."""
    session.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == 2 and not session.progress.busy)
    qtbot.waitUntil(lambda: isinstance(session.current.outcome, Classified))
    qtbot.waitUntil(lambda: session.previews.picture(session.current.ref) is not None)
    return window


def action(window: MainWindow, words: str) -> QAction:
    return next(each for each in window.findChildren(QAction) if each.text().replace("&", "") == words)


def map_of(session: Session, index: int) -> Callable[[], bool]:
    return lambda: session.heat.shown is not None and session.heat.shown.index == index


def marked(session: Session) -> list[int]:
    model = session.predictions
    return [row for row in range(model.rowCount()) if model.index(row).data(PredictionRole.EXPLAINED)]


def is_hot(window: MainWindow) -> bool:
    """Whether the left half of what the network saw has another colour than the right half."""
    view = window.views.pictures.side.view
    image, middle = painted(view), view.rect().center()
    left, right = (image.pixelColor(middle.x() + step, middle.y()) for step in (-12, 12))
    return left != right


def test_w_shows_the_map_and_takes_it_away(shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    pictures = shown.views.pictures
    for widget in (pictures.side.view, pictures.strip, pictures.answer.bars):
        widget.setFocus()
        qtbot.keyClick(widget, KEY.Key_W)
        qtbot.waitUntil(map_of(session, 967))
        assert is_hot(shown)
        assert action(shown, "Why? The heat map").isChecked()
        assert marked(session) == [0]
        assert pictures.side.view.accessibleDescription() == "heat map: espresso"
        qtbot.keyClick(widget, KEY.Key_W)
        assert not session.heat.is_wanted
        assert not is_hot(shown)
        assert marked(session) == []
        assert pictures.side.view.accessibleDescription() == ""


def test_a_click_on_a_bar_shows_its_map_and_another_takes_it_away(
    shown: MainWindow, session: Session, qtbot: QtBot
) -> None:
    bars = shown.views.pictures.answer.bars
    place = bars.visualRect(session.predictions.index(1)).center()
    index = session.predictions.answer.predictions[1].index
    qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.waitUntil(map_of(session, index))
    assert marked(session) == [1]
    said = session.predictions.index(1).data(Qt.ItemDataRole.AccessibleTextRole)
    assert said.endswith("; heat map")
    qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert not session.heat.is_wanted


def test_a_double_click_is_one_click(shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    bars = shown.views.pictures.answer.bars
    place = bars.visualRect(session.predictions.index(1)).center()
    qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseDClick(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(bars.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert session.heat.is_wanted


@pytest.mark.parametrize("modifier", [Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.ShiftModifier])
def test_a_click_that_selects_shows_nothing(
    modifier: Qt.KeyboardModifier, shown: MainWindow, session: Session, qtbot: QtBot
) -> None:
    bars = shown.views.pictures.answer.bars
    place = bars.visualRect(session.predictions.index(1)).center()
    qtbot.mouseClick(bars.viewport(), Qt.MouseButton.LeftButton, modifier, place)
    qtbot.mouseClick(bars.viewport(), Qt.MouseButton.RightButton, pos=place)
    assert not session.heat.is_wanted


def test_the_mouse_let_go_elsewhere_shows_nothing(shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    bars = shown.views.pictures.answer.bars
    first, second = (bars.visualRect(session.predictions.index(row)).center() for row in (0, 1))
    qtbot.mousePress(bars.viewport(), Qt.MouseButton.LeftButton, pos=first)
    qtbot.mouseRelease(bars.viewport(), Qt.MouseButton.LeftButton, pos=second)
    assert not session.heat.is_wanted


@pytest.mark.parametrize("key", [KEY.Key_Return, KEY.Key_Enter, KEY.Key_Space])
def test_a_key_on_a_bar_shows_its_map(key: Qt.Key, shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    bars = shown.views.pictures.answer.bars
    bars.setFocus()
    bars.setCurrentIndex(session.predictions.index(2))
    qtbot.keyClick(bars, key)
    qtbot.waitUntil(map_of(session, session.predictions.answer.predictions[2].index))
    qtbot.keyClick(bars, key)
    assert not session.heat.is_wanted


def test_esc_takes_the_map_away_from_everywhere(shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    pictures = shown.views.pictures
    pictures.answer.bars.setCurrentIndex(session.predictions.index(0))
    slider = pictures.side.findChild(QSlider)
    for widget in (pictures.side.view, pictures.strip, pictures.answer.bars, slider):
        session.heat.want(True)
        widget.setFocus()
        qtbot.keyClick(widget, KEY.Key_Escape)
        assert not session.heat.is_wanted
    assert pictures.answer.bars.selectedIndexes(), "the nearest thing first"
    qtbot.keyClick(pictures.answer.bars, KEY.Key_Escape)
    assert not pictures.answer.bars.selectedIndexes()


def test_nothing_moves_when_a_map_is_wanted(shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    pictures = shown.views.pictures
    parts = (pictures.side.view, pictures.answer.bars, pictures.strip, *pictures.side.findChildren(QToolButton)[:2])
    before = [part.geometry() for part in parts]
    session.heat.want(True)
    qtbot.waitUntil(map_of(session, 967))
    assert pictures.side.findChild(HeatBar).isVisible()
    assert [part.geometry() for part in parts] == before


def test_the_slider_sets_how_much_the_colours_cover(shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    slider = shown.views.pictures.side.findChild(QSlider)
    assert slider.value() == 70
    session.heat.want(True)
    qtbot.waitUntil(map_of(session, 967))
    slider.setValue(0)
    assert session.heat.opacity == 0
    assert not is_hot(shown)
    assert shown.views.folder.side.findChild(QSlider).value() == 0, "there is one opacity"
    slider.setValue(100)
    assert is_hot(shown)


def test_what_keeps_a_map_from_being_seen_stands_beside_the_picture(
    shown: MainWindow, session: Session, maps: StubMaps, qtbot: QtBot
) -> None:
    maps.relevance = bytes(16)
    session.heat.want(True)
    words = "Nothing in the picture speaks for “espresso”."
    answer = shown.views.pictures.answer
    qtbot.waitUntil(lambda: any(label.text() == words for label in answer.findChildren(QLabel)))
    assert not action(shown, "Save heat map…").isEnabled()
    session.heat.want(False)
    assert not any(label.text() == words for label in answer.findChildren(QLabel))


def test_the_map_follows_the_rows_of_a_folder(
    maps: StubMaps, views: Views, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    select(views, 0)
    qtbot.waitUntil(lambda: session.current is not None and session.current.name == "a.png")
    views.folder.pane.table.setFocus()
    qtbot.keyClick(views.folder.pane.table, KEY.Key_W)
    qtbot.waitUntil(lambda: session.heat.shown is not None and session.heat.shown.ref.path.name == "a.png")
    assert views.folder.side.findChild(HeatBar).isVisible() or not views.folder.side.isVisible()
    select(views, 1)
    qtbot.waitUntil(lambda: session.heat.shown is not None and session.heat.shown.ref.path.name == "b.png")


def test_the_map_is_copied_over_its_picture(shown: MainWindow, session: Session, qtbot: QtBot) -> None:
    copy = action(shown, "Copy heat map")
    assert not copy.isEnabled()
    session.heat.want(True)
    qtbot.waitUntil(map_of(session, 967))
    copy.trigger()
    image = QGuiApplication.clipboard().image()
    assert (image.width(), image.height()) == (60, 40)
    assert image.pixelColor(15, 20) != image.pixelColor(45, 20) == image.pixelColor(5, 20)


def test_the_map_is_saved_where_one_says(
    shown: MainWindow, session: Session, notices: list[Notice], tmp_path: Path, qtbot: QtBot
) -> None:
    session.heat.want(True)
    qtbot.waitUntil(map_of(session, 967))
    action(shown, "Save heat map…").trigger()
    dialog = shown.findChild(QFileDialog)
    assert Path(dialog.selectedFiles()[0]).name == "a-why.png"
    dialog.fileSelected.emit(str(tmp_path / "saved.png"))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(notices))
    assert (notices[0].words, notices[0].offer) == ("The heat map was saved as “saved.png”.", Offer.REVEAL)
    with Image.open(tmp_path / "saved.png") as image:
        assert image.size == (60, 40)
    assert session.recent.folder == tmp_path


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("a.png", "“a.png” is needed for other things. Choose another name."),
        ("none/b.png", "The folder is no longer there. Choose another. “b.png” was not written."),
    ],
)
def test_what_keeps_a_map_from_being_saved_is_a_sentence(
    name: str, words: str, shown: MainWindow, session: Session, notices: list[Notice], tmp_path: Path, qtbot: QtBot
) -> None:
    session.heat.want(True)
    qtbot.waitUntil(map_of(session, 967))
    action(shown, "Save heat map…").trigger()
    dialog = shown.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / name))
    dialog.reject()
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].words == words
