"""Sends jobs to the worker and keeps account of them."""

from __future__ import annotations

import itertools
import threading
from collections.abc import Iterable
from dataclasses import dataclass

from PySide6.QtCore import QObject, Qt, QThread, Signal

from app.desktop.worker import Order, Worker
from app.settings import TOP_K_MOST, Settings
from app.values import Advance, BackedOff, Ending, Failed, ImageRef, Job, JobEnd, JobError, ModelReady, Step


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
        given_up(tuple): pictures that a stopped or failed job left unanswered.
        failed(object): a `JobError`; no job goes on.
        progressed(): `progress` changed.
    """

    ready = Signal(object)
    backed_off = Signal(object)
    answered = Signal(object)
    given_up = Signal(object)
    failed = Signal(object)
    progressed = Signal()
    _ordered = Signal(object)
    _cleared = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.progress = Progress()
        self._ids = itertools.count(1)
        self._open: dict[int, tuple[Order, dict[ImageRef, None]]] = {}
        self._thread = QThread(self)
        self._thread.setObjectName("worker")
        self._worker = Worker()
        self._worker.moveToThread(self._thread)
        self._ordered.connect(self._worker.submit)
        self._cleared.connect(self._worker.clear)
        self._worker.stepped.connect(self._on_stepped)
        # Quitting from here could end the thread before the worker has joined what its jobs started.
        self._worker.cleared.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)

    @property
    def running(self) -> bool:
        """Whether the worker's thread has been started."""
        return self._thread.isRunning()

    def start(self) -> None:
        """Start the worker's thread; jobs submitted before wait until then."""
        self._thread.start()

    def submit(self, items: Iterable[ImageRef | Failed], settings: Settings, urgency: int = 0) -> None:
        """Have these pictures answered; with none, only the network is loaded."""
        refs = tuple(items)
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
        self._open[job.id] = (order, {_ref(item): None for item in refs})
        total = self.progress.total if self.progress.busy else 0
        done = self.progress.done if self.progress.busy else 0
        self._set_progress(done, total + len(refs))
        self._ordered.emit(order)

    def stop(self) -> None:
        """Stop answering; the pictures not answered yet are given up, and a network being loaded is still wanted."""
        for order, _ in self._open.values():
            if order.job.refs:
                order.stop.set()
        if self.progress.busy:
            self._set_progress(self.progress.done, self.progress.total, stopping=True)

    def drop(self) -> tuple[ImageRef, ...]:
        """Forget all jobs at once and return their unanswered pictures; their late steps are ignored."""
        unanswered = tuple(ref for _, refs in self._open.values() for ref in refs)
        for order, _ in self._open.values():
            order.stop.set()
        self._open.clear()
        self._set_progress(0, 0)
        return unanswered

    def close(self) -> QThread:
        """Stop everything; returns the worker's thread, to be waited for."""
        self.drop()
        self._cleared.emit()
        return self._thread

    def _on_stepped(self, step: Step) -> None:
        if step.job not in self._open:
            return
        match step:
            case ModelReady():
                self.ready.emit(step)
            case BackedOff():
                self.backed_off.emit(step)
            case Advance():
                self._on_advance(step)
            case JobEnd():
                self._on_end(step)

    def _on_advance(self, step: Advance) -> None:
        _, unanswered = self._open[step.job]
        for outcome in step.outcomes:
            unanswered.pop(outcome.ref, None)
        progress = self.progress
        self._set_progress(progress.done + len(step.outcomes), progress.total, progress.stopping)
        self.answered.emit(step.outcomes)

    def _on_end(self, step: JobEnd) -> None:
        _, unanswered = self._open.pop(step.job)
        if step.ending is Ending.FAILED:
            self._fail(tuple(unanswered), step.error)
            return
        if unanswered:
            self.given_up.emit(tuple(unanswered))
            self._set_progress(self.progress.done, self.progress.total - len(unanswered), self.progress.stopping)
        if not self._open:
            self._set_progress(0, 0)

    def _fail(self, unanswered: tuple[ImageRef, ...], error: JobError | None) -> None:
        self.given_up.emit(unanswered + self.drop())
        self.failed.emit(error)

    def _set_progress(self, done: int, total: int, stopping: bool = False) -> None:
        self.progress = Progress(done, total, stopping)
        self.progressed.emit()


def _ref(item: ImageRef | Failed) -> ImageRef:
    return item.ref if isinstance(item, Failed) else item
