"""Lines of Python that save the weights of a file that is a program as a file that is data."""

from __future__ import annotations

import json
from pathlib import Path

from app.models.own.trouble import ModelTrouble

_WARNING = "  # this runs the code in the file"


def conversion(trouble: ModelTrouble, path: Path) -> tuple[str, ...]:
    """What to run where the file was made: it runs the code in it, which is why Whatsit does not.

    Args:
        trouble: TORCHSCRIPT, EXPORTED, PICKLED_NETWORK or CODE.
        path: the file; the new one gets its name, with another ending.
    """
    return (
        "import torch",
        "from safetensors.torch import save_file",
        "",
        *_load(trouble, _quoted(path.name)),
        "weights = {name: value.clone().contiguous() for name, value in weights.items()}",
        f"save_file(weights, {_quoted(f'{path.stem}.safetensors')})",
    )


def _load(trouble: ModelTrouble, name: str) -> tuple[str, ...]:
    if trouble is ModelTrouble.TORCHSCRIPT:
        return (f'weights = torch.jit.load({name}, map_location="cpu").state_dict(){_WARNING}',)
    if trouble is ModelTrouble.EXPORTED:
        return (f"weights = torch.export.load({name}).state_dict{_WARNING}",)
    loaded = f'torch.load({name}, map_location="cpu", weights_only=False){_WARNING}'
    if trouble is ModelTrouble.PICKLED_NETWORK:
        return f"network = {loaded}", "weights = network.state_dict()"
    return f"checkpoint = {loaded}", 'weights = checkpoint["state_dict"]  # or whatever it is called in there'


def _quoted(text: str) -> str:
    """A text of JSON is one of Python."""
    return json.dumps(text)
