"""Decode a job's pictures ahead of the network, in threads, in order, in bounded memory."""

from __future__ import annotations

import logging
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor, wait
from contextlib import contextmanager
from dataclasses import dataclass
from threading import Event
from time import perf_counter
from types import TracebackType

from PIL import Image

from app.images.budget import Budget, DecodeBudget
from app.images.decode import open_picture
from app.inference.cores import decode_threads, usable_cores
from app.inference.preprocess import network_image
from app.values import Failed, ImageRef, Limits, Outcome, PreprocessSpec, Reason, Stage

logger = logging.getLogger(__name__)

LISTEN_SECONDS = 0.05  # how often a wait looks whether the job was stopped


@dataclass(frozen=True, slots=True)
class Decoded:
    """A picture ready for the network; the picture itself is gone.

    Attributes:
        ref: which one.
        image: what the network sees of it.
        width, height: its size in pixels, upright.
        seconds: what decoding it took.
    """

    ref: ImageRef
    image: Image.Image
    width: int
    height: int
    seconds: float


class DecodeAhead:
    """The pictures of a job, decoded by a few threads that live as long as the `with` block.

    What has its outcome already comes back as it is, in its place. `refs` is iterated in the thread that asks; None
    in it says that there is nothing more at the moment.

    At any time at most twice as many pictures as threads are decoded or being decoded beyond those that were asked for;
    the decoding ones share a budget of bytes with all others that decode.
    """

    def __init__(
        self,
        refs: Iterable[ImageRef | Outcome | None],
        spec: PreprocessSpec,
        limits: Limits,
        stop: Event,
        budget: DecodeBudget,
        beginning: Callable[[ImageRef], None] = lambda _ref: None,
    ) -> None:
        """`beginning` is told of each picture in the thread that decodes it, before any of its bytes is read."""
        self._refs = iter(refs)
        self._spec = spec
        self._limits = limits
        self._stop = stop
        self._budget = StoppableBudget(budget, stop)
        self._beginning = beginning
        self._threads = decode_threads(usable_cores())
        self._pool = ThreadPoolExecutor(self._threads, thread_name_prefix="decode")
        self._ahead: deque[Future[Decoded | Outcome]] = deque()
        self._has_more = True
        self._fill(0)

    def __enter__(self) -> DecodeAhead:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, where: TracebackType | None
    ) -> None:
        """Join the threads: what has not begun never will, and what has begun is waited for, but not by who interrupts.

        An interrupted process has to leave without destructors (`os._exit`): threads that still decode crash in them.
        """
        self._pool.shutdown(wait=kind is not KeyboardInterrupt, cancel_futures=True)

    @property
    def is_over(self) -> bool:
        """Whether all pictures were taken."""
        return not (self._has_more or self._ahead)

    def take(self, most: int) -> list[Decoded | Outcome]:
        """The next pictures in order, 1 to `most`: those that are ready, or else the first one as soon as it is.

        Empty when there are none left, when the job was stopped, and when none was ready for `LISTEN_SECONDS`: whoever
        asks may have other work meanwhile.
        """
        self._fill(most)
        if self._ahead:
            wait(list(self._ahead)[:1], LISTEN_SECONDS)
        elif self._has_more:
            self._stop.wait(LISTEN_SECONDS)
        ready: list[Decoded | Outcome] = []
        # Done first, stopped second: a decode that gave up because of the stop is never asked for its outcome.
        while self._ahead and self._ahead[0].done() and not self._stop.is_set() and len(ready) < most:
            ready.append(self._ahead.popleft().result())
        return ready

    def _fill(self, most: int) -> None:
        while self._has_more and len(self._ahead) < most + 2 * self._threads:
            try:
                ref = next(self._refs)
            except StopIteration:
                self._has_more = False
                return
            if ref is None:
                return
            if isinstance(ref, ImageRef):
                self._ahead.append(self._pool.submit(self._decode, ref))
            else:
                self._ahead.append(_done(ref))

    def _decode(self, ref: ImageRef) -> Decoded | Failed:
        """In a thread: whatever goes wrong is one picture's failure."""
        self._beginning(ref)
        return decoded(ref, self._spec, self._limits, self._budget)


def decoded(ref: ImageRef, spec: PreprocessSpec, limits: Limits, budget: Budget | None = None) -> Decoded | Failed:
    """Decode a picture, and make of it what the network sees.

    Raises:
        CancelledError: the budget grants nothing any more.
    """
    started = perf_counter()
    try:
        with open_picture(ref, limits, budget) as picture:
            if isinstance(picture, Failed):
                return picture
            image = network_image(picture, spec)
            return Decoded(ref, image, picture.full_width, picture.full_height, perf_counter() - started)
    except MemoryError:
        return Failed(ref, Stage.DECODE, Reason.OUT_OF_MEMORY)
    except CancelledError:
        raise
    except Exception as error:
        logger.exception("decoding %r failed", ref.path)
        return Failed(ref, Stage.DECODE, Reason.DAMAGED, type(error).__name__)


def _done(outcome: Outcome) -> Future[Decoded | Outcome]:
    """What needs no thread."""
    future: Future[Decoded | Outcome] = Future()
    future.set_result(outcome)
    return future


class StoppableBudget:
    """A budget that grants nothing once the job was stopped, so that no thread begins a long decode for nothing."""

    def __init__(self, budget: DecodeBudget, stop: Event) -> None:
        self._budget = budget
        self._stop = stop

    @contextmanager
    def claim(self, nbytes: int) -> Iterator[None]:
        """As `DecodeBudget.claim`.

        Raises:
            CancelledError: the job was stopped; nobody looks at the outcome.
        """
        with self._budget.claim(nbytes):
            if self._stop.is_set():
                raise CancelledError
            yield
