"""Which rows are chosen: all, those of the filters, or the selected ones."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QLabel, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.row_choice import RowChoice
from app.desktop.session import Session
from app.desktop.views import Views
from app.results.database import StoreError, StoreTrouble
from app.results.query import Order, State
from app.results.view import View

from .conftest import select


def offered(choice: RowChoice) -> list[str]:
    return [button.text().replace("&", "") for button in choice.findChildren(QRadioButton)]


def chosen(choice: RowChoice) -> str:
    return next(each.text() for each in choice.findChildren(QRadioButton) if each.isChecked()).replace("&", "")


def names(session: Session, choice: RowChoice) -> list[str]:
    with View(session.runs.store) as view:
        return [row.outcome.ref.path.name for row in view.rows(choice.query)]


@pytest.fixture
def filtered(session: Session, iceland: Path, qtbot: QtBot) -> Session:
    session.runs.rows.set_states(frozenset({State.CLASSIFIED}))
    qtbot.waitUntil(lambda: session.runs.rows.model.rowCount() == 3 and not session.runs.rows.is_loading)
    return session


def test_one_current_row_leaves_all_chosen(session: Session, iceland: Path, host: QWidget, qtbot: QtBot) -> None:
    choice = RowChoice(session, host)
    qtbot.waitUntil(lambda: offered(choice) == ["All pictures (4)", "The selected ones (1)"])
    assert chosen(choice) == "All pictures (4)"
    assert choice.number == 4
    assert names(session, choice) == ["a.png", "b.png", "bad.png", "c.png"]


def test_several_selected_rows_are_meant(
    session: Session, views: Views, iceland: Path, host: QWidget, qtbot: QtBot
) -> None:
    select(views, 0, 2)
    choice = RowChoice(session, host)
    assert choice.query is None, "their places are not read yet"
    qtbot.waitUntil(lambda: choice.query is not None)
    assert chosen(choice) == "The selected ones (2)"
    assert names(session, choice) == ["a.png", "bad.png"]


def test_all_rows_selected_are_all(session: Session, views: Views, iceland: Path, host: QWidget) -> None:
    views.folder.pane.table.selectAll()
    assert offered(RowChoice(session, host)) == ["All pictures (4)"]


def test_what_the_filters_choose_is_meant_and_all_are_counted(filtered: Session, host: QWidget, qtbot: QtBot) -> None:
    choice = RowChoice(filtered, host)
    qtbot.waitUntil(lambda: offered(choice)[0] == "All pictures (4)")
    assert chosen(choice) == "Those that the filters choose (3)"
    assert names(filtered, choice) == ["a.png", "b.png", "c.png"]
    choice.findChildren(QRadioButton)[0].setChecked(True)
    assert names(filtered, choice) == ["a.png", "b.png", "bad.png", "c.png"]


def test_filters_that_choose_nothing_cannot_be_meant(session: Session, iceland: Path, host: QWidget, qtbot: QtBot):
    rows = session.runs.rows
    rows.set_text("nothing is called so")
    qtbot.waitUntil(lambda: rows.model.rowCount() == 0 and not rows.is_loading)
    choice = RowChoice(session, host)
    assert chosen(choice).startswith("All pictures")
    assert not choice.findChildren(QRadioButton)[1].isEnabled()


def test_the_order_is_that_of_the_run(session: Session, views: Views, iceland: Path, host: QWidget, qtbot: QtBot):
    rows = session.runs.rows
    rows.set_order(Order.NAME, descending=True)
    qtbot.waitUntil(lambda: not rows.is_loading and rows.model.row(0).outcome.ref.path.name == "c.png")
    choice = RowChoice(session, host)
    assert names(session, choice) == ["a.png", "b.png", "bad.png", "c.png"]


def test_why_the_selected_ones_cannot_be_read_is_said_here(
    session: Session, views: Views, iceland: Path, host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise StoreError(StoreTrouble.BUSY, "results.sqlite")

    select(views, 0, 2)
    with monkeypatch.context() as patched:
        patched.setattr(View, "entries", refuse)
        choice = RowChoice(session, host)
        qtbot.waitUntil(lambda: bool(said(choice)))
        assert said(choice) == [
            "The selected ones could not be read: Another program holds the results for too long; try again"
            " (results.sqlite)."
        ]
        assert choice.query is None
    session.runs.rows.changed.emit()
    qtbot.waitUntil(lambda: choice.query is not None)
    assert said(choice) == []


def said(choice: RowChoice) -> list[str]:
    return [label.text() for label in choice.findChildren(QLabel) if not label.isHidden()]


def test_a_choice_that_is_gone_hears_nothing_more(session: Session, views: Views, iceland: Path, qtbot: QtBot) -> None:
    select(views, 0, 2)
    host = QWidget()
    choice = RowChoice(session, host)
    host.deleteLater()
    QCoreApplication.sendPostedEvents(host, QEvent.Type.DeferredDelete)
    told: list[object] = []
    session.runs.rows.with_selection(told.append)
    qtbot.waitUntil(lambda: bool(told))
    assert choice._selected is None
