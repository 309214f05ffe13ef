"""The one pipeline: a plain generator of steps that the command line and the window's worker both iterate.

It imports no torch; `Engine.prepare` does so when it loads the first network, while the first pictures are decoding.
"""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import ExitStack, closing, contextmanager
from threading import Event
from time import perf_counter
from typing import TYPE_CHECKING, cast

from app.inference.decoding import DecodeAhead, Decoded
from app.inference.engine import Engine, Prepared
from app.models.catalog import find_model
from app.steps import Advance, BackedOff, Ending, Job, JobEnd, JobError, JobFailure, ModelReady, Step, Trouble
from app.values import Classified, Failed, ImageRef, Outcome, Reason, Stage

if TYPE_CHECKING:
    from app.inference.classifier import Answer, Classifier

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
    pictures warms the network up. `stop` is heeded before each forward pass. The decoding threads are joined when the
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
        """All steps but the end; the decoding threads are left to `threads`."""
        if self._stop.is_set():
            return
        job = self._job
        spec = find_model(job.model)
        pictures = threads.enter_context(
            DecodeAhead(self._items, spec.preprocess, job.limits, self._stop, self._engine.budget, self._beginning)
        )
        prepared = self._engine.prepare(job.model, job.device, job.precision)
        yield from self._ready_steps(prepared)
        yield from self._answer_steps(pictures, prepared.classifier)

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

    def _answer_steps(self, pictures: DecodeAhead, classifier: Classifier) -> Iterator[Step]:
        items: deque[Decoded | Outcome] = deque()
        size = classifier.batch_size
        self._is_complete = pictures.is_over
        while not self._stop.is_set():
            items.extend(() if items else pictures.take(classifier.batch_size))
            if not items and pictures.is_over:
                self._is_complete = True
                return
            if not items:
                yield self._advance(())
                continue
            outcomes = self._outcomes(items, classifier)
            if classifier.batch_size < size:
                size = classifier.batch_size
                yield BackedOff(self._job.id, classifier.device, size)
            self._is_complete = pictures.is_over and not items
            yield self._advance(outcomes)

    def _advance(self, outcomes: tuple[Outcome, ...]) -> Advance:
        failures = sum(isinstance(outcome, Failed) for outcome in outcomes)
        self._failed += failures
        self._classified += len(outcomes) - failures
        return Advance(self._job.id, outcomes, self._done, self._total)

    def _outcomes(self, items: deque[Decoded | Outcome], classifier: Classifier) -> tuple[Outcome, ...]:
        """Take the first items and answer them: what is known as it is, pictures as far as a forward pass reaches."""
        started = perf_counter()
        images = [item.image for item in items if isinstance(item, Decoded)]
        answers = deque(classifier.classify(images, self._job.top_k) if images else ())
        share = (perf_counter() - started) / max(1, len(answers))
        outcomes: list[Outcome] = []
        while items and (answers or not isinstance(items[0], Decoded)):
            item = items.popleft()
            outcomes.append(_outcome(item, answers.popleft(), classifier, share) if isinstance(item, Decoded) else item)
        return tuple(outcomes)


def _outcome(picture: Decoded, answer: Answer, classifier: Classifier, seconds: float) -> Outcome:
    if isinstance(answer, Reason):
        return Failed(picture.ref, Stage.CLASSIFY, answer)
    return Classified(
        ref=picture.ref,
        width=picture.width,
        height=picture.height,
        model=classifier.spec.key,
        device=classifier.device.name,
        precision=classifier.precision,
        predictions=answer,
        seconds=picture.seconds + seconds,
    )
