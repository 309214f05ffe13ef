"""The picture with its name, its size and the toggle of the crop."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.actions import Looks
from app.desktop.elided_label import ElidedLabel
from app.desktop.intake import Files
from app.desktop.picture_side import PictureSide
from app.desktop.session import Session
from app.desktop.theme import Theme

Maker = Callable[..., list[Path]]


@pytest.fixture
def looks(host: QWidget) -> Looks:
    looks = Looks(*(QAction(name, host) for name in ("crop", "why", "save", "copy")))
    looks.crop.setCheckable(True)
    looks.why.setCheckable(True)
    return looks


@pytest.fixture
def crop(looks: Looks) -> QAction:
    return looks.crop


@pytest.fixture
def side(session: Session, theme: Theme, looks: Looks, host: QWidget) -> PictureSide:
    side = PictureSide(session, theme, looks, host)
    side.resize(800, 400)
    host.show()
    return side


def texts(side: PictureSide) -> list[str]:
    return [label.text() for label in side.findChildren(QLabel) if label.text() and label.isVisibleTo(side)]


def take(session: Session, qtbot: QtBot, *paths: Path) -> None:
    session.take_in(Files(paths))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == len(paths) and not session.progress.busy)
    qtbot.waitUntil(lambda: session.previews.picture(session.current.ref) is not None)


def test_name_and_size_stand_below_the_picture(
    side: PictureSide, running: Session, pictures: Maker, qtbot: QtBot
) -> None:
    take(running, qtbot, *pictures("cup.png"))
    assert texts(side) == ["cup.png", "60 × 40"]
    assert side.view.picture_mime() is not None
    running.clear()
    assert texts(side) == []


def test_what_was_not_classified_has_neither_size_nor_crop(
    side: PictureSide, crop: QAction, running: Session, tmp_path: Path, pictures: Maker, qtbot: QtBot
) -> None:
    (tmp_path / "bad.png").write_bytes(b"nothing")
    take(running, qtbot, tmp_path / "bad.png", *pictures("cup.png"))
    assert texts(side) == ["bad.png"]
    assert side.view.accessibleName() == "Could not be classified: the file is cut off"
    assert not crop.isEnabled()
    running.show_row(1)
    assert crop.isEnabled()


def test_the_tool_tip_has_the_whole_path(
    side: PictureSide, running: Session, pictures: Maker, tmp_path: Path, qtbot: QtBot
) -> None:
    take(running, qtbot, *pictures("<b>cup.png"))
    (tip,) = [label.toolTip() for label in side.findChildren(ElidedLabel)]
    assert "&lt;b&gt;cup.png" in tip
    assert tmp_path.name in tip


def test_where_there_is_little_room_the_name_stays_and_the_words_of_the_toggle_go(
    side: PictureSide, crop: QAction, running: Session, pictures: Maker, qtbot: QtBot
) -> None:
    crop.setIconText("What the network saw")
    crop.setIcon(QIcon(QPixmap(16, 16)))
    take(running, qtbot, *pictures("cup.png"))
    name, button = side.findChild(ElidedLabel), side.findChild(QToolButton)
    assert button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    side.resize(300, 400)
    qtbot.waitUntil(lambda: button.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly)
    qtbot.waitUntil(lambda: name.painted_text() == "cup.png")
    assert button.toolTip(), "the mark says what it is"
