"""The network that ours has too, as timm builds it, from the folder that `speed/ours.py` filled."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import timm
import torch


def facts_of(folder: Path) -> dict[str, Any]:
    return json.loads((folder / "model.json").read_text())


def timm_network(folder: Path) -> torch.nn.Module:
    """In evaluation mode, with the weights of the folder."""
    network = timm.create_model(facts_of(folder)["architecture"], pretrained=False)
    network.load_state_dict(torch.load(folder / "state.pt", weights_only=True), strict=True)
    return network.eval()


def data_config(folder: Path) -> dict[str, Any]:
    """The preprocessing, as timm's loader takes it."""
    facts = facts_of(folder)
    return {
        "input_size": (3, facts["crop"], facts["crop"]),
        "crop_pct": facts["crop"] / facts["resize"],
        "crop_mode": "center",
        "interpolation": facts["interpolation"],
        "mean": tuple(facts["mean"]),
        "std": tuple(facts["std"]),
    }
