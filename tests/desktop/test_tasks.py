"""Generators beside the window: steps, stopping, breaking, ending."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator

import pytest
from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.tasks import Steps, Task, Tasks

from .conftest import wait


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    owner = QObject()
    tasks = Tasks(owner)
    yield tasks
    wait(tasks.close())


class Listener(QObject):
    """Notes what comes, and in which thread."""

    def __init__(self) -> None:
        super().__init__()
        self.steps: list[object] = []
        self.broken: list[str] = []
        self.threads: set[QThread] = set()

    def on_stepped(self, step: object) -> None:
        self.steps.append(step)
        self.threads.add(QThread.currentThread())

    def on_broke(self, details: str) -> None:
        self.broken.append(details)


def started(tasks: Tasks, steps: Iterable[object] | Steps) -> tuple[Task, Listener]:
    task, listener = tasks.new(steps if callable(steps) else lambda _is_over: steps), Listener()
    task.stepped.connect(listener.on_stepped)
    task.broke.connect(listener.on_broke)
    task.start()
    return task, listener


def test_steps_arrive_in_order_in_the_windows_thread(tasks: Tasks, qtbot: QtBot) -> None:
    _, listener = started(tasks, iter(range(100)))
    qtbot.waitUntil(lambda: len(listener.steps) == 100)
    assert listener.steps == list(range(100))
    assert listener.threads == {QThread.currentThread()}


def test_a_task_that_ended_is_forgotten(tasks: Tasks, qtbot: QtBot) -> None:
    started(tasks, iter((1,)))
    started(tasks, iter(()))
    qtbot.waitUntil(lambda: tasks.close() == [])


def test_the_work_is_done_in_another_thread(tasks: Tasks, qtbot: QtBot) -> None:
    def where() -> Iterator[int]:
        yield threading.get_ident()

    _, listener = started(tasks, where())
    qtbot.waitUntil(lambda: bool(listener.steps))
    assert listener.steps != [threading.get_ident()]


def test_what_breaks_is_told_with_the_steps_before_it(
    tasks: Tasks, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    def breaking() -> Iterator[int]:
        yield 1
        raise ValueError("no more")

    _, listener = started(tasks, breaking())
    qtbot.waitUntil(lambda: bool(listener.broken))
    assert listener.steps == [1]
    assert listener.broken == ["ValueError: no more"]
    assert "a task broke" in caplog.text


def test_stopping_ends_an_endless_task_within_a_step(tasks: Tasks, qtbot: QtBot) -> None:
    def endless() -> Iterator[int]:
        while True:
            threading.Event().wait(0.001)
            yield 1

    task, listener = started(tasks, endless())
    qtbot.waitUntil(lambda: bool(listener.steps))
    task.stop()
    assert task.wait(2000)
    assert listener.broken == []


def test_closing_stops_all(tasks: Tasks) -> None:
    def endless() -> Iterator[int]:
        while True:
            threading.Event().wait(0.001)
            yield 1

    for _ in range(3):
        started(tasks, endless())
    threads = tasks.close()
    assert len(threads) == 3
    wait(threads)


def test_a_step_that_takes_long_can_ask_whether_it_is_still_wanted(tasks: Tasks, qtbot: QtBot) -> None:
    asked = threading.Event()

    def endless(is_over: Callable[[], bool]) -> Iterator[int]:
        while not is_over():
            asked.set()
        yield 1

    task, listener = started(tasks, endless)
    qtbot.waitUntil(asked.is_set)
    assert tasks.busy
    task.stop()
    qtbot.waitUntil(lambda: not tasks.busy)
    assert listener.steps == []
