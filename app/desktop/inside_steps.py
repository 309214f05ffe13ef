"""Looking into a model, as the steps of a task."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from app.inside import Anatomy, Inside
from app.models.card_child import have_cards_kept
from app.models.inspection import anatomy_of, inside_of
from app.steps import JobError, JobFailure, Trouble

_LIBRARIES = ("torchvision", "timm")  # that are asked, beside the window, while nobody kept what they say

Looked = Inside | Anatomy | JobError


def look_inside(key: str, is_stopped: Callable[[], bool]) -> Iterator[Looked]:
    """What is known of the model, and then its modules; or, in place of either, why there is none."""
    try:
        if key.partition("/")[0] in _LIBRARIES:
            have_cards_kept(is_stopped)
        inside = inside_of(key)
        yield inside
        if not is_stopped():
            yield anatomy_of(inside.card)
    except JobFailure as failure:
        yield failure.error
    except MemoryError:
        yield JobError(Trouble.OUT_OF_MEMORY, key)
