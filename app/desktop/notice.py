"""What the window says beside its ordinary states, in one place."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.desktop import wording
from app.steps import JobError, Trouble
from app.wording import trouble_sentence


class Offer(Enum):
    """What a person can do about a notice."""

    TRY_AGAIN = "try again"
    AUTOMATIC = "use another device"
    UNDO = "undo"
    REVEAL = "show the file"
    GO_ON = "continue"
    SORTS = "show the sorts"
    BEGIN_ANEW = "begin a new run"
    PAGE = "open the page"
    MODELS = "open the models"


@dataclass(frozen=True, slots=True)
class Notice:
    """Something a person should know.

    Attributes:
        words: one or two sentences.
        details: what "Copy details" copies, or "".
        offer: what can be done about it, or None.
        path: the file that is offered to be shown, or None.
        run: the number of the run whose trouble this is, or None.
        page: the https address that is offered to be opened, or "".
        model: key of the model that is offered to be looked at, or "".
        is_calm: nothing is wrong, and so it carries no mark of warning.
    """

    words: str
    details: str = ""
    offer: Offer | None = None
    path: Path | None = None
    run: int | None = None
    page: str = ""
    model: str = ""
    is_calm: bool = False

    @property
    def is_passing(self) -> bool:
        """Whether it asks for nothing, so that it may go by itself."""
        return not self.details and self.offer in (None, Offer.UNDO, Offer.REVEAL)


_MODELS = (
    Trouble.NO_SUCH_MODEL,
    Trouble.NOT_DOWNLOADED,
    Trouble.MODEL_GONE,
    Trouble.MODEL_DAMAGED,
    Trouble.MODEL_UNFIT,
    Trouble.MODEL_UNPROVED,
)


def way_out(trouble: Trouble, *, is_device_fixed: bool) -> Offer:
    """What can be done about a job that failed."""
    if trouble in _MODELS:
        return Offer.MODELS
    can_change = trouble is Trouble.DEVICE_UNAVAILABLE and not is_device_fixed
    return Offer.AUTOMATIC if can_change else Offer.TRY_AGAIN


def trouble_notice(error: JobError, model: str, *, is_device_fixed: bool) -> Notice:
    """What is said about a job that failed; `model` is the key of the model it was asked for with."""
    offer = way_out(error.trouble, is_device_fixed=is_device_fixed)
    about = model if offer is Offer.MODELS else ""
    return Notice(wording.trouble_words(error), trouble_sentence(error), offer, model=about)
