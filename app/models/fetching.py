"""Gets the file of a model that can be had: from its source, or from a disk that somebody carried it on.

Nothing here imports torch; the labels of timm's larger networks are asked of timm, in the end.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import quote

from app.cards import Card, Published
from app.files.ordinary import open_ordinary
from app.files.whole_file import whole_binary_file
from app.models.caches import carried_folder
from app.models.hub import hub_endpoint
from app.models.published import destination, download_published
from app.models.shelf import shelve
from app.models.wanted import Patience
from app.steps import DownloadEnd, DownloadStep, Ending, JobFailure, Trouble
from app.values import ModelSpec
from app.web import Web

_PASSWORD = re.compile(r"^(\w+://)[^/]*@")  # and a name; neither is ever sent
_PIECE = 1 << 22  # bytes


def source_of(file: Published, mirror: str = "") -> str:
    """The address that a file is downloaded from, to be shown; of a hub's repository, that of its page."""
    place = _PASSWORD.sub(r"\1", hub_endpoint(mirror))
    return f"{place}/{file.repository}" if file.repository else file.address


def fetch(
    card: Card,
    is_stopped: Callable[[], bool],
    mirror: str = "",
    web: Web | None = None,
    patience: Patience | None = None,
) -> Iterator[DownloadStep]:
    """Download the file of a card, and put the model on record.

    Args:
        card: one with a file.
        is_stopped: whether nobody wants it any more.
        mirror: an address in place of the Hugging Face hub's; "" is what HF_ENDPOINT names, or the hub.
        web, patience: as `download_published` takes them.

    Yields:
        As `download_published`; once it has ended well, `shelved_model(card.key)` is the model.

    Raises:
        JobFailure: as `shelve`.
    """
    for step in download_published(_file(card), is_stopped, hub_endpoint(mirror), web, patience):
        if isinstance(step, DownloadEnd) and step.ending is Ending.COMPLETED:
            shelve(card, step.path, step.sha256)
        yield step


def take(card: Card, path: Path, sha256: str = "") -> ModelSpec:
    """Copy a file that was carried here to where it belongs, proved, and put the model on record.

    Args:
        card: one with a file.
        path: the file.
        sha256: its digest, or the first eight digits or more, as its source shows it; needed where the catalogue does
            not know it, and compared as well where it does.

    Raises:
        JobFailure: MODEL_UNPROVED: nobody says what its digest is; WRONG_FILE: it has another one; MODEL_GONE: it
            cannot be read; or as `shelve`.
        OSError: it cannot be written.
    """
    file = _file(card)
    digits = tuple(filter(None, (file.digits, sha256.lower())))
    if not digits:
        raise JobFailure(Trouble.MODEL_UNPROVED, card.key)
    place = _place(card, file)
    found = _copied(path, place, digits)
    return shelve(card, place, found)


def _place(card: Card, file: Published) -> Path:
    if file.repository:
        return carried_folder() / f"{quote(card.key, safe='')}{Path(file.name).suffix}"
    return destination(file) / file.name


def _copied(path: Path, place: Path, digits: tuple[str, ...]) -> str:
    """The digest of what was copied; nothing is left at `place` whose digest does not begin with each of `digits`."""
    try:
        source = open_ordinary(path)
    except OSError as error:
        raise JobFailure(Trouble.MODEL_GONE, str(path), error.strerror or str(error)) from error
    digest = hashlib.sha256()
    with source:
        place.parent.mkdir(parents=True, exist_ok=True)
        with whole_binary_file(place) as copy:
            while piece := source.read(_PIECE):
                digest.update(piece)
                copy.write(piece)
            if not all(map(digest.hexdigest().startswith, digits)):
                raise JobFailure(Trouble.WRONG_FILE, str(path), "its SHA-256 is not the published one")
    return digest.hexdigest()


def _file(card: Card) -> Published:
    if card.file is None:
        raise ValueError("the built-in model is here already")
    return card.file
