"""The runs that the store keeps, read and changed off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from threading import Event
from typing import Any

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
        moved(object): the store was damaged, and this is where its file lies now.
        forgotten(object): the numbers of runs that are no more.
        failed(object): the `StoreError` that kept the list from being read or changed.
    """

    changed = Signal()
    moved = Signal(object)
    forgotten = Signal(object)
    failed = Signal(object)

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self.runs: tuple[Run, ...] = ()
        self._known: set[int] = set()  # the numbers of runs that are there as far as anybody knows
        self._noted: list[int] = []  # those that have begun in this sitting, in order
        self._tasks = tasks
        self._last = Event()  # set when the change that was asked for last is done
        self._last.set()

    def note(self, run: int) -> None:
        """There is a run of this number now."""
        self._known.add(run)
        self._noted.append(run)

    def read(self, store: Path) -> None:
        """Read the list anew; where there is no store it is empty."""
        self.change(store, lambda _store: None)

    def rename(self, store: Path, run: int, name: str) -> None:
        """Call a run differently."""
        self.change(store, lambda opened: opened.rename(run, name))

    def forget(self, store: Path, *runs: int) -> None:
        """Forget these runs, and the answers that no other run has; the pictures stay as they are."""
        self.change(store, lambda opened: opened.forget(*runs))

    def forget_everything(self, store: Path) -> None:
        """Forget all runs and all answers, on the disk too."""
        self.change(store, lambda opened: opened.forget_everything())

    def change(self, store: Path, change: Change, then: Callable[[Any], None] = lambda _made: None) -> None:
        """Change the store, call `then` with what that gave, and read the list anew.

        What is asked for first is done and told first. It is done even when the window closes meanwhile, but then no
        other process is waited for.
        """
        before, self._last = self._last, Event()
        after, noted = self._last, len(self._noted)
        task = self._tasks.new(lambda is_over: _in_turn(before, after, _changed(store, change, is_over)))
        task.stepped.connect(lambda step: self._on_stepped(step, then, noted))
        task.start()

    def _on_stepped(self, step: _Step, then: Callable[[Any], None], noted: int) -> None:
        match step:
            case StoreError():
                self.failed.emit(step)
            case Path():
                self.moved.emit(step)
            case _Changed():
                then(step.made)
                self._on_changed(step.runs, self._noted[noted:])

    def _on_changed(self, runs: tuple[Run, ...], newer: list[int]) -> None:
        """`newer` have begun after the list was asked for, which may lack them."""
        there = {run.id for run in runs} | set(newer)
        gone, self._known, self.runs = self._known - there, there, runs
        self.changed.emit()
        if gone:
            self.forgotten.emit(gone)


@dataclass(frozen=True, slots=True)
class _Changed:
    """What a change gave, and the runs after it."""

    made: object
    runs: tuple[Run, ...]


_Step = _Changed | Path | StoreError


def _in_turn(before: Event, after: Event, steps: Iterator[_Step]) -> Iterator[_Step]:
    """In a task: the steps, once `before` is set; `after` is set when they are over, however they end."""
    try:
        before.wait()
        yield from steps
    finally:
        after.set()


def _changed(path: Path, change: Change, is_over: Callable[[], bool]) -> Iterator[_Step]:
    """In a task: change the store, then tell its runs; where there is none, nothing is made.

    Where the store was damaged, what is told first is the new name of its file.
    """
    if not path.exists():
        yield _Changed(None, ())
        return
    try:
        with Store(path, is_ours=True, gives_up=is_over) as store:
            if store.moved_aside:
                yield store.moved_aside
            yield _Changed(change(store), tuple(store.runs()))
    except StoreError as error:
        yield error
