"""Actions, their words and keys; the main window's tests press them."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow
from pytestqt.qtbot import QtBot

from app.desktop.actions import Actions
from app.desktop.theme import DARK, LIGHT


@pytest.fixture
def window(qtbot: QtBot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def actions(window: QMainWindow) -> Actions:
    return Actions(window, QUndoStack(window))


@pytest.mark.parametrize(
    ("name", "key"),
    [
        ("open", QKeySequence.StandardKey.Open),
        ("quit", QKeySequence.StandardKey.Quit),
        ("copy", QKeySequence.StandardKey.Copy),
        ("paste", QKeySequence.StandardKey.Paste),
        ("remove", QKeySequence.StandardKey.Delete),
    ],
)
def test_standard_actions_have_the_platforms_keys(actions: Actions, name: str, key: QKeySequence.StandardKey) -> None:
    assert getattr(actions, name).shortcut() == QKeySequence(key)


def test_f5_classifies_again_whatever_the_desktop_likes_better(actions: Actions) -> None:
    """The window speaks of F5; GNOME's own first choice is Ctrl+R, and macOS's Cmd+R."""
    keys = actions.retry.shortcuts()
    assert keys[0] == QKeySequence("F5")
    assert set(QKeySequence.keyBindings(QKeySequence.StandardKey.Refresh)) <= set(keys)
    assert len(keys) == len(set(keys))


def test_icons_follow_the_theme(actions: Actions) -> None:
    actions.set_theme(LIGHT)
    light = actions.open.icon().pixmap(24).toImage()
    actions.set_theme(DARK)
    assert actions.open.icon().pixmap(24).toImage() != light


def test_a_key_works_only_where_it_was_bound(window: QMainWindow, actions: Actions) -> None:
    actions.bind_to(actions.remove, window)
    assert actions.remove.shortcutContext() == Qt.ShortcutContext.WidgetWithChildrenShortcut
    assert actions.remove in window.actions()


def test_recent_names_are_neither_mnemonics_nor_markup(actions: Actions, qtbot: QtBot) -> None:
    path = Path("/pictures/<b>me & you<b>.png")
    actions.set_recent([path])
    (action,) = actions.recent.actions()
    assert action.text() == "<b>me && you<b>.png"
    assert "<b>" not in action.toolTip()
    with qtbot.waitSignal(actions.recent_chosen) as chosen:
        action.trigger()
    assert chosen.args == [path]


def test_choosing_a_recent_picture_may_change_the_menu(actions: Actions) -> None:
    """The action is deleted while it is being triggered."""
    actions.set_recent([Path("/a"), Path("/b")])
    actions.recent_chosen.connect(lambda path: actions.set_recent([path]))
    actions.recent.actions()[1].trigger()
    assert [each.data() for each in actions.recent.actions()] == [Path("/b")]


def test_without_history_the_menu_is_grey(actions: Actions) -> None:
    actions.set_recent([])
    assert not actions.recent.isEnabled()
