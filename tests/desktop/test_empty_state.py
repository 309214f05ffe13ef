"""Before the first picture, and while something hangs over the window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect
from PySide6.QtGui import QColor
from PySide6.QtWidgets import QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.empty_state import DropOverlay, EmptyState
from app.desktop.theme import LIGHT, Theme


@pytest.mark.parametrize(
    ("words", "signal"),
    [("Open pictures…", "open_wanted"), ("Paste", "paste_wanted"), ("Try an example", "example_wanted")],
)
def test_three_buttons_say_what_they_do(theme: Theme, host: QWidget, qtbot: QtBot, words: str, signal: str) -> None:
    empty = EmptyState(theme, host)
    (button,) = [each for each in empty.findChildren(QPushButton) if each.text() == words]
    with qtbot.waitSignal(getattr(empty, signal)):
        button.click()


@pytest.mark.parametrize("size", [(320, 240), (2000, 1400)])
def test_it_is_painted_at_every_size(theme: Theme, host: QWidget, size: tuple[int, int]) -> None:
    empty = EmptyState(theme, host)
    empty.resize(*size)
    assert empty.grab().toImage().pixelColor(size[0] // 2, 30).name().upper() == LIGHT.surface
    theme.set_appearance("dark")
    assert empty.grab().toImage().pixelColor(size[0] // 2, 30).name().upper() != LIGHT.surface


def test_the_overlay_says_its_words(theme: Theme, host: QWidget) -> None:
    host.resize(400, 300)
    host.show()
    overlay = DropOverlay(theme, host)
    assert not overlay.isVisible()
    overlay.set_words("Classify “<b>cat</b>.jpg”")
    overlay.cover(QRect(0, 0, 400, 300))
    assert overlay.isVisible()
    image = overlay.grab().toImage()
    text = QColor(LIGHT.text).rgb()
    assert any(image.pixel(x, y) == text for x in range(0, 400) for y in range(100, 200))
