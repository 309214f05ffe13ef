"""A run under changing queries, read from a real store by a real reader."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelection, QItemSelectionModel, QObject
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import row_selection
from app.desktop import run_view as run_view_module
from app.desktop.reader import Counted, Numbered, Reader, Show
from app.desktop.run_view import RunView
from app.results.database import StoreError, StoreTrouble
from app.results.query import Order, Query, State
from app.results.view import View

from .conftest import wait
from .results import LEAST, ROOT, RunMaker, Thumbnails, answered, broken
from .stub import Gate

Flag = QItemSelectionModel.SelectionFlag
FEW = [
    answered("a/1.jpg", "espresso", 0.9),
    answered("a/2.jpg", "cup", 0.2),
    answered("b/3.jpg", "cup", 0.8),
    broken("b/4.jpg"),
    answered("b/5.jpg", "espresso", 0.5),
]


@pytest.fixture(autouse=True)
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_view_module, "TYPING", 5)
    monkeypatch.setattr(run_view_module, "DRAGGING", 5)
    monkeypatch.setattr(run_view_module, "AGAIN", 0.0)


@pytest.fixture
def maker(tmp_path: Path) -> Iterator[RunMaker]:
    maker = RunMaker(tmp_path / "results.sqlite")
    yield maker
    maker.close()


@pytest.fixture
def run_view(qapp: QApplication) -> Iterator[RunView]:
    owner = QObject()
    thumbnails = Thumbnails()
    run_view = RunView(thumbnails, owner)
    yield run_view
    wait(run_view.close())


@pytest.fixture
def opened(run_view: RunView, maker: RunMaker, qtbot: QtBot) -> RunView:
    """With the five pictures of `FEW`, counted."""
    maker.add(*FEW)
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    qtbot.waitUntil(lambda: run_view.counts is not None)
    return run_view


def names(run_view: RunView) -> list[str | None]:
    rows = range(run_view.model.rowCount())
    return [row.outcome.ref.path.name[:-4] if (row := run_view.model.row(at)) else None for at in rows]


def shows(run_view: RunView, *expected: str) -> Callable[[], bool]:
    return lambda: not run_view.is_loading and names(run_view) == list(expected)


def select(run_view: RunView, *rows: int) -> None:
    model = run_view.model
    run_view.selection.setCurrentIndex(model.index(rows[0], 0), Flag.ClearAndSelect | Flag.Rows)
    for row in rows[1:]:
        run_view.selection.select(model.index(row, 0), Flag.Select | Flag.Rows)


def selected(run_view: RunView) -> list[str | None]:
    return [names(run_view)[row] for each in run_view.selection.ranges() for row in each]


def test_an_opened_run_shows_its_rows_and_counts(opened: RunView) -> None:
    assert names(opened) == ["1", "2", "3", "4", "5"]
    assert opened.counts.rows == 5
    assert opened.counts.states == {State.CLASSIFIED: 3, State.UNKNOWN: 1, State.FAILED: 1}
    assert opened.counts.classes == (("espresso", 2), ("cup", 1))
    assert not opened.is_loading
    assert not opened.is_filtered
    assert opened.error is None


def test_the_first_picture_is_current_and_told(opened: RunView) -> None:
    assert opened.current.outcome == FEW[0]
    assert selected(opened) == ["1"]


def test_another_current_picture_is_told_once(opened: RunView) -> None:
    told: list[object] = []
    opened.shown.connect(told.append)
    select(opened, 3)
    opened.model.dataChanged.emit(opened.model.index(0, 0), opened.model.index(4, 4))
    assert [row.outcome for row in told] == [FEW[3]]
    opened.selection.clearCurrentIndex()
    assert told[1:] == [None]


def test_what_is_chosen_among_the_first_rows_stays_so(
    run_view: RunView, maker: RunMaker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    gate, show = Gate(), View.show

    def held(view: View, *words: object) -> int | None:
        gate.pass_through()
        return show(view, *words)

    monkeypatch.setattr(View, "show", held)
    gate.close()
    maker.add(*FEW)
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    qtbot.waitUntil(lambda: run_view.model.rowCount() == 5)
    select(run_view, 3, 1)
    gate.open()
    qtbot.waitUntil(lambda: not run_view.is_loading)
    assert selected(run_view) == ["2", "4"]
    assert run_view.current.outcome == FEW[3]


def test_each_filter_leaves_rows_out_and_goes_again(opened: RunView, qtbot: QtBot) -> None:
    opened.choose("espresso", frozenset(State))
    qtbot.waitUntil(shows(opened, "1", "5"))
    assert opened.is_filtered
    opened.choose(None, frozenset(State))
    opened.set_states(frozenset({State.FAILED}))
    qtbot.waitUntil(shows(opened, "4"))
    opened.set_states(frozenset(State))
    opened.set_range(0.6, 1.0)
    qtbot.waitUntil(shows(opened, "1", "3"))
    opened.set_range(0.0, 1.0)
    opened.set_text("cup")
    qtbot.waitUntil(shows(opened, "3"))
    opened.clear_filters()
    qtbot.waitUntil(shows(opened, "1", "2", "3", "4", "5"))
    assert not opened.is_filtered


def test_a_class_and_a_state_that_exclude_each_other_do_not_meet(opened: RunView) -> None:
    opened.choose("cup", frozenset(State))
    assert (opened.query.label, opened.query.states) == ("cup", frozenset(State))
    opened.set_states(frozenset({State.UNKNOWN}))
    assert (opened.query.label, opened.query.states) == (None, frozenset({State.UNKNOWN}))


def test_sorting(opened: RunView, qtbot: QtBot) -> None:
    opened.set_order(Order.PROBABILITY, True)
    qtbot.waitUntil(shows(opened, "1", "3", "5", "2", "4"))
    assert not opened.is_filtered, "sorting leaves nothing out"


def test_another_least_probability_changes_rows_and_counts(opened: RunView, qtbot: QtBot) -> None:
    opened.choose("espresso", frozenset(State))
    qtbot.waitUntil(shows(opened, "1", "5"))
    opened.set_least_probability(0.6)
    qtbot.waitUntil(shows(opened, "1"))
    qtbot.waitUntil(lambda: opened.counts.states[State.UNKNOWN] == 2)


def test_the_last_of_many_queries_wins(opened: RunView, qtbot: QtBot) -> None:
    for text in ("e", "es", "cu", "cup"):
        opened.set_text(text)
        opened.set_least_probability(random.random())
    opened.set_least_probability(0.1)
    qtbot.waitUntil(shows(opened, "2", "3"))
    assert opened.query.text == "cup"


def test_a_query_that_is_the_same_is_not_asked_again(opened: RunView) -> None:
    changes: list[None] = []
    opened.changed.connect(lambda: changes.append(None))
    opened.set_text("")
    opened.choose(None, frozenset(State))
    opened.set_least_probability(LEAST)
    assert changes == []


def test_the_current_picture_stays_when_others_are_sorted_and_filtered(opened: RunView, qtbot: QtBot) -> None:
    told: list[object] = []
    select(opened, 2, 4)
    opened.shown.connect(told.append)
    opened.set_order(Order.PROBABILITY, False)
    qtbot.waitUntil(shows(opened, "2", "5", "3", "1", "4"))
    assert selected(opened) == ["3"]
    opened.set_text("cup")
    qtbot.waitUntil(shows(opened, "3"))
    assert selected(opened) == ["3"]
    assert told == [], "and the panel beside does not flicker"


def test_where_the_current_picture_is_left_out_the_first_one_is(opened: RunView, qtbot: QtBot) -> None:
    select(opened, 2)
    opened.choose("espresso", frozenset(State))
    qtbot.waitUntil(shows(opened, "1", "5"))
    assert selected(opened) == ["1"]
    assert opened.current.outcome == FEW[0]


def test_nothing_is_current_where_no_row_matches(opened: RunView, qtbot: QtBot) -> None:
    told: list[object] = []
    opened.shown.connect(told.append)
    opened.set_text("nowhere")
    qtbot.waitUntil(shows(opened))
    assert told == [None]
    assert opened.selected == 0


def test_a_run_that_goes_on_grows_at_its_end(opened: RunView, maker: RunMaker, qtbot: QtBot) -> None:
    placed: list[tuple[int, int]] = []
    opened.placed.connect(lambda old, new: placed.append((old, new)))
    select(opened, 1, 3)
    maker.add(answered("c/6.jpg"))
    opened.refresh()
    qtbot.waitUntil(shows(opened, "1", "2", "3", "4", "5", "6"))
    assert selected(opened) == ["2", "4"]
    assert placed == []
    qtbot.waitUntil(lambda: opened.counts.rows == 6)


def test_rows_that_come_between_move_selection_and_screen(opened: RunView, maker: RunMaker, qtbot: QtBot) -> None:
    placed: list[tuple[int, int]] = []
    opened.placed.connect(lambda old, new: placed.append((old, new)))
    opened.eye = lambda: range(2, 5)
    told: list[object] = []
    select(opened, 2, 4)
    opened.shown.connect(told.append)
    maker.add(answered("a/1a.jpg"), answered("b/4a.jpg"))
    opened.refresh()
    qtbot.waitUntil(shows(opened, "1", "1a", "2", "3", "4", "4a", "5"))
    assert selected(opened) == ["3", "5"]
    assert names(opened)[opened.selection.currentIndex().row()] == "3"
    assert placed == [(2, 3)]
    assert told == []


def test_long_stretches_are_followed_by_their_ends(
    opened: RunView, maker: RunMaker, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(row_selection, "EACH", 2)
    select(opened, 1, 2, 3)
    maker.add(answered("a/0.jpg"))
    opened.refresh()
    qtbot.waitUntil(shows(opened, "0", "1", "2", "3", "4", "5"))
    assert selected(opened) == ["2", "3", "4"]
    maker.add(answered("b/3a.jpg"))
    opened.refresh()
    qtbot.waitUntil(shows(opened, "0", "1", "2", "3", "3a", "4", "5"))
    assert selected(opened) == ["2"], "what came between was not selected, so nothing but the current one is"


def test_a_new_query_begins_at_the_top(opened: RunView, qtbot: QtBot) -> None:
    placed: list[tuple[int, int]] = []
    opened.placed.connect(lambda old, new: placed.append((old, new)))
    opened.eye = lambda: range(2, 5)
    opened.set_least_probability(0.25)
    qtbot.waitUntil(lambda: placed == [(2, 2)])
    opened.set_text("cup")
    qtbot.waitUntil(lambda: placed == [(2, 2), (-1, 0)])


def test_an_outcome_that_is_another_now_is_told(opened: RunView, maker: RunMaker, qtbot: QtBot) -> None:
    select(opened, 3)
    told: list[object] = []
    opened.shown.connect(told.append)
    maker.add(answered("b/4.jpg", "cup", 0.7))
    opened.refresh()
    qtbot.waitUntil(lambda: bool(told))
    assert told[0].outcome.predictions[0].label == "cup"


def test_an_empty_run_fills(run_view: RunView, maker: RunMaker, qtbot: QtBot) -> None:
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    qtbot.waitUntil(lambda: run_view.counts is not None)
    assert run_view.model.rowCount() == 0
    assert not run_view.is_filtered
    maker.add(*FEW[:2])
    run_view.refresh()
    qtbot.waitUntil(shows(run_view, "1", "2"))
    assert run_view.current.outcome == FEW[0]


def test_reading_again_rests_between(opened: RunView, maker: RunMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(run_view_module, "AGAIN", 60.0)
    for _ in range(3):
        opened.refresh()
    assert 50_000 < opened._again.remainingTime() <= 66_000


def test_the_first_rows_of_a_run_are_not_waited_for(
    opened: RunView, maker: RunMaker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(run_view_module, "AGAIN", 60.0)
    opened.set_text("nothing has this name")
    qtbot.waitUntil(lambda: not opened.model.rowCount() and not opened.is_loading)
    opened.refresh()
    assert opened._again.remainingTime() < 1000


def test_a_long_numbering_is_not_done_all_the_time(opened: RunView) -> None:
    opened._seconds = 6.0
    opened.refresh()
    assert 50_000 < opened._again.remainingTime() <= 66_000


def names_of(maker: RunMaker, query: Query) -> list[str]:
    with View(maker.path) as view:
        return [row.outcome.ref.path.name[:-4] for row in view.rows(query)]


@pytest.mark.parametrize("rows", [(4, 1, 2), (0, 1, 2, 3, 4)])
def test_what_is_selected_is_exactly_that_whatever_the_run_does(
    opened: RunView, maker: RunMaker, qtbot: QtBot, rows: tuple[int, ...]
) -> None:
    chosen: list[Query] = []
    select(opened, *rows)
    opened.with_selection(chosen.append)
    qtbot.waitUntil(lambda: bool(chosen))
    maker.add(answered("a/1a.jpg"), answered("b/4a.jpg"), answered("b/3.jpg", "espresso"))
    assert names_of(maker, chosen[0]) == [str(row + 1) for row in sorted(rows)]
    assert chosen[0].run == opened.query.run


def test_what_keeps_a_selection_from_being_read_is_told_where_it_was_wanted(
    opened: RunView, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    error = StoreError(StoreTrouble.BUSY, "results.sqlite")
    failed: list[StoreError] = []

    def refuse(*_: object) -> None:
        raise error

    monkeypatch.setattr(View, "entries", refuse)
    opened.with_selection(lambda _query: None, failed.append)
    qtbot.waitUntil(lambda: failed == [error])
    assert opened.error is None, "the rows on the screen are still good"
    with qtbot.waitSignal(opened.failed):
        opened.with_selection(lambda _query: None)
    assert opened.error is error


def test_who_waits_for_a_selection_hears_that_the_run_was_closed(opened: RunView) -> None:
    failed: list[StoreError] = []
    opened.with_selection(lambda _query: None, failed.append)
    opened.close_run()
    assert [error.trouble for error in failed] == [StoreTrouble.FORGOTTEN]


def test_rows_for_the_clipboard_are_no_more_than_wanted(opened: RunView, qtbot: QtBot) -> None:
    got: list[tuple] = []
    select(opened, 0, 1, 3, 4)
    opened.with_rows(got.append, most=3, top_k=2)
    qtbot.waitUntil(lambda: bool(got))
    assert [row.outcome.ref.path.name for row in got[0]] == ["1.jpg", "2.jpg", "4.jpg"]
    assert len(got[0][0].outcome.predictions) == 2


def test_a_selection_that_is_gone_is_not_acted_on(opened: RunView, qtbot: QtBot) -> None:
    chosen: list[Query] = []
    select(opened, 1, 2)
    opened.with_selection(chosen.append)
    opened.close_run()
    qtbot.wait(50)
    assert chosen == []


def test_so_many_classes_are_read_as_are_shown(opened: RunView, qtbot: QtBot) -> None:
    assert len(opened.current.outcome.predictions) == 5
    opened.set_top_k(2)
    qtbot.waitUntil(lambda: len(opened.current.outcome.predictions) == 2)
    assert names(opened) == ["1", "2", "3", "4", "5"]


def test_selected_ranges_do_not_overlap(opened: RunView) -> None:
    model, selection = opened.model, opened.selection
    selection.select(QItemSelection(model.index(3, 0), model.index(4, 4)), Flag.ClearAndSelect)
    selection.select(QItemSelection(model.index(0, 0), model.index(1, 4)), Flag.Select)
    selection.select(QItemSelection(model.index(1, 0), model.index(2, 4)), Flag.Select)
    assert opened.selection.ranges() == (range(5),)
    assert opened.selected == 5


def test_a_store_that_is_not_there_is_an_error_that_can_be_tried_again(
    run_view: RunView, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate = Gate()
    gate.close()
    monkeypatch.setattr(Reader, "_answer_rest", lambda _self: gate.pass_through())
    with qtbot.waitSignal(run_view.failed) as failed:
        run_view.open(tmp_path / "nowhere.sqlite", 1, (), LEAST)
    assert run_view.error is failed.args[0]
    assert run_view.error.trouble is StoreTrouble.UNUSABLE
    assert not run_view.is_loading
    maker = RunMaker(tmp_path / "nowhere.sqlite")
    maker.add(*FEW[:1])
    run_view.retry()
    qtbot.waitUntil(shows(run_view, "1"))
    assert run_view.error is None
    assert run_view._closed, "also while the thread that could not open it is still ending"
    gate.open()
    maker.close()


def test_a_closed_run_shows_nothing_and_another_can_be_opened(opened: RunView, maker: RunMaker, qtbot: QtBot) -> None:
    told: list[object] = []
    opened.shown.connect(told.append)
    opened.close_run()
    assert (opened.query, opened.counts, opened.model.rowCount()) == (None, None, 0)
    assert told == [None]
    opened.set_text("ignored")
    opened.refresh()
    opened.retry()
    assert opened.query is None
    opened.open(maker.path, maker.run, (ROOT,), LEAST)
    qtbot.waitUntil(shows(opened, "1", "2", "3", "4", "5"))
    qtbot.waitUntil(lambda: not opened._closed)


def test_what_is_on_its_way_when_a_run_is_closed_is_not_heard(
    run_view: RunView, maker: RunMaker, tmp_path: Path, qtbot: QtBot
) -> None:
    maker.add(*FEW)
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    reader = run_view._reader
    while reader._counts is None:  # this thread hears nothing meanwhile
        time.sleep(0.01)
    run_view.close_run()
    qtbot.wait(20)
    assert run_view.counts is None
    run_view.open(tmp_path / "nowhere.sqlite", 1, (), LEAST)
    run_view._reader.wait()
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    heard: list[object] = []
    run_view.failed.connect(heard.append)
    qtbot.waitUntil(shows(run_view, "1", "2", "3", "4", "5"))
    assert (heard, run_view.error) == ([], None)


def test_what_a_closed_run_still_has_to_say_is_not_heard(opened: RunView, maker: RunMaker, qtbot: QtBot) -> None:
    reader = opened._reader
    failed: list[object] = []
    opened.failed.connect(failed.append)
    opened.close_run()
    reader.failed.emit(StoreError(StoreTrouble.BUSY, "results.sqlite"))
    reader.counted.emit(Counted(opened._asked, None, 0.0))
    assert (opened.error, failed) == (None, [])
    qtbot.waitUntil(lambda: not opened._closed)


def test_a_numbering_that_nobody_wants_any_more_is_dropped(opened: RunView) -> None:
    late = Show(opened._asked - 1, Query(1, LEAST), 5)
    opened._reader.numbered.emit(Numbered(late, 0, {}, (), 0.0))
    assert names(opened) == ["1", "2", "3", "4", "5"]


def test_the_model_is_sound_through_it_all(run_view: RunView, maker: RunMaker, qtbot: QtBot) -> None:
    QAbstractItemModelTester(run_view.model, QAbstractItemModelTester.FailureReportingMode.Fatal, run_view)
    maker.add(*FEW)
    run_view.open(maker.path, maker.run, (ROOT,), LEAST)
    qtbot.waitUntil(shows(run_view, "1", "2", "3", "4", "5"))
    chance = random.Random(1)
    for number in range(20):
        maker.add(answered(f"{chance.choice('abc')}/{number + 10}.jpg", "cup", chance.random()))
        run_view.refresh()
        run_view.set_order(chance.choice(list(Order)), chance.random() < 0.5)
        run_view.set_text(chance.choice(("", "cup", "1")))
        run_view.set_least_probability(chance.random())
        select(run_view, 0)
        qtbot.wait(5)
    run_view.clear_filters()
    run_view.refresh()
    qtbot.waitUntil(lambda: run_view.model.rowCount() == 25)
    run_view.close_run()
