"""The one pipeline: a plain generator of steps that the command line and the window's worker both iterate.

It imports no torch; `Engine.prepare` does so when it loads the first network, while the first pictures are decoding.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, cast

from app.inference.engine import Engine, Prepared
from app.inference.streams import Streams
from app.models.catalog import find_model
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, JobError, JobFailure, ModelReady, Step, Trouble
from app.values import Failed, ImageRef, Outcome

if TYPE_CHECKING:
    from app.inference.classifier import Classifier

logger = logging.getLogger(__name__)


def run(
    job: Job,
    engine: Engine,
    stop: Event,
    items: Iterable[ImageRef | Outcome | None] | None = None,
    beginning: Callable[[ImageRef], None] = lambda _ref: None,
) -> Iterator[Step]:
    """Classify the pictures of `job`, or `items` in their place, of which nobody knows how many there are.

    What has its outcome already keeps it. `items` is iterated here, in the thread of this generator, a few ahead; None
    says that there is nothing more at the moment.
    `beginning` is told of each picture before it is decoded, in the thread that does it.

    Yields `ModelReady` (unless the job fails or is stopped before), then `Advance` with every picture's outcome once
    and in order, or with none where nothing was ready for a moment, so that whoever iterates can do something else,
    `BackedOff` when memory runs out, and last and exactly once `JobEnd`, whatever happens. A job without
    pictures warms the network up. `stop` is heeded before each forward pass. The threads are joined when the
    iterator is asked for more after the `JobEnd`, or is closed.
    """
    work = _Work(job, engine, stop, items, beginning)
    with ExitStack() as threads:
        error = None
        try:
            yield from work.steps(threads)
        except JobFailure as failure:
            error = failure.error
        except MemoryError:
            logger.exception("job %d ran out of memory", job.id)
            error = JobError(Trouble.OUT_OF_MEMORY)
        except Exception as trouble:
            logger.exception("job %d failed", job.id)
            error = JobError(Trouble.INTERNAL, type(trouble).__name__, str(trouble))
        if error is not None and error.trouble is Trouble.DEVICE_LOST:
            engine.forget()
        yield work.end(error)


@contextmanager
def attended(steps: Iterator[Step]) -> Iterator[Iterator[Step]]:
    """The steps of a job for who iterates them in the block: closed when it ends.

    A KeyboardInterrupt in the block is passed on into them, where it keeps anybody from waiting for pictures that are
    being decoded.
    """
    generator = cast(Generator[Step], steps)
    with closing(generator):
        try:
            yield generator
        except KeyboardInterrupt as interrupt:
            generator.throw(interrupt)


class _Work:
    """One job under way, and its counts."""

    def __init__(
        self,
        job: Job,
        engine: Engine,
        stop: Event,
        items: Iterable[ImageRef | Outcome | None] | None,
        beginning: Callable[[ImageRef], None],
    ) -> None:
        self._job = job
        self._alone = items is None  # somebody waits for each of them
        self._items = job.refs if items is None else items
        self._total = len(job.refs) if items is None else None
        self._is_complete = False
        self._engine = engine
        self._stop = stop
        self._beginning = beginning
        self._started = perf_counter()
        self._classified = 0
        self._failed = 0

    def steps(self, threads: ExitStack) -> Iterator[Step]:
        """All steps but the end; the threads are left to `threads`."""
        if self._stop.is_set():
            return
        job = self._job
        spec, budget = find_model(job.model).preprocess, self._engine.budget
        streams = threads.enter_context(
            Streams(self._items, job, spec, self._stop, budget, self._beginning, alone=self._alone)
        )
        prepared = self._engine.prepare(job.model, job.device, job.precision)
        yield from self._ready_steps(prepared)
        streams.begin(prepared.classifier)
        yield from self._answer_steps(streams, prepared.classifier)

    def end(self, error: JobError | None) -> JobEnd:
        """How it all ended."""
        ending = Ending.FAILED if error else Ending.COMPLETED if self._is_complete else Ending.CANCELLED
        seconds = perf_counter() - self._started
        return JobEnd(self._job.id, ending, self._classified, self._failed, seconds, error)

    @property
    def _done(self) -> int:
        return self._classified + self._failed

    def _ready_steps(self, prepared: Prepared) -> Iterator[Step]:
        classifier = prepared.classifier
        yield ModelReady(
            job=self._job.id,
            model=classifier.spec,
            device=prepared.device,
            precision=classifier.precision,
            others=prepared.others,
            seconds=prepared.seconds,
        )
        if prepared.has_backed_off:
            yield BackedOff(self._job.id, classifier.device, classifier.batch_size)

    def _answer_steps(self, streams: Streams, classifier: Classifier) -> Iterator[Step]:
        size = classifier.batch_size
        while not self._is_complete:
            is_last = self._stop.is_set()
            outcomes = streams.take()
            self._is_complete = streams.is_over
            if classifier.batch_size < size:
                size = classifier.batch_size
                yield BackedOff(self._job.id, classifier.device, size)
            if outcomes or not (is_last or self._is_complete):
                yield self._advance(tuple(outcomes))
            if is_last:
                return

    def _advance(self, outcomes: tuple[Outcome, ...]) -> Advance:
        failures = sum(isinstance(outcome, Failed) for outcome in outcomes)
        self._failed += failures
        self._classified += len(outcomes) - failures
        return Advance(self._job.id, outcomes, self._done, self._total)
