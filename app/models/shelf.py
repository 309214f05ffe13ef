"""The downloaded models on this computer: a record of each, with the full digest that its file had when it was proved.

Nothing here imports torch. The files themselves lie where torch and Hugging Face keep theirs.
"""

from __future__ import annotations

import errno
import hashlib
import json
import logging
import os
from collections.abc import Iterator
from contextlib import suppress
from functools import lru_cache
from pathlib import Path
from urllib.parse import quote, unquote

from app.cards import Card
from app.files.ordinary import open_ordinary
from app.files.whole_file import whole_file
from app.models.caches import carried_folder, downloaded
from app.models.card_cache import library_cards
from app.models.disposal import dispose, is_among_downloads
from app.models.hub_cache import blob_digest
from app.models.labels import read_labels
from app.models.record import RecordError, read_record, record_of, spec_in
from app.paths import user_places
from app.steps import JobFailure, Trouble
from app.values import ClassLabel, ModelSpec, WeightsFile

logger = logging.getLogger(__name__)

_END = ".json"
_PIECE = 1 << 22  # bytes


def shelved_models() -> tuple[ModelSpec, ...]:
    """Every model that has a record and a file, by key; a record that cannot be read is none."""
    found = (shelved_model(key) for key in shelved_keys())
    return tuple(spec for spec in found if spec is not None and _is_there(spec.weights))


def shelved_keys() -> Iterator[str]:
    """The key of every record, in order; whether the file is still there is not looked at."""
    with suppress(OSError):
        yield from sorted(unquote(path.name.removesuffix(_END)) for path in _folder().glob(f"*{_END}"))


def shelved_model(key: str) -> ModelSpec | None:
    """The model of this very key as its record tells of it, whether or not its file is still there."""
    path = _path(key)
    try:
        status = path.stat()
        return _read(path, status.st_mtime_ns, status.st_size)
    except OSError:
        return None


def shelve(card: Card, path: Path, sha256: str) -> ModelSpec:
    """Keep a record of a model whose file was proved; where none can be kept, the file is proved again another time.

    Raises:
        JobFailure: NO_TIMM or LIBRARY_BROKEN: its labels cannot be had; WEIGHTS_MISSING: the program's own.
        OSError: the file is gone.
    """
    weights = WeightsFile("", path.name, sha256, path.stat().st_size, path)
    spec = spec_of(card, weights)
    record = _path(card.key)
    try:
        record.parent.mkdir(parents=True, exist_ok=True)
        with whole_file(record) as file:
            json.dump(record_of(spec), file, indent=1, ensure_ascii=False)
    except OSError as error:
        logger.warning("the record of %s could not be kept: %s", card.key, error)
    return spec


def adopted(card: Card) -> ModelSpec | None:
    """The model of a card whose file is on this computer, proved and on record; None if there is no file.

    Raises:
        JobFailure: MODEL_DAMAGED: there is one, and it is not the published one; or as `shelve`.
    """
    path = downloaded(card.file) if card.file else None
    if card.file is None or path is None:
        return None
    digits = card.file.digits or blob_digest(path)
    try:
        sha256 = digest_of(path)
        if digits and not sha256.startswith(digits):
            raise JobFailure(Trouble.MODEL_DAMAGED, str(path), "its SHA-256 is not the published one")
        return shelve(card, path, sha256) if digits else None
    except OSError as error:
        raise JobFailure(Trouble.MODEL_GONE, str(path), error.strerror or str(error)) from error


def take_off(key: str, file: Path | None = None) -> None:
    """Keep no record of a model any more, and no file of it.

    Args:
        key: of the model.
        file: where its file lies if it has no record.

    Raises:
        OSError: the file cannot be removed, and the record stays; or it is none that was downloaded for this model,
            and the record alone is gone.
    """
    spec = shelved_model(key)
    path = file if spec is None else spec.weights.path
    is_foreign = path is not None and os.path.lexists(path) and not _is_file_of(key, path, spec)
    if path is not None and not is_foreign:
        dispose(path)
    with suppress(FileNotFoundError):
        _path(key).unlink()
    if is_foreign:
        raise OSError(errno.EPERM, "it is no download of this model; it stays, and the model is off the list")


def spec_of(card: Card, weights: WeightsFile) -> ModelSpec:
    """The model of a card with this file; raises JobFailure as `labels_of`."""
    return ModelSpec(
        key=card.key,
        title=card.title,
        architecture=card.architecture,
        weights=weights,
        preprocess=card.preprocess,
        labels=labels_of(card),
        licence=card.licence,
        origin=card.origin,
        library=card.library,
    )


def labels_of(card: Card) -> tuple[ClassLabel, ...]:
    """The class labels of a card's set.

    Raises:
        JobFailure: NO_TIMM or LIBRARY_BROKEN where the set is timm's; WEIGHTS_MISSING or WEIGHTS_DAMAGED.
    """
    if card.label_set == "imagenet1k":
        return read_labels(card.label_set)
    from app.models.timm_cards import timm_labels

    return timm_labels(card.label_set)


def digest_of(path: Path) -> str:
    """The SHA-256 of a file, read piece by piece; raises OSError."""
    with open_ordinary(path) as file:
        digest = hashlib.sha256()
        while piece := file.read(_PIECE):
            digest.update(piece)
    return digest.hexdigest()


def _is_file_of(key: str, path: Path, spec: ModelSpec | None) -> bool:
    """Whether a file may go with its model: what a record says of it may have been changed, and the file too."""
    if not is_among_downloads(path):
        return False
    if spec is None:  # the catalogue named it
        return True
    if path.parent == carried_folder():
        return path.stem == quote(key, safe="")
    with suppress(OSError):
        if digest_of(path) == spec.weights.sha256:
            return True
    with suppress(JobFailure):
        return any(card.key == key and card.file and downloaded(card.file) == path for card in library_cards())
    return False


def _is_there(weights: WeightsFile) -> bool:
    try:
        return weights.path is not None and weights.path.is_file()
    except OSError:
        return False


@lru_cache(maxsize=128)
def _read(path: Path, _changed: int, _size: int) -> ModelSpec | None:
    """A record as it was at that time; the window asks for all of them, and 20,000 labels take a while."""
    try:
        spec = spec_in(read_record(path))
    except (RecordError, OSError) as error:
        logger.warning("%s tells of no model: %s", path, error)
        return None
    return spec if spec.key == unquote(path.name.removesuffix(_END)) else None


def _path(key: str) -> Path:
    return _folder() / f"{quote(key, safe='', errors='surrogatepass')}{_END}"


def _folder() -> Path:
    return user_places().models / "downloaded"
