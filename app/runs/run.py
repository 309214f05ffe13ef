"""A run: discovery, less what is known, through the pipeline, into the store; a plain generator of steps.

The command line and the window iterate it. Running the same again continues what was not finished.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Callable, Generator, Iterator
from contextlib import ExitStack, suppress
from dataclasses import replace
from itertools import chain
from threading import Event
from time import perf_counter

from app.inference import pipeline
from app.inference.decoding import LISTEN_SECONDS
from app.inference.engine import Engine
from app.results.database import StoreError
from app.results.journal import Journal, Suspects
from app.results.pen import Pen
from app.results.store import Store
from app.runs.discovered import Place, Places
from app.runs.reach import Reach
from app.runs.request import Work, method_of
from app.runs.trial import trial
from app.runs.troubles import store_failures
from app.steps import Advance, Ending, Job, JobEnd, JobError, JobFailure, RunBegun, Step
from app.values import Classified, Failed, ImageRef, Outcome

TOP_K = 20  # classes that are kept of each picture, whatever is shown
PORTION = 256  # known pictures told in one step


_Ended = tuple[Ending, JobError | None]


class Run:
    """One run under way.

    Attributes:
        skipped: files of folders that are no candidates, by kind, so far.
        known: how many outcomes were known already, so far.
        number: that of the run in the store, or None while it has none.
    """

    def __init__(self, work: Work, store: Store | None, engine: Engine, stop: Event) -> None:
        """Prepare a run over folders (`Request`), or over rows of one (`Again`); without a store nothing is kept.

        Nothing is looked at before `steps` is iterated.
        """
        self._work = work
        self._job: Job = replace(work.job, refs=(), top_k=TOP_K)
        self._store = store
        self._engine = engine
        self._stop = stop
        self._started = perf_counter()
        self._pen: Pen | None = None
        self.number: int | None = None
        self._has_met_all = False
        self._flying: deque[tuple[bytes, int | None]] = deque()
        self._classified = self._failed = 0
        self._places: Places | None = None
        self._reach = Reach(())
        self._suspects = Suspects(None)
        self.known = 0

    @property
    def skipped(self) -> Counter[str]:
        return self._places.skipped if self._places else Counter()

    def flush(self) -> None:
        """Keep what was told so far at once, for who pauses; called by who iterates `steps`, between two of them.

        What cannot be written now is tried again with the steps to come, which then say why.
        """
        if self._pen is not None:
            with suppress(StoreError):
                self._pen.flush()

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
                if ending is Ending.COMPLETED and not self._has_met_all:
                    ending = Ending.CANCELLED  # the stop came while more pictures were looked for
                if ending is Ending.COMPLETED:
                    self._reach.require_folders()
                self._end(is_complete=ending is Ending.COMPLETED and self._work.is_whole)
            except JobFailure as failure:
                ending, error = Ending.FAILED, failure.error
            finally:
                self._let_go()
            seconds = perf_counter() - self._started
            yield JobEnd(self._job.id, ending, self._classified, self._failed, seconds, error)

    def _begin(self, open_things: ExitStack) -> Iterator[RunBegun]:
        with store_failures():
            if self._store is not None:
                method = method_of(self._job.model, self._job.device, self._job.precision)
                self._pen = self._work.begin(self._store, method)
                self.number = self._pen.run
                self._suspects = open_things.enter_context(Suspects(self._store.path))
            self._reach = self._work.reach(self._store)
        if self.number is not None:
            yield RunBegun(self._job.id, self.number)
        with store_failures():
            if self._pen is not None:
                self._work.require_known(self._reach, self._pen)
            self._places = open_things.enter_context(self._work.places(self._store, self._stop))

    def _answers(self) -> Generator[Step, None, _Ended]:
        """What is known at first needs no network; from the first unknown picture on the pipeline takes over."""
        items = self._items()
        portion: list[Outcome] = []
        for item in items:
            if item is None:
                yield from self._told(portion)
                yield self._advance(())
                self._stop.wait(LISTEN_SECONDS)
                continue
            if isinstance(item, ImageRef):
                yield from self._told(portion)
                return (yield from self._classified_steps(chain((item,), items)))
            portion.append(item)
            if len(portion) == PORTION:
                yield from self._told(portion)
        yield from self._told(portion)
        return Ending.COMPLETED, None

    def _classified_steps(self, items: Iterator[ImageRef | Outcome | None]) -> Generator[Step, None, _Ended]:
        with ExitStack() as held:
            note = self._journal(held)
            steps = pipeline.run(self._job, self._engine, self._stop, items, note)
            for step in held.enter_context(pipeline.attended(steps)):
                match step:
                    case Advance(outcomes=()):
                        yield self._advance(())
                    case Advance():
                        yield from self._told(list(step.outcomes))
                    case JobEnd():
                        return step.ending, step.error
                    case _:
                        yield step
        raise RuntimeError("the pipeline stopped without an ending")

    def _journal(self, held: ExitStack) -> Callable[[ImageRef], None]:
        """What notes each picture before it is decoded; a process that dies leaves them as suspects."""
        if self._store is None or self._store.path is None:
            return lambda _ref: None
        journal = held.enter_context(Journal(self._store.path))
        return lambda ref: journal.note(ref.path)

    def _items(self) -> Iterator[ImageRef | Outcome | None]:
        """Each picture that was found, or its outcome where that is known; None while there is nothing more yet."""
        with store_failures():
            for place in self._places or ():
                if place is None:
                    yield None
                    continue
                item, number = yield from self._looked_up(place)
                if self._stop.is_set():  # a suspect may have had no trial
                    return
                self._flying.append((place.position, number))
                yield item
        self._has_met_all = not self._stop.is_set()

    def _looked_up(self, place: Place) -> Generator[None, None, tuple[ImageRef | Outcome, int | None]]:
        item = place.item
        if self._pen is None or isinstance(item, Failed):
            return item, None
        known = self._pen.known(item, place.position)
        if known is not None and self._work.takes(known.outcome, is_own=known.is_own):
            self.known += 1
            return known.outcome, known.number
        if item.path in self._suspects or self._pen.is_dangerous(item):
            verdict = yield from trial(item, self._job, self._stop)
            return verdict or item, None
        return item, None

    def _told(self, outcomes: list[Outcome]) -> Iterator[Advance]:
        """Note these outcomes and tell them, if there are any; empties the list."""
        for outcome in outcomes:
            self._note(outcome, *self._flying.popleft())
        self._note_found()
        if outcomes:
            yield self._advance(tuple(outcomes))
            outcomes.clear()

    def _advance(self, told: tuple[Outcome, ...]) -> Advance:
        done = self._classified + self._failed
        return Advance(self._job.id, told, done, self._places.total if self._places else None)

    def _note(self, outcome: Outcome, position: bytes, number: int | None) -> None:
        self._reach.require(outcome)
        self._suspects.answer(outcome.ref.path)
        if self._pen is not None:
            with store_failures():
                self._pen.add(position, outcome, number)
        if isinstance(outcome, Classified):
            self._classified += 1
        else:
            self._failed += 1

    def _note_found(self) -> None:
        """Once all was looked through it is known what there is."""
        total = self._places.total if self._places and self._work.is_whole else None
        if self._pen is not None and total is not None:
            self._pen.note_found(total, self.skipped)

    def _end(self, *, is_complete: bool) -> None:
        self._note_found()
        if self._pen is not None:
            with store_failures():
                self._pen.end(is_complete=is_complete)
            self._pen = None
            self._suspects.settle()

    def _let_go(self) -> None:
        """Keep what was done, whatever ended the run."""
        if self._pen is not None:
            with suppress(StoreError):
                self._pen.end(is_complete=False)
                self._suspects.settle()
