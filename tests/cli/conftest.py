"""A pipeline that needs neither torch nor a model, for the tests of the command line."""

from __future__ import annotations

import signal
import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest

from app.models.builtin import builtin_model
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, JobError, ModelReady, Step
from app.values import Classified, Device, DeviceState, Failed, ImageRef, Outcome, Prediction, Reason, Stage

CPU = Device("cpu", "CPU", DeviceState.USABLE)
BROKEN_GPU = Device("cuda:0", "Old GPU", DeviceState.BROKEN, "no kernel\x1b[31m")
NO_MPS = Device("mps", "Apple MPS", DeviceState.NOT_FOUND)


@dataclass
class FakePipeline:
    """Answers "cat" for every picture, fails those whose name holds "bad"; one picture a step.

    Attributes:
        jobs: what was asked.
        error: ends the job after the first picture.
        before_each: called before each picture; may set `stop` or raise.
    """

    jobs: list[Job] = field(default_factory=list)
    error: JobError | None = None
    backs_off: bool = False
    before_each: Callable[[int], None] = lambda _done: None

    def run(
        self,
        job: Job,
        _engine: object,
        stop: threading.Event,
        items: Iterable[ImageRef | Outcome | None] | None = None,
        _beginning: object = None,
    ) -> Iterator[Step]:
        self.jobs.append(job)
        yield ModelReady(job.id, builtin_model(), CPU, "fp32", (BROKEN_GPU, NO_MPS), 0.1)
        if self.backs_off:
            yield BackedOff(job.id, CPU, 2)
        done = failed = 0
        is_over = True
        for ref in job.refs if items is None else items:
            if ref is None:
                stop.wait(0.002)
                continue
            self.before_each(done)
            if stop.is_set() or (self.error and done):
                is_over = False
                break
            outcome = answer(ref, job)
            done, failed = done + 1, failed + isinstance(outcome, Failed)
            yield Advance(job.id, (outcome,), done, None)
        ending = Ending.FAILED if self.error else Ending.COMPLETED if is_over else Ending.CANCELLED
        yield JobEnd(job.id, ending, done - failed, failed, 1.0, self.error)


def answer(ref: object, job: Job) -> Outcome:
    if isinstance(ref, Failed | Classified):
        return ref
    if "bad" in ref.path.name:  # type: ignore[attr-defined]
        return Failed(ref, Stage.DECODE, Reason.DAMAGED, "crc")  # type: ignore[arg-type]
    predictions = (Prediction(281, "tabby", 0.75), Prediction(282, "tiger cat", 0.125))[: job.top_k]
    return Classified(ref, 4, 3, job.model, "cpu", "fp32", predictions)  # type: ignore[arg-type]


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> FakePipeline:
    fake = FakePipeline()
    monkeypatch.setattr("app.inference.engine.import_torch", lambda: None)
    monkeypatch.setattr("app.inference.pipeline.run", fake.run)
    return fake


@pytest.fixture(autouse=True)
def no_log(monkeypatch: pytest.MonkeyPatch) -> None:
    """The user's own log file stays as it is."""
    monkeypatch.setattr("app.log.keep_log", lambda _path: None)


@pytest.fixture(autouse=True)
def signal_handlers() -> Iterator[None]:
    """A command that was interrupted leaves its signals ignored, as the process would be ending."""
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP)}
    yield
    for number, handler in before.items():
        signal.signal(number, handler)


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where the program runs: a folder with three pictures in name only."""
    folder = tmp_path / "here"
    folder.mkdir()
    for name in ("a.jpg", "b2.jpg", "b10.jpg"):
        (folder / name).write_bytes(b"\xff\xd8\xff" + name.encode())
    monkeypatch.chdir(folder)
    return folder
