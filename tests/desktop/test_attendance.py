"""Long work keeps the computer awake and is told to the desktop; short work is nobody's business."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop import attendance as module
from app.desktop.attendance import Attendance
from app.desktop.intake import Files
from app.desktop.session import Session
from app.steps import JobError, Trouble

from .conftest import wait
from .stub import StubPipeline

Pictures = Callable[..., list[Path]]


class Heard:
    """All that the desktop and the system are told."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self.said: list[tuple[str, ...]] = []
        self.shares: list[float | None] = []
        monkeypatch.setattr(module.Desk, "tell", lambda _self, *words: self.said.append(words))
        monkeypatch.setattr(module.Desk, "show_progress", lambda _self, share: self.shares.append(share))


@pytest.fixture
def heard(monkeypatch: pytest.MonkeyPatch) -> Heard:
    return Heard(monkeypatch)


@pytest.fixture
def attendance(running: Session, host: QWidget, heard: Heard) -> Iterator[Attendance]:
    attendance = Attendance(running, host)
    yield attendance
    wait(attendance.close())


def test_several_pictures_keep_the_computer_awake_until_they_are_done(
    attendance: Attendance, running: Session, pipeline: StubPipeline, pictures: Pictures, heard: Heard, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png", "c.png"))))
    qtbot.waitUntil(lambda: attendance.is_awake)
    pipeline.answering.open()
    qtbot.waitUntil(lambda: not attendance.is_awake)
    assert heard.shares[0] == 0
    assert heard.shares[-1] is None
    assert all(share is None or 0 <= share < 1 for share in heard.shares)
    assert heard.said == [], "it did not take long"


def test_one_picture_does_not(
    attendance: Attendance, running: Session, pictures: Pictures, heard: Heard, qtbot: QtBot
) -> None:
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(lambda: running.pictures.rowCount() == 1 and not running.progress.busy)
    assert not attendance.is_awake
    assert heard.shares == []


def test_the_end_of_long_work_is_told(
    attendance: Attendance,
    running: Session,
    pictures: Pictures,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(module, "LONG", 0)
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: heard.said == [("Whatsit is done", "2 pictures classified")])


def test_who_stops_the_work_is_told_nothing(
    attendance: Attendance,
    running: Session,
    pipeline: StubPipeline,
    pictures: Pictures,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(module, "LONG", 0)
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: attendance.is_awake)
    running.stop()
    pipeline.answering.open()
    qtbot.waitUntil(lambda: not attendance.is_awake)
    assert heard.said == []


def test_the_setting_holds_at_once(
    attendance: Attendance, running: Session, pipeline: StubPipeline, pictures: Pictures, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.change_settings(replace(running.settings, keep_awake=False))
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: running.progress.total == 2)
    assert not attendance.is_awake
    running.change_settings(replace(running.settings, keep_awake=True))
    assert attendance.is_awake
    running.change_settings(replace(running.settings, keep_awake=False))
    assert not attendance.is_awake
    pipeline.answering.open()


@pytest.mark.parametrize(("how", "told"), [("done", True), ("stopped", False), ("failed", True)])
def test_the_end_of_a_long_run_is_told_unless_a_person_stopped_it(
    attendance: Attendance,
    running: Session,
    halfway: StubPipeline,
    folder: Callable[..., Path],
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
    how: str,
    told: bool,
) -> None:
    monkeypatch.setattr(module, "LONG", 0)
    halfway.rests_after = 1
    if how == "failed":
        halfway.error, halfway.fails_after = JobError(Trouble.FOLDER_GONE, "/media/stick"), 2
    running.runs.start((folder("Iceland", *(f"{number}.png" for number in range(5)), "bad.png"),))
    qtbot.waitUntil(lambda: attendance.is_awake and bool(halfway.answered))
    if how == "stopped":
        running.runs.cancel(running.runs.shown)
    halfway.answering.open()
    qtbot.waitUntil(lambda: not attendance.is_awake)
    assert heard.shares[-1] is None
    assert bool(heard.said) == told
    if how == "done":
        assert heard.said == [("“Iceland” is done", "6 pictures, 1 could not be classified")]
    elif how == "failed":
        assert heard.said[0][0] == "“Iceland” could not go on"


def test_a_run_that_pauses_lets_the_computer_sleep(
    attendance: Attendance, running: Session, halfway: StubPipeline, folder: Callable[..., Path], qtbot: QtBot
) -> None:
    running.runs.start((folder("Iceland", *(f"{number}.png" for number in range(10))),))
    qtbot.waitUntil(lambda: attendance.is_awake)
    running.runs.pause(running.runs.shown)
    qtbot.waitUntil(lambda: not attendance.is_awake)
    running.runs.go_on(running.runs.shown)
    qtbot.waitUntil(lambda: attendance.is_awake)


@pytest.fixture
def door() -> threading.Event:
    """Opened, it lets `busy` end."""
    return threading.Event()


def busy(session: Session, door: threading.Event) -> None:
    """A task, such as sorting is one."""

    def steps(is_over: Callable[[], bool]) -> Iterator[None]:
        while not door.wait(0.01) and not is_over():
            yield

    session.tasks.new(steps).start()


def test_a_long_task_keeps_the_computer_awake_until_it_has_ended(
    attendance: Attendance,
    running: Session,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    door: threading.Event,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(module, "SOON", 0)
    busy(running, door)
    qtbot.waitUntil(lambda: attendance.is_awake)
    running.change_settings(replace(running.settings, keep_awake=False))
    assert not attendance.is_awake
    running.change_settings(replace(running.settings, keep_awake=True))
    assert attendance.is_awake
    door.set()
    qtbot.waitUntil(lambda: not attendance.is_awake)
    assert heard.shares == heard.said == []


def test_a_short_one_does_not(
    attendance: Attendance, running: Session, monkeypatch: pytest.MonkeyPatch, door: threading.Event, qtbot: QtBot
) -> None:
    held: list[str] = []
    monkeypatch.setattr(module.Awake, "hold", lambda _self, reason: held.append(reason))
    monkeypatch.setattr(module, "SOON", 100_000)
    busy(running, door)
    door.set()
    qtbot.waitUntil(lambda: not running.tasks.busy)
    assert held == []
    assert not attendance._patience.isActive()


def test_pictures_that_are_done_do_not_end_it_for_a_task(
    attendance: Attendance,
    running: Session,
    pictures: Pictures,
    heard: Heard,
    monkeypatch: pytest.MonkeyPatch,
    door: threading.Event,
    qtbot: QtBot,
) -> None:
    monkeypatch.setattr(module, "SOON", 0)
    busy(running, door)
    qtbot.waitUntil(lambda: attendance.is_awake)
    running.take_in(Files(tuple(pictures("a.png", "b.png"))))
    qtbot.waitUntil(lambda: heard.shares[-1:] == [None])
    assert attendance.is_awake
    door.set()
    qtbot.waitUntil(lambda: not attendance.is_awake)


def test_closing_during_a_task_lets_go(
    attendance: Attendance, running: Session, monkeypatch: pytest.MonkeyPatch, door: threading.Event, qtbot: QtBot
) -> None:
    monkeypatch.setattr(module, "SOON", 0)
    busy(running, door)
    qtbot.waitUntil(lambda: attendance.is_awake)
    wait(attendance.close())
    assert not attendance.is_awake
    busy(running, door)
    assert not attendance._patience.isActive()
    door.set()
    qtbot.waitUntil(lambda: not running.tasks.busy)
    assert not attendance.is_awake
