"""A run does nothing twice, loses nothing, and ends in one way."""

from __future__ import annotations

import json
import os
import shutil
import threading
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import Image

from app.inference.engine import Engine
from app.results.database import StoreError, StoreTrouble
from app.results.journal import SLOT
from app.results.pen import Pen
from app.results.query import Entries, Order, Query
from app.results.rows import json_line
from app.results.store import Store
from app.runs.discovered import Discovered, Place
from app.runs.request import Again, Request
from app.runs.run import Run
from app.steps import Advance, Ending, Job, JobEnd, JobError, ModelReady, Step, Trouble
from app.values import Classified, Failed, ImageRef, Limits, Outcome, Reason, Stage

from .conftest import CountingPipeline

NAMES = ["a.png", "b2.png", "b10.png", "bad.png", "c.png"]
Start = Callable[..., Run]


@pytest.fixture
def stop() -> threading.Event:
    return threading.Event()


class Told(Run):
    """A run less the steps that only give others their turn, of which there are as many as it takes time."""

    def steps(self) -> Iterator[Step]:
        with closing(super().steps()) as steps:  # type: ignore[type-var]
            yield from (step for step in steps if not (isinstance(step, Advance) and not step.outcomes))


@pytest.fixture
def start(store: Store, folder: Path, stop: threading.Event) -> Start:
    def start(*roots: Path, keep: bool = True, **options: bool) -> Run:
        stop.clear()
        request = Request(Job(1, ()), roots or (folder,), **options)
        return Told(request, store if keep else None, Engine(), stop)

    return start


def outcomes(steps: list[Step]) -> list[Outcome]:
    return [outcome for step in steps if isinstance(step, Advance) for outcome in step.outcomes]


def names(steps: list[Step]) -> list[str]:
    return [outcome.ref.path.name for outcome in outcomes(steps)]


def end(steps: list[Step]) -> JobEnd:
    """The last step, which is the only end."""
    *others, last = steps
    assert isinstance(last, JobEnd)
    assert not any(isinstance(step, JobEnd) for step in others)
    return last


def kept(store: Store, run: Run) -> list[str]:
    assert run.number is not None
    return [json_line(outcome) for outcome in store.rows(run.number)]


def test_every_picture_is_told_and_kept_in_order(pipeline: CountingPipeline, start: Start, store: Store) -> None:
    run = start()
    steps = list(run.steps())
    assert names(steps) == NAMES
    assert (end(steps).ending, end(steps).classified, end(steps).failed) == (Ending.COMPLETED, 4, 1)
    assert [step.done for step in steps if isinstance(step, Advance)] == [1, 2, 3, 4, 5]
    assert [json.loads(line)["path"].rsplit("/", 1)[-1] for line in kept(store, run)] == NAMES
    assert kept(store, run) == [json_line(outcome) for outcome in outcomes(steps)]
    assert run.skipped == {".txt": 1}
    assert store.runs()[0].ended is not None


def test_running_again_asks_no_network_and_tells_the_same(pipeline: CountingPipeline, start: Start) -> None:
    first = list(start().steps())
    pipeline.answered.clear()
    run = start()
    second = list(run.steps())
    assert pipeline.answered == []
    assert not any(isinstance(step, ModelReady) for step in second)
    assert outcomes(second) == outcomes(first)
    assert (end(second).ending, end(second).classified, end(second).failed) == (Ending.COMPLETED, 4, 1)
    assert run.known == 5


def test_after_a_stop_nothing_is_done_again(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, store: Store
) -> None:
    pipeline.before_each = lambda name: stop.set() if name == "b10.png" else None
    stopped = start()
    steps = list(stopped.steps())
    assert end(steps).ending is Ending.CANCELLED
    assert names(steps) == ["a.png", "b2.png"]
    assert store.runs()[0].classified == 2
    pipeline.before_each = lambda _name: None
    continued = start()
    assert names(list(continued.steps())) == NAMES
    assert continued.number == stopped.number
    assert pipeline.answered == NAMES, "each was asked for once"
    assert len(store.runs()) == 1


def test_a_generator_that_is_closed_keeps_what_it_told(pipeline: CountingPipeline, start: Start, store: Store) -> None:
    run = start()
    steps = run.steps()
    told = [next(steps) for _ in range(4)]
    steps.close()  # type: ignore[attr-defined]
    assert names(told) == ["a.png", "b2.png"]
    assert len(kept(store, run)) == 2
    assert not [thread for thread in threading.enumerate() if thread.name == "discovery"]


def test_what_changed_is_done_again(pipeline: CountingPipeline, start: Start, folder: Path) -> None:
    list(start().steps())
    pipeline.answered.clear()
    os.utime(folder / "b2.png", ns=(1, 1))
    with (folder / "a.png").open("ab") as file:
        file.write(b"more")
    (folder / "new.png").write_bytes((folder / "b10.png").read_bytes())
    steps = list(start().steps())
    assert pipeline.answered == ["a.png", "b2.png", "new.png"]
    assert names(steps) == ["a.png", "b2.png", "b10.png", "bad.png", "new.png", "c.png"]


def test_fresh_takes_nothing_that_is_known(pipeline: CountingPipeline, start: Start, store: Store) -> None:
    list(start().steps())
    list(start(fresh=True).steps())
    assert pipeline.answered == NAMES * 2
    assert len(store.runs()) == 2


def test_only_failures_are_tried_again(pipeline: CountingPipeline, start: Start) -> None:
    list(start().steps())
    pipeline.answered.clear()
    assert names(list(start(retry_failed=True).steps())) == NAMES
    assert pipeline.answered == ["bad.png"]


def test_without_a_store_nothing_is_known(pipeline: CountingPipeline, start: Start, store: Store) -> None:
    for _ in range(2):
        run = start(keep=False)
        assert names(list(run.steps())) == NAMES
        assert run.number is None
    assert pipeline.answered == NAMES * 2
    assert store.runs() == []


def test_a_drive_that_is_taken_away_fails_no_picture(
    pipeline: CountingPipeline, start: Start, folder: Path, store: Store
) -> None:
    pipeline.before_each = lambda name: shutil.rmtree(folder) if name == "b10.png" else None
    away = start()
    steps = list(away.steps())
    error = end(steps).error
    assert error is not None
    assert (error.trouble, error.subject) == (Trouble.FOLDER_GONE, str(folder))
    assert names(steps) == ["a.png", "b2.png"]
    assert len(kept(store, away)) == 2
    assert store.runs()[0].ended is None


def test_a_picture_that_vanishes_is_one_failure(pipeline: CountingPipeline, start: Start, folder: Path) -> None:
    pipeline.before_each = lambda name: (folder / "b10.png").unlink() if name == "b10.png" else None
    steps = list(start().steps())
    assert names(steps) == NAMES
    assert (end(steps).classified, end(steps).failed) == (3, 2)


def test_a_job_that_fails_stays_unfinished(pipeline: CountingPipeline, start: Start, store: Store) -> None:
    pipeline.error = JobError(Trouble.DEVICE_LOST, "cuda:0")
    steps = list(start().steps())
    assert (end(steps).ending, end(steps).error) == (Ending.FAILED, pipeline.error)
    assert store.runs()[0].ended is None
    pipeline.error = None
    assert names(list(start().steps())) == NAMES
    assert pipeline.answered == NAMES


@pytest.mark.parametrize("call", ["known", "add", "end"])
def test_a_store_that_fails_ends_the_job_in_words(
    pipeline: CountingPipeline, start: Start, monkeypatch: pytest.MonkeyPatch, call: str
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError(StoreTrouble.FULL, "results.sqlite", "database or disk is full")

    monkeypatch.setattr(Pen, call, full)
    error = end(list(start().steps())).error
    assert error == JobError(Trouble.STORE_FULL, "results.sqlite", "database or disk is full")


def test_an_empty_folder_is_complete(pipeline: CountingPipeline, start: Start, tmp_path: Path) -> None:
    (tmp_path / "empty").mkdir()
    steps = list(start(tmp_path / "empty").steps())
    assert (len(steps), end(steps).ending) == (2, Ending.COMPLETED)


def test_several_folders_keep_their_order_and_share_nothing(
    pipeline: CountingPipeline, start: Start, folder: Path
) -> None:
    steps = list(start(folder / "sub", folder).steps())
    assert names(steps) == ["c.png", "a.png", "b2.png", "b10.png", "bad.png"]
    assert all(len(outcome.predictions) == 20 for outcome in outcomes(steps) if isinstance(outcome, Classified))


def test_the_same_call_goes_on_whatever_it_was(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, store: Store
) -> None:
    list(start().steps())
    for options in ({"fresh": True}, {"retry_failed": True}):
        pipeline.answered.clear()
        last = NAMES[-1] if "fresh" in options else "bad.png"
        pipeline.before_each = lambda name, last=last: stop.set() if name == last else None
        list(start(**options).steps())
        pipeline.before_each = lambda _name: None
        steps = list(start(**options).steps())
        assert end(steps).ending is Ending.COMPLETED
        assert pipeline.answered == (NAMES if "fresh" in options else ["bad.png"])
    assert all(run.ended for run in store.runs())


def test_a_smaller_limit_looks_at_large_pictures_again(
    pipeline: CountingPipeline, folder: Path, store: Store, stop: threading.Event
) -> None:
    for pixels, asked in ((1000, NAMES), (12, NAMES), (11, [])):
        pipeline.answered.clear()
        request = Request(Job(1, (), limits=Limits(pixels)), (folder,))
        list(Run(request, store, Engine(), stop).steps())
        if pixels == 12:
            assert pipeline.answered == []
        elif asked:
            assert pipeline.answered == asked
        else:
            assert pipeline.answered == NAMES[:3] + NAMES[4:]


@pytest.mark.parametrize("time", [10**10, -(10**10), 2**40])
def test_a_file_from_any_time_is_a_picture(pipeline: CountingPipeline, start: Start, folder: Path, time: int) -> None:
    try:
        os.utime(folder / "a.png", (time, time))
    except OSError:
        pytest.skip("this file system has no such time")
    assert names(list(start().steps())) == NAMES
    pipeline.answered.clear()
    assert names(list(start().steps())) == NAMES
    assert pipeline.answered == []


def stopped(pipeline: CountingPipeline, start: Start, stop: threading.Event, *roots: Path) -> Run:
    """A run that was stopped after two pictures, once all was looked through."""
    run = start(*roots)

    def before_each(name: str) -> None:
        if name == "b10.png":
            while run._places.total is None:
                stop.wait(0.001)
            stop.set()

    pipeline.before_each = before_each
    list(run.steps())
    pipeline.before_each = lambda _name: None
    return run


def trouble(run: Run) -> Trouble | None:
    error = end(list(run.steps())).error
    return error.trouble if error else None


@pytest.fixture
def mounted(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The folders where drives are mounted."""
    mounted: set[str] = set()
    monkeypatch.setattr(os.path, "ismount", lambda folder: str(folder) in mounted)
    return mounted


def test_a_place_that_is_empty_because_its_drive_is_away_is_not_a_complete_run(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, folder: Path, store: Store, mounted: set[str]
) -> None:
    mounted.add(str(folder))
    away = stopped(pipeline, start, stop)
    shutil.rmtree(folder)
    folder.mkdir()
    mounted.clear()
    assert trouble(start()) is Trouble.FOLDER_BARE
    assert len(kept(store, away)) == 2
    assert store.runs()[0].ended is None
    assert trouble(start(anyway=True)) is None, "a person knows better"
    assert kept(store, away) == []
    assert store.runs()[0].ended is not None


@pytest.mark.parametrize("is_drive", [False, True])
def test_a_folder_that_somebody_emptied_is_complete(
    pipeline: CountingPipeline,
    start: Start,
    stop: threading.Event,
    folder: Path,
    store: Store,
    mounted: set[str],
    is_drive: bool,
) -> None:
    if is_drive:
        mounted.add(str(folder))
    run = stopped(pipeline, start, stop)
    shutil.rmtree(folder)
    folder.mkdir()
    assert trouble(start()) is None
    assert kept(store, run) == []
    assert store.runs()[0].ended is not None


def test_a_folder_that_holds_other_files_is_there(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, folder: Path, store: Store, mounted: set[str]
) -> None:
    mounted.add(str(folder))
    run = stopped(pipeline, start, stop)
    for picture in folder.rglob("*.png"):
        picture.unlink()
    mounted.clear()
    assert trouble(start()) is None
    assert kept(store, run) == []


def test_a_folder_that_is_gone_takes_no_row_with_it(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, folder: Path, tmp_path: Path, store: Store
) -> None:
    (tmp_path / "more").mkdir()
    Image.new("RGB", (4, 3)).save(tmp_path / "more" / "d.png")
    away = stopped(pipeline, start, stop, folder, tmp_path / "more")
    shutil.rmtree(folder)
    assert trouble(start(folder, tmp_path / "more")) is Trouble.FOLDER_BARE
    assert len(kept(store, away)) == 2
    assert trouble(start(folder, tmp_path / "more", anyway=True)) is None
    assert [outcome.ref.path.name for outcome in store.rows(1)] == ["pictures", "d.png"]


def test_a_run_is_continued_by_its_number_whatever_was_asked_for(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, folder: Path, store: Store
) -> None:
    stopped(pipeline, start, stop)
    limits = Limits(1000)
    other = Run(Request(Job(1, (), limits=limits), (folder,)), store, Engine(), stop)
    stop.set()
    list(other.steps())
    stop.clear()
    run = Run(Request(Job(1, (), limits=limits), (folder,), run=1), store, Engine(), stop)
    assert names(list(run.steps())) == NAMES
    assert [(run.id, run.ended is not None) for run in store.runs()] == [(2, False), (1, True)]


def test_what_was_looked_through_is_kept_with_the_run(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, store: Store
) -> None:
    stopped(pipeline, start, stop)
    (run,) = store.runs()
    assert (run.classified + run.failed, run.total, run.skipped) == (2, 5, ((".txt", 1),))
    again = start()
    stop.set()
    list(again.steps())
    (run,) = store.runs()
    assert (run.total, run.skipped) == (5, ((".txt", 1),)), "who looked at less knows no better"


def test_rows_that_are_done_again_are_not_all_of_their_run(
    pipeline: CountingPipeline, start: Start, again: Callable[..., Run], store: Store
) -> None:
    first = start()
    list(first.steps())
    list(again(first, "a.png").steps())
    assert store.runs()[0].total == 5


def test_a_list_of_pictures_whose_folder_goes_is_not_all_missing(
    pipeline: CountingPipeline, start: Start, folder: Path
) -> None:
    pipeline.before_each = lambda name: shutil.rmtree(folder) if name == "b10.png" else None
    steps = list(start(*(folder / name for name in NAMES[:4])).steps())
    assert names(steps) == ["a.png", "b2.png"]
    error = end(steps).error
    assert error is not None
    assert error.trouble is Trouble.FOLDER_GONE


def test_a_list_of_pictures_that_never_were_is_all_missing(
    pipeline: CountingPipeline, start: Start, tmp_path: Path
) -> None:
    steps = list(start(*(tmp_path / "gone" / f"{number}.png" for number in range(30))).steps())
    assert (end(steps).ending, end(steps).failed) == (Ending.COMPLETED, 30)


def test_what_goes_up_behind_a_link_stays_as_it_is(
    pipeline: CountingPipeline, start: Start, folder: Path, tmp_path: Path, store: Store
) -> None:
    (tmp_path / "link").symlink_to(folder / "sub")
    run = start(tmp_path / "link" / "..")
    list(run.steps())
    assert all(Path(json.loads(line)["path"]).exists() for line in kept(store, run))


def test_a_stop_while_more_is_looked_for_completes_nothing(
    pipeline: CountingPipeline, start: Start, stop: threading.Event, folder: Path, store: Store
) -> None:
    list(start().steps())
    real = Discovered.__iter__

    def stopped(self: Discovered) -> Iterator[Place]:
        for number, place in enumerate(place for place in real(self) if place):
            if number == 3:
                stop.set()
                return
            yield place

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(Discovered, "__iter__", stopped)
        for options in ({}, {"fresh": True}):
            steps = list(start(**options).steps())
            assert (end(steps).ending, len(names(steps))) == (Ending.CANCELLED, 3)
    assert [run.ended is None for run in store.runs()] == [True, True, False]


def test_what_was_told_can_be_kept_at_once(pipeline: CountingPipeline, start: Start, store: Store) -> None:
    run = start()
    run.flush()
    steps = run.steps()
    for _ in range(4):
        next(steps)
    assert kept(store, run) == []
    run.flush()
    assert len(kept(store, run)) == 2
    list(steps)
    run.flush()
    assert len(kept(store, run)) == 5


def test_what_cannot_be_kept_at_once_is_told_by_the_next_step(
    pipeline: CountingPipeline, start: Start, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError(StoreTrouble.FULL, "results.sqlite", "database or disk is full")

    run = start()
    steps = run.steps()
    for _ in range(3):
        next(steps)
    monkeypatch.setattr(Pen, "flush", full)
    run.flush()
    error = end(list(steps)).error
    assert error is not None
    assert error.trouble is Trouble.STORE_FULL


@pytest.fixture
def trials(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The names of those that had a trial; what is called deadly is guilty."""
    names: list[str] = []

    def trial(ref: ImageRef, _job: Job, _stop: threading.Event) -> Generator[None, None, Failed | None]:
        names.append(ref.path.name)
        yield
        return Failed(ref, Stage.DECODE, Reason.CRASHED, "SIGSEGV") if "deadly" in ref.path.name else None

    monkeypatch.setattr("app.runs.run.trial", trial)
    return names


def suspect(store: Store, *paths: Path) -> Path:
    """The journal of a process that died while it decoded these."""
    assert store.path
    journal = store.path.with_name(f"{store.path.name}.decoding-0123abcd")
    names = [os.fsencode(path) for path in paths]
    journal.write_bytes(b"".join((len(name).to_bytes(4, "big") + name).ljust(SLOT, b"\0") for name in names))
    return journal


def test_suspects_have_a_trial_and_the_guilty_never_reach_the_pipeline(
    pipeline: CountingPipeline, start: Start, store: Store, folder: Path, trials: list[str]
) -> None:
    (folder / "a.png").rename(folder / "deadly.png")
    journal = suspect(store, folder / "deadly.png", folder / "b2.png")
    steps = list(start().steps())
    assert trials == ["b2.png", "deadly.png"]
    assert pipeline.answered == ["b2.png", "b10.png", "bad.png", "c.png"]
    assert [outcome.reason for outcome in outcomes(steps) if isinstance(outcome, Failed)] == [
        Reason.TRUNCATED,
        Reason.CRASHED,
    ]
    assert not journal.exists()
    list(start().steps())
    assert len(trials) == 2, "it is known"


def test_another_model_gives_it_a_trial_too(
    pipeline: CountingPipeline,
    start: Start,
    store: Store,
    folder: Path,
    trials: list[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    (folder / "a.png").rename(folder / "deadly.png")
    suspect(store, folder / "deadly.png")
    list(start().steps())
    monkeypatch.setattr("app.inference.arithmetic.Arithmetic.numerics", "another")
    list(start().steps())
    assert trials == ["deadly.png"] * 2
    assert "deadly.png" not in pipeline.answered
    os.utime(folder / "deadly.png", ns=(1, 1))
    list(start().steps())
    assert pipeline.answered[-1] == "deadly.png", "it changed"


def test_a_stop_during_a_trial_lets_no_suspect_into_the_process(
    start: Start, store: Store, folder: Path, stop: threading.Event, monkeypatch
) -> None:
    handed: list[str] = []

    def run(job: Job, _engine: object, _stop: object, items: Iterable[ImageRef | Outcome], _beginning: object):
        handed.extend(item.path.name for item in items if isinstance(item, ImageRef))
        yield JobEnd(job.id, Ending.CANCELLED, 0, 0, 1.0)

    def trial(*_: object) -> Iterator[None]:
        stop.set()
        yield

    monkeypatch.setattr("app.inference.pipeline.run", run)
    monkeypatch.setattr("app.runs.run.trial", trial)
    journal = suspect(store, folder / "b2.png")
    assert end(list(start().steps())).ending is Ending.CANCELLED
    assert handed == ["a.png"]
    assert journal.exists()


def test_a_verdict_that_never_reached_the_store_leaves_its_suspect(
    pipeline: CountingPipeline, start: Start, store: Store, folder: Path, trials: list[str], monkeypatch
) -> None:
    def full(*_: object, **__: object) -> None:
        raise StoreError(StoreTrouble.FULL, "results.sqlite", "database or disk is full")

    journal = suspect(store, folder / "a.png")
    monkeypatch.setattr(Pen, "end", full)
    list(start().steps())
    assert trials == ["a.png"]
    assert journal.exists()


def test_a_run_without_a_journal_goes_on(
    pipeline: CountingPipeline, start: Start, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def refused(*_: object) -> None:
        raise OSError(30, "Read-only file system")

    monkeypatch.setattr("app.results.journal.require_lock", refused)
    assert names(list(start().steps())) == NAMES
    assert "cannot be noted" in caplog.text


def chosen(store: Store, run: Run, *wanted: str) -> Query:
    """The rows of these pictures, whatever becomes of them; asked for the wrong way round."""
    query = Query(run.number or 0, 0.0, order=Order.NAME, descending=True)
    with closing(store.listed(query)) as listed:
        numbers = zip(listed.entries(0, listed.count), listed.rows(), strict=True)
        entries = Entries.of(number for number, row in numbers if row.outcome.ref.path.name in wanted)
    return replace(query, entries=entries)


@pytest.fixture
def again(store: Store, stop: threading.Event) -> Callable[..., Run]:
    def again(run: Run, *wanted: str) -> Run:
        return Told(Again(Job(2, ()), chosen(store, run, *wanted)), store, Engine(), stop)

    return again


@pytest.mark.parametrize("is_complete", [True, False])
def test_chosen_rows_are_classified_again_in_their_run(
    pipeline: CountingPipeline,
    start: Start,
    again: Callable[..., Run],
    store: Store,
    folder: Path,
    stop: threading.Event,
    is_complete: bool,
) -> None:
    pipeline.before_each = lambda name: stop.set() if name == "c.png" and not is_complete else None
    first = start()
    list(first.steps())
    before = kept(store, first)
    pipeline.answered.clear()
    stop.clear()
    (folder / "bad.png").rename(folder / "kept")
    (folder / "b2.png").rename(folder / "bad.png")
    (folder / "kept").rename(folder / "b2.png")
    retry = again(first, "bad.png", "b2.png")
    steps = list(retry.steps())
    assert pipeline.answered == ["b2.png", "bad.png"], "whatever is known"
    assert (end(steps).ending, end(steps).classified, end(steps).failed) == (Ending.COMPLETED, 1, 1)
    assert [step.total for step in steps if isinstance(step, Advance)] == [2, 2]
    assert retry.number == first.number
    (run,) = store.runs()
    assert (run.ended is not None) == is_complete
    assert (run.classified, run.failed) == ((4, 1) if is_complete else (3, 1))
    after = kept(store, first)
    assert [json.loads(line)["path"] for line in after] == [json.loads(line)["path"] for line in before]
    assert [old == new for old, new in zip(before, after, strict=True)].count(False) == 1, "b2 has another size"


def test_a_row_that_is_gone_does_not_come_back(
    pipeline: CountingPipeline, start: Start, again: Callable[..., Run], store: Store
) -> None:
    first = start()
    list(first.steps())
    retry = again(first, "a.png", "b2.png")

    def take_off(name: str) -> None:
        if name == "b2.png":
            (entry,) = chosen(store, first, "b2.png").entries or ()
            store._database.execute("delete from entry where id = ?", (entry,))

    pipeline.before_each = take_off
    assert names(list(retry.steps())) == ["a.png", "b2.png"]
    assert [json.loads(line)["path"].rsplit("/", 1)[-1] for line in kept(store, first)] == [
        "a.png",
        "b10.png",
        "bad.png",
        "c.png",
    ]


def test_a_run_that_was_forgotten_is_not_gone_on_with(
    pipeline: CountingPipeline, start: Start, again: Callable[..., Run], store: Store
) -> None:
    first = start()
    list(first.steps())
    retry = again(first, "a.png")
    store.forget(first.number or 0)
    error = end(list(retry.steps())).error
    assert error is not None
    assert error.trouble is Trouble.RUN_FORGOTTEN


@pytest.mark.parametrize("way", ["removed", "emptied"])
def test_a_drive_that_is_away_takes_no_answer_with_it(
    pipeline: CountingPipeline, start: Start, again: Callable[..., Run], store: Store, folder: Path, way: str
) -> None:
    first = start()
    list(first.steps())
    before = kept(store, first)
    shutil.rmtree(folder)
    if way == "emptied":
        folder.mkdir()
    error = end(list(again(first, "a.png", "c.png").steps())).error
    assert error is not None
    assert error.trouble is Trouble.FOLDER_GONE
    assert kept(store, first) == before


def test_a_picture_that_was_deleted_is_missing_when_it_is_tried_again(
    pipeline: CountingPipeline, start: Start, again: Callable[..., Run], store: Store, folder: Path
) -> None:
    first = start()
    list(first.steps())
    shutil.rmtree(folder / "sub")
    (outcome,) = outcomes(list(again(first, "c.png").steps()))
    assert isinstance(outcome, Failed)
    assert outcome.reason is Reason.MISSING


def test_suspects_have_their_trial_when_they_are_tried_again(
    pipeline: CountingPipeline, start: Start, again: Callable[..., Run], store: Store, folder: Path, trials: list[str]
) -> None:
    (folder / "a.png").rename(folder / "deadly.png")
    suspect(store, folder / "deadly.png")
    first = start()
    list(first.steps())
    list(again(first, "deadly.png", "b2.png").steps())
    assert trials == ["deadly.png"] * 2
    assert pipeline.answered.count("b2.png") == 2


def test_rows_of_another_model_are_not_classified_again(
    pipeline: CountingPipeline, start: Start, again: Callable[..., Run], store: Store, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = start()
    list(first.steps())
    before = kept(store, first)
    retry = again(first, "a.png")
    monkeypatch.setattr("app.inference.arithmetic.Arithmetic.numerics", "another")
    error = end(list(retry.steps())).error
    assert error is not None
    assert error.trouble is Trouble.OTHER_METHOD
    assert kept(store, first) == before
