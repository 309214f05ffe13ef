"""A model as one file, for another computer: its record and its weights in an archive, stored as they are."""

from __future__ import annotations

import hashlib
import json
import os
import zipfile
from collections.abc import Generator
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from app.files.whole_file import whole_binary_file
from app.models.own.adding import AddStep, Checking, Writing
from app.models.own.archives import stored_entries
from app.models.own.checking import require_working
from app.models.own.contents import Block
from app.models.own.folders import RECORD, WEIGHTS, folder_name, mine, new_folder, require_room, told_in_words
from app.models.own.kept import OwnModel, model_in, read_model, record_of_own, require_free, write_record
from app.models.own.loading import require_weights
from app.models.own.reading import opened, read_block
from app.models.own.safetensors_header import read_header
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.record import LARGEST, RecordError
from app.steps import JobFailure

_PIECE = 1 << 22  # bytes
_WHEN = (1980, 1, 1, 0, 0, 0)  # the same model makes the same file


def export_model(model: OwnModel, target: Path) -> Generator[Writing, None, None]:
    """Write a model as one file, which appears under its name only when it is whole.

    Raises:
        ModelRefused: DAMAGED where the weights are no longer what they were; NO_ROOM, UNWRITABLE.
    """
    weights = model.spec.weights
    if Path(os.path.realpath(target)).is_relative_to(os.path.realpath(model.folder.parent)):
        raise ModelRefused(ModelTrouble.UNWRITABLE, str(target), "it is among the models themselves")
    record = json.dumps(record_of_own(model), indent=2, ensure_ascii=False).encode(errors="backslashreplace")
    with opened(model.folder / WEIGHTS) as (file, size), told_in_words(target), whole_binary_file(target) as parcel:
        require_room(target.parent, size)
        with zipfile.ZipFile(parcel, "w", zipfile.ZIP_STORED) as archive:
            archive.writestr(zipfile.ZipInfo(RECORD, _WHEN), record)
            entry = zipfile.ZipInfo(WEIGHTS, _WHEN)
            entry.file_size = size  # so that it is known beforehand whether it takes large numbers
            with archive.open(entry, "w") as inside:
                digest = yield from _copied(file, size, inside)
        if digest != weights.sha256:
            raise ModelRefused(ModelTrouble.DAMAGED, str(model.folder / WEIGHTS), "its SHA-256 is not the right one")


def import_model(parcel: Path, models: Path, name: str | None = None) -> Generator[AddStep, None, OwnModel]:
    """Take a model out of such a file: prove its digest and that it works, and only then keep it.

    Args:
        parcel: the file.
        models: `Places.models`.
        name: what to call it; None for its own name.

    Raises:
        ModelRefused: NOT_A_PARCEL; NAME_TAKEN; NO_ROOM, UNWRITABLE; or as `require_working`.
    """
    with opened(parcel) as (file, size):
        entries = _entries(file, size, parcel)
        model = _model(read_block(file, entries[RECORD], parcel), parcel)
        free = require_free(models, name or model.name)
        with new_folder(models, free) as folder:
            require_room(folder, entries[WEIGHTS].bytes)
            yield from _unpacked(file, entries[WEIGHTS], folder, model, parcel)
            weights = replace(model.spec.weights, path=folder / WEIGHTS)
            model = replace(model, spec=replace(model.spec, title=free, weights=weights))
            yield Checking()
            require_working(model.spec)
            write_record(model, folder)
            read_model(folder)
    return read_model(mine(models) / folder_name(free))


def _entries(file: BinaryIO, size: int, parcel: Path) -> dict[str, Block]:
    """Where the two parts lie: nothing else may be in it, under whatever name."""
    try:
        entries = dict(stored_entries(file, size, parcel.name))
    except ModelRefused as refused:
        raise ModelRefused(ModelTrouble.NOT_A_PARCEL, parcel.name, refused.detail) from refused
    if entries.keys() != {RECORD, WEIGHTS} or entries[RECORD].bytes > LARGEST:
        raise ModelRefused(ModelTrouble.NOT_A_PARCEL, parcel.name, "something else is in it")
    return entries


def _model(data: bytes, parcel: Path) -> OwnModel:
    try:
        return model_in(json.loads(data), parcel.parent)
    except (ValueError, RecursionError, JobFailure) as error:
        detail = str(error) if isinstance(error, RecordError) else "its record cannot be read"
        raise ModelRefused(ModelTrouble.NOT_A_PARCEL, parcel.name, detail) from error


def _unpacked(
    file: BinaryIO, block: Block, folder: Path, model: OwnModel, parcel: Path
) -> Generator[Writing, None, None]:
    file.seek(block.start)
    with (folder / WEIGHTS).open("wb") as target:
        digest = yield from _copied(file, block.bytes, target)
    if digest != model.spec.weights.sha256 or block.bytes != model.spec.weights.bytes:
        raise ModelRefused(ModelTrouble.NOT_A_PARCEL, parcel.name, "its weights are not those that it tells of")
    with opened(folder / WEIGHTS) as (weights, size):
        places, _ = read_header(weights, size, parcel.name)
    require_weights(places, parcel, size)


def _copied(source: BinaryIO, size: int, target: object) -> Generator[Writing, None, str]:
    """Copy so many bytes; returns their SHA-256, which is another one where the source ends before."""
    digest = hashlib.sha256()
    done = 0
    while piece := source.read(min(_PIECE, size - done)):
        digest.update(piece)
        target.write(piece)  # type: ignore[attr-defined]
        done += len(piece)
        yield Writing(done, size)
    return digest.hexdigest()
