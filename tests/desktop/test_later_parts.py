"""What the window loads when it has nothing else to do."""

from __future__ import annotations

import logging
import sys

import pytest
from pytestqt.qtbot import QtBot

from app.desktop import later_parts
from app.desktop.later_parts import LaterParts, part_names


@pytest.fixture
def parts(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of three parts, of which the first is loaded already."""
    names = ["sys", "later.one", "later.two"]
    monkeypatch.setattr(later_parts, "part_names", lambda: iter(names))
    return names


def test_every_module_of_the_window_is_a_part() -> None:
    assert {"app.desktop.main_window", "app.desktop.sort_dialog", "app.desktop.update_dialog"} < set(part_names())


def test_what_is_not_loaded_is_loaded_one_a_turn(parts: list[str], qtbot: QtBot) -> None:
    loaded: list[str] = []
    later = LaterParts(None, loaded.append)
    later.begin()
    assert loaded == []
    qtbot.waitUntil(lambda: loaded == parts[1:])


def test_beginning_again_does_not_begin_again(parts: list[str], qtbot: QtBot) -> None:
    loaded: list[str] = []
    later = LaterParts(None, loaded.append)
    later.begin()
    qtbot.waitUntil(lambda: len(loaded) == 1)
    later.begin()
    qtbot.waitUntil(lambda: not later._timer.isActive())
    assert loaded == parts[1:]


def test_a_part_that_cannot_be_loaded_keeps_no_other_from_it(
    parts: list[str], qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    loaded: list[str] = []

    def load(name: str) -> None:
        loaded.append(name)
        if name == "later.one":
            raise ImportError("damaged")

    later = LaterParts(None, load)
    with caplog.at_level(logging.ERROR):
        later.begin()
        qtbot.waitUntil(lambda: loaded == parts[1:])
    assert "later.one cannot be loaded" in caplog.text
    assert "later.one" not in sys.modules
