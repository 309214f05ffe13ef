"""Folders that are looked through beside the window."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.intake import Files, Folders, Found
from app.desktop.intakes import Intakes
from app.values import ImageRef

from .conftest import wait


@pytest.fixture
def intakes(qapp: QApplication, qtbot: QtBot) -> Iterator[Intakes]:
    owner = QObject()
    yield (intakes := Intakes(owner))
    wait(intakes.close())
    qtbot.wait(10)
    owner.deleteLater()


def test_what_is_found_is_told(intakes: Intakes, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(intakes.found) as found:
        intakes.start(Files((tmp_path / "a.png",)), 1)
        assert intakes.busy
    assert found.args == [Found((ImageRef(tmp_path / "a.png"),), 1)]
    assert not intakes.busy


def test_a_folder_is_told_apart(intakes: Intakes, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(intakes.run_wanted) as wanted:
        intakes.start(Files((tmp_path,)), 1)
    assert wanted.args == [Folders((tmp_path,), (tmp_path,))]
    assert not intakes.busy


def test_a_disk_that_does_not_answer_keeps_nobody_waiting(
    intakes: Intakes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer = threading.Event()

    def dead(_intake: object, number: int, _is_over: object) -> Iterator[Found]:
        if number == 1:
            answer.wait(10)
        yield Found((), number)

    monkeypatch.setattr("app.desktop.intakes.gather", dead)
    told: list[int] = []
    intakes.found.connect(lambda found: told.append(found.intake))
    intakes.start(Files((tmp_path,)), 1)
    intakes.stop()
    intakes.start(Files((tmp_path,)), 2)
    qtbot.waitUntil(lambda: told == [2])
    assert not intakes.busy
    answer.set()
    qtbot.waitUntil(lambda: intakes.close() == [])
    assert told == [2], "what was stopped is not heard of again"
