"""The runs that the store keeps, read and changed off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

from PySide6.QtCore import QObject, Signal

from app.desktop.tasks import Tasks
from app.results.database import StoreError
from app.results.store import Run, Store

Change = Callable[[Store], object]


class FormerRuns(QObject):
    """A list of runs, the newest first, as it was when it was read last.

    Attributes:
        runs: that list.

    Signals:
        changed(): `runs` is another.
        forgotten(object): the numbers of runs that are no more.
        failed(object): the `StoreError` that kept the list from being read or changed.
    """

    changed = Signal()
    forgotten = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.runs: tuple[Run, ...] = ()
        self._tasks = tasks

    def read(self, store: Path) -> None:
        """Read the list anew; where there is no store it is empty."""
        self._do(store, lambda _store: None)

    def rename(self, store: Path, run: int, name: str) -> None:
        """Call a run differently."""
        self._do(store, lambda opened: opened.rename(run, name))

    def forget(self, store: Path, *runs: int) -> None:
        """Forget these runs, and the answers that no other run has; the pictures stay as they are."""
        self._do(store, lambda opened: opened.forget(*runs))

    def forget_everything(self, store: Path) -> None:
        """Forget all runs and all answers, on the disk too."""
        self._do(store, lambda opened: opened.forget_everything())

    def _do(self, store: Path, change: Change) -> None:
        """What was asked for first may end last; each answer holds all runs, so the list is right in the end."""
        task = self._tasks.new(lambda _is_over: _changed(store, change))
        task.stepped.connect(self._on_stepped)
        task.start()

    def _on_stepped(self, step: tuple[Run, ...] | StoreError) -> None:
        if isinstance(step, StoreError):
            self.failed.emit(step)
            return
        gone = {run.id for run in self.runs} - {run.id for run in step}
        self.runs = step
        self.changed.emit()
        if gone:
            self.forgotten.emit(gone)


def _changed(path: Path, change: Change) -> Iterator[tuple[Run, ...] | StoreError]:
    """In a task: change the store, then tell its runs."""
    if not path.exists():
        yield ()
        return
    try:
        with Store(path, is_ours=True) as store:
            change(store)
            yield tuple(store.runs())
    except StoreError as error:
        yield error
