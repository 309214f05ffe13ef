"""What a file or a folder looks like from outside, before anything in it is read: whether a model may be in it."""

from __future__ import annotations

import os
from pathlib import Path

PARCEL_ENDING = ".whatsit-model"
WEIGHTS_ENDINGS = (".pth", ".pt", ".bin", ".ckpt", ".safetensors")
FOLDER_WEIGHTS = ("model.safetensors", "pytorch_model.bin")  # in timm's folders; safetensors first
FOLDER_CONFIG = "config.json"


def is_named_like_model(path: Path) -> bool:
    """Whether a file of this name is one of weights, or an exported model; the disk is not asked."""
    return path.suffix.lower() in (PARCEL_ENDING, *WEIGHTS_ENDINGS)


def is_parcel(path: Path) -> bool:
    """Whether a file of this name is an exported model."""
    return path.suffix.lower() == PARCEL_ENDING


def is_model_folder(folder: Path) -> bool:
    """Whether a folder has the parts that timm saves; asks the disk."""
    parts = (FOLDER_CONFIG, *FOLDER_WEIGHTS)
    has_config, *has_weights = (os.path.isfile(folder / name) for name in parts)
    return has_config and any(has_weights)
