"""Former runs are opened, renamed and forgotten; nothing is forgotten without a question."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtWidgets import QInputDialog, QLabel, QMessageBox, QPushButton, QTableView, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.folder_run import RunState
from app.desktop.notice import Notice
from app.desktop.runs_dialog import RunsDialog
from app.desktop.runs_model import RunColumn
from app.desktop.session import Session

from .conftest import in_state
from .seen import button
from .stub import StubPipeline

Folder = Callable[..., Path]


@pytest.fixture
def kept(running: Session, folder: Folder, qtbot: QtBot) -> Session:
    """A session with two runs that are done; the list of them was read last while it was empty."""
    qtbot.waitUntil(lambda: not running.tasks.busy)
    for name in ("Iceland", "Wales"):
        running.runs.start((folder(name, "a.png"),))
        qtbot.waitUntil(in_state(running.runs.shown, RunState.DONE))
    return running


@pytest.fixture
def dialog(kept: Session, host: QWidget, qtbot: QtBot) -> RunsDialog:
    dialog = RunsDialog(kept, host)
    dialog.show()
    qtbot.waitUntil(lambda: names(dialog) == ["Wales", "Iceland"])
    return dialog


def names(dialog: RunsDialog) -> list[str]:
    model = dialog.findChild(QTableView).model()
    return [model.index(row, 0).data() for row in range(model.rowCount())]


def state(dialog: RunsDialog) -> str:
    """Of the run at the top."""
    return dialog.findChild(QTableView).model().index(0, RunColumn.STATE).data()


@pytest.fixture
def under_way(dialog: RunsDialog, kept: Session, pipeline: StubPipeline, folder: Folder, qtbot: QtBot) -> RunsDialog:
    """At the top of the list is a run that waits for its first answer."""
    pipeline.answering.close()
    kept.runs.start((folder("Norway", "a.png", "b.png"),))
    qtbot.waitUntil(lambda: kept.runs.shown.number == 3)
    kept.runs.former.read(kept.runs.store)
    qtbot.waitUntil(lambda: names(dialog)[0] == "Norway" and state(dialog) == "under way")
    return dialog


def press(dialog: RunsDialog, words: str) -> None:
    button(dialog, words).click()


def answer(monkeypatch: pytest.MonkeyPatch, role: QMessageBox.ButtonRole) -> list[str]:
    """Answer every question with the button of this role; returns the questions."""
    asked: list[str] = []

    def clicked(box: QMessageBox) -> QPushButton:
        asked.append(box.text())
        return next(each for each in box.buttons() if box.buttonRole(each) is role)

    monkeypatch.setattr(QMessageBox, "exec", lambda _box: 0)
    monkeypatch.setattr(QMessageBox, "clickedButton", clicked)
    return asked


def test_a_former_run_is_opened(dialog: RunsDialog, kept: Session) -> None:
    kept.runs.show_none()
    dialog.findChild(QTableView).selectRow(1)
    press(dialog, "Open")
    assert kept.runs.shown.name == "Iceland"
    assert not dialog.isVisible()


def test_one_is_renamed(dialog: RunsDialog, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_words, **_more: (" Summer ", True))
    press(dialog, "Rename…")
    qtbot.waitUntil(lambda: names(dialog) == ["Summer", "Iceland"])


@pytest.mark.parametrize("is_sure", [True, False])
def test_forgetting_asks_first(
    dialog: RunsDialog, kept: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, is_sure: bool
) -> None:
    roles = QMessageBox.ButtonRole
    asked = answer(monkeypatch, roles.AcceptRole if is_sure else roles.RejectRole)
    press(dialog, "Forget…")
    assert asked == ["Forget “Wales”?"]
    left = ["Iceland"] if is_sure else ["Wales", "Iceland"]
    qtbot.waitUntil(lambda: names(dialog) == left)
    assert (kept.runs.shown is None) == is_sure, "the run that was shown is gone"


def test_everything_is_forgotten_and_said(
    dialog: RunsDialog, kept: Session, notices: list[Notice], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    answer(monkeypatch, QMessageBox.ButtonRole.AcceptRole)
    press(dialog, "Forget everything…")
    qtbot.waitUntil(lambda: names(dialog) == [])
    assert notices[-1].words == "All results are forgotten. Your pictures are where they were."
    assert any("No results are kept yet" in label.text() for label in dialog.findChildren(QLabel) if label.isVisible())
    assert not button(dialog, "Forget everything…").isEnabled()


def test_what_is_under_way_is_not_forgotten(dialog: RunsDialog, kept: Session, qtbot: QtBot) -> None:
    kept.runs.shown.begin(99)
    dialog.findChild(QTableView).selectRow(1)
    dialog.findChild(QTableView).selectRow(0)
    assert not button(dialog, "Forget…").isEnabled()
    assert not button(dialog, "Forget everything…").isEnabled()
    assert button(dialog, "Open").isEnabled()


def test_a_run_that_ends_meanwhile_is_told(under_way: RunsDialog, pipeline: StubPipeline, qtbot: QtBot) -> None:
    table = under_way.findChild(QTableView)
    table.selectRow(2)
    pipeline.answering.open()
    qtbot.waitUntil(lambda: state(under_way) == "complete")
    assert table.currentIndex().row() == 2, "what was selected still is"


def test_a_run_that_is_paused_meanwhile_is_told(
    under_way: RunsDialog, kept: Session, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    kept.runs.pause(kept.runs.shown)
    qtbot.waitUntil(lambda: state(under_way) == "paused")
    pipeline.answering.open()
    kept.runs.go_on(kept.runs.shown)
    qtbot.waitUntil(in_state(kept.runs.shown, RunState.DONE))


def test_the_keyboard_begins_in_the_list(kept: Session, host: QWidget, qtbot: QtBot) -> None:
    host.show()
    dialog = RunsDialog(kept, host)
    dialog.show()
    dialog.activateWindow()
    table = dialog.findChild(QTableView)
    qtbot.waitUntil(table.hasFocus)
