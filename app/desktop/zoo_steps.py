"""What the models window does in a task: look which models there are, take one off, and take a carried file in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.cards import Card
from app.models.caches import downloaded
from app.models.card_child import have_cards_kept
from app.models.catalog import all_cards, all_models
from app.models.shelf import shelved_keys, take_off
from app.steps import JobError, JobFailure
from app.values import ModelSpec

logger = logging.getLogger(__name__)

Stopped = Callable[[], bool]


@dataclass(frozen=True, slots=True)
class Found:
    """Which models there are.

    Attributes:
        cards: of all that can be had, those of the libraries first and the user's own last.
        specs: the models that have a record, by their keys.
        files: where a file of a model lies, by its key; one without a record has not been proved yet.
        gone: keys of the models that have a record and no file any more.
    """

    cards: tuple[Card, ...] = ()
    specs: Mapping[str, ModelSpec] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Removed:
    """A model was taken off, or could not be.

    Attributes:
        key: of the model.
        trouble: the system's own words, or "".
    """

    key: str
    trouble: str = ""


def look(is_stopped: Stopped) -> Iterator[Found | JobError]:
    """What can be had, and what of it is here; one step."""
    have_cards_kept(is_stopped)
    if is_stopped():
        return
    try:
        yield _found()
    except JobFailure as failure:
        yield failure.error


def remove(key: str, file: Path | None) -> Iterator[Removed]:
    """Remove the record of a model, and its file; one step."""
    try:
        take_off(key, file)
    except OSError as error:
        yield Removed(key, error.strerror or str(error))
    else:
        yield Removed(key)


def _found() -> Found:
    specs = {spec.key: spec for spec in all_models()}
    cards = all_cards()
    known = {card.key for card in cards}
    own = tuple(card_of(spec) for spec in specs.values() if spec.key not in known)
    files = {key: spec.weights.path for key, spec in specs.items() if spec.weights.path}
    others = ((card.key, downloaded(card.file)) for card in cards if card.file and card.key not in files)
    files |= {key: path for key, path in others if path is not None}
    return Found((*cards, *own), specs, files, frozenset(shelved_keys()) - files.keys())


def card_of(spec: ModelSpec) -> Card:
    """What the window says of a model that no catalogue has."""
    return Card(
        key=spec.key,
        title=spec.title,
        library=spec.library,
        architecture=spec.architecture,
        is_default=False,
        file=None,
        preprocess=spec.preprocess,
        label_set="",
        classes=len(spec.labels),
        licence=spec.licence,
        origin=spec.origin,
    )
