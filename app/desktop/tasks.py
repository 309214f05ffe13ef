"""Long work beside the window: a generator of steps in a thread of its own."""

from __future__ import annotations

import logging
import threading
from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, QThread, Signal

from app.desktop.background import Background

logger = logging.getLogger(__name__)

Steps = Callable[[Callable[[], bool]], Iterable[object]]
"""Makes the steps of a task; it is given a function that says whether the task was told to stop."""


class Task(Background):
    """Runs a generator of steps to its end, or until it is told to stop, in a thread of its own.

    Signals:
        stepped(object): a value that the generator yielded; one that was on its way when `stop` came still arrives.
        broke(str): the generator raised something unforeseen; the log has the traceback.
    """

    stepped = Signal(object)
    broke = Signal(str)

    def __init__(self, steps: Steps, parent: QObject) -> None:
        super().__init__(parent)
        self._steps = steps
        self._stopped = threading.Event()

    def stop(self) -> None:
        """Ask the task to end: after the step under way, or where the generator asks."""
        self._stopped.set()

    # in the thread

    def work(self) -> None:
        try:
            for step in self._steps(self._stopped.is_set):
                if self._stopped.is_set():
                    break
                self.stepped.emit(step)
        except Exception as error:  # the window must hear of everything that goes wrong in a thread
            logger.exception("a task broke")
            self.broke.emit(f"{type(error).__name__}: {error}")


class Tasks(QObject):
    """Owns every running `Task`: makes them, forgets them when they end, and ends them all on closing.

    Signals:
        changed(): a task was made or has ended.
    """

    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._running: set[Task] = set()
        self._is_closed = False

    @property
    def busy(self) -> bool:
        """Whether a task is under way."""
        return bool(self._running)

    @property
    def is_closed(self) -> bool:
        """Whether the end has come, and nothing new is to be begun."""
        return self._is_closed

    def new(self, steps: Steps) -> Task:
        """A task that is kept until it has ended; whoever asked for it connects and starts it."""
        task = Task(steps, self)
        self._running.add(task)
        task.finished.connect(self._on_finished)
        self.changed.emit()
        return task

    def close(self) -> list[QThread]:
        """Ask all tasks to stop; returns their threads, to be waited for."""
        self._is_closed = True
        for task in self._running:
            task.stop()
        return list(self._running)

    def _on_finished(self) -> None:
        task = self.sender()
        if isinstance(task, Task):
            self._running.discard(task)
            task.deleteLater()
            self.changed.emit()
