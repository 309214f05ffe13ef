"""The base of the dialogs that move files: what nobody foresaw leaves them usable."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice
from app.desktop.session import Session
from app.desktop.sort_steps import Told, Unplanned, Work, Worked
from app.desktop.sorts_dialog import SortsDialog
from app.values import Way


def test_work_that_breaks_is_told_and_the_dialog_closes(
    window: MainWindow,
    session: Session,
    notices: list[Notice],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def steps(_stop: threading.Event, _is_over: Callable[[], bool]) -> Iterator[Told | Worked | Unplanned]:
        raise RuntimeError("nobody foresaw it")
        yield

    dialog = SortsDialog(session, window)
    dialog.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    dialog.work(Work(steps), Way.COPY, Path("/to"), is_undo=False)
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "Something went wrong inside Whatsit." in "\n".join(label.text() for label in dialog.findChildren(QLabel))
    assert notices
    assert "nobody foresaw it" in notices[-1].details
    (close,) = [each for each in dialog.findChildren(QPushButton) if each.isVisible()]
    close.click()
    assert not dialog.isVisible()
    assert "a task broke" in caplog.text
