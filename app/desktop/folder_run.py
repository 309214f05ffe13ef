"""A run as the window knows it: where it stands, how fast it goes, and what can be done with it."""

from __future__ import annotations

import time
from dataclasses import replace
from enum import Enum
from pathlib import Path
from threading import Event

from PySide6.QtCore import QObject, Signal

from app.desktop.run_steps import Begun, Kept, RunStep, StoreMoved, Tally
from app.desktop.worker import Rests
from app.pace import Pace
from app.results.store import Run
from app.steps import BackedOff, Ending, JobEnd, JobError, ModelReady
from app.wording import shown


class RunState(Enum):
    """Where a run stands."""

    WAITING = "waiting"  # for the network, or for its turn
    RUNNING = "running"
    PAUSED = "paused"
    STOPPING = "stopping"
    STOPPED = "stopped"  # by a person, or when the program ended; can be continued
    FAILED = "failed"  # by trouble; can be continued
    DONE = "done"


ACTIVE = frozenset((RunState.WAITING, RunState.RUNNING, RunState.PAUSED, RunState.STOPPING))


class FolderRun(QObject):
    """One run, of this sitting or of a former one.

    Attributes:
        roots: the files and folders that are classified.
        number: its number in the store, or None while it has none.
        name: what it is called.
        state: where it stands.
        tally: how far it has come.
        error: the trouble that ended it, or None.
        pace: how fast it goes.
        stop, pause: tell its worker.
        job: the number of its order, 0 while it has none.

    Signals:
        changed(): any of these is another.
    """

    changed = Signal()

    def __init__(self, roots: tuple[Path, ...], name: str, parent: QObject) -> None:
        super().__init__(parent)
        self.roots = roots
        self.name = name
        self.number: int | None = None
        self.state = RunState.STOPPED
        self.tally = Tally(0)
        self.error: JobError | None = None
        self.pace = Pace()
        self.stop, self.pause = Event(), Event()
        self.job = 0
        self._is_again = False
        self._before = self.state, self.tally  # what it was when it was begun again
        self._kept: Run | None = None

    @classmethod
    def of(cls, run: Run, parent: QObject) -> FolderRun:
        """A run that the store knows and nobody works on."""
        former = cls(run.roots, shown(run.name), parent)
        former.number = run.id
        former.state = RunState.STOPPED
        former.count(run)
        return former

    @property
    def is_active(self) -> bool:
        """Whether it is under way, even if it pauses."""
        return self.state in ACTIVE

    @property
    def share(self) -> float | None:
        """How much of it is done, 0 to 1, or None while that is not known."""
        total = self.tally.total
        return None if total is None else self.tally.done / total if total else 1.0

    @property
    def seconds_left(self) -> float | None:
        """How long it will still take, or None while nobody knows."""
        total = self.tally.total
        if self.state is not RunState.RUNNING or total is None:
            return None
        return self.pace.left(total - self.tally.done)

    def count(self, run: Run) -> None:
        """While nobody works on it: what the store says of it now."""
        done, is_over = run.classified + run.failed, run.ended is not None
        self.state = RunState.DONE if is_over else self.state
        known = self.tally.total if run.total is None else run.total
        total = done if is_over else known and max(known, done)
        skipped = run.skipped or self.tally.skipped
        self.tally = replace(self.tally, done=done, total=total, failed=run.failed, skipped=skipped)
        self.changed.emit()

    def begin(self, job: int, *, is_again: bool = False) -> None:
        """It is handed to the worker under this number; `is_again` if only some of its rows are done again."""
        self.job = job
        self._is_again, self._kept = is_again, None
        self._before = self.state, self.tally
        self.error = None
        self.stop, self.pause, self.pace = Event(), Event(), Pace()
        self.tally = Tally(job)
        self._set(RunState.WAITING)

    def set_paused(self, paused: bool) -> None:
        """Pause or go on."""
        if paused:
            self.pause.set()
        else:
            self.pause.clear()
        self.pace.rest()
        self._set(RunState.PAUSED if paused else RunState.WAITING)

    def set_stopping(self) -> None:
        """Stop as soon as can be; what was done is kept."""
        self.stop.set()
        self.pause.clear()
        self._set(RunState.STOPPING)

    def take(self, step: RunStep) -> None:
        """Note a step of its own."""
        match step:
            case Begun():
                self.number, self.name = step.number, shown(step.name)
            case Tally():
                self.tally = step
                self.pace.note(time.monotonic(), step.done - step.known)
                self._go_on()
            case Kept():
                self._kept = step.run
            case ModelReady() | BackedOff():
                self._go_on()
            case JobEnd():
                self._end(step)
                return
            case Rests() | StoreMoved():
                return
        self.changed.emit()

    def rename(self, name: str) -> None:
        """Call it differently."""
        self.name = shown(name)
        self.changed.emit()

    def _go_on(self) -> None:
        if self.state is RunState.WAITING:
            self.state = RunState.RUNNING

    def _end(self, step: JobEnd) -> None:
        self.job = 0
        self.error = step.error
        if step.ending is Ending.COMPLETED:
            self.tally = replace(self.tally, total=self.tally.done)
        self.state = _ENDED[step.ending]
        if self._is_again:
            self._be_whole_again()
        elif step.ending is not Ending.COMPLETED:
            self._count_all()
        self.changed.emit()

    def _count_all(self) -> None:
        """What was told is of this time; there may be more of earlier ones."""
        if self._kept:
            self.count(self._kept)
        else:
            self.tally = max(self.tally, self._before[1], key=lambda tally: tally.done)

    def _be_whole_again(self) -> None:
        """What was told was of some rows; nothing has come of it where not even the run was found."""
        if self._kept is None:
            self.state, self.tally = self._before
            return
        self.state = RunState.DONE if self._kept.ended is not None else RunState.STOPPED
        self.tally = Tally(0)
        self.count(self._kept)

    def _set(self, state: RunState) -> None:
        self.state = state
        self.changed.emit()


_ENDED = {Ending.COMPLETED: RunState.DONE, Ending.CANCELLED: RunState.STOPPED, Ending.FAILED: RunState.FAILED}
