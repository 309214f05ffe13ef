"""Folders as timm saves them for the Hugging Face hub: `config.json` and the weights beside it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

from app.models.own.contents import Contents
from app.models.own.hints import Hints, interpolation, labels_in, side_in, three_numbers
from app.models.own.reading import open_weights, opened
from app.models.own.signs import FOLDER_CONFIG, FOLDER_WEIGHTS
from app.models.own.trouble import ModelRefused, ModelTrouble

_HARMLESS = frozenset(("num_classes", "drop_rate", "drop_path_rate", "pretrained"))  # arguments that change no answer
_MOST_CONFIG = 16 << 20  # bytes; 22,000 labels and their descriptions take 3 MB


def open_folder(folder: Path) -> Contents:
    """The weights in a folder, with its configuration as `metadata`.

    Raises:
        ModelRefused: BAD_FOLDER, TRANSFORMERS, or as `open_weights`.
    """
    config = read_config(folder)
    weights = next((folder / name for name in FOLDER_WEIGHTS if (folder / name).is_file()), None)
    if weights is None:
        raise ModelRefused(ModelTrouble.BAD_FOLDER, str(folder), f"neither {' nor '.join(FOLDER_WEIGHTS)} is in it")
    return replace(open_weights(weights), metadata=config)


def read_config(folder: Path) -> Mapping[str, object]:
    """The configuration of a folder.

    Raises:
        ModelRefused: BAD_FOLDER where there is none that can be read, TRANSFORMERS where it is of another library.
    """
    if not (folder / FOLDER_CONFIG).is_file():
        raise ModelRefused(ModelTrouble.BAD_FOLDER, str(folder), f"{FOLDER_CONFIG} is not in it")
    with opened(folder / FOLDER_CONFIG) as (file, size):
        data = file.read(_MOST_CONFIG + 1)
    try:
        config = json.loads(data) if size <= _MOST_CONFIG else None
    except (ValueError, RecursionError):
        config = None
    if not isinstance(config, dict):
        raise ModelRefused(ModelTrouble.BAD_FOLDER, str(folder), f"{FOLDER_CONFIG} cannot be read")
    if not isinstance(config.get("architecture"), str):
        if {"architectures", "model_type"} & config.keys():
            raise ModelRefused(ModelTrouble.TRANSFORMERS, str(folder))
        raise ModelRefused(ModelTrouble.BAD_FOLDER, str(folder), f"{FOLDER_CONFIG} names no architecture of timm")
    changed = config.get("model_args")
    if isinstance(changed, dict) and changed.keys() - _HARMLESS:
        some = ", ".join(sorted(map(str, changed.keys() - _HARMLESS))[:5])[:200]
        raise ModelRefused(ModelTrouble.BAD_FOLDER, str(folder), f"its network was built in a way of its own: {some}")
    return config


def folder_hints(config: Mapping[str, object]) -> Hints:
    """What a configuration of timm's says: architecture, labels, preprocessing."""
    inner = config.get("pretrained_cfg")
    how: Mapping[str, object] = inner if isinstance(inner, dict) else config
    is_tested_larger = isinstance(how.get("test_input_size"), list)
    ratio = (is_tested_larger and how.get("test_crop_pct")) or how.get("crop_pct")
    crop = side_in(how.get("test_input_size") or how.get("input_size"))
    return Hints(
        labels=labels_in(config.get("label_names") or how.get("label_names")),
        architectures=(str(config["architecture"]),),
        multi_label=True if "sigmoid" in str(how.get("activation", ""))[:100] else None,
        crop=crop,
        crop_ratio=float(ratio) if isinstance(ratio, int | float) and 0 < ratio <= 1 else None,
        squash=how.get("crop_mode") == "squash",
        interpolation=interpolation(how.get("interpolation")),
        mean=three_numbers(how.get("mean")),
        std=three_numbers(how.get("std")),
        is_timm=True,
    )
