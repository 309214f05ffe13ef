"""A heat map as a piece of work: steps that the command line and the window's worker both iterate.

It imports no torch; `Engine.prepare` does so when it loads the first network.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from threading import Event

from app.inference.decoding import StoppableBudget, decoded
from app.inference.engine import Engine
from app.steps import Ending, Explained, Job, JobEnd, JobFailure, Trouble
from app.values import Failed, ImageRef

logger = logging.getLogger(__name__)


def explain(job: Job, index: int | None, engine: Engine, stop: Event) -> Iterator[Explained | JobEnd | None]:
    """Why the picture of `job`, its only one, has the class at `index` of the model's output; None for the likeliest.

    Yields `Explained`, or a `JobEnd` that failed; nothing more once it was stopped. None in between lets more urgent
    work go first.
    """
    try:
        yield from _steps(job, index, engine, stop)
    except CancelledError:
        return
    except JobFailure as failure:
        if failure.error.trouble is Trouble.DEVICE_LOST:
            engine.forget()
        yield JobEnd(job.id, Ending.FAILED, classified=0, failed=0, seconds=0.0, error=failure.error)


def _steps(job: Job, index: int | None, engine: Engine, stop: Event) -> Iterator[Explained | None]:
    (ref,) = job.refs
    if stop.is_set() or not isinstance(ref, ImageRef):
        return
    classifier = engine.differentiable(job.model, job.device, job.precision)
    yield None
    if stop.is_set():
        return
    picture = decoded(ref, classifier.spec.preprocess, job.limits, StoppableBudget(engine.budget, stop))
    yield None
    if stop.is_set():
        return
    if isinstance(picture, Failed):
        yield Explained(job.id, picture)
        return
    from app.inference.explain import heat_map

    yield Explained(job.id, heat_map(classifier, picture, index))
