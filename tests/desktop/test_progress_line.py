"""How far some work is, in a line that is empty while there is nothing to tell."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import wording
from app.desktop.progress_line import ProgressLine


@pytest.fixture
def line(host: QWidget) -> ProgressLine:
    line = ProgressLine(host)
    host.show()
    return line


def words(line: ProgressLine) -> str:
    return line.findChild(QLabel).text()


def test_quick_work_shows_nothing(line: ProgressLine) -> None:
    line.begin("Writing…", 10)
    line.advance(10)
    assert not line.findChild(QProgressBar).isVisible()
    line.end()
    assert not line.findChild(QLabel).isVisible()


def test_work_that_takes_long_is_told_in_the_same_room(line: ProgressLine, qtbot: QtBot) -> None:
    before = line.sizeHint().height()
    line.begin("Writing…", 10_000)
    bar = line.findChild(QProgressBar)
    qtbot.waitUntil(bar.isVisible)
    assert words(line) == "Writing…"
    assert bar.maximum() == 0, "it only says that something happens"
    line.advance(1234)
    assert words(line) == f"{wording.count(1234)} of {wording.count(10_000)}"
    assert bar.value() / bar.maximum() == pytest.approx(0.123, abs=0.001)
    assert line.sizeHint().height() == before


def test_more_than_was_expected_is_no_more_than_all(line: ProgressLine) -> None:
    line.begin("Writing…", 10)
    line.advance(12)
    bar = line.findChild(QProgressBar)
    assert (words(line), bar.value()) == ("12 of 12", bar.maximum())


def test_without_a_total_it_is_told_what_is_done(line: ProgressLine) -> None:
    line.begin("Writing…", None)
    line.advance(1234)
    assert words(line) == f"{wording.count(1234)} so far"
