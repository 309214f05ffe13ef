"""The worker: holds the loaded network in a thread of its own and advances jobs one step at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.images.budget import DecodeBudget
from app.steps import Ending, Job, JobEnd, JobError, Step, Trouble

if TYPE_CHECKING:
    from app.inference.engine import Engine

logger = logging.getLogger(__name__)


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
        stepped(object): a `Step`, as soon as it was made.
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
            self.stepped.emit(step)
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
