"""The worker: holds the loaded network in a thread of its own and advances all work one step at a time."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, Qt, Signal, Slot

from app.images.budget import DecodeBudget
from app.steps import Ending, JobEnd, JobError, Trouble

if TYPE_CHECKING:
    from app.inference.engine import Engine

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Rests:
    """A step of work that was told to pause: nothing more of it is done before it is woken."""

    job: int


@dataclass(frozen=True, slots=True)
class Order:
    """A piece of work.

    Attributes:
        id: repeated by each of its steps.
        steps: makes the steps, given the engine; an import that is slow belongs in there. A step that is None is work
            of which there is nothing to tell.
        urgency: a higher number goes first.
        stop: stops it.
    """

    id: int
    steps: Callable[[Engine], Iterator[Any]]
    urgency: int
    stop: threading.Event


class Worker(QObject):
    """Advances the most urgent work by one step per turn of its thread's event loop.

    So a picture dropped during a long run is answered first, and a stop is seen at the next step. The network and
    torch are loaded by the first job, in this thread.

    Signals:
        stepped(object): a step, as soon as it was made.
        cleared(): everything was given up; the thread may end.
    """

    stepped = Signal(object)
    cleared = Signal()
    _again = Signal()

    def __init__(self, budget: DecodeBudget) -> None:
        super().__init__()
        self._budget = budget
        self._engine: Engine | None = None
        self._work: dict[int, tuple[Order, Iterator[Any]]] = {}
        self._resting: dict[int, tuple[Order, Iterator[Any]]] = {}
        self._again.connect(self._advance, Qt.ConnectionType.QueuedConnection)

    @Slot(object)
    def submit(self, order: Order) -> None:
        """Take on an order."""
        self._take((order, self._steps(order)))

    @Slot(int)
    def wake(self, number: int) -> None:
        """Go on with an order that rests."""
        if number in self._resting:
            self._take(self._resting.pop(number))

    @Slot()
    def clear(self) -> None:
        """Give everything up and free the network; called once, before the thread ends."""
        for _, steps in (*self._work.values(), *self._resting.values()):
            try:
                steps.close()  # type: ignore[attr-defined]
            except Exception:  # the others are to be closed too, and the thread has to end
                logger.exception("a job could not be given up")
        self._work.clear()
        self._resting.clear()
        self._engine = None
        self.cleared.emit()

    def _take(self, work: tuple[Order, Iterator[Any]]) -> None:
        self._work[work[0].id] = work
        if len(self._work) == 1:
            self._again.emit()

    @Slot()
    def _advance(self) -> None:
        if not self._work:
            return
        order, steps = min(self._work.values(), key=lambda work: (-work[0].urgency, work[0].id))
        step = next(steps, self)
        if step is self:
            del self._work[order.id]
        elif step is not None:
            self.stepped.emit(step)
        if isinstance(step, Rests):
            self._resting[order.id] = self._work.pop(order.id)
        if self._work:
            self._again.emit()

    def _steps(self, order: Order) -> Iterator[Any]:
        """The steps of an order; whatever goes wrong, even an import, ends in a `JobEnd`."""
        try:
            from app.inference.engine import Engine

            self._engine = self._engine or Engine(self._budget)
            yield from order.steps(self._engine)
        except Exception as error:  # the window would otherwise wait for ever
            logger.exception("the worker could not do a job")
            trouble = Trouble.LIBRARY_BROKEN if isinstance(error, ImportError | OSError) else Trouble.INTERNAL
            yield JobEnd(order.id, Ending.FAILED, 0, 0, 0.0, JobError(trouble, detail=str(error)))
