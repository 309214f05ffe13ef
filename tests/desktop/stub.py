"""A pipeline that needs neither torch nor a model, and can be held at every step."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from PIL import Image

from app.models.builtin import builtin_model
from app.steps import Advance, BackedOff, Ending, Explained, HeatMap, Job, JobEnd, JobError, ModelReady, Step
from app.values import Classified, Device, DeviceState, Failed, ImageRef, Outcome, Prediction, Reason, Stage

CPU = Device("cpu", "CPU", DeviceState.USABLE)
PATIENCE = 10.0  # seconds after which a gate that a test forgot opens


class Gate:
    """Open unless a test closes it; whoever comes to a closed one waits."""

    def __init__(self) -> None:
        self._open = threading.Event()
        self._open.set()

    def close(self) -> None:
        self._open.clear()

    def open(self) -> None:
        self._open.set()

    @property
    def is_open(self) -> bool:
        return self._open.is_set()

    def pass_through(self, stop: threading.Event | None = None) -> None:
        for _ in range(round(PATIENCE / 0.005)):
            if self._open.wait(0.005) or (stop and stop.is_set()):
                return


@dataclass
class StubPipeline:
    """Answers "espresso" for every picture, fails those whose name holds "bad"; one picture a step.

    Attributes:
        jobs: what was asked, in the order in which it was begun.
        answered: the names of the pictures, in the order in which they were answered.
        loading: held, no network becomes ready.
        answering: held, no further picture is answered.
        rests_after: `answering` is held as soon as so many pictures are answered.
        probability: of "espresso".
        backs_off: what is told after the network is ready.
        error: ends the job after `fails_after` pictures.
        raises: is raised there instead. Both are read when a job begins.
    """

    jobs: list[Job] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    loading: Gate = field(default_factory=Gate)
    answering: Gate = field(default_factory=Gate)
    rests_after: int | None = None
    probability: float = 0.951
    backs_off: tuple[Device, int] | None = None
    error: JobError | None = None
    raises: Exception | None = None
    fails_after: int = 0

    def run(
        self,
        job: Job,
        _engine: object,
        stop: threading.Event,
        items: Iterable[ImageRef | Outcome | None] | None = None,
        _beginning: object = None,
    ) -> Iterator[Step]:
        self.jobs.append(job)
        error, raises = self.error, self.raises
        if stop.is_set():
            yield JobEnd(job.id, Ending.CANCELLED, 0, 0, 0.1)
            return
        self.loading.pass_through()
        yield ModelReady(job.id, builtin_model(), CPU, "fp32", (), 0.1)
        if self.backs_off:
            yield BackedOff(job.id, *self.backs_off)
        done = failed = 0
        is_complete = True
        for ref in job.refs if items is None else items:
            if ref is None:
                stop.wait(0.002)
                yield Advance(job.id, (), done, None)
                continue
            is_complete = False
            if done >= self.fails_after and (error or raises):
                break
            self.answering.pass_through(stop)
            if stop.is_set():
                break
            outcome = self.outcome(ref, job.model) if isinstance(ref, ImageRef) else ref
            if len(self.answered) + 1 == self.rests_after:
                self.answering.close()
            self.answered.append(outcome.ref.path.name)
            done, failed = done + 1, failed + isinstance(outcome, Failed)
            is_complete = True
            yield Advance(job.id, (outcome,), done, len(job.refs) if items is None else None)
        if raises:
            raise raises
        ending = Ending.FAILED if error else Ending.COMPLETED if is_complete else Ending.CANCELLED
        yield JobEnd(job.id, ending, done - failed, failed, 1.0, error)

    def outcome(self, ref: ImageRef, model: str = "builtin") -> Outcome:
        if "bad" in ref.path.name:
            return Failed(ref, Stage.DECODE, Reason.TRUNCATED, "it ends early")
        return classified(ref, self.probability, model)


@dataclass
class StubMaps:
    """Finds the left half of what a network of 4 by 4 pixels saw; nothing in pictures whose name holds "bad".

    Attributes:
        asked: the name of each picture, and the class; in the order in which they were begun.
        making: held, no map is made.
        relevance: of every map.
        error: ends the job instead.
        raises: is raised instead.
        is_stubborn: whether a map that is under way is made although it was stopped.
    """

    asked: list[tuple[str, int | None]] = field(default_factory=list)
    making: Gate = field(default_factory=Gate)
    relevance: bytes = bytes([255, 255, 0, 0]) * 4
    error: JobError | None = None
    raises: Exception | None = None
    is_stubborn: bool = False

    def explain(
        self, job: Job, index: int | None, _engine: object, stop: threading.Event
    ) -> Iterator[Explained | JobEnd | None]:
        (ref,) = job.refs
        self.asked.append((ref.path.name, index))
        self.making.pass_through(None if self.is_stubborn else stop)
        yield None
        if stop.is_set() and not self.is_stubborn:
            return
        if self.raises:
            raise self.raises
        if self.error:
            yield JobEnd(job.id, Ending.FAILED, 0, 0, 0.1, self.error)
        elif "bad" in ref.path.name:
            yield Explained(job.id, Failed(ref, Stage.DECODE, Reason.TRUNCATED))
        else:
            yield Explained(job.id, heat_map(ref, index or 0, self.relevance))


def heat_map(ref: ImageRef, index: int = 967, relevance: bytes = bytes([255, 255, 0, 0]) * 4) -> HeatMap:
    """Of a picture of 60 by 40 pixels, of which the middle was seen."""
    label = builtin_model().labels[index].name
    return HeatMap(ref, 60, 40, (10.0, 0.0, 50.0, 40.0), "builtin", index, label, 4, bytes(48), relevance)


def classified(ref: ImageRef, probability: float = 0.951, model: str = "builtin") -> Classified:
    """An answer of twenty classes, as the worker asks for: espresso first."""
    labels = builtin_model().labels
    others = [Prediction(place, labels[place].name, (1 - probability) / 2 ** (place + 1)) for place in range(19)]
    first = Prediction(967, labels[967].name, probability)
    return Classified(ref, 600, 400, model, "cpu", "fp32", (first, *others), 0.014)


def small_picture(path: Path, size: tuple[int, int] = (60, 40), colour: str = "#806040") -> Path:
    """A picture of one colour; the format follows from the name."""
    Image.new("RGB", size, colour).save(path, "PNG" if path.suffix not in (".jpg", ".png") else None)
    return path
