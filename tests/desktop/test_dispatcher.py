"""What the dispatcher keeps account of."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.dispatcher import Dispatcher, Progress
from app.desktop.workshop import Workshop
from app.images.budget import DecodeBudget
from app.settings import Settings
from app.steps import Advance, Ending, Job, JobEnd, JobError, Step, Trouble
from app.values import ImageRef

from .conftest import wait
from .stub import StubPipeline, classified


def refs(*names: str) -> tuple[ImageRef, ...]:
    return tuple(ImageRef(Path(name)) for name in names)


@pytest.fixture
def workshop(qapp: QApplication, pipeline: StubPipeline) -> Iterator[Workshop]:
    owner = QObject()
    yield (workshop := Workshop(DecodeBudget(), owner))
    pipeline.loading.open()
    pipeline.answering.open()
    wait([workshop.close()])


@pytest.fixture
def dispatcher(workshop: Workshop) -> Iterator[Dispatcher]:
    yield (dispatcher := Dispatcher(workshop, workshop))
    dispatcher.drop()


@pytest.fixture
def answered(dispatcher: Dispatcher) -> list[str]:
    names: list[str] = []
    dispatcher.answered.connect(lambda outcomes: names.extend(outcome.ref.path.name for outcome in outcomes))
    return names


def test_nothing_happens_before_the_start(dispatcher: Dispatcher, pipeline: StubPipeline, qtbot: QtBot) -> None:
    dispatcher.submit(refs("a"), Settings())
    qtbot.wait(20)
    assert pipeline.jobs == []
    assert dispatcher.progress == Progress(0, 1)


def test_progress_counts_pictures_and_returns_to_nothing(
    dispatcher: Dispatcher, workshop: Workshop, answered: list[str], qtbot: QtBot
) -> None:
    seen: list[Progress] = []
    dispatcher.progressed.connect(lambda: seen.append(dispatcher.progress))
    workshop.start()
    dispatcher.submit(refs("a", "b", "c"), Settings())
    qtbot.waitUntil(lambda: len(seen) > 1 and not dispatcher.progress.busy)
    assert answered == ["a", "b", "c"]
    assert seen[0] == Progress(0, 3)
    assert [each.done for each in seen[:-1]] == sorted(each.done for each in seen[:-1])
    assert {each.total for each in seen[:-1]} == {3}
    assert seen[-1] == Progress()


def test_progress_adds_up_over_jobs(
    dispatcher: Dispatcher, workshop: Workshop, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    workshop.start()
    dispatcher.submit(refs("a", "b"), Settings())
    dispatcher.submit(refs("c"), Settings())
    assert dispatcher.progress == Progress(0, 3)
    pipeline.answering.open()
    qtbot.waitUntil(lambda: dispatcher.progress == Progress())


def test_a_job_is_a_snapshot_of_the_settings(
    dispatcher: Dispatcher, workshop: Workshop, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    workshop.start()
    dispatcher.submit(refs("a"), Settings(device="cpu", precision="fp32", top_k=3, megapixels=7))
    qtbot.waitUntil(lambda: len(pipeline.jobs) == 1)
    (job,) = pipeline.jobs
    assert (job.device, job.precision, job.limits.pixels) == ("cpu", "fp32", 7_000_000)
    assert job.top_k == 20, "another top-k then needs no second run"


def test_late_steps_of_dropped_jobs_are_ignored(
    dispatcher: Dispatcher, workshop: Workshop, answered: list[str], qtbot: QtBot
) -> None:
    dispatcher.submit(refs("a", "b"), Settings())
    assert dispatcher.drop() == refs("a", "b")
    ref = refs("a")[0]
    workshop.stepped.emit(Advance(1, (classified(ref),), 1, 2))
    workshop.stepped.emit(JobEnd(1, Ending.FAILED, 0, 0, 0.0, JobError(Trouble.INTERNAL)))
    workshop.stepped.emit(Advance(99, (classified(ref),), 1, 2))
    qtbot.wait(10)
    assert answered == []
    assert dispatcher.progress == Progress()


def test_dropping_in_the_middle_returns_what_has_no_answer(
    dispatcher: Dispatcher, workshop: Workshop, pipeline: StubPipeline, answered: list[str], qtbot: QtBot
) -> None:
    workshop.start()
    dispatcher.submit(refs("a"), Settings())
    qtbot.waitUntil(lambda: answered == ["a"] and not dispatcher.progress.busy)
    pipeline.answering.close()
    dispatcher.submit(refs("b", "c"), Settings())
    dispatcher.submit(refs("d"), Settings(), urgency=1)
    qtbot.waitUntil(lambda: len(pipeline.jobs) > 1)
    assert set(dispatcher.drop()) == set(refs("b", "c", "d"))


def test_stopping_gives_up_the_rest(
    dispatcher: Dispatcher, workshop: Workshop, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    given_up: list[ImageRef] = []
    dispatcher.given_up.connect(given_up.extend)
    pipeline.answering.close()
    workshop.start()
    dispatcher.submit(refs("a", "b"), Settings())
    dispatcher.submit(refs("c"), Settings())
    qtbot.waitUntil(lambda: bool(pipeline.jobs))
    dispatcher.stop()
    assert dispatcher.progress.stopping
    qtbot.waitUntil(lambda: not dispatcher.progress.busy)
    assert set(given_up) == set(refs("a", "b", "c"))
    assert dispatcher.progress == Progress()


def test_a_failing_job_takes_the_others_with_it_and_is_told_once(
    dispatcher: Dispatcher, workshop: Workshop, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    failed: list[tuple[JobError, set[ImageRef]]] = []
    dispatcher.failed.connect(lambda error, refs: failed.append((error, set(refs))))
    pipeline.error = JobError(Trouble.WEIGHTS_DAMAGED, "builtin")
    pipeline.loading.close()
    workshop.start()
    dispatcher.submit((), Settings())
    dispatcher.submit(refs("a"), Settings(), urgency=1)
    dispatcher.submit(refs("b"), Settings(), urgency=2)
    pipeline.loading.open()
    qtbot.waitUntil(lambda: bool(failed))
    qtbot.wait(50)
    assert failed == [(pipeline.error, set(refs("a", "b")))]
    assert not dispatcher.progress.busy


def test_closing_joins_what_the_pipeline_started(
    dispatcher: Dispatcher, workshop: Workshop, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The generator is closed in the worker's thread before that ends, so decoding threads are joined there."""
    closed_in: list[int] = []

    def run(job: object, _engine: object, stop: threading.Event) -> Iterator[object]:
        try:
            while True:
                stop.wait(0.001)
                yield Advance(1, (), 0, None)
        finally:
            closed_in.append(threading.get_ident())

    monkeypatch.setattr("app.inference.pipeline.run", run)
    workshop.start()
    begun: list[object] = []
    workshop.stepped.connect(begun.append)
    dispatcher.submit(refs("a"), Settings())
    qtbot.waitUntil(lambda: bool(begun))
    thread = workshop.close()
    assert thread.wait(3000)
    assert len(closed_in) == 1
    assert closed_in[0] != threading.get_ident()


def test_answers_that_come_fast_are_told_together_and_none_is_lost(
    dispatcher: Dispatcher, workshop: Workshop, answered: list[str], qtbot: QtBot
) -> None:
    tellings: list[int] = []
    dispatcher.answered.connect(lambda outcomes: tellings.append(len(outcomes)))
    names = [f"{number}.png" for number in range(500)]
    workshop.start()
    dispatcher.submit(refs(*names), Settings())
    qtbot.waitUntil(lambda: len(answered) == 500 and not dispatcher.progress.busy)
    assert answered == names
    assert len(tellings) < 250


def test_no_answer_waits_for_the_next_picture(
    dispatcher: Dispatcher, workshop: Workshop, answered: list[str], monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """The thirtieth picture may take seconds to decode; the twenty-nine before it are told meanwhile."""
    slow = threading.Event()
    names = [f"{number}.png" for number in range(30)]

    def run(job: Job, _engine: object, _stop: threading.Event) -> Iterator[Step]:
        for place, ref in enumerate(job.refs):
            if place == 29:
                slow.wait(10)
            yield Advance(job.id, (classified(ref),), place + 1, 30)
        yield JobEnd(job.id, Ending.COMPLETED, 30, 0, 1.0)

    monkeypatch.setattr("app.inference.pipeline.run", run)
    workshop.start()
    dispatcher.submit(refs(*names), Settings())
    qtbot.waitUntil(lambda: answered == names[:29])
    slow.set()
    qtbot.waitUntil(lambda: answered == names)


def test_an_answer_that_was_forgotten_while_it_was_held_is_not_told(
    dispatcher: Dispatcher, workshop: Workshop, answered: list[str], qtbot: QtBot
) -> None:
    a, b, c = refs("a", "b", "c")
    dispatcher.submit((a, b, c), Settings())
    for place, ref in enumerate((a, b, c)):
        workshop.stepped.emit(Advance(1, (classified(ref),), place + 1, 3))
    dispatcher.forget([b])
    qtbot.waitUntil(lambda: answered == ["a", "c"])
