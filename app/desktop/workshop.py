"""Where the work is done: the worker, its thread, and the numbers of its orders."""

from __future__ import annotations

import itertools

from PySide6.QtCore import QObject, Qt, QThread, Signal

from app.desktop.background import Background
from app.desktop.worker import Order, Worker
from app.images.budget import DecodeBudget


class Workshop(QObject):
    """Owns the worker and its thread; pictures and runs are handed in here.

    Signals:
        stepped(object): a step of any order.
    """

    stepped = Signal(object)
    _ordered = Signal(object)
    _woken = Signal(int)
    _cleared = Signal()

    def __init__(self, budget: DecodeBudget, parent: QObject) -> None:
        super().__init__(parent)
        self._numbers = itertools.count(1)
        self._thread = Background(self)
        self._thread.setObjectName("worker")
        self._worker = Worker(budget)
        self._worker.moveToThread(self._thread)
        self._ordered.connect(self._worker.submit)
        self._woken.connect(self._worker.wake)
        self._cleared.connect(self._worker.clear)
        self._worker.stepped.connect(self.stepped)
        # Quitting from here could end the thread before the worker has joined what its jobs started.
        self._worker.cleared.connect(self._thread.quit, Qt.ConnectionType.DirectConnection)

    def start(self) -> None:
        """Start the worker's thread; what was ordered before waits until then."""
        self._thread.start()

    def next_number(self) -> int:
        """A number for an order that none had before."""
        return next(self._numbers)

    def order(self, order: Order) -> None:
        """Have this done."""
        self._ordered.emit(order)

    def wake(self, number: int) -> None:
        """Go on with an order that rests."""
        self._woken.emit(number)

    def close(self) -> QThread:
        """Give everything up; returns the worker's thread, to be waited for. Whoever ordered has said stop before."""
        self._cleared.emit()
        return self._thread
