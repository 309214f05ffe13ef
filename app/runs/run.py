"""A run: discovery, less what is known, through the pipeline, into the store; a plain generator of steps.

The command line iterates it, and so will the window. Running the same again continues what was not finished.
"""

from __future__ import annotations

import os
from collections import Counter, deque
from collections.abc import Generator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from itertools import chain
from pathlib import Path
from threading import Event
from time import perf_counter

from app.inference import pipeline
from app.inference.engine import Engine
from app.results.database import StoreError
from app.results.pen import Pen
from app.results.store import Store
from app.runs.discovered import Discovered, Place
from app.runs.request import Request, absolute, method_of
from app.runs.troubles import store_failures
from app.steps import Advance, Ending, Job, JobEnd, JobError, JobFailure, RunBegun, Step, Trouble
from app.values import Classified, Failed, ImageRef, Outcome, Reason

TOP_K = 20  # classes that are kept of each picture, whatever is shown
PORTION = 256  # known pictures told in one step

# What another limit, the machine or the disk may let through the next time, although the file is the same.
_PASSING = (
    Reason.MISSING,
    Reason.UNREADABLE,
    Reason.NOT_A_FILE,
    Reason.TOO_LARGE,
    Reason.OUT_OF_MEMORY,
    Reason.NO_SCORES,
)

_Ended = tuple[Ending, JobError | None]


class Run:
    """One run under way.

    Attributes:
        skipped: files of folders that are no candidates, by kind, so far.
        known: how many outcomes were known already, so far.
        number: that of the run in the store, or None while it has none.
    """

    def __init__(self, request: Request, store: Store | None, engine: Engine, stop: Event) -> None:
        """Prepare a run; without a store nothing is known and nothing is kept.

        Nothing is looked at before `steps` is iterated.
        """
        self._request = request
        self._job: Job = replace(request.job, refs=(), top_k=TOP_K)
        self._store = store
        self._engine = engine
        self._stop = stop
        self._started = perf_counter()
        self._pen: Pen | None = None
        self.number: int | None = None
        self._is_continued = False
        self._reached: set[Path] = set()
        self._flying: deque[tuple[bytes, int | None]] = deque()
        self._classified = self._failed = 0
        self._folders = _devices(request.roots)
        self._discovered: Discovered | None = None
        self.known = 0

    @property
    def skipped(self) -> Counter[str]:
        return self._discovered.skipped if self._discovered else Counter()

    def steps(self) -> Iterator[Step]:
        """Classify what is not known and tell everything in order, as `pipeline.run` does, after `RunBegun`.

        Every outcome is in the store a second after it was told, at the latest when this ends, is closed, or fails.
        """
        with ExitStack() as open_things:
            error: JobError | None = None
            ending = Ending.CANCELLED
            try:
                yield from self._begin(open_things)
                ending, error = yield from self._answers()
                if ending is Ending.COMPLETED and not (self._discovered and self._discovered.is_whole):
                    ending = Ending.CANCELLED
                if ending is Ending.COMPLETED:
                    self._require_something()
                self._end(is_complete=ending is Ending.COMPLETED)
            except JobFailure as failure:
                ending, error = Ending.FAILED, failure.error
            finally:
                self._let_go()
            seconds = perf_counter() - self._started
            yield JobEnd(self._job.id, ending, self._classified, self._failed, seconds, error)

    def flush(self) -> None:
        """Keep what was told so far, for who pauses.

        Raises:
            JobFailure: it cannot be kept.
        """
        if self._pen is not None:
            with store_failures():
                self._pen.flush()

    def _begin(self, open_things: ExitStack) -> Iterator[RunBegun]:
        request = self._request
        if self._store is not None:
            method = method_of(request.job.model, request.job.precision)
            with store_failures():
                roots = absolute(request.roots)
                self._pen = self._store.begin(request.key, request.name, roots, method)
                self._is_continued = self._pen.is_continued
            self.number = self._pen.run
            yield RunBegun(self._job.id, self._pen.run)
        self._discovered = open_things.enter_context(Discovered(request.roots, self._stop))

    def _answers(self) -> Generator[Step, None, _Ended]:
        """What is known at first needs no network; from the first unknown picture on the pipeline takes over."""
        items = self._items()
        portion: list[Outcome] = []
        for item in items:
            if isinstance(item, ImageRef):
                yield from self._told(portion)
                return (yield from self._classified_steps(chain((item,), items)))
            portion.append(item)
            if len(portion) == PORTION:
                yield from self._told(portion)
        yield from self._told(portion)
        return Ending.COMPLETED, None

    def _classified_steps(self, items: Iterator[ImageRef | Outcome]) -> Generator[Step, None, _Ended]:
        with pipeline.attended(pipeline.run(self._job, self._engine, self._stop, items)) as steps:
            for step in steps:
                match step:
                    case Advance():
                        yield from self._told(list(step.outcomes))
                    case JobEnd():
                        return step.ending, step.error
                    case _:
                        yield step
        raise RuntimeError("the pipeline stopped without an ending")

    def _items(self) -> Iterator[ImageRef | Outcome]:
        """Each picture that was found, or its outcome where that is known."""
        for place in self._discovered or ():
            item, number = self._looked_up(place)
            self._flying.append((place.position, number))
            yield item

    def _looked_up(self, place: Place) -> tuple[ImageRef | Outcome, int | None]:
        item = place.item
        if self._pen is None or isinstance(item, Failed):
            return item, None
        with store_failures():
            known = self._pen.known(item, place.position)
        if known is None or not (known.is_own or self._is_reused(known.outcome)):
            return item, None
        self.known += 1
        return known.outcome, known.number

    def _is_reused(self, outcome: Outcome) -> bool:
        """Whether what another run found out holds here; what this one did, holds in any case."""
        if self._request.fresh:
            return False
        if isinstance(outcome, Failed):
            return not self._request.retry_failed and outcome.reason not in _PASSING
        return outcome.width * outcome.height <= self._job.limits.pixels

    def _told(self, outcomes: list[Outcome]) -> Iterator[Advance]:
        """Note these outcomes and tell them; empties the list."""
        if not outcomes:
            return
        for outcome in outcomes:
            self._note(outcome, *self._flying.popleft())
        told = tuple(outcomes)
        outcomes.clear()
        done = self._classified + self._failed
        yield Advance(self._job.id, told, done, self._discovered.total if self._discovered else None)

    def _note(self, outcome: Outcome, position: bytes, number: int | None) -> None:
        if isinstance(outcome, Failed) and outcome.reason in (Reason.MISSING, Reason.UNREADABLE):
            self._require_folders()
            self._require_parent(outcome.ref.path.parent)
        elif not self._folders:
            self._reached.add(outcome.ref.path.parent)
        if self._pen is not None:
            with store_failures():
                self._pen.add(position, outcome, number)
        if isinstance(outcome, Classified):
            self._classified += 1
        else:
            self._failed += 1

    def _require_folders(self) -> None:
        """A drive that was taken away shall not fail every picture on it.

        Raises:
            JobFailure: FOLDER_GONE.
        """
        for folder, device in self._folders.items():
            if _device(folder) != device:
                raise JobFailure(Trouble.FOLDER_GONE, str(folder))

    def _require_parent(self, folder: Path) -> None:
        """The same for a list of pictures: a folder that was there a moment ago is gone.

        Raises:
            JobFailure: FOLDER_GONE.
        """
        if folder in self._reached and not os.path.isdir(folder):
            raise JobFailure(Trouble.FOLDER_GONE, str(folder))

    def _require_something(self) -> None:
        """A run that had pictures and meets none at all stands before the empty place where a drive was.

        Raises:
            JobFailure: FOLDER_GONE.
        """
        self._require_folders()
        if self._is_continued and not self._classified + self._failed:
            raise JobFailure(Trouble.FOLDER_GONE, ", ".join(map(str, self._request.roots[:3])))

    def _end(self, *, is_complete: bool) -> None:
        if self._pen is not None:
            with store_failures():
                self._pen.end(is_complete=is_complete)
            self._pen = None

    def _let_go(self) -> None:
        """Keep what was done, whatever ended the run."""
        if self._pen is not None:
            with suppress(StoreError):
                self._pen.end(is_complete=False)


def _devices(roots: tuple[Path, ...]) -> dict[Path, int]:
    """The folders among the roots, and the device that each lies on."""
    found = {root: _device(root) for root in roots if os.path.isdir(root)}
    return {root: device for root, device in found.items() if device is not None}


def _device(folder: Path) -> int | None:
    try:
        return os.stat(folder).st_dev
    except OSError:
        return None
