"""The steps of a run as the window wants them: numbers instead of answers, and a rest when it is told to pause."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import closing, suppress
from dataclasses import dataclass, replace
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING

from app.desktop.worker import Rests
from app.paths import user_places
from app.results.database import StoreError
from app.results.query import Query
from app.results.store import Run as StoredRun
from app.results.store import Store
from app.runs.troubles import store_failures
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, JobFailure, ModelReady, RunBegun, Trouble
from app.values import Failed

if TYPE_CHECKING:
    from app.inference.engine import Engine
    from app.runs.request import Work
    from app.runs.run import Run

TELL_EVERY = 0.05  # seconds


@dataclass(frozen=True, slots=True)
class Begun:
    """The run has its place in the store.

    Attributes:
        job: id of the order.
        number: the run's number in the store.
        name: what it is called there.
    """

    job: int
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class StoreMoved:
    """The store was damaged, and its file has another name now.

    Attributes:
        job: id of the order.
        path: where it lies.
    """

    job: int
    path: Path


@dataclass(frozen=True, slots=True)
class Tally:
    """How far a run has come.

    Attributes:
        job: id of the order.
        done: outcomes so far, those that were known before among them.
        total: pictures in all, or None while they are still being found.
        failed: how many of the outcomes are failures.
        known: how many were known before.
        skipped: files that are no candidates, by kind, the most frequent kind first.
    """

    job: int
    done: int = 0
    total: int | None = None
    failed: int = 0
    known: int = 0
    skipped: tuple[tuple[str, int], ...] = ()


@dataclass(frozen=True, slots=True)
class Kept:
    """What the store says of the run now that it has ended.

    Attributes:
        job: id of the order.
        run: the run.
    """

    job: int
    run: StoredRun


RunStep = Begun | StoreMoved | Tally | Kept | Rests | ModelReady | BackedOff | JobEnd


@dataclass(frozen=True, slots=True)
class Continued:
    """A run that is kept and not done.

    Attributes:
        run: its number in the store.
        roots: its files and folders.
        anyway: go on although a folder is gone or empty whose pictures are known.
    """

    run: int
    roots: tuple[Path, ...]
    anyway: bool = False


What = tuple[Path, ...] | Continued | Query
"""The files and folders of a run, or one to be continued, or which rows of one are to be classified again."""


def run_steps(job: Job, what: What, place: Path, engine: Engine, stop: Event, pause: Event) -> Iterator[RunStep | None]:
    """Do a run and keep it in the store at `place`; None is a step of which there is nothing to tell.

    Args:
        job: model, device, precision and limits; a run that is kept has its own model and precision.
        what: what is to be done.
        place: file of the store.
        engine: what classifies.
        stop, pause: set by the window.

    Yields `StoreMoved` where one was damaged, `Begun` as soon as the run has a number, `Tally` at most each
    `TELL_EVERY` seconds and once more before the end, `Rests` once everything is kept after `pause` was set, `Kept`
    near the end, and last and exactly once `JobEnd`.
    """
    from app.runs.run import Run  # slow, and in the worker's thread nobody minds

    try:
        with store_failures(), Store(place, is_ours=True, gives_up=stop.is_set) as store:
            run = Run(_work(job, what, store), store, engine, stop)
            yield from _Telling(job.id, run, store).steps(pause)
    except JobFailure as failure:
        yield JobEnd(job.id, Ending.FAILED, 0, 0, 0.0, failure.error)


def _work(job: Job, what: What, store: Store) -> Work:
    from app.results.sorting.journals import sorted_folders
    from app.runs.request import Again, Request, own_job

    if isinstance(what, Query):
        return Again(own_job(job, store, what.run), what)
    apart = sorted_folders(user_places().sorts)
    if isinstance(what, Continued):
        job = own_job(job, store, what.run)
        return Request(job, what.roots, apart=apart, run=what.run, anyway=what.anyway)
    return Request(job, what, apart=apart)


class _Telling:
    """What is told of a run."""

    def __init__(self, job: int, run: Run, store: Store) -> None:
        self._run = run
        self._store = store
        self._tally = Tally(job)
        self._failed = 0
        self._told = 0.0

    def steps(self, pause: Event) -> Iterator[RunStep | None]:
        if self._store.moved_aside:
            yield StoreMoved(self._tally.job, self._store.moved_aside)
        with closing(self._run.steps()) as steps:  # type: ignore[type-var]
            for step in steps:
                match step:
                    case RunBegun():
                        yield Begun(step.job, step.run, self._name(step.run))
                    case Advance(outcomes=()):
                        yield None
                    case Advance():
                        self._note(step)
                        yield self._tally if self._is_time() else None
                    case JobEnd():
                        yield from self._kept()
                        yield self._at_the_end(step)
                        yield from self._put_right(step)
                        yield step
                    case _:
                        yield step
                if pause.is_set():
                    yield from self._rest(pause)

    def _at_the_end(self, end: JobEnd) -> Tally:
        """All that was found; the last answer may have come while it was still being looked whether there are more."""
        total = self._tally.done if end.ending is Ending.COMPLETED else self._tally.total
        return replace(self._tally, total=total, skipped=tuple(self._run.skipped.most_common()))

    def _name(self, number: int) -> str:
        return next((run.name for run in self._store.runs() if run.id == number), "")

    def _kept(self) -> Iterator[Kept]:
        with suppress(StoreError):
            yield from (Kept(self._tally.job, run) for run in self._store.runs() if run.id == self._run.number)

    def _put_right(self, end: JobEnd) -> Iterator[StoreMoved]:
        """A store that was found damaged stands in nobody's way the next time."""
        if end.error and end.error.trouble is Trouble.STORE_DAMAGED:
            with suppress(StoreError):
                if path := self._store.set_aside():
                    yield StoreMoved(end.job, path)

    def _note(self, step: Advance) -> None:
        self._failed += sum(isinstance(outcome, Failed) for outcome in step.outcomes)
        skipped = tuple(self._run.skipped.most_common())
        self._tally = Tally(step.job, step.done, step.total, self._failed, self._run.known, skipped)

    def _is_time(self) -> bool:
        if time.monotonic() - self._told < TELL_EVERY:
            return False
        self._told = time.monotonic()
        return True

    def _rest(self, pause: Event) -> Iterator[Tally | Rests]:
        self._run.flush()
        yield self._tally
        if pause.is_set():  # else it was woken since the tally was told, and nobody would wake it again
            yield Rests(self._tally.job)
