"""The runs of the window, on a stub pipeline and a real store."""

from __future__ import annotations

import shutil
import sqlite3
import threading
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from pytestqt.qtbot import QtBot

from app.desktop import run_wording
from app.desktop.folder_run import FolderRun, RunState
from app.desktop.intake import Files
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice, Offer
from app.desktop.runs import Runs
from app.desktop.session import Session
from app.images.budget import DecodeBudget
from app.images.sources import Discovery
from app.inference.engine import Engine
from app.results.query import Entries, Order, Query
from app.results.store import Store
from app.runs.request import Request, method_of
from app.runs.run import Run
from app.steps import Job, JobError, ModelReady, Trouble

from .conftest import in_state
from .stub import Gate, StubPipeline, small_picture

Folder = Callable[..., Path]


@pytest.fixture
def runs(running: Session) -> Runs:
    return running.runs


Flag = QItemSelectionModel.SelectionFlag


def kept(runs: Runs) -> list[tuple[str, bool, int]]:
    with Store(runs.store) as store:
        return [(run.name, run.ended is not None, run.classified + run.failed) for run in store.runs()]


def test_a_folder_is_done_and_kept(runs: Runs, folder: Folder, qtbot: QtBot) -> None:
    opened: list[int | None] = []
    runs.opened.connect(lambda: opened.append(runs.shown.number))
    runs.start((folder("Iceland", "a.png", "bad.png"),))
    run = runs.shown
    assert (run.name, run.state) == ("Iceland", RunState.WAITING)
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert (run.tally.done, run.tally.total, run.tally.failed, run.share) == (2, 2, 1, 1.0)
    assert opened == [None, 1], "told again once the run has its number"
    assert kept(runs) == [("Iceland", True, 2)]


def test_a_picture_dropped_in_the_middle_is_answered_at_once(
    runs: Runs, running: Session, halfway: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    many = folder("many", *(f"{number}.png" for number in range(20)))
    picture = small_picture(many.parent / "dropped.png")
    runs.start((many,))
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    running.take_in(Files((picture,)))
    qtbot.waitUntil(lambda: running.progress.busy)
    halfway.answering.open()
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    assert halfway.answered.index("dropped.png") <= 5, "after the one that was under way"


def test_pausing_rests_and_going_on_ends_it(runs: Runs, halfway: StubPipeline, folder: Folder, qtbot: QtBot) -> None:
    runs.start((folder("many", *(f"{number}.png" for number in range(20))),))
    run = runs.shown
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    runs.pause(run)
    assert run.state is RunState.PAUSED, "said at once"
    halfway.answering.open()
    qtbot.wait(50)
    rested = len(halfway.answered)
    assert rested < 20
    qtbot.wait(50)
    assert len(halfway.answered) == rested
    assert (run.state, run.tally.done) == (RunState.PAUSED, rested)
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert len(halfway.answered) == 20


@pytest.mark.parametrize("is_paused", [False, True])
def test_what_was_cancelled_is_kept_and_can_be_continued(
    runs: Runs, halfway: StubPipeline, folder: Folder, qtbot: QtBot, is_paused: bool
) -> None:
    runs.start((folder("many", *(f"{number}.png" for number in range(20))),))
    run = runs.shown
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    if is_paused:
        runs.pause(run)
        qtbot.wait(50)
    runs.cancel(run)
    assert run.state is RunState.STOPPING
    qtbot.waitUntil(in_state(run, RunState.STOPPED))
    done = len(halfway.answered)
    assert kept(runs) == [("many", False, done)]
    halfway.answering.open()
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert len(halfway.answered) == 20, "nothing was done twice"
    assert kept(runs) == [("many", True, 20)]


def test_the_same_folder_dropped_again_is_the_same_run(
    runs: Runs, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    many = folder("many", *(f"{number}.png" for number in range(50)))
    runs.start((many,))
    first = runs.shown
    runs.start((many,))
    assert runs.shown is first
    assert len(runs.active) == 1
    qtbot.waitUntil(in_state(first, RunState.DONE))
    runs.start((many,))
    assert runs.shown is first
    qtbot.waitUntil(in_state(first, RunState.DONE))
    assert first.tally.known == 50
    assert len(kept(runs)) == 2, "a finished run is left as it was"


def test_the_newest_run_goes_first_and_the_other_one_goes_on(
    runs: Runs, halfway: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    old = folder("old", *(f"old{number}.png" for number in range(20)))
    new = folder("new", *(f"new{number}.png" for number in range(5)))
    runs.start((old,))
    first = runs.shown
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    runs.start((new,))
    halfway.answering.open()
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    qtbot.waitUntil(in_state(first, RunState.DONE))
    assert halfway.answered.index("new4.png") < halfway.answered.index("old19.png")


def test_trouble_pauses_with_a_sentence_and_can_be_continued(
    runs: Runs,
    pipeline: StubPipeline,
    folder: Folder,
    notices: list[Notice],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    pipeline.error, pipeline.fails_after = JobError(Trouble.FOLDER_GONE, "/media/stick"), 2
    runs.start((folder("Iceland", "a.png", "b.png", "c.png"),))
    run = runs.shown
    qtbot.waitUntil(in_state(run, RunState.FAILED))
    assert "can no longer be reached" in notices[0].words
    assert "a run failed" in caplog.text
    pipeline.error = None
    runs.go_on(run)
    assert run.error is None
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert sorted(pipeline.answered) == ["a.png", "b.png", "c.png"]


def test_where_nothing_can_be_kept_results_last_until_the_end(
    runs: Runs,
    running: Session,
    folder: Folder,
    notices: list[Notice],
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
) -> None:
    qtbot.waitUntil(lambda: not running.tasks.busy)  # the store was looked at
    runs.store.parent.mkdir(parents=True, exist_ok=True)
    runs.store.mkdir()
    asked = runs.store
    runs.start((folder("Iceland", "a.png"),))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    assert runs.store != asked
    assert [notice.words for notice in notices] == [
        "Results cannot be kept in your data folder. They last until you quit."
    ]
    assert kept(runs) == [("Iceland", True, 1)]
    runs.remove_passing_store()
    assert not runs.store.parent.exists()


def test_a_former_run_is_opened_and_continued(runs: Runs, halfway: StubPipeline, folder: Folder, qtbot: QtBot) -> None:
    iceland = folder("Iceland", *(f"{number}.png" for number in range(10)))
    runs.start((iceland,))
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    runs.cancel(runs.shown)
    qtbot.waitUntil(in_state(runs.shown, RunState.STOPPED))
    runs.former.read(runs.store)
    qtbot.waitUntil(lambda: bool(runs.former.runs))
    (former,) = runs.former.runs
    done = len(halfway.answered)
    again = FolderRun.of(former, runs)
    assert (again.state, again.number, again.roots, again.tally.done) == (RunState.STOPPED, 1, (iceland,), done)
    same = runs.shown
    runs.open(former)
    assert runs.shown is same
    halfway.answering.open()
    runs.go_on(runs.shown)
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    assert kept(runs) == [("Iceland", True, 10)]


def opened_again(
    runs: Runs, pipeline: StubPipeline, folder: Folder, qtbot: QtBot, change: Callable[[Path], object] = bool
) -> FolderRun:
    """A run of another sitting that was stopped after two of three pictures, after a change to its folder."""
    iceland = folder("Iceland", "a.png", "b.png", "c.png")
    (iceland / "notes.txt").write_text("none")
    pipeline.error, pipeline.fails_after = JobError(Trouble.DEVICE_LOST, "cuda"), 2
    request = Request(Job(1, ()), (iceland,))
    with Store(runs.store) as store:
        run = Run(request, store, Engine(DecodeBudget()), threading.Event())
        for step in run.steps():
            if isinstance(step, ModelReady):
                qtbot.waitUntil(lambda: run._places.total is not None)
    pipeline.error = None
    change(iceland)
    runs.former.read(runs.store)
    qtbot.waitUntil(lambda: bool(runs.former.runs))
    runs.open(runs.former.runs[0])
    return runs.shown


def test_a_former_run_is_continued_with_its_own_model(
    runs: Runs, running: Session, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    run = opened_again(runs, pipeline, folder, qtbot)
    running.change_settings(replace(running.settings, model="another", megapixels=50))
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert kept(runs) == [("Iceland", True, 3)], "that run, and no new one"
    assert pipeline.jobs[-1].model == "builtin"


def test_rows_are_classified_again_with_the_model_of_their_run(
    runs: Runs, running: Session, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    runs.start((folder("Iceland", "bad.png"),))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    running.change_settings(replace(running.settings, model="another"))
    runs.retry_failed(runs.shown)
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    assert (runs.shown.error, pipeline.jobs[-1].model) == (None, "builtin")


@pytest.mark.usefixtures("caplog")
@pytest.mark.parametrize("change", ["model = 'gone'", "precision = 'fp4'", "model = model"])
def test_a_model_that_is_gone_is_said_and_a_new_run_offered(
    runs: Runs, pipeline: StubPipeline, folder: Folder, notices: list[Notice], qtbot: QtBot, change: str
) -> None:
    def older(_folder: Path) -> None:
        with closing(sqlite3.connect(runs.store)) as database, database:
            database.execute(f"update method set fingerprint = 'older', {change}")

    run = opened_again(runs, pipeline, folder, qtbot, older)
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.FAILED))
    notice = notices[-1]
    assert notice.words.startswith("“Iceland” was classified by a model that this Whatsit no longer has.")
    assert (notice.offer, notice.run) == (Offer.BEGIN_ANEW, 1)
    assert (run.tally.done, run.tally.total) == (2, 3), "what is kept can be exported still"
    assert kept(runs) == [("Iceland", False, 2)]
    runs.begin_anew(1)
    assert runs.shown is not run
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    assert kept(runs) == [("Iceland", True, 3), ("Iceland", False, 2)]
    newer = runs.shown
    runs.start(newer.roots)
    assert runs.shown is newer, "of two the newer"


@pytest.mark.usefixtures("caplog")
def test_a_folder_that_may_be_a_drive_that_is_away_is_gone_on_with_by_who_says_so(
    runs: Runs, pipeline: StubPipeline, folder: Folder, notices: list[Notice], qtbot: QtBot
) -> None:
    run = opened_again(runs, pipeline, folder, qtbot, shutil.rmtree)
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.FAILED))
    assert "continue all the same" in notices[-1].words
    assert (run.tally.done, run.tally.total) == (2, 3), "what is kept, though this time nothing was done"
    assert kept(runs) == [("Iceland", False, 2)]
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert kept(runs) == [("Iceland", True, 1)], "the folder itself, which is missing"


@pytest.mark.usefixtures("caplog")
def test_what_was_wrong_with_a_run_is_said_no_more_once_it_is_continued(
    window: MainWindow, session: Session, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    runs = session.runs
    pipeline.error = JobError(Trouble.DEVICE_LOST, "cuda")
    runs.start((folder("Iceland", "a.png"),))
    qtbot.waitUntil(window._notice.isVisible)
    pipeline.error = None
    runs.go_on(runs.shown)
    assert not window._notice.isVisible()
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))


@pytest.mark.usefixtures("caplog")
def test_what_was_wrong_with_a_run_is_said_no_more_once_it_is_forgotten(
    window: MainWindow, session: Session, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    runs = session.runs
    pipeline.error = JobError(Trouble.DEVICE_LOST, "cuda")
    runs.start((folder("Iceland", "a.png"),))
    qtbot.waitUntil(window._notice.isVisible)
    runs.forget(runs.shown.number)
    qtbot.waitUntil(lambda: window._notice.accessibleName() == run_wording.forgotten(1, is_all=True))
    window._notice.dismiss()
    assert window._notice._waiting == []


def test_a_run_that_is_opened_again_knows_its_total_and_what_was_skipped(
    runs: Runs, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    run = opened_again(runs, pipeline, folder, qtbot)
    assert (run.state, run.tally.done, run.tally.total) == (RunState.STOPPED, 2, 3)
    assert run.tally.skipped == ((".txt", 1),)
    assert run_wording.run_progress(run) == "Stopped at 2 of 3"
    assert run_wording.run_figures(run)[-1] == "1 other file skipped"
    assert run_wording.unfinished(runs.former.runs[0]) == (
        "“Iceland” is not finished: 2 of 3 pictures are classified so far."
    )


@pytest.mark.usefixtures("caplog")
def test_a_run_that_another_program_forgot_begins_anew_once_that_was_said(
    runs: Runs, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    run = opened_again(runs, pipeline, folder, qtbot)
    with Store(runs.store) as store:
        store.forget(1)
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.FAILED))
    assert run.error.trouble is Trouble.RUN_FORGOTTEN
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert kept(runs) == [("Iceland", True, 3)]


def test_renaming_holds_here_and_in_the_store(runs: Runs, folder: Folder, qtbot: QtBot) -> None:
    runs.start((folder("Iceland", "a.png"),))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    runs.rename(1, "Summer\n2026")
    assert runs.shown.name == r"Summer\n2026"
    qtbot.waitUntil(lambda: [run.name for run in runs.former.runs] == ["Summer\n2026"])
    assert kept(runs)[0][0] == "Summer\n2026"


def test_a_forgotten_run_is_shown_no_more_and_the_pictures_stay(
    runs: Runs, folder: Folder, notices: list[Notice], qtbot: QtBot
) -> None:
    iceland = folder("Iceland", "a.png")
    runs.start((iceland,))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    with qtbot.waitSignal(runs.former.changed):
        runs.former.read(runs.store)
    with qtbot.waitSignal(runs.former.forgotten):
        runs.forget_everything()
    assert runs.shown is None
    assert kept(runs) == []
    assert (iceland / "a.png").exists()
    assert notices[-1].words == "All results are forgotten. Your pictures are where they were."


def test_closing_in_the_middle_keeps_what_was_done(
    runs: Runs, running: Session, halfway: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    runs.start((folder("many", *(f"{number}.png" for number in range(10))),))
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    assert all(thread.wait(3000) for thread in running.close())
    assert kept(runs)[0][:2] == ("many", False)
    with Store(runs.store) as store:
        assert [outcome.ref.path.name for outcome in store.rows(1)] == halfway.answered


def test_what_the_last_sitting_left_undone_is_offered(
    session: Session, pipeline: StubPipeline, folder: Folder, notices: list[Notice], qtbot: QtBot
) -> None:
    iceland = folder("Iceland", "a.png", "b.png")
    with Store(session.runs.store) as store:
        request = Request(Job(1, ()), (iceland,))
        store.begin(request.key, request.name, request.roots, method_of("builtin", "cpu", "auto")).end(
            is_complete=False
        )
    session.start()
    qtbot.waitUntil(lambda: bool(notices))
    assert notices == [Notice("“Iceland” is not finished: 0 pictures are classified so far.", offer=Offer.GO_ON)]
    assert session.runs.shown is None, "nothing is done without being asked for"
    session.runs.go_on_unfinished()
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    assert kept(session.runs) == [("Iceland", True, 2)]


def test_the_offer_is_of_that_run_and_goes_once_it_is_seen(
    request: pytest.FixtureRequest, session: Session, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    with Store(session.runs.store) as store:
        left = Request(Job(1, ()), (folder("Iceland", "a.png"),))
        store.begin(left.key, left.name, left.roots, method_of("builtin", "cpu", "auto")).end(is_complete=False)
    window: MainWindow = request.getfixturevalue("window")  # its first painting begins the sitting
    qtbot.waitUntil(window._notice.isVisible)
    session.runs.start((folder("Wales", "a.png"),))
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    session.runs.former.read(session.runs.store)  # as the list of results does
    qtbot.waitUntil(lambda: len(session.runs.former.runs) == 2)
    assert window._notice.isVisible()
    session.runs.go_on_unfinished()
    assert session.runs.shown.name == "Iceland"
    assert not window._notice.isVisible()
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))


def test_a_run_that_is_begun_at_once_is_not_offered(
    session: Session, pipeline: StubPipeline, folder: Folder, notices: list[Notice], qtbot: QtBot
) -> None:
    session.runs.start((folder("Iceland", "a.png"),))
    session.start()
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    assert notices == []


def test_a_store_that_is_found_damaged_at_the_start_is_told_of(
    session: Session, notices: list[Notice], qtbot: QtBot
) -> None:
    session.runs.store.parent.mkdir(parents=True, exist_ok=True)
    session.runs.store.write_bytes(b"no database" * 1000)
    session.start()
    qtbot.waitUntil(lambda: bool(notices))
    assert "The results were damaged" in notices[0].words
    assert f"{session.runs.store.name}.damaged-1" in notices[0].words


def test_rows_taken_off_while_a_run_pauses_go_at_once(
    runs: Runs, halfway: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    runs.start((folder("many", *(f"{number}.png" for number in range(20))),))
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    runs.pause(runs.shown)
    halfway.answering.open()
    model = runs.rows.model
    qtbot.waitUntil(lambda: model.rowCount() == len(halfway.answered) and model.row(0) is not None)
    rows = model.rowCount()
    runs.rows.with_selection(runs.remove)
    qtbot.waitUntil(lambda: model.rowCount() == rows - 1)


def test_what_was_selected_is_taken_off_and_counted_whatever_is_selected_since(
    runs: Runs, folder: Folder, notices: list[Notice], qtbot: QtBot
) -> None:
    runs.start((folder("Iceland", "a.png", "b.png", "c.png"),))
    model, selection = runs.rows.model, runs.rows.selection
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    qtbot.waitUntil(lambda: model.rowCount() == 3 and not runs.rows.is_loading)
    for row in (0, 1):
        selection.select(model.index(row, 0), Flag.Select | Flag.Rows)
    runs.rows.with_selection(runs.remove)
    selection.clearSelection()
    qtbot.waitUntil(lambda: model.rowCount() == 1)
    assert notices[-1].words.startswith("2 pictures were taken off the list.")


def test_the_next_row_takes_the_place_of_one_taken_off(runs: Runs, folder: Folder, qtbot: QtBot) -> None:
    runs.start((folder("Iceland", *(f"{number}.png" for number in range(6))),))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    model, selection = runs.rows.model, runs.rows.selection
    qtbot.waitUntil(lambda: model.rowCount() == 6 and model.row(5) is not None)
    for row, rows in ((3, 5), (3, 4), (3, 3)):
        selection.setCurrentIndex(model.index(row, 0), Flag.ClearAndSelect | Flag.Rows)
        runs.rows.with_selection(runs.remove)
        qtbot.waitUntil(lambda rows=rows: model.rowCount() == rows)
        expected = min(row, rows - 1)
        assert (selection.currentIndex().row(), selection.ranges()) == (expected, (range(expected, expected + 1),))


def test_what_is_soon_undone_and_redone_can_be_undone_again(
    runs: Runs, running: Session, folder: Folder, qtbot: QtBot
) -> None:
    runs.start((folder("Iceland", "a.png", "b.png"),))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    runs.remove(Query(1, 0.0, entries=Entries.of((1, 2))))
    running.removals.undo()
    running.removals.redo()
    qtbot.waitUntil(lambda: kept(runs)[0][2] == 0 and not running.tasks.busy)
    running.removals.undo()
    qtbot.waitUntil(lambda: kept(runs)[0][2] == 2)


def test_what_was_taken_off_in_a_store_that_was_moved_aside_is_not_undone_in_the_next(
    runs: Runs, running: Session, folder: Folder, tmp_path: Path, qtbot: QtBot
) -> None:
    runs.start((folder("Iceland", "a.png", "b.png"),))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    runs.remove(Query(1, 0.0, entries=Entries.of((1,))))
    qtbot.waitUntil(lambda: kept(runs)[0][2] == 1 and not running.tasks.busy)
    runs.former.moved.emit(tmp_path / "results.sqlite.damaged-1")
    running.removals.undo()
    assert not running.tasks.busy
    assert not running.removals.canRedo()


def test_the_run_that_is_named_is_tried_again_and_not_the_one_that_is_shown(
    runs: Runs, pipeline: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    runs.start((folder("first", "bad.png"),))
    first = runs.shown
    qtbot.waitUntil(in_state(first, RunState.DONE))
    runs.start((folder("second", "bad2.png"),))
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    pipeline.answered.clear()
    runs.retry_failed(first)
    assert (first.is_active, runs.shown.is_active) == (True, False)
    qtbot.waitUntil(in_state(first, RunState.DONE))
    assert pipeline.answered == ["bad.png"]


def test_what_was_looked_at_stays_when_pictures_are_tried_again(runs: Runs, folder: Folder, qtbot: QtBot) -> None:
    runs.start((folder("Iceland", "a.png", "b.png", "c.png"),))
    run, rows = runs.shown, runs.rows
    qtbot.waitUntil(in_state(run, RunState.DONE))
    rows.set_order(Order.FOLDER, descending=True)
    qtbot.waitUntil(lambda: rows.model.rowCount() == 3 and not rows.is_loading)
    rows.selection.setCurrentIndex(rows.model.index(1, 0), Flag.NoUpdate)
    qtbot.waitUntil(lambda: rows.current is not None and rows.current.outcome.ref.path.name == "b.png")
    query = rows.query
    runs.retry(query)
    qtbot.waitUntil(lambda: run.job == 0)
    assert (run.state, rows.query) == (RunState.DONE, query)
    assert rows.selection.currentIndex().row() == 1


def test_filters_stay_when_a_run_is_continued(runs: Runs, halfway: StubPipeline, folder: Folder, qtbot: QtBot) -> None:
    runs.start((folder("many", *(f"{number}.png" for number in range(10))),))
    run, rows = runs.shown, runs.rows
    qtbot.waitUntil(lambda: len(halfway.answered) > 3)
    runs.cancel(run)
    qtbot.waitUntil(in_state(run, RunState.STOPPED))
    rows.set_text("many")
    halfway.answering.open()
    runs.go_on(run)
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert rows.query.text == "many"
    qtbot.waitUntil(lambda: rows.model.rowCount() == 10)


def test_a_picture_is_answered_while_a_slow_disk_is_still_looked_through(
    runs: Runs,
    running: Session,
    pipeline: StubPipeline,
    folder: Folder,
    pictures: Callable[..., list[Path]],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    disk = Gate()
    disk.close()
    real = Discovery.__iter__

    def slow(discovery: Discovery) -> Iterator[object]:
        for number, item in enumerate(real(discovery)):
            if number == 1:
                disk.pass_through()
            yield item

    monkeypatch.setattr(Discovery, "__iter__", slow)
    runs.start((folder("Iceland", "a.png", "b.png"),))
    qtbot.waitUntil(lambda: pipeline.answered == ["a.png"])
    running.take_in(Files(tuple(pictures("dropped.png"))))
    qtbot.waitUntil(lambda: pipeline.answered == ["a.png", "dropped.png"])
    runs.pause(runs.shown)
    runs.go_on(runs.shown)
    disk.open()
    qtbot.waitUntil(in_state(runs.shown, RunState.DONE))
    assert pipeline.answered == ["a.png", "dropped.png", "b.png"]
