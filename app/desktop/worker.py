"""The worker: holds the loaded network in a thread of its own and advances jobs one step at a time."""

from __future__ import annotations

import logging
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.images.budget import DecodeBudget
from app.values import Advance, Ending, Job, JobEnd, JobError, Step, Trouble

if TYPE_CHECKING:
    from app.inference.engine import Engine

logger = logging.getLogger(__name__)

EMIT_EVERY = 0.05  # seconds: at most 20 signals a second about answers reach the window
FIRST_AT_ONCE = 20  # answers of a job that are told as they come: a small drop never waits for the next picture


@dataclass(frozen=True, slots=True)
class Order:
    """A job, how urgent it is (a higher number goes first), and the event that stops it."""

    job: Job
    urgency: int
    stop: threading.Event


class Worker(QObject):
    """Advances the most urgent job by one step per turn of its thread's event loop.

    So a picture dropped during a long job is answered first, and a stop is seen at the next step. The network and
    torch are loaded by the first job, in this thread.

    Signals:
        stepped(object): a `Step`; `Advance` steps that follow each other closely are merged into one.
        cleared(): everything was given up; the thread may end.
    """

    stepped = Signal(object)
    cleared = Signal()
    _again = Signal()

    def __init__(self, budget: DecodeBudget) -> None:
        super().__init__()
        self._budget = budget
        self._engine: Engine | None = None
        self._work: dict[int, tuple[Order, Iterator[Step]]] = {}
        self._held: Advance | None = None
        self._emitted_at = 0.0
        self._again.connect(self._advance, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def submit(self, order: Order) -> None:
        """Take on a job."""
        self._work[order.job.id] = (order, self._steps(order))
        if len(self._work) == 1:
            self._again.emit()

    @Slot()
    def clear(self) -> None:
        """Give everything up and free the network; called once, before the thread ends."""
        for _, steps in self._work.values():
            steps.close()  # type: ignore[attr-defined]
        self._work.clear()
        self._engine = None
        self.cleared.emit()

    @Slot()
    def _advance(self) -> None:
        if not self._work:
            return
        order, steps = min(self._work.values(), key=lambda work: (-work[0].urgency, work[0].job.id))
        step = next(steps, None)
        if step is None:
            del self._work[order.job.id]
        else:
            self._tell(step)
        if self._work:
            self._again.emit()

    def _steps(self, order: Order) -> Iterator[Step]:
        """The steps of a job; whatever goes wrong, even an import, ends in a `JobEnd`."""
        try:
            from app.inference.engine import Engine
            from app.inference.pipeline import run

            self._engine = self._engine or Engine(self._budget)
            yield from run(order.job, self._engine, order.stop)
        except Exception as error:  # the window would otherwise wait for ever
            logger.exception("the worker could not do a job")
            trouble = Trouble.LIBRARY_BROKEN if isinstance(error, ImportError | OSError) else Trouble.INTERNAL
            yield JobEnd(order.job.id, Ending.FAILED, 0, 0, 0.0, JobError(trouble, detail=str(error)))

    def _tell(self, step: Step) -> None:
        if isinstance(step, Advance):
            step = self._merged(step)
            if step.done > FIRST_AT_ONCE and time.monotonic() - self._emitted_at < EMIT_EVERY:
                self._held = step
                return
        self._flush()
        self._emit(step)

    def _merged(self, step: Advance) -> Advance:
        held = self._held
        if held is None or held.job != step.job:
            self._flush()
            return step
        self._held = None
        return replace(step, outcomes=held.outcomes + step.outcomes)

    def _flush(self) -> None:
        if self._held is not None:
            held, self._held = self._held, None
            self._emit(held)

    def _emit(self, step: Step) -> None:
        if isinstance(step, Advance):
            self._emitted_at = time.monotonic()
        self.stepped.emit(step)
