"""The user's own models: each a folder with a readable record and its weights. Nothing here imports torch."""

from __future__ import annotations

import json
import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, replace
from functools import lru_cache
from pathlib import Path
from typing import Any

from app import __version__
from app.files.whole_file import whole_file
from app.models.own.folders import (
    RECORD,
    WEIGHTS,
    discard,
    folder_name,
    mine,
    model_folders,
    sound_name,
    told_in_words,
)
from app.models.own.preprocessing import require_sound
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.record import RecordError, labels_record, read_record, spec_in, text_in
from app.steps import JobFailure
from app.values import ModelSpec, PreprocessSpec

PREFIX = "mine/"
FORMAT = 1


@dataclass(frozen=True, slots=True)
class OwnModel:
    """A model of the user's own.

    Attributes:
        spec: what every model has; its key is "mine/" and its name.
        folder: where it lies.
        notes: the user's.
        source: name of the file or folder that it was added from.
        place: where in that file the weights stood, such as "model_ema"; "" for the whole of it.
        added: the day, such as "2026-11-26".
    """

    spec: ModelSpec
    folder: Path
    notes: str = ""
    source: str = ""
    place: str = ""
    added: str = ""

    @property
    def name(self) -> str:
        """As the user called it."""
        return self.spec.title


@dataclass(frozen=True, slots=True)
class OwnModels:
    """What is in the folder of the user's own models.

    Attributes:
        models: in the order of their names.
        damaged: why each of the others cannot be had; the subject is the name of its folder.
    """

    models: tuple[OwnModel, ...]
    damaged: tuple[ModelRefused, ...]


def list_models(models: Path) -> OwnModels:
    """All of them.

    Args:
        models: `Places.models`.
    """
    found: list[OwnModel] = []
    damaged: list[ModelRefused] = []
    for folder in model_folders(models):
        try:
            found.append(read_model(folder))
        except ModelRefused as refused:
            damaged.append(refused)
    return OwnModels(tuple(sorted(found, key=lambda model: model.name.casefold())), tuple(damaged))


def find_own_model(models: Path, name: str) -> OwnModel:
    """The model of this name, with or without "mine/" before it, in capitals or not.

    Raises:
        ModelRefused: NO_SUCH_MODEL, RECORD_DAMAGED, RECORD_NEWER.
    """
    wanted = folder_name(" ".join(name.removeprefix(PREFIX).split()))
    usual = mine(models) / wanted
    if usual.is_dir():
        model = read_model(usual)
        if folder_name(model.name) == wanted:
            return model
    found = next((model for model in list_models(models).models if folder_name(model.name) == wanted), None)
    if found is None:
        raise ModelRefused(ModelTrouble.NO_SUCH_MODEL, name)
    return found


def read_model(folder: Path) -> OwnModel:
    """The model in a folder, as its record tells; its weights are proved when they are loaded.

    Raises:
        ModelRefused: RECORD_DAMAGED, RECORD_NEWER.
    """
    try:
        status = (folder / RECORD).stat()
        return _read(folder, status.st_mtime_ns, status.st_size, status.st_ino)
    except (RecordError, OSError, JobFailure) as error:
        raise ModelRefused(ModelTrouble.RECORD_DAMAGED, folder.name, _reason(error)) from error


@lru_cache(maxsize=64)
def _read(folder: Path, _changed: int, _size: int, _number: int) -> OwnModel:
    """The model in a folder whose record was like this; the window asks often, and 20,000 labels take a while."""
    return model_in(read_record(folder / RECORD), folder)


def model_in(record: object, folder: Path) -> OwnModel:
    """The model that a record tells of, its weights being in `folder`.

    Raises:
        RecordError: it tells of none.
        ModelRefused: RECORD_NEWER.
        JobFailure: the labels that came with the program are missing.
    """
    if not isinstance(record, dict):
        raise RecordError("it is no record")
    version = record.get("format")
    if isinstance(version, int) and version > FORMAT:
        raise ModelRefused(ModelTrouble.RECORD_NEWER, folder.name)
    name = _name(record)
    source = record.get("source")
    about: Mapping[str, object] = source if isinstance(source, dict) else {}
    added, file = _text(about, "added"), _text(about, "file")
    weights = record.get("weights")
    place = {**(weights if isinstance(weights, dict) else {}), "name": WEIGHTS, "path": str(folder / WEIGHTS)}
    origin = f"Added from {file} on {added}." if file and added else "Added by hand."
    spec = spec_in({**record, "key": f"{PREFIX}{name}", "title": name, "origin": origin, "weights": place})
    if len({label.name for label in spec.labels}) < len(spec.labels):
        raise RecordError("two labels are the same")
    if spec.library not in ("torchvision", "timm"):
        raise RecordError("library is none of torchvision, timm")
    return OwnModel(spec, folder, _text(record, "notes"), file, _text(about, "weights"), added)


def record_of_own(model: OwnModel) -> dict[str, Any]:
    """What `model_in` makes the same model of."""
    spec = model.spec
    return {
        "format": FORMAT,
        "name": model.name,
        "library": spec.library,
        "architecture": spec.architecture,
        "multi_label": spec.multi_label,
        "preprocess": asdict(spec.preprocess),
        "weights": {"sha256": spec.weights.sha256, "bytes": spec.weights.bytes},
        "licence": spec.licence,
        "notes": model.notes,
        "source": {"file": model.source, "weights": model.place, "added": model.added},
        "written_by": f"Whatsit {__version__}",
        "labels": labels_record(spec.labels),
    }


def write_record(model: OwnModel, folder: Path) -> None:
    """Write the record of a model; raises OSError."""
    _write(record_of_own(model), folder)


def _write(record: Mapping[str, Any], folder: Path) -> None:
    with whole_file(folder / RECORD) as file:
        json.dump(record, file, indent=2, ensure_ascii=False)
        file.write("\n")


def rename_model(models: Path, name: str, new_name: str) -> OwnModel:
    """Give a model another name.

    Raises:
        ModelRefused: as `find_own_model`; BAD_NAME, NAME_TAKEN, UNWRITABLE.
    """
    model = find_own_model(models, name)
    clean = sound_name(new_name)
    target = mine(models) / folder_name(clean)
    is_taken = any(
        folder_name(each.name) == target.name for each in list_models(models).models if each.folder != model.folder
    )
    if is_taken or (os.path.lexists(target) and not _is_same(target, model.folder)):
        raise ModelRefused(ModelTrouble.NAME_TAKEN, clean)
    with told_in_words(target):
        if target != model.folder:
            os.rename(model.folder, target)
        _write({**read_record(target / RECORD), "name": clean}, target)
    return read_model(target)


def prepare_anew(models: Path, name: str, preprocess: PreprocessSpec) -> OwnModel:
    """Let a model take its pictures in another way.

    Raises:
        ModelRefused: as `find_own_model`; BAD_PREPROCESSING; UNWRITABLE.
    """
    require_sound(preprocess)
    model = find_own_model(models, name)
    with told_in_words(model.folder):
        write_record(replace(model, spec=replace(model.spec, preprocess=preprocess)), model.folder)
    return read_model(model.folder)


def remove_model(models: Path, name: str) -> None:
    """Take a model away, weights and all; nothing brings it back. A damaged one is named by its folder.

    Raises:
        ModelRefused: NO_SUCH_MODEL; UNWRITABLE, also where something else lies in its folder.
    """
    damaged = {str(refused.subject) for refused in list_models(models).damaged}
    plain = name.removeprefix(PREFIX)
    folder = mine(models) / plain if plain in damaged else find_own_model(models, name).folder
    with told_in_words(folder):
        discard(folder)


def require_free(models: Path, name: str) -> str:
    """The name as it is kept; raises ModelRefused (BAD_NAME, NAME_TAKEN) where no model can get it."""
    clean = sound_name(name)
    taken = {folder_name(model.name) for model in list_models(models).models}
    if folder_name(clean) in taken or os.path.lexists(mine(models) / folder_name(clean)):
        raise ModelRefused(ModelTrouble.NAME_TAKEN, clean)
    return clean


def _name(record: Mapping[str, object]) -> str:
    name = record.get("name")
    try:
        clean = sound_name(name) if isinstance(name, str) else ""
    except ModelRefused:
        clean = ""
    if not clean or clean != name:
        raise RecordError("its name is none")
    return clean


def _text(record: Mapping[str, object], name: str) -> str:
    """A text that may be missing; raises RecordError where it is something else."""
    return text_in({name: "", **record}, name)


def _is_same(one: Path, other: Path) -> bool:
    try:
        return os.path.samefile(one, other)
    except OSError:
        return False


def _reason(error: Exception) -> str:
    if isinstance(error, OSError):
        return error.strerror or str(error)
    return error.error.detail if isinstance(error, JobFailure) else str(error)
