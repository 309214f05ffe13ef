"""Names of tensors as older versions of the libraries wrote them; nothing here needs torch."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Mapping
from typing import TypeVar

Value = TypeVar("Value")

# torchvision's DenseNets were saved when names of modules might hold dots: "norm.1.weight" is "norm1.weight" now.
_DOTTED = re.compile(r"^(.*denselayer\d+\.(?:norm|relu|conv))\.([12])\.(weight|bias|running_mean|running_var)$")
# What helps GoogLeNet and Inception to learn and takes no part in answering.
_AUXILIARY = re.compile(r"^(?:aux[12]|AuxLogits)\.")
COUNTER = "num_batches_tracked"  # of a batch norm; older versions kept none, and no answer depends on it
# What a counter of operations (thop) leaves behind.
_LEFTOVER = re.compile(r"(?:^|\.)total_(?:ops|params)$")


def todays_names(state: Mapping[str, Value], wanted: Collection[str], counter: Callable[[], Value]) -> dict[str, Value]:
    """What a state dict holds, by the names that the network has for it; whatever else does not fit stays as it is.

    Args:
        state: anything by name of tensor.
        wanted: names of the network's tensors.
        counter: makes what stands for a counter that is missing.
    """
    named = {_undotted(name): value for name, value in state.items()}
    kept = {name: value for name, value in named.items() if name in wanted or not _is_idle(name)}
    return {name: counter() for name in wanted if name.endswith(COUNTER)} | kept


def _undotted(name: str) -> str:
    return _DOTTED.sub(r"\1\2.\3", name) if "denselayer" in name else name


def _is_idle(name: str) -> bool:
    return bool(_AUXILIARY.match(name) or _LEFTOVER.search(name))
