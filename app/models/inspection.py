"""Look into a model, whether or not its weights are on this computer. Nothing here imports torch unless it has to."""

from __future__ import annotations

from pathlib import Path

from app.cards import Card, card_of
from app.inside import Anatomy, Inside
from app.models.builtin import BUILTIN, builtin_card
from app.models.caches import downloaded
from app.models.catalog import find_card, known_here, meant
from app.models.own.kept import PREFIX, find_own_model
from app.models.shelf import labels_of
from app.models.weights import weights_path
from app.paths import user_places
from app.steps import JobFailure, Trouble
from app.values import ModelSpec


def inside_of(key: str) -> Inside:
    """What is known of the model that a key means; no weights are read.

    Args:
        key: as `catalog.find_card` takes it, or that of a model of the user's own.

    Raises:
        JobFailure: NO_SUCH_MODEL; LIBRARY_BROKEN or NO_TIMM; WEIGHTS_MISSING or WEIGHTS_DAMAGED: a table of labels.
    """
    found = known_here(key) or meant(key)
    card = found if isinstance(found, Card) else _card_of(found)
    known = known_here(card.key) if isinstance(found, Card) else found
    path = _path(known, card)
    if known is None:
        return Inside(card, labels_of(card), path=path)
    sha256 = known.weights.sha256 if path else ""
    return Inside(card, known.labels, known.multi_label, path, sha256, _notes(known.key))


def _notes(key: str) -> str:
    return find_own_model(user_places().models, key).notes if key.startswith(PREFIX) else ""


def anatomy_of(card: Card) -> Anatomy:
    """The modules of its network; imports torch and the network's library, which takes seconds.

    Raises:
        JobFailure: as `networks.empty_network`.
        MemoryError: there is no room for it.
    """
    from app.models.anatomy import anatomy_of

    return anatomy_of(card.library, card.architecture, card.classes, card.side)


def _card_of(spec: ModelSpec) -> Card:
    """What its source says of it, and of what no source knows, what it says itself."""
    if spec.key == BUILTIN:
        return builtin_card()
    try:
        if spec.key.partition("/")[0] == spec.library:  # else no library has to be asked
            return find_card(spec.key)
    except JobFailure as failure:
        if failure.error.trouble is not Trouble.NO_SUCH_MODEL:
            raise
    return card_of(spec)


def _path(known: ModelSpec | None, card: Card) -> Path | None:
    """Where the file lies: that of the record, else one that others downloaded."""
    if known is not None:
        try:
            return weights_path(known.weights)
        except JobFailure:  # it is gone
            pass
    return downloaded(card.file) if card.file else None
