"""State dicts as older versions of the libraries wrote them, made to fit the networks of today."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Mapping

import torch
from torch import Tensor, nn

from app.models.old_names import todays_names


def fitted(state: Mapping[str, Tensor], network: nn.Module) -> dict[str, Tensor]:
    """The same weights under the names, and in the precision, that the network has for them.

    Whatever else does not fit stays as it is, for `misfit` to find.
    """
    wanted = network.state_dict()
    named = todays_names(state, wanted.keys(), lambda: torch.zeros((), dtype=torch.long))
    whole = OrderedDict((name, _cast(value, wanted.get(name))) for name, value in named.items())
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
