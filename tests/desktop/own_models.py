"""Checkpoints for the window: real ones, of a network that is small."""

from __future__ import annotations

from pathlib import Path

import torch
from torchvision import models

from app.desktop.own_dialog import OwnModelDialog
from app.values import PreprocessSpec

NETWORK = "squeezenet1_0"
SMALL = PreprocessSpec(72, 64, "bilinear", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))  # quicker than 224


def small_state(classes: int = 3, seed: int = 0) -> dict[str, torch.Tensor]:
    torch.manual_seed(seed)
    return models.squeezenet1_0(num_classes=classes).state_dict()


def checkpoint(path: Path, content: object = None) -> Path:
    """A file as `torch.save` writes it: a state dict of three classes, if nothing else is said."""
    torch.save(small_state() if content is None else content, path)
    return path


def is_shown(dialog: OwnModelDialog, page: object) -> bool:
    """Whether this page of the dialog is shown and can be used."""
    return dialog._page is page and not dialog.is_busy
