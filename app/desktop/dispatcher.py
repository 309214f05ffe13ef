"""Sends jobs to the worker and keeps account of them."""

from __future__ import annotations

import threading
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from app.desktop.worker import Order
from app.desktop.workshop import Workshop
from app.settings import TOP_K_MOST, Settings
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, ModelReady, Step
from app.values import ImageRef, Outcome

if TYPE_CHECKING:
    from app.inference.engine import Engine

TELL_EVERY = 50  # milliseconds: what comes faster than 20 times a second is told together


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the work has come since the window was last idle.

    Attributes:
        done, total: pictures.
        stopping: a stop was asked for and is not complete yet.
    """

    done: int = 0
    total: int = 0
    stopping: bool = False

    @property
    def busy(self) -> bool:
        """Whether pictures are still to be answered."""
        return self.done < self.total


class Dispatcher(QObject):
    """Has pictures answered; knows which jobs are under way and drops late steps of old ones.

    Signals:
        ready(object): a `ModelReady`; the network is loaded and warm.
        backed_off(object): a `BackedOff`; the device ran out of memory and the job goes on with less.
        answered(tuple): outcomes, in order.
        given_up(tuple): pictures that a stopped job left unanswered.
        failed(object, tuple): a `JobError`, and the pictures that are left unanswered; no job goes on.
        progressed(): `progress` changed.
    """

    ready = Signal(object)
    backed_off = Signal(object)
    answered = Signal(object)
    given_up = Signal(object)
    failed = Signal(object, object)
    progressed = Signal()

    def __init__(self, workshop: Workshop, parent: QObject) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self._workshop = workshop
        self._done = 0
        self._open: dict[int, tuple[Job, threading.Event, set[ImageRef]]] = {}
        self._held: list[Advance] = []
        self._rest = QTimer(self, singleShot=True, interval=TELL_EVERY)
        self._rest.timeout.connect(self._tell_held)
        workshop.stepped.connect(self._on_stepped)

    def submit(self, pictures: Iterable[ImageRef], settings: Settings, urgency: int = 0) -> None:
        """Have these pictures answered; with none, only the network is loaded."""
        refs = tuple(dict.fromkeys(pictures))
        waiting = set(refs)
        self.forget(waiting)
        job = Job(
            self._workshop.next_number(),
            refs,
            model=settings.model,
            device=settings.device,
            precision=settings.precision,
            top_k=TOP_K_MOST,
            limits=settings.limits,
        )
        stop = threading.Event()
        self._open[job.id] = (job, stop, waiting)
        self._tell_progress()
        self._workshop.order(Order(job.id, lambda engine: _steps(job, engine, stop), urgency, stop))

    def forget(self, refs: Iterable[ImageRef]) -> None:
        """Late answers for these count no more; a job of which nobody waits for anything is stopped."""
        gone = set(refs)
        for job, stop, waiting in self._open.values():
            waiting.difference_update(gone)
            if job.refs and not waiting:
                stop.set()
        self._tell_progress()

    def stop(self) -> None:
        """Stop answering; the pictures not answered yet are given up, and a network being loaded is still wanted."""
        for job, stop, _ in self._open.values():
            if job.refs:
                stop.set()
        self._tell_progress()

    def drop(self) -> tuple[ImageRef, ...]:
        """Forget all jobs at once and return what they have not answered; their late steps are ignored."""
        unanswered = tuple(ref for job, _, waiting in self._open.values() for ref in job.refs if ref in waiting)
        for _, stop, _ in self._open.values():
            stop.set()
        self._open.clear()
        self._tell_progress()
        return unanswered

    def _on_stepped(self, step: Step) -> None:
        if step.job not in self._open:
            return
        if isinstance(step, Advance):
            self._held.append(step)
            if not self._rest.isActive():
                self._tell_held()
            return
        self._tell_held()
        match step:
            case ModelReady():
                self.ready.emit(step)
            case BackedOff():
                self.backed_off.emit(step)
            case JobEnd():
                self._on_end(step)

    def _tell_held(self) -> None:
        """Tell what has come, and let the window do other things before more is told."""
        held, self._held = self._held, []
        wanted = tuple(outcome for step in held for outcome in step.outcomes if self._settle(step.job, outcome))
        if wanted:
            self._rest.start()
            self._done += len(wanted)
            self.answered.emit(wanted)
            self._tell_progress()

    def _settle(self, job: int, outcome: Outcome) -> bool:
        """Wait for this outcome no more; false when nobody did."""
        waiting = self._open[job][2] if job in self._open else set()
        is_awaited = outcome.ref in waiting
        waiting.discard(outcome.ref)
        return is_awaited

    def _on_end(self, step: JobEnd) -> None:
        job, _, waiting = self._open.pop(step.job)
        unanswered = tuple(ref for ref in job.refs if ref in waiting)
        if step.ending is Ending.FAILED:
            self.failed.emit(step.error, (*unanswered, *self.drop()))
            return
        if unanswered:
            self.given_up.emit(unanswered)
        self._tell_progress()

    def _tell_progress(self) -> None:
        waiting = sum(len(waiting) for _, _, waiting in self._open.values())
        self._done = self._done if waiting else 0
        stopping = any(waiting and stop.is_set() for _, stop, waiting in self._open.values())
        progress = Progress(self._done, self._done + waiting, stopping)
        if progress != self.progress:
            self.progress = progress
            self.progressed.emit()


def _steps(job: Job, engine: Engine, stop: threading.Event) -> Iterator[Step]:
    """In the worker's thread, where an import may take its time."""
    from app.inference.pipeline import run

    return run(job, engine, stop)
