"""What the models window does in a task: look which models there are, take one off, and take a carried file in."""

from __future__ import annotations

import logging
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from app.cards import Card, card_of
from app.files.room import is_full
from app.models.caches import downloaded, kept_bytes
from app.models.catalog import all_cards, all_models
from app.models.own.kept import PREFIX, remove_model
from app.models.own.trouble import ModelRefused
from app.models.shelf import shelved_keys, take_off
from app.paths import user_places
from app.steps import (
    DownloadChecking,
    DownloadEnd,
    DownloadError,
    DownloadStep,
    DownloadTrouble,
    Ending,
    JobError,
    JobFailure,
)
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
        begun: how many bytes are there of a download that broke off, by the key of its model.
    """

    cards: tuple[Card, ...] = ()
    specs: Mapping[str, ModelSpec] = field(default_factory=dict)
    files: Mapping[str, Path] = field(default_factory=dict)
    gone: frozenset[str] = frozenset()
    begun: Mapping[str, int] = field(default_factory=dict)


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
    from app.models.card_child import have_cards_kept  # late: who never opens the window of models starts no child

    have_cards_kept(is_stopped)
    if is_stopped():
        return
    try:
        yield _found()
    except JobFailure as failure:
        yield failure.error


def remove(key: str, file: Path | None) -> Iterator[Removed]:
    """Remove the record of a model, and its file; of the user's own its whole folder. One step."""
    try:
        if key.startswith(PREFIX):
            remove_model(user_places().models, key)
        else:
            take_off(key, file)
    except ModelRefused as refused:
        yield Removed(key, refused.detail or refused.trouble.value)
    except OSError as error:
        yield Removed(key, error.strerror or str(error))
    else:
        yield Removed(key)


def fetch(card: Card, is_stopped: Stopped, mirror: str) -> Iterator[DownloadStep | JobError]:
    """Download the file of a model; `mirror` as `Settings.hub_mirror`. The last step is a `DownloadEnd` or `JobError`.

    The import is late: it brings what the web needs.
    """
    from app.models import fetching

    try:
        yield from fetching.fetch(card, is_stopped, mirror)
    except JobFailure as failure:
        yield failure.error
    except OSError as error:
        yield _unwritable(error)


def carry(card: Card, source: Path, digits: str) -> Iterator[DownloadStep | JobError]:
    """Take a file that somebody brought along; `digits` of its SHA-256 where the catalogue knows none, else ""."""
    from app.models import fetching

    yield DownloadChecking(0, 0)
    try:
        weights = fetching.take(card, source, digits).weights
    except JobFailure as failure:
        yield failure.error
    except OSError as error:
        yield _unwritable(error)
    else:
        yield DownloadEnd(Ending.COMPLETED, weights.path or source, weights.sha256, weights.bytes)


def _unwritable(error: OSError) -> DownloadEnd:
    path, said = Path(error.filename or ""), error.strerror or str(error)
    trouble = DownloadTrouble.NO_ROOM if is_full(error) else DownloadTrouble.UNWRITABLE
    return DownloadEnd(Ending.FAILED, path, error=DownloadError(trouble, str(path), said))


def _found() -> Found:
    specs = {spec.key: spec for spec in all_models()}
    cards = all_cards()
    known = {card.key for card in cards}
    own = tuple(card_of(spec) for spec in specs.values() if spec.key not in known)
    places = {key: spec.weights.path for key, spec in specs.items() if spec.weights.path}
    files = {key: path for key, path in places.items() if path.is_file()}
    others = ((card.key, downloaded(card.file)) for card in cards if card.file and card.key not in files)
    files |= {key: path for key, path in others if path is not None}
    kept = ((card.key, kept_bytes(card.file)) for card in cards if card.file and card.key not in files)
    begun = {key: number for key, number in kept if number}
    gone = frozenset((*shelved_keys(), *places)) - files.keys()
    return Found((*cards, *own), specs, files, gone, begun)
