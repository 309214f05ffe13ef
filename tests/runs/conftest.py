"""A folder of small real pictures, a pipeline without a model, and a store."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PIL import Image

from app.models.builtin import builtin_model
from app.results.store import Store
from app.steps import Advance, Ending, Job, JobEnd, JobError, ModelReady, Step
from app.values import Classified, Device, DeviceState, Failed, ImageRef, Outcome, Prediction, Reason, Stage

CPU = Device("cpu", "CPU", DeviceState.USABLE)


@dataclass
class CountingPipeline:
    """Answers by the size of the file; fails what is called bad or is not there; one picture a step.

    Attributes:
        answered: names of the pictures that were really classified.
        before_each: called before each picture; may set `stop`, remove files or raise.
        error: ends the job after the first picture.
    """

    answered: list[str] = field(default_factory=list)
    before_each: Callable[[str], None] = lambda _name: None
    error: JobError | None = None

    def run(
        self,
        job: Job,
        _engine: object,
        stop: threading.Event,
        items: Iterable[ImageRef | Outcome | None],
        _beginning: object = None,
    ) -> Iterator[Step]:
        yield ModelReady(job.id, builtin_model(), CPU, "fp32", (), 0.1)
        done, ending = 0, Ending.COMPLETED
        for item in items:
            if item is None:
                stop.wait(0.002)
                yield Advance(job.id, (), done, None)
                continue
            if isinstance(item, ImageRef):
                self.before_each(item.path.name)
            if stop.is_set():
                ending = Ending.CANCELLED
                break
            outcome = self.outcome(item, job)
            done += 1
            yield Advance(job.id, (outcome,), done, None)
            if self.error:
                ending = Ending.FAILED
                break
        yield JobEnd(job.id, ending, done, 0, 1.0, self.error)

    def outcome(self, item: ImageRef | Outcome, job: Job) -> Outcome:
        if not isinstance(item, ImageRef):
            return item
        self.answered.append(item.path.name)
        if not item.path.exists():
            return Failed(item, Stage.READ, Reason.MISSING)
        if "bad" in item.path.name:
            return Failed(item, Stage.DECODE, Reason.TRUNCATED, "it ends early")
        first = item.path.stat().st_size % 1000
        labels = builtin_model().labels
        indices = [first, *(number for number in range(job.top_k) if number != first)][: job.top_k]
        predictions = tuple(Prediction(each, labels[each].name, 0.5 / 2**rank) for rank, each in enumerate(indices))
        return Classified(item, 4, 3, job.model, "cpu", "fp32", predictions)


@pytest.fixture
def pipeline(monkeypatch: pytest.MonkeyPatch) -> CountingPipeline:
    counting = CountingPipeline()
    monkeypatch.setattr("app.inference.pipeline.run", counting.run)
    return counting


@pytest.fixture
def store(tmp_path: Path) -> Iterator[Store]:
    with Store(tmp_path / "store" / "results.sqlite") as store:
        yield store


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Pictures in two folders: a, b2, b10, bad; sub/c."""
    folder = tmp_path / "pictures"
    (folder / "sub").mkdir(parents=True)
    for number, name in enumerate(("a.png", "b2.png", "b10.png", "bad.png", "sub/c.png")):
        Image.new("RGB", (4 + number, 3), "#806040").save(folder / name)
    (folder / "notes.txt").write_text("text")
    return folder
