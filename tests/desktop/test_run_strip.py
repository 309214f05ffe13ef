"""The strip above the table says what goes on and offers what can be done."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.folder_run import FolderRun, RunState
from app.desktop.run_steps import Tally
from app.desktop.run_strip import RunStrip
from app.desktop.session import Session
from app.steps import Ending, JobEnd, JobError, ModelReady, Trouble

from .conftest import in_state
from .stub import StubPipeline

Folder = Callable[..., Path]


@pytest.fixture
def run(session: Session) -> FolderRun:
    """A run that is shown and that nobody works on."""
    run = FolderRun((Path("/photos/Iceland"),), "Iceland", session)
    session.runs._added(run)
    session.runs._show(run)
    run.begin(7)
    return run


@pytest.fixture
def strip(session: Session, run: FolderRun, host: QWidget) -> RunStrip:
    actions = [QAction(words, host) for words in ("Pause", "Cancel")]
    return RunStrip(session, actions, [QAction("Rename…", host), None, QAction("Forget…", host)], host)


def said(strip: RunStrip) -> list[str]:
    return [label.text() for label in strip.findChildren(QLabel)]


def ready(session: Session, model_ready: ModelReady | None) -> None:
    session.ready = model_ready
    session.model_changed.emit()


def test_it_waits_for_the_model_in_words(strip: RunStrip, run: FolderRun) -> None:
    assert said(strip) == ["Iceland", "Waiting: the model is being loaded…"]


@pytest.mark.parametrize(
    ("tally", "words", "share"),
    [
        (Tally(7, 12, None), "12 so far", None),
        (Tally(7, 12, 48, failed=2), "12 of 48 · 2 could not be classified", 0.25),
        (Tally(7, 12, 48, known=4), "12 of 48 · 4 known before", 0.25),
    ],
)
def test_figures_while_it_runs(
    strip: RunStrip, run: FolderRun, qtbot: QtBot, tally: Tally, words: str, share: float | None
) -> None:
    run.take(tally)
    qtbot.waitUntil(lambda: said(strip)[1] == words)
    bar = strip.findChild(QProgressBar)
    assert bar.maximum() == (0 if share is None else 1000)
    assert bar.value() == (1000 * share if share else bar.value())


def test_rate_and_time_left_come_once_they_are_steady(
    strip: RunStrip, run: FolderRun, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    now = [0.0]
    monkeypatch.setattr("app.desktop.folder_run.time.monotonic", lambda: now[0])
    for second in range(12):
        now[0] = float(second)
        run.take(Tally(7, 40 * second, 10_000))
    qtbot.waitUntil(lambda: "40 a second · about 4 min left" in said(strip)[1])


def test_a_pause_and_an_end_are_said_at_once(strip: RunStrip, run: FolderRun) -> None:
    run.take(Tally(7, 12, 48, skipped=((".txt", 3),)))
    run.set_paused(True)
    assert said(strip)[1] == "Paused at 12 of 48 · 3 other files skipped"
    run.set_stopping()
    assert said(strip)[1].startswith("Stopping…")
    run.take(JobEnd(7, Ending.CANCELLED, 12, 0, 1.0))
    assert said(strip)[1].startswith("Stopped at 12 of 48")
    run.take(replace(run.tally, job=7, done=48, total=48))
    run.state = RunState.DONE
    run.changed.emit()
    assert said(strip)[1] == "48 pictures · 3 other files skipped"
    assert strip.findChild(QProgressBar).value() == 0, "nothing goes on any more"
    run.take(replace(run.tally, skipped=((".txt", 1),)))
    run.state = RunState.DONE
    run.changed.emit()
    assert said(strip)[1] == "48 pictures · 1 other file skipped"


def test_trouble_stands_where_the_figures_were(strip: RunStrip, run: FolderRun) -> None:
    run.take(JobEnd(7, Ending.FAILED, 0, 0, 1.0, JobError(Trouble.STORE_FULL, "/data/results.sqlite")))
    assert "There is no room left" in said(strip)[1]


def test_names_are_plain_text(strip: RunStrip, run: FolderRun) -> None:
    run.rename("<b>bold</b>\u202e")
    assert said(strip)[0] == r"<b>bold</b>\u202e"


def test_buttons_follow_their_actions(strip: RunStrip, host: QWidget) -> None:
    host.show()
    pause = next(button for button in strip.findChildren(QPushButton) if button.text() == "Pause")
    action = next(action for action in host.findChildren(QAction) if action.text() == "Pause")
    pressed: list[bool] = []
    action.triggered.connect(lambda: pressed.append(True))
    pause.click()
    assert len(pressed) == 1
    action.setEnabled(False)
    assert not pause.isEnabled()
    action.setVisible(False)
    assert pause.isHidden()


def test_one_that_waits_for_a_newer_run_says_for_which(
    running: Session, pipeline: StubPipeline, folder: Folder, host: QWidget, qtbot: QtBot
) -> None:
    strip = RunStrip(running, [], [], host)
    running.runs.start((folder("old", "a.png", "b.png"),))
    first = running.runs.shown
    pipeline.answering.close()
    running.runs.start((folder("new", "a.png"),))
    first.set_paused(True)
    first.set_paused(False)
    running.runs._show(first)
    qtbot.waitUntil(lambda: said(strip)[1] == "Waits until “new” is done")
    pipeline.answering.open()
    qtbot.waitUntil(in_state(first, RunState.DONE))


def test_pause_and_continue_hand_the_keyboard_to_each_other(session: Session, host: QWidget, qtbot: QtBot) -> None:
    actions = _cancel, go_on, pause = [QAction(words, host) for words in ("Cancel", "Continue", "Pause")]
    go_on.setVisible(False)
    strip = RunStrip(session, actions, [], host)
    buttons = {each.text(): each for each in strip.findChildren(QPushButton)}
    host.show()
    host.activateWindow()
    buttons["Pause"].setFocus()
    qtbot.waitUntil(buttons["Pause"].hasFocus)
    go_on.setVisible(True)
    pause.setVisible(False)
    assert buttons["Continue"].hasFocus()
    pause.setVisible(True)
    go_on.setVisible(False)
    assert buttons["Pause"].hasFocus()


def test_nothing_takes_the_place_of_cancel_under_the_pointer(session: Session, host: QWidget, qtbot: QtBot) -> None:
    words = ("Cancel", "Continue", "Pause", "Export…")
    actions = cancel, go_on, pause, _export = [QAction(each, host) for each in words]
    go_on.setVisible(False)
    strip = RunStrip(session, actions, [], host)
    strip.resize(900, 60)
    buttons = {each.text(): each for each in strip.findChildren(QPushButton)}
    host.show()
    host.activateWindow()
    qtbot.waitUntil(lambda: buttons["Cancel"].x() > 0)
    there = buttons["Cancel"].geometry()
    buttons["Cancel"].setFocus()
    qtbot.waitUntil(buttons["Cancel"].hasFocus)
    go_on.setVisible(True)
    pause.setVisible(False)
    cancel.setVisible(False)
    qtbot.waitUntil(lambda: buttons["Continue"].x() > there.right())
    assert not any(each.isVisible() and each.geometry().intersects(there) for each in buttons.values())
    assert buttons["Continue"].hasFocus()
