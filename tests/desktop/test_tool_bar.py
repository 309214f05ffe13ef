"""The tool bar: the doors, the model and the device."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QComboBox, QMainWindow
from pytestqt.qtbot import QtBot

from app.desktop.session import Session
from app.desktop.theme import scaled
from app.desktop.tool_bar import ICON, ToolBar
from app.policy import Policy

from .zoo_cards import ALEXNET, Libraries, put_on_shelf


@pytest.fixture
def bar(session: Session, qtbot: QtBot) -> Iterator[ToolBar]:
    window = QMainWindow()
    qtbot.addWidget(window)
    doors = tuple(QAction(words, window) for words in ("Open", "Folder", "Paste"))
    views = tuple(QAction(words, window) for words in ("Pictures", "Table"))
    bar = ToolBar(session, doors, views, window)
    window.addToolBar(bar)
    window.resize(1000, 300)
    window.show()
    yield bar
    window.close()


def test_a_choice_is_a_setting_and_a_setting_is_shown(bar: ToolBar, session: Session) -> None:
    _, device = bar.findChildren(QComboBox)
    device.setCurrentIndex(device.findData("cpu"))
    device.activated.emit(device.currentIndex())
    assert session.settings.device == "cpu"
    session.change_settings(replace(session.settings, device="cuda:3"))
    assert device.currentData() == "cuda:3"
    assert device.currentText() == "CUDA:3"


def models(bar: ToolBar) -> list[str]:
    box = bar.findChildren(QComboBox)[0]
    return [box.itemText(row) for row in range(box.count()) if box.itemText(row)]


def test_the_last_of_the_models_is_the_way_to_all_of_them(bar: ToolBar, session: Session, qtbot: QtBot) -> None:
    box = bar.findChildren(QComboBox)[0]
    assert models(bar) == ["EfficientNet-Lite0", "Models…"]
    box.setCurrentIndex(box.count() - 1)
    with qtbot.waitSignal(bar.models_wanted):
        box.activated.emit(box.currentIndex())
    assert box.currentText() == "EfficientNet-Lite0"
    assert session.settings.model == "builtin"


def test_models_that_come_and_go_are_followed(
    bar: ToolBar, session: Session, libraries: Libraries, qtbot: QtBot
) -> None:
    put_on_shelf(ALEXNET)
    session.zoo.look()
    qtbot.waitUntil(lambda: models(bar) == ["EfficientNet-Lite0", "alexnet", "Models…"])
    session.zoo.remove(ALEXNET.key)
    qtbot.waitUntil(lambda: models(bar) == ["EfficientNet-Lite0", "Models…"])
    qtbot.waitUntil(lambda: not session.zoo.is_looking)


def test_what_is_fixed_can_be_seen_and_not_changed(session: Session, request: pytest.FixtureRequest) -> None:
    session.policy = Policy(fixed=frozenset({"device", "top_k"}))
    model, device = request.getfixturevalue("bar").findChildren(QComboBox)
    assert (model.isEnabled(), device.isEnabled()) == (True, False)
    assert (model.toolTip(), device.toolTip()) == ("Model", "Set by your administrator.")
    assert device.accessibleName() == "Device"


def test_words_give_way_before_choices_do(bar: ToolBar, qtbot: QtBot) -> None:
    assert bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon
    bar.window().resize(420, 300)
    qtbot.waitUntil(lambda: bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonIconOnly)
    bar.window().resize(1000, 300)
    qtbot.waitUntil(lambda: bar.toolButtonStyle() is Qt.ToolButtonStyle.ToolButtonTextBesideIcon)


def test_icons_grow_with_the_font(bar: ToolBar) -> None:
    assert bar.iconSize().height() >= ICON
    bar.setFont(scaled(bar.font(), 3))
    assert bar.iconSize().height() > 1.5 * ICON
