"""The worker, driven by this thread's own event loop: one step a turn, the most urgent job first."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

import app.inference.pipeline
from app.desktop.worker import Order, Rests, Worker
from app.images.budget import DecodeBudget
from app.steps import Advance, Ending, Job, JobEnd, ModelReady, Step, Trouble
from app.values import Failed, ImageRef, Reason, Stage

from .stub import StubPipeline


def order_of(job: Job, urgency: int = 0) -> Order:
    """As the window orders pictures to be answered."""
    stop = threading.Event()
    return Order(job.id, lambda engine: app.inference.pipeline.run(job, engine, stop), urgency, stop)


class Told:
    """A worker and the steps that it told."""

    def __init__(self) -> None:
        self.steps: list[Step] = []
        self.worker = Worker(DecodeBudget())
        self.worker.stepped.connect(self.steps.append)

    def submit(self, number: int, *names: str, urgency: int = 0) -> Order:
        order = order_of(Job(number, tuple(ImageRef(Path(name)) for name in names)), urgency)
        self.worker.submit(order)
        return order

    def ended(self, *numbers: int) -> Callable[[], bool]:
        return lambda: {step.job for step in self.steps if isinstance(step, JobEnd)} >= set(numbers)

    def outcomes(self, number: int) -> list[str]:
        advances = [step for step in self.steps if isinstance(step, Advance) and step.job == number]
        return [outcome.ref.path.name for step in advances for outcome in step.outcomes]

    def end(self, number: int) -> JobEnd:
        (end,) = [step for step in self.steps if isinstance(step, JobEnd) and step.job == number]
        return end


@pytest.fixture
def told(qapp: QApplication, pipeline: StubPipeline) -> Iterator[Told]:
    told = Told()
    yield told
    told.worker.clear()


def test_a_job_is_told_from_ready_to_end(told: Told, qtbot: QtBot) -> None:
    told.submit(1, "a", "bad", "c")
    qtbot.waitUntil(told.ended(1))
    assert isinstance(told.steps[0], ModelReady)
    assert told.outcomes(1) == ["a", "bad", "c"]
    assert (told.end(1).ending, told.end(1).classified, told.end(1).failed) == (Ending.COMPLETED, 2, 1)
    assert told.steps[-1] == told.end(1)


def test_the_most_urgent_job_goes_first(told: Told, pipeline: StubPipeline, qtbot: QtBot) -> None:
    told.submit(1, "slow1", "slow2", "slow3")
    told.submit(2, "urgent1", "urgent2", urgency=2)
    told.submit(3, "between", urgency=1)
    qtbot.waitUntil(told.ended(1, 2, 3))
    assert pipeline.answered == ["urgent1", "urgent2", "between", "slow1", "slow2", "slow3"]


def test_an_urgent_job_goes_between_the_steps_of_another(told: Told, pipeline: StubPipeline, qtbot: QtBot) -> None:
    told.submit(1, *(f"slow{number}" for number in range(5000)))
    qtbot.waitUntil(lambda: bool(pipeline.answered))
    told.submit(2, "urgent", urgency=1)
    qtbot.waitUntil(told.ended(1, 2))
    assert pipeline.answered.index("urgent") < 4999


def test_equally_urgent_jobs_keep_their_order(told: Told, pipeline: StubPipeline, qtbot: QtBot) -> None:
    told.submit(1, "a", "b")
    told.submit(2, "c")
    qtbot.waitUntil(told.ended(1, 2))
    assert pipeline.answered == ["a", "b", "c"]


def test_a_stopped_job_ends_quietly(told: Told, pipeline: StubPipeline, qtbot: QtBot) -> None:
    order = told.submit(1, *(f"{number}" for number in range(1000)))
    qtbot.waitUntil(lambda: bool(pipeline.answered))
    order.stop.set()
    qtbot.waitUntil(told.ended(1))
    assert told.end(1).ending is Ending.CANCELLED
    assert told.outcomes(1) == pipeline.answered


@pytest.mark.parametrize(
    ("error", "trouble"),
    [
        (ValueError("what"), Trouble.INTERNAL),
        (ImportError("no torch"), Trouble.LIBRARY_BROKEN),
        (OSError("libgomp.so.1: cannot open shared object file"), Trouble.LIBRARY_BROKEN),
    ],
)
def test_whatever_is_raised_ends_the_job_once(
    told: Told,
    pipeline: StubPipeline,
    qtbot: QtBot,
    caplog: pytest.LogCaptureFixture,
    error: Exception,
    trouble: Trouble,
) -> None:
    pipeline.raises, pipeline.fails_after = error, 1
    told.submit(1, "a", "b")
    qtbot.waitUntil(told.ended(1))
    assert told.outcomes(1) == ["a"]
    assert told.end(1).ending is Ending.FAILED
    assert told.end(1).error.trouble is trouble
    assert str(error) in told.end(1).error.detail
    assert "the worker could not do a job" in caplog.text


def test_the_job_after_a_broken_one_is_done(
    told: Told, pipeline: StubPipeline, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    pipeline.raises = ValueError("what")
    told.submit(1, "a")
    qtbot.waitUntil(told.ended(1))
    pipeline.raises = None
    told.submit(2, "b")
    qtbot.waitUntil(told.ended(2))
    assert told.end(2).ending is Ending.COMPLETED


def test_failures_of_the_folder_walk_come_back_as_they_are(told: Told, qtbot: QtBot) -> None:
    failed = Failed(ImageRef(Path("locked")), Stage.FIND, Reason.UNREADABLE)
    told.worker.submit(order_of(Job(1, (failed,))))
    qtbot.waitUntil(told.ended(1))
    assert [step.outcomes for step in told.steps if isinstance(step, Advance)] == [(failed,)]


def test_clearing_closes_the_generators_and_says_nothing_more(
    told: Told, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    closed: list[int] = []

    def endless(job: Job, _engine: object, _stop: threading.Event) -> Iterator[Step]:
        try:
            while True:
                yield Advance(job.id, (), 0, None)
        finally:
            closed.append(job.id)

    monkeypatch.setattr("app.inference.pipeline.run", endless)
    told.submit(1, "a")
    told.submit(2, "b")
    qtbot.waitUntil(lambda: bool(told.steps))
    told.worker.clear()
    before = len(told.steps)
    qtbot.wait(20)
    assert closed == [1]  # the second was never begun
    assert len(told.steps) == before


def test_what_cannot_be_given_up_keeps_nothing_else_from_it(
    told: Told, qtbot: QtBot, caplog: pytest.LogCaptureFixture
) -> None:
    closed: list[int] = []

    def stubborn(number: int) -> Iterator[object]:
        try:
            while True:
                yield Rests(number)
        finally:
            closed.append(number)
            raise OSError("it cannot be ended")

    for number in (1, 2):
        told.worker.submit(Order(number, lambda _engine, number=number: stubborn(number), 0, threading.Event()))
    qtbot.waitUntil(lambda: len(told.steps) == 2)
    with qtbot.waitSignal(told.worker.cleared):
        told.worker.clear()
    assert closed == [1, 2]
    assert caplog.text.count("a job could not be given up") == 2


def test_what_rests_does_nothing_before_it_is_woken(told: Told, pipeline: StubPipeline, qtbot: QtBot) -> None:
    def resting(_engine: object) -> Iterator[object]:
        yield Rests(1)
        pipeline.answered.append("woken")
        yield None
        yield JobEnd(1, Ending.COMPLETED, 0, 0, 0.0)

    told.worker.submit(Order(1, resting, 5, threading.Event()))
    told.submit(2, "other")
    qtbot.waitUntil(told.ended(2))
    assert pipeline.answered == ["other"]
    told.worker.wake(1)
    told.worker.wake(7)  # nobody of this name rests
    qtbot.waitUntil(told.ended(1))
    assert pipeline.answered == ["other", "woken"]
    assert None not in told.steps


def test_clearing_closes_what_rests(told: Told, qtbot: QtBot) -> None:
    closed: list[int] = []

    def resting(_engine: object) -> Iterator[object]:
        try:
            yield Rests(1)
        finally:
            closed.append(1)

    told.worker.submit(Order(1, resting, 0, threading.Event()))
    qtbot.waitUntil(lambda: told.steps == [Rests(1)])
    told.worker.clear()
    assert closed == [1]
