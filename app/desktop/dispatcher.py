"""Sends jobs to the worker and keeps account of them."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, QTimer, Signal

from app.desktop.worker import Order, Worker
from app.images.budget import DecodeBudget
from app.settings import TOP_K_MOST, Settings
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, ModelReady, Step
from app.values import Failed, ImageRef, Outcome

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
    """Owns the worker and its thread; knows which jobs are under way and drops late steps of old ones.

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
    _ordered = Signal(object)
    _cleared = Signal()

    def __init__(self, budget: DecodeBudget, parent: QObject) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self._ids = itertools.count(1)
        self._done = 0
        self._open: dict[int, tuple[Order, dict[ImageRef, ImageRef | Failed]]] = {}
        self._held: list[Advance] = []
        self._rest = QTimer(self, singleShot=True, interval=TELL_EVERY)
        self._rest.timeout.connect(self._tell_held)
        self._thread = QThread(self)
        self._thread.setObjectName("worker")
        self._worker = Worker(budget)
        self._worker.moveToThread(self._thread)
        self._ordered.connect(self._worker.submit)
        self._cleared.connect(self._worker.clear)
        self._worker.stepped.connect(self._on_stepped)
        # Quitting from here could end the thread before the worker has joined what its jobs started.
        self._worker.cleared.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Start the worker's thread; jobs submitted before wait until then."""
        self._thread.start()

    def submit(self, items: Iterable[ImageRef | Failed], settings: Settings, urgency: int = 0) -> None:
        """Have these pictures answered; with none, only the network is loaded."""
        refs = tuple(items)
        waiting = {_ref(item): item for item in refs}
        self.forget(waiting)
        job = Job(
            next(self._ids),
            refs,
            model=settings.model,
            device=settings.device,
            precision=settings.precision,
            top_k=TOP_K_MOST,
            limits=settings.limits,
        )
        order = Order(job, urgency, threading.Event())
        self._open[job.id] = (order, waiting)
        self._tell_progress()
        self._ordered.emit(order)

    def forget(self, refs: Iterable[ImageRef]) -> None:
        """Late answers for these count no more; a job of which nobody waits for anything is stopped."""
        gone = set(refs)
        for order, waiting in self._open.values():
            for ref in gone & waiting.keys():
                del waiting[ref]
            if order.job.refs and not waiting:
                order.stop.set()
        self._tell_progress()

    def stop(self) -> None:
        """Stop answering; the pictures not answered yet are given up, and a network being loaded is still wanted."""
        for order, _ in self._open.values():
            if order.job.refs:
                order.stop.set()
        self._tell_progress()

    def drop(self) -> tuple[ImageRef | Failed, ...]:
        """Forget all jobs at once and return what they have not answered; their late steps are ignored."""
        unanswered = tuple(item for _, waiting in self._open.values() for item in waiting.values())
        for order, _ in self._open.values():
            order.stop.set()
        self._open.clear()
        self._tell_progress()
        return unanswered

    def close(self) -> QThread:
        """Stop everything; returns the worker's thread, to be waited for."""
        self.drop()
        self._cleared.emit()
        return self._thread

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
        _, waiting = self._open.get(job, (None, {}))
        return waiting.pop(outcome.ref, None) is not None

    def _on_end(self, step: JobEnd) -> None:
        _, waiting = self._open.pop(step.job)
        if step.ending is Ending.FAILED:
            self.failed.emit(step.error, (*waiting, *map(_ref, self.drop())))
            return
        if waiting:
            self.given_up.emit(tuple(waiting))
        self._tell_progress()

    def _tell_progress(self) -> None:
        waiting = sum(len(waiting) for _, waiting in self._open.values())
        self._done = self._done if waiting else 0
        stopping = any(waiting and order.stop.is_set() for order, waiting in self._open.values())
        progress = Progress(self._done, self._done + waiting, stopping)
        if progress != self.progress:
            self.progress = progress
            self.progressed.emit()


def _ref(item: ImageRef | Failed) -> ImageRef:
    return item.ref if isinstance(item, Failed) else item
