"""What the window is told of a run."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from app.desktop.run_steps import Begun, RunStep, StoreMoved, Tally, run_steps
from app.desktop.worker import Rests
from app.images.budget import DecodeBudget
from app.inference.engine import Engine
from app.paths import user_places
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Options, Origin
from app.results.sorting.work import carry_out
from app.results.store import Store
from app.steps import Ending, Job, JobEnd, Trouble
from app.values import Classified, ImageRef, Prediction, Stamp

from .stub import StubPipeline, small_picture


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "Iceland").mkdir()
    for name in ("a.png", "b.png", "bad.png", "c.png"):
        small_picture(tmp_path / "Iceland" / name)
    (tmp_path / "Iceland" / "notes.txt").write_text("none")
    return tmp_path / "Iceland"


@pytest.fixture
def stop() -> threading.Event:
    return threading.Event()


@pytest.fixture
def pause() -> threading.Event:
    return threading.Event()


Start = Callable[[], Iterator[RunStep | None]]


@pytest.fixture
def start(pipeline: StubPipeline, folder: Path, tmp_path: Path, stop: threading.Event, pause: threading.Event) -> Start:
    store = tmp_path / "results.sqlite"
    return lambda: run_steps(Job(7, ()), (folder,), store, Engine(DecodeBudget()), stop, pause)


def rows(tmp_path: Path, run: int = 1) -> list[str]:
    with Store(tmp_path / "results.sqlite") as store:
        return [outcome.ref.path.name for outcome in store.rows(run)]


def test_a_run_is_told_from_its_number_to_its_end(start: Start, tmp_path: Path) -> None:
    told = [step for step in start() if step is not None]
    assert told[0] == Begun(7, 1, "Iceland")
    assert told[-2] == Tally(7, 4, 4, failed=1, known=0, skipped=((".txt", 1),))
    assert isinstance(told[-1], JobEnd)
    assert (told[-1].ending, told[-1].classified, told[-1].failed) == (Ending.COMPLETED, 3, 1)
    assert rows(tmp_path) == ["a.png", "b.png", "bad.png", "c.png"]


def test_folders_that_pictures_were_sorted_into_are_passed_over(start: Start, folder: Path, tmp_path: Path) -> None:
    copied = small_picture(folder / "a.png")
    status = copied.stat()
    ref = ImageRef(copied, stamp=Stamp(status.st_size, status.st_mtime_ns))
    outcome = Classified(ref, 4, 3, "builtin", "cpu", "fp32", (Prediction(0, "cat", 0.9),))
    with Plan(Options(folder / "sorted"), (folder,), Origin(None, 1, "Iceland")) as plan:
        list(plan.look([outcome], threading.Event()))
        list(carry_out(plan, user_places().sorts, None, threading.Event()))
    assert (folder / "sorted" / "cat" / "a.png").exists()
    tallies = [step for step in start() if isinstance(step, Tally)]
    assert dict(tallies[-1].skipped) == {".txt": 1, "already sorted": 1}
    assert rows(tmp_path) == ["a.png", "b.png", "bad.png", "c.png"]


def test_numbers_are_told_now_and_then_and_the_last_one_always(start: Start, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.desktop.run_steps.TELL_EVERY", 1000.0)
    told = list(start())
    tallies = [step.done for step in told if isinstance(step, Tally)]
    assert tallies == [1, 4]
    assert told.count(None) >= 3, "the worker gets its turn at every picture"


def test_a_pause_keeps_what_was_told_and_goes_on_where_it_rested(
    start: Start, pause: threading.Event, pipeline: StubPipeline, tmp_path: Path
) -> None:
    steps = start()
    assert next(steps) == Begun(7, 1, "Iceland")
    while not pipeline.answered:
        next(steps)
    pause.set()
    rested = next(step for step in steps if isinstance(step, Rests))
    assert rested == Rests(7)
    assert rows(tmp_path) == pipeline.answered
    pause.clear()
    assert list(steps)[-1].ending is Ending.COMPLETED
    assert rows(tmp_path) == ["a.png", "b.png", "bad.png", "c.png"]
    assert pipeline.answered == rows(tmp_path), "nothing was done twice"


def test_who_goes_on_before_the_rest_has_begun_is_not_left_waiting(
    start: Start, pause: threading.Event, pipeline: StubPipeline
) -> None:
    steps = start()
    while not pipeline.answered:
        next(steps)
    pause.set()
    assert isinstance(next(steps), Tally)
    pause.clear()  # the worker hears that it is to wake the run, which does not rest yet
    rest = list(steps)
    assert not any(isinstance(step, Rests) for step in rest)
    assert rest[-1].ending is Ending.COMPLETED


def test_what_was_stopped_in_a_pause_ends(start: Start, pause: threading.Event, stop: threading.Event) -> None:
    steps = start()
    pause.set()
    next(step for step in steps if isinstance(step, Rests))
    stop.set()
    pause.clear()
    assert list(steps)[-1].ending is Ending.CANCELLED


def test_a_run_that_is_continued_tells_what_was_known(start: Start, stop: threading.Event) -> None:
    list(start())
    end = [step for step in start() if isinstance(step, Tally)][-1]
    assert (end.done, end.known, end.failed) == (4, 4, 1)


def test_a_name_that_a_person_gave_is_told(start: Start, stop: threading.Event, tmp_path: Path) -> None:
    stop.set()
    list(start())
    with Store(tmp_path / "results.sqlite") as store:
        store.rename(1, "Summer")
    stop.clear()
    assert next(start()) == Begun(7, 1, "Summer")


def test_a_damaged_store_is_moved_and_told(start: Start, tmp_path: Path) -> None:
    (tmp_path / "results.sqlite").write_bytes(b"no database at all" * 100)
    told = list(start())
    assert told[0] == StoreMoved(7, tmp_path / "results.sqlite.damaged-1")
    assert told[-1].ending is Ending.COMPLETED


def test_a_store_found_damaged_in_the_middle_stands_in_nobodys_way(start: Start, tmp_path: Path, folder: Path) -> None:
    for number in range(300):
        small_picture(folder / f"more{number}.png")
    list(start())
    store = tmp_path / "results.sqlite"
    content = bytearray(store.read_bytes())
    content[4096 * 3 :] = b"\xff" * (len(content) - 4096 * 3)
    store.write_bytes(content)
    told = list(start())
    moved = [step for step in told if isinstance(step, StoreMoved)]
    assert len(moved) == 1
    assert moved[0].path.exists()
    if told[-1].error:
        assert told[-1].error.trouble is Trouble.STORE_DAMAGED
        assert list(start())[-1].ending is Ending.COMPLETED, "the next one begins anew"


def test_a_store_that_cannot_be_opened_ends_in_trouble(start: Start, tmp_path: Path) -> None:
    (tmp_path / "results.sqlite").mkdir()
    (end,) = start()
    assert (end.ending, end.error.trouble) == (Ending.FAILED, Trouble.STORE_UNUSABLE)


def test_closing_in_the_middle_keeps_what_was_told(start: Start, pipeline: StubPipeline, tmp_path: Path) -> None:
    steps = start()
    while len(pipeline.answered) < 2:
        next(steps)
    steps.close()
    assert rows(tmp_path) == pipeline.answered
    assert not [thread for thread in threading.enumerate() if thread.name == "discovery"]
