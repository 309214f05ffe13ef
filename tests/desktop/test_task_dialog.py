"""Dialogs that do long work: what can be used when, how the work is told, and how it ends."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QDialogButtonBox,
    QLabel,
    QLineEdit,
    QProgressBar,
    QScrollArea,
    QVBoxLayout,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desktop.notice import Notice
from app.desktop.session import Session
from app.desktop.task_dialog import TaskDialog, note

from .conftest import wait
from .stub import Gate


class Counting(TaskDialog):
    """Counts to ten; may be held before the second."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.gate = Gate()
        self.log: list[object] = []
        self.closed_in: list[str] = []
        self.fails = False
        form, self.result = QWidget(), QWidget()
        self.edit = QLineEdit("ten", form)
        column = QVBoxLayout(form)
        column.addWidget(self.edit)
        column.addWidget(note("A sentence that explains.", form))
        self.add_page(form)
        self.add_page(self.result)
        self.count = self.add_button("Count", lambda: self.begin(self.steps, "Counting…", 10))

    def steps(self, is_over: Callable[[], bool]) -> Iterator[int]:
        try:
            for number in range(1, 11):
                if number > 1:
                    self.gate.pass_through()
                if self.fails:
                    raise RuntimeError("no such number")
                yield number
        finally:
            self.closed_in.append(threading.current_thread().name)

    def take(self, step: object) -> None:
        self.log.append(step)
        self.advance(len(self.log))

    def ended(self) -> None:
        self.log.append("ended")

    def stopped(self) -> None:
        self.log.append("stopped")


@pytest.fixture
def dialog(session: Session, host: QWidget, qtbot: QtBot) -> Iterator[Counting]:
    host.show()
    dialog = Counting(session, host)
    dialog.open()
    qtbot.waitExposed(dialog)
    yield dialog
    dialog.gate.open()


def cancel(dialog: TaskDialog) -> QWidget:
    return dialog.findChild(QDialogButtonBox).button(QDialogButtonBox.StandardButton.Cancel)


def error(dialog: TaskDialog) -> QLabel:
    return dialog.findChild(QLabel, "error")


def scroll_of(dialog: Counting) -> QScrollArea:
    """What the form is scrolled by."""
    return next(each for each in dialog.findChildren(QScrollArea) if each.isAncestorOf(dialog.edit))


def press(qtbot: QtBot, dialog: TaskDialog, key: Qt.Key) -> None:
    qtbot.keyClick(QApplication.focusWidget() or dialog, key)


def test_only_the_window_below_is_blocked(dialog: Counting) -> None:
    assert dialog.windowModality() is Qt.WindowModality.WindowModal


def test_enter_begins_the_work_and_its_steps_are_told(dialog: Counting, qtbot: QtBot) -> None:
    dialog.edit.setFocus()
    qtbot.keyClick(dialog.edit, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: "ended" in dialog.log)
    assert dialog.log == [*range(1, 11), "ended"]
    assert dialog.isVisible()
    assert dialog.edit.isEnabled()
    assert dialog.edit.hasFocus(), "what had the keyboard has it again"


def test_nothing_can_be_changed_while_it_works_and_nothing_moves(dialog: Counting, qtbot: QtBot) -> None:
    size = dialog.size()
    dialog.gate.close()
    dialog.count.click()
    assert not dialog.edit.isEnabled()
    assert not dialog.count.isEnabled()
    assert cancel(dialog).hasFocus()
    qtbot.waitUntil(dialog.findChild(QProgressBar).isVisible)
    assert dialog.size() == size
    dialog.gate.open()
    qtbot.waitUntil(lambda: "ended" in dialog.log)


@pytest.mark.parametrize("how", ["escape", "cancel", "close"])
def test_the_work_is_cancelled_at_once_and_cleans_up_in_its_thread(dialog: Counting, qtbot: QtBot, how: str) -> None:
    log, closed_in = dialog.log, dialog.closed_in
    dialog.gate.close()
    dialog.count.click()
    qtbot.waitUntil(lambda: bool(log))
    gate, session = dialog.gate, dialog.session
    {"escape": lambda: press(qtbot, dialog, Qt.Key.Key_Escape), "cancel": cancel(dialog).click, "close": dialog.close}[
        how
    ]()
    assert not dialog.isVisible()
    assert log[-1] == "stopped"
    assert not closed_in, "the window does not wait for it"
    gate.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert "ended" not in log
    assert closed_in != [threading.current_thread().name]
    assert len(closed_in) == 1


def test_escape_closes_a_dialog_that_does_nothing(dialog: Counting, qtbot: QtBot) -> None:
    log = dialog.log
    press(qtbot, dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    assert log == []


def test_the_end_of_the_session_ends_the_work(dialog: Counting, qtbot: QtBot) -> None:
    dialog.gate.close()
    dialog.count.click()
    threads = dialog.session.tasks.close()
    dialog.gate.open()
    wait(threads)
    assert len(dialog.closed_in) == 1
    assert 10 not in dialog.log


def test_what_nobody_foresaw_is_said_and_can_be_tried_again(
    dialog: Counting, notices: list[Notice], caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    dialog.fails = True
    dialog.count.click()
    qtbot.waitUntil(lambda: bool(error(dialog).text()))
    assert error(dialog).text().startswith("Something went wrong inside Whatsit.")
    assert notices[-1].details == "RuntimeError: no such number"
    assert dialog.count.isEnabled()
    qtbot.waitUntil(lambda: not dialog.session.tasks.busy)
    assert "ended" not in dialog.log
    dialog.fails = False
    dialog.count.click()
    assert not error(dialog).isVisible()
    qtbot.waitUntil(lambda: "ended" in dialog.log)


def test_an_error_is_plain_text_and_seen_whole(dialog: Counting) -> None:
    high = dialog.height()
    words = "<b>There is no room left.</b> " * 12
    dialog.say(words)
    assert error(dialog).textFormat() is Qt.TextFormat.PlainText
    assert dialog.height() > high
    QApplication.processEvents()
    assert error(dialog).height() >= error(dialog).heightForWidth(error(dialog).width())


def test_a_page_is_seen_whole_when_it_is_shown(dialog: Counting) -> None:
    scroll = scroll_of(dialog)
    assert not scroll.verticalScrollBar().isVisible()


def test_a_page_that_is_too_high_for_the_screen_is_scrolled(session: Session, host: QWidget, qtbot: QtBot) -> None:
    dialog = Counting(session, host)
    dialog.edit.setMinimumHeight(5000)
    dialog.open()
    assert dialog.height() <= dialog.screen().availableSize().height()
    qtbot.waitUntil(scroll_of(dialog).verticalScrollBar().isVisible)
    assert dialog.count.isVisible()
    dialog.close()


def test_buttons_rest_until_enough_is_chosen(dialog: Counting, qtbot: QtBot) -> None:
    dialog.set_ready(False)
    assert not dialog.count.isEnabled()
    dialog.set_ready(True)
    dialog.count.click()
    dialog.set_ready(True)
    assert not dialog.count.isEnabled(), "it works"
    qtbot.waitUntil(lambda: "ended" in dialog.log)
    assert dialog.count.isEnabled()


def test_a_result_leaves_only_closing(dialog: Counting) -> None:
    dialog.close_with_result(dialog.result)
    assert dialog.result.isVisible()
    assert not dialog.count.isVisible()
    assert cancel(dialog).text() == "Close"
    assert cancel(dialog).hasFocus()
