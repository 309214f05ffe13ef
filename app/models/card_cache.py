"""Keeps what the libraries say of their networks: asking them means importing them, which takes seconds."""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict
from functools import lru_cache
from pathlib import Path
from typing import Any

from app import __version__
from app.cards import Card, Published
from app.files.ordinary import open_ordinary
from app.files.whole_file import whole_binary_file
from app.paths import user_places
from app.steps import JobFailure
from app.values import PreprocessSpec

logger = logging.getLogger(__name__)

FILE = "catalogue.json"
_FORMAT = 2
_MOST_BYTES = 32 << 20  # the 1,600 networks of both libraries take 1.2 MB

Versions = tuple[str, ...]


def library_cards() -> tuple[Card, ...]:
    """Every network of torchvision, and of timm where it is installed.

    Raises:
        JobFailure: LIBRARY_BROKEN: torchvision cannot be loaded.
    """
    return _cards(user_places().cache / FILE, _versions())


def is_kept() -> bool:
    """Whether `library_cards` would answer at once."""
    return _read(user_places().cache / FILE, _versions()) is not None


@lru_cache(maxsize=1)
def _cards(path: Path, versions: Versions) -> tuple[Card, ...]:
    kept = _read(path, versions)
    if kept is not None:
        return kept
    cards = tuple(_derived())
    try:
        _write(path, versions, cards)
    except OSError as error:
        logger.info("the catalogue of models could not be kept: %s", error)
    return cards


def _derived() -> Iterator[Card]:
    from app.models.timm_cards import timm_cards
    from app.models.torchvision_cards import torchvision_cards

    yield from torchvision_cards()
    with suppress(JobFailure):
        yield from timm_cards()


def _versions() -> Versions:
    return (str(_FORMAT), __version__, *(_version(name) for name in ("torchvision", "timm")))


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version  # late: it brings what the start can do without

    try:
        return version(name)
    except PackageNotFoundError:
        return ""


def _read(path: Path, versions: Versions) -> tuple[Card, ...] | None:
    """The cards that were kept; None if there are none of these versions, or the file is not as it was written."""
    try:
        with open_ordinary(path) as file:
            head, _, cards = file.read(_MOST_BYTES).partition(b"\n")
        if json.loads(head) != _head(versions, cards):
            return None
        return tuple(map(_card, json.loads(cards)))
    except (OSError, ValueError, TypeError, KeyError, RecursionError):
        return None


def _card(kept: dict[str, Any]) -> Card:
    step, file = kept["preprocess"], kept["file"]
    preprocess = PreprocessSpec(**{**step, "mean": tuple(step["mean"]), "std": tuple(step["std"])})
    return Card(**{**kept, "preprocess": preprocess, "file": Published(**file)})


def _write(path: Path, versions: Versions, cards: tuple[Card, ...]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    kept = json.dumps([asdict(card) for card in cards]).encode()
    with whole_binary_file(path) as file:
        file.write(json.dumps(_head(versions, kept)).encode() + b"\n" + kept)


def _head(versions: Versions, cards: bytes) -> dict[str, Any]:
    """The first line: of what versions the cards are, and what proves that nobody changed them."""
    return {"versions": list(versions), "sha256": hashlib.sha256(cards).hexdigest()}
