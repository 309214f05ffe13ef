"""Decode a picture, and make of it what a network sees."""

from __future__ import annotations

import logging
from collections.abc import Iterator
from concurrent.futures import CancelledError
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from threading import Event
from time import perf_counter

from PIL import Image

from app.images.budget import Budget, DecodeBudget
from app.images.decode import open_picture
from app.inference.preprocess import enough, network_image, quick_image
from app.values import Failed, ImageRef, Limits, PreprocessSpec, Reason, Stage

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


def decoded(
    ref: ImageRef, spec: PreprocessSpec, limits: Limits, budget: Budget | None = None, *, is_exact: bool = True
) -> Decoded | Failed:
    """Decode a picture, and make of it what the network sees: exactly, or the quick way.

    Raises:
        CancelledError: the budget grants nothing any more.
    """
    started = perf_counter()
    try:
        with open_picture(ref, limits, budget, enough=None if is_exact else partial(enough, spec)) as picture:
            if isinstance(picture, Failed):
                return picture
            image = network_image(picture, spec) if is_exact else quick_image(picture, spec)
            return Decoded(ref, image, picture.full_width, picture.full_height, perf_counter() - started)
    except MemoryError:
        return Failed(ref, Stage.DECODE, Reason.OUT_OF_MEMORY)
    except CancelledError:
        raise
    except Exception as error:
        logger.exception("decoding %r failed", ref.path)
        return Failed(ref, Stage.DECODE, Reason.DAMAGED, type(error).__name__)


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
