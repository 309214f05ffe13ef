"""The middle of the folder view, in each of its states."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import results_pane
from app.desktop.results_pane import ResultsPane
from app.desktop.run_view import RunView
from app.desktop.theme import Theme

from .conftest import wait
from .results import LEAST, ROOT, RunMaker, Thumbnails, answered


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[RunMaker]:
    maker = RunMaker(tmp_path / "results.sqlite")
    yield maker
    maker.close()


@pytest.fixture
def run_view(host: QWidget) -> Iterator[RunView]:
    thumbnails = Thumbnails()
    run_view = RunView(thumbnails, host)
    yield run_view
    wait(run_view.close())


@pytest.fixture
def pane(run_view: RunView, theme: Theme, host: QWidget) -> ResultsPane:
    pane = ResultsPane(run_view, theme, host)
    host.resize(900, 500)
    pane.setGeometry(0, 0, 900, 500)
    host.show()
    return pane


@pytest.fixture
def filled(pane: ResultsPane, run_view: RunView, maker: RunMaker, qtbot: QtBot) -> ResultsPane:
    maker.add(*(answered(f"{number}.jpg") for number in range(100)))
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    qtbot.waitUntil(lambda: run_view.counts is not None)
    return pane


def sentence(pane: ResultsPane) -> str:
    """What stands in place of the rows, or "" where they are seen."""
    seen = [label for label in pane.findChildren(QLabel) if label.isVisible() and not pane.bar.isAncestorOf(label)]
    return seen[0].text() if seen else ""


def act(pane: ResultsPane) -> QPushButton:
    (button,) = (each for each in pane.findChildren(QPushButton) if not pane.bar.isAncestorOf(each))
    return button


def test_rows_are_seen_in_the_table(filled: ResultsPane) -> None:
    assert filled.view is filled.table
    assert filled.table.isVisible()
    assert sentence(filled) == ""


def test_the_same_rows_and_selection_as_tiles(filled: ResultsPane, run_view: RunView, qtbot: QtBot) -> None:
    told: list[bool] = []
    filled.view_changed.connect(told.append)
    filled.table.selectRow(70)
    filled.table.scrollTo(run_view.model.index(70, 0))
    filled.show_grid(True)
    filled.show_grid(True)
    assert filled.view is filled.grid
    assert filled.grid.isVisible()
    assert 70 in filled.grid.rows_seen(), "what was looked at is still seen"
    assert filled.grid.currentIndex().row() == 70
    assert filled.grid.selectionModel() is filled.table.selectionModel()
    filled.show_grid(False)
    assert told == [True, False]


def test_the_keyboard_goes_with_the_rows(filled: ResultsPane, host: QWidget, qtbot: QtBot) -> None:
    host.activateWindow()
    filled.table.setFocus()
    qtbot.waitUntil(filled.table.hasFocus)
    filled.show_grid(True)
    qtbot.waitUntil(filled.grid.hasFocus)


def test_where_no_row_matches_filters_can_be_cleared(filled: ResultsPane, run_view: RunView, qtbot: QtBot) -> None:
    run_view.set_text("zebra")
    qtbot.waitUntil(lambda: sentence(filled) == "No picture matches.")
    assert act(filled).text() == "Clear filters"
    act(filled).click()
    qtbot.waitUntil(lambda: sentence(filled) == "")
    assert filled.table.isVisible()


def test_an_empty_run_says_so_and_offers_nothing(
    pane: ResultsPane, run_view: RunView, maker: RunMaker, qtbot: QtBot
) -> None:
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    qtbot.waitUntil(lambda: sentence(pane) == "No picture has been classified yet.")
    assert not act(pane).isVisible()


def test_what_cannot_be_read_can_be_tried_again(
    pane: ResultsPane, run_view: RunView, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "later.sqlite"
    run_view.open(path, 1, (ROOT,), LEAST)
    qtbot.waitUntil(lambda: "results cannot be" in sentence(pane))
    assert act(pane).text() == "Try again"
    maker = RunMaker(path)
    maker.add(answered("a.jpg"))
    act(pane).click()
    qtbot.waitUntil(lambda: sentence(pane) == "" and run_view.model.rowCount() == 1)
    maker.close()


def test_a_wait_is_shown_only_if_it_is_one(
    pane: ResultsPane, run_view: RunView, maker: RunMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    (busy,) = pane.findChildren(QProgressBar)
    high = pane.table.y()
    maker.add(answered("a.jpg"))
    monkeypatch.setattr(RunView, "is_loading", property(lambda _: True))
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    assert not busy.isVisible()
    assert sentence(pane) == ""
    pane._soon.timeout.emit()
    assert busy.isVisible()
    monkeypatch.undo()
    qtbot.waitUntil(lambda: run_view.model.rowCount() == 1 and not run_view.is_loading)
    run_view.changed.emit()
    assert not busy.isVisible()
    assert pane.table.y() == high, "room was kept"
    assert results_pane.BUSY_AFTER == 300


def test_a_run_under_way_scrolls_nothing_away(
    filled: ResultsPane, run_view: RunView, maker: RunMaker, qtbot: QtBot
) -> None:
    bar = filled.table.verticalScrollBar()
    high = filled.table.verticalHeader().defaultSectionSize()
    bar.setValue(40 * high + 5)
    seen = run_view.model.row(40).outcome
    maker.add(answered("5a.jpg"), answered("6a.jpg"))
    run_view.refresh()
    qtbot.waitUntil(lambda: run_view.model.rowCount() == 102, timeout=8000)
    assert bar.value() == 42 * high + 5
    assert run_view.model.row(42).outcome == seen
    qtbot.waitUntil(lambda: run_view.counts.rows == 102)


def test_a_new_search_begins_at_the_top(filled: ResultsPane, run_view: RunView, qtbot: QtBot) -> None:
    filled.show_grid(True)
    filled.grid.verticalScrollBar().setValue(500)
    run_view.set_text("jpg")
    qtbot.waitUntil(lambda: not run_view.is_loading and filled.grid.verticalScrollBar().value() == 0)
