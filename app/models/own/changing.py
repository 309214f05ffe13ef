"""Changes how a model of the user's own takes its pictures, once a comparison with its script has shown it."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

from app.files.whole_file import whole_file
from app.models.own.folders import RECORD, told_in_words
from app.models.own.kept import OwnModel, find_own_model, read_model
from app.models.own.preprocessing import require_sound
from app.models.record import read_record
from app.values import PreprocessSpec


def change_preprocess(models: Path, name: str, preprocess: PreprocessSpec) -> OwnModel:
    """Let a model take its pictures like this from now on; all else in its record stays.

    Args:
        models: `Places.models`.
        name: as `find_own_model` takes it.
        preprocess: the new way.

    Raises:
        ModelRefused: as `find_own_model`; BAD_PREPROCESSING, UNWRITABLE.
    """
    require_sound(preprocess)
    model = find_own_model(models, name)
    with told_in_words(model.folder):
        record = {**read_record(model.folder / RECORD), "preprocess": asdict(preprocess)}
        with whole_file(model.folder / RECORD) as file:
            json.dump(record, file, indent=2, ensure_ascii=False)
            file.write("\n")
    return read_model(model.folder)
