"""Asking for a newer version at once."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app import __version__
from app.desktop.session import Session
from app.desktop.update_dialog import UpdateDialog
from app.desktop.updates import Updates
from app.release import Release, UpdateError, UpdateTrouble

from .conftest import wait
from .publishing import NEWER, PUBLISHER, Answers, Deaf
from .seen import button

Open = Callable[..., UpdateDialog]


@pytest.fixture
def opened(session: Session, host: QWidget, qtbot: QtBot) -> Iterator[Open]:
    made: list[Updates] = []

    def opened(asked: Updates | None = None, *, ends: bool = True) -> UpdateDialog:
        made.append(asked or Updates(session, PUBLISHER))
        dialog = UpdateDialog(made[-1], host)
        dialog.open()
        if ends:
            qtbot.waitUntil(lambda: not dialog.findChild(QProgressBar).isVisible())
        return dialog

    yield opened
    for updates in made:
        wait(updates.close())


def words(dialog: UpdateDialog) -> str:
    return dialog.findChild(QLabel).text()


def buttons(dialog: UpdateDialog) -> set[str]:
    return {button.text().replace("&", "") for button in dialog.findChildren(QPushButton)}


def test_it_says_whom_it_asks_and_can_be_cancelled(session: Session, host: QWidget, opened: Open, qtbot: QtBot) -> None:
    deaf = Deaf()
    updates = Updates(session, deaf.publisher)
    dialog = opened(updates, ends=False)
    assert words(dialog) == "Asking 127.0.0.1…"
    assert buttons(dialog) == {"Cancel"}
    qtbot.waitUntil(lambda: deaf.asked == 1)
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: host.findChildren(UpdateDialog) == [] and not updates._tasks.busy, timeout=2000)
    deaf.close()


def test_a_newer_version_leads_to_its_page(opened: Open, answers: Answers, qtbot: QtBot) -> None:
    dialog = opened()
    assert words(dialog).startswith("There is a newer version, Whatsit 99.0.0.")
    assert buttons(dialog) == {"Close", "Open page…"}
    assert button(dialog, "Open page…").isDefault()
    with qtbot.waitSignal(dialog.page_wanted) as wanted:
        button(dialog, "Open page…").click()
    assert wanted.args == [NEWER.page]
    assert not dialog.isVisible()
    assert answers.asked == [PUBLISHER.update_address]


@pytest.mark.parametrize("version", [__version__, "0.0.1"])
def test_no_newer_version_offers_nothing(opened: Open, answers: Answers, version: str) -> None:
    answers.answer = Release(version, NEWER.page)
    dialog = opened()
    assert words(dialog) == f"There is no newer version. This is Whatsit {__version__}."
    assert buttons(dialog) == {"Close"}


def test_why_it_is_not_known_is_said(opened: Open, answers: Answers) -> None:
    answers.answer = UpdateError(UpdateTrouble.REFUSED, "<b>404</b>")
    dialog = opened()
    assert words(dialog).endswith("updates.example.org has no answer (<b>404</b>).")
    assert dialog.findChild(QLabel).textFormat() == Qt.TextFormat.PlainText
    assert buttons(dialog) == {"Close"}


@pytest.mark.usefixtures("caplog")  # it is logged
def test_something_unforeseen_is_said(opened: Open, answers: Answers) -> None:
    answers.answer = ZeroDivisionError("1/0")
    dialog = opened()
    assert words(dialog).startswith("Something went wrong inside Whatsit.")
    button(dialog, "Close").click()
    assert not dialog.isVisible()
