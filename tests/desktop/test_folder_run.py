"""What the window knows of a run."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from app.desktop.folder_run import FolderRun, RunState
from app.desktop.run_steps import Begun, Kept, Tally
from app.results.store import Run
from app.steps import Ending, JobEnd, JobError, Trouble


@pytest.fixture
def run(qapp: QApplication) -> FolderRun:
    run = FolderRun((Path("/photos"),), "photos", qapp)
    run.begin(7)
    return run


def test_its_states_follow_its_steps(run: FolderRun) -> None:
    states = [run.state]
    run.changed.connect(lambda: states.append(run.state))
    run.take(Begun(7, 3, "Summer"))
    run.take(Tally(7, 10, None))
    assert (run.number, run.name, run.share) == (3, "Summer", None)
    run.take(Tally(7, 10, 40, failed=2))
    assert (run.share, run.tally.failed) == (0.25, 2)
    run.take(JobEnd(7, Ending.CANCELLED, 10, 2, 1.0))
    assert states == [RunState.WAITING, RunState.WAITING, RunState.RUNNING, RunState.RUNNING, RunState.STOPPED]


@pytest.mark.parametrize(
    ("ending", "state"),
    [
        (Ending.COMPLETED, RunState.DONE),
        (Ending.CANCELLED, RunState.STOPPED),
        (Ending.FAILED, RunState.FAILED),
    ],
)
def test_every_ending_leaves_it_inactive(run: FolderRun, ending: Ending, state: RunState) -> None:
    error = JobError(Trouble.STORE_FULL) if ending is Ending.FAILED else None
    run.take(JobEnd(7, ending, 0, 0, 1.0, error))
    assert (run.state, run.error, run.is_active, run.job) == (state, error, False, 0)


def test_a_tally_that_comes_after_a_pause_does_not_wake_it(run: FolderRun) -> None:
    run.take(Tally(7, 1, 4))
    run.set_paused(True)
    run.take(Tally(7, 2, 4))
    assert (run.state, run.tally.done, run.pause.is_set()) == (RunState.PAUSED, 2, True)
    run.set_paused(False)
    run.take(Tally(7, 3, 4))
    assert (run.state, run.pause.is_set()) == (RunState.RUNNING, False)


def test_beginning_again_forgets_the_trouble(run: FolderRun) -> None:
    run.set_stopping()
    run.take(JobEnd(7, Ending.FAILED, 0, 0, 1.0, JobError(Trouble.STORE_FULL)))
    run.begin(8)
    assert (run.error, run.stop.is_set(), run.tally, run.state) == (None, False, Tally(8), RunState.WAITING)


def test_an_empty_run_that_is_done_is_all_done(run: FolderRun) -> None:
    run.take(JobEnd(7, Ending.COMPLETED, 0, 0, 1.0))
    assert run.share == 1.0


def test_a_former_run_shows_what_the_store_knows(qapp: QApplication) -> None:
    stored = Run(4, "Iceland\u202e", (Path("/a"), Path("/b")), "EfficientNet", "fp32", 1.0, None, 10, 2)
    run = FolderRun.of(stored, QObject())
    assert (run.number, run.name, run.state) == (4, r"Iceland\u202e", RunState.STOPPED)
    assert (run.tally.done, run.tally.total, run.tally.failed) == (12, None, 2)


def test_a_former_run_that_is_not_done_knows_how_far_it_came(qapp: QApplication) -> None:
    skipped = ((".txt", 3), ("hidden", 1))
    stored = Run(4, "Iceland", (Path("/a"),), "EfficientNet", "fp32", 1.0, None, 10, 2, 40, skipped)
    run = FolderRun.of(stored, qapp)
    assert (run.share, run.tally.skipped) == (0.3, skipped)
    run.count(replace(stored, classified=40))
    assert (run.share, run.tally.total) == (1.0, 42), "some are no longer there, which is known in the end"
    run.count(replace(stored, classified=0, failed=0, total=0))
    assert (run.share, run.tally.total) == (1.0, 0)


def test_rows_that_cannot_even_be_begun_again_leave_the_run_as_it_was(qapp: QApplication) -> None:
    stored = Run(4, "Iceland", (Path("/a"),), "EfficientNet", "fp32", 1.0, 2.0, 10, 2)
    run = FolderRun.of(stored, qapp)
    before = run.tally
    run.begin(8, is_again=True)
    run.take(JobEnd(8, Ending.FAILED, 0, 0, 1.0, JobError(Trouble.OTHER_METHOD)))
    assert (run.state, run.tally, run.error) == (RunState.DONE, before, JobError(Trouble.OTHER_METHOD))


def test_what_was_kept_of_an_earlier_time_says_nothing_of_this_one(qapp: QApplication) -> None:
    run = FolderRun.of(Run(4, "Iceland", (Path("/a"),), "EfficientNet", "fp32", 1.0, 2.0, 10, 2), qapp)
    run.begin(8, is_again=True)
    run.take(Kept(8, Run(4, "Iceland", (Path("/a"),), "EfficientNet", "fp32", 1.0, 2.0, 12, 0)))
    run.take(JobEnd(8, Ending.COMPLETED, 2, 0, 1.0))
    run.count(Run(4, "Iceland", (Path("/a"),), "EfficientNet", "fp32", 1.0, 2.0, 5, 0))  # rows were taken off
    run.begin(9, is_again=True)
    run.take(JobEnd(9, Ending.FAILED, 0, 0, 1.0, JobError(Trouble.STORE_BUSY)))
    assert run.tally.done == 5
