"""State dicts as older versions of the libraries wrote them, made to fit the networks of today."""

from __future__ import annotations

import re
from collections import OrderedDict
from collections.abc import Mapping

import torch
from torch import Tensor, nn

# torchvision's DenseNets were saved when names of modules might hold dots: "norm.1.weight" is "norm1.weight" now.
_DOTTED = re.compile(r"^(.*denselayer\d+\.(?:norm|relu|conv))\.([12])\.(weight|bias|running_mean|running_var)$")
# What helps GoogLeNet and Inception to learn and takes no part in answering.
_AUXILIARY = re.compile(r"^(?:aux[12]|AuxLogits)\.")
_COUNTER = "num_batches_tracked"  # of a batch norm; older versions kept none, and no answer depends on it


def fitted(state: Mapping[str, Tensor], network: nn.Module) -> dict[str, Tensor]:
    """The same weights under the names, and in the precision, that the network has for them.

    Whatever else does not fit stays as it is, for `misfit` to find.
    """
    wanted = network.state_dict()
    named = {_DOTTED.sub(r"\1\2.\3", name): value for name, value in state.items()}
    kept = {name: value for name, value in named.items() if name in wanted or not _AUXILIARY.match(name)}
    counters = {name: torch.zeros((), dtype=torch.long) for name in wanted if name.endswith(_COUNTER)}
    whole = OrderedDict(counters | {name: _cast(value, wanted.get(name)) for name, value in kept.items()})
    whole._metadata = wanted._metadata  # type: ignore[attr-defined]  # versions, without which MNASNet takes nothing
    return whole


def _cast(value: Tensor, wanted: Tensor | None) -> Tensor:
    """Weights saved in half precision become those that the network computes with."""
    if wanted is None or not (value.is_floating_point() and wanted.is_floating_point()):
        return value
    return value.to(wanted.dtype)


def misfit(wanted: Mapping[str, Tensor], found: Mapping[str, Tensor]) -> str:
    """The first name that is missing, left over, or of another shape or type; "" if all fits."""
    for name in sorted(wanted.keys() | found.keys()):
        if name not in wanted or name not in found:
            return name
        if wanted[name].shape != found[name].shape or wanted[name].dtype != found[name].dtype:
            return name
    return ""
