"""Threads that give way to the window."""

from __future__ import annotations

import os
import sys
import threading
from collections.abc import Callable

import pytest
from PySide6.QtCore import QObject, Qt, QThread, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop.background import NICENESS, Background


class Working(Background):
    def __init__(self, do: Callable[[], object], parent: QObject) -> None:
        super().__init__(parent)
        self._do = do
        self.made: object = None

    def work(self) -> None:
        self.made = self._do()


def made_in_background(do: Callable[[], object]) -> object:
    owner = QObject()
    thread = Working(do, owner)
    thread.start()
    assert thread.wait(5000)
    return thread.made


def niceness() -> int:
    return os.getpriority(os.PRIO_PROCESS, 0)


def niceness_of_a_child() -> int:
    made: list[int] = []
    child = threading.Thread(target=lambda: made.append(niceness()))
    child.start()
    child.join()
    return made[0]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux knows a niceness of threads")
@pytest.mark.parametrize("asked", [niceness, niceness_of_a_child])
def test_it_gives_way_with_all_it_starts_and_the_window_does_not(qapp: QApplication, asked: Callable[[], int]) -> None:
    before = niceness()
    assert made_in_background(asked) == max(NICENESS, before)
    assert niceness() == before


@pytest.mark.skipif(sys.platform.startswith("linux"), reason="Linux knows no priorities of threads")
def test_it_has_a_low_priority(qapp: QApplication) -> None:
    made = made_in_background(lambda: QThread.currentThread().priority())
    assert made == QThread.Priority.LowPriority


def test_as_it_is_it_runs_an_event_loop(qapp: QApplication) -> None:
    owner, timer, heard = QObject(), QTimer(singleShot=True, interval=0), threading.Event()
    thread = Background(owner)
    timer.timeout.connect(heard.set, Qt.ConnectionType.DirectConnection)
    timer.moveToThread(thread)
    thread.started.connect(timer.start)
    thread.start()
    assert heard.wait(5)
    thread.quit()
    assert thread.wait(5000)
