"""Folders that are looked through beside the window."""

from __future__ import annotations

import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.intake import Files, Found, Gathered
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


def test_what_is_found_is_told_up_to_the_end(intakes: Intakes, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "a.png").touch()
    found: list[Found] = []
    intakes.found.connect(found.append)
    with qtbot.waitSignal(intakes.gathered) as gathered:
        intakes.start(Files((tmp_path,)), 1)
        assert intakes.busy
    assert found == [Found((ImageRef(tmp_path / "a.png"),), 1, first=True)]
    assert isinstance(gathered.args[0], Gathered)
    qtbot.waitUntil(lambda: not intakes.busy)


def test_a_huge_folder_of_other_things_is_left_when_it_is_stopped(
    intakes: Intakes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    sniffed: list[str] = []

    def slow(path: Path) -> bool:
        sniffed.append(path.name)
        time.sleep(0.01)
        return False

    monkeypatch.setattr("app.images.sources._is_candidate", slow)
    for number in range(500):
        (tmp_path / f"{number}.txt").touch()
    intakes.start(Files((tmp_path,)), 1)
    qtbot.waitUntil(lambda: bool(sniffed))
    intakes.stop()
    assert not intakes.busy
    qtbot.waitUntil(lambda: intakes.close() == [])
    assert len(sniffed) < 100


def test_a_disk_that_does_not_answer_keeps_nobody_waiting(
    intakes: Intakes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer = threading.Event()

    def dead(_intake: object, number: int, _is_over: object) -> Iterator[Found | Gathered]:
        if number == 1:
            answer.wait(10)
        yield Gathered(number, Counter())

    monkeypatch.setattr("app.desktop.intakes.gather", dead)
    told: list[int] = []
    intakes.gathered.connect(lambda end: told.append(end.pictures))
    intakes.start(Files((tmp_path,)), 1)
    intakes.stop()
    intakes.start(Files((tmp_path,)), 2)
    qtbot.waitUntil(lambda: told == [2])
    assert not intakes.busy
    answer.set()
    qtbot.waitUntil(lambda: intakes.close() == [])
    assert told == [2], "what was stopped is not heard of again"


def test_one_that_begins_after_a_stop_is_told(
    intakes: Intakes, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def endless(_intake: object, number: int, is_over: Callable[[], bool]) -> Iterator[Found]:
        yield Found((), number, first=True)
        while number == 1 and not is_over():
            time.sleep(0.001)

    monkeypatch.setattr("app.desktop.intakes.gather", endless)
    found: list[int] = []
    intakes.found.connect(lambda each: found.append(each.intake))
    intakes.start(Files((tmp_path,)), 1)
    intakes.stop()
    intakes.start(Files((tmp_path,)), 2)
    qtbot.waitUntil(lambda: found == [2])
