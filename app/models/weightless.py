"""Build networks of other libraries without their weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch import Tensor, nn
from torch.overrides import TorchFunctionMode


class Weightless(TorchFunctionMode):
    """Within it, what is made to be filled lies on the "meta" device; what is computed from numbers is computed.

    `with torch.device("meta")` puts everything there, and networks that read what they computed (torchvision's RegNet
    its widths, some of timm's their tables of positions) cannot be built at all.

    What torch would import its compiler for on that device, a second and 150 MB, is answered here.
    """

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        named = kwargs or {}
        if func in _OF_NUMBERS and _is_weightless(*args, *named.values()):
            weight = args[0] if args else named["tensor"]
            return weight if func in _DRAWN else torch.empty(weight.shape, dtype=weight.dtype, device="meta")
        if func in _FILLED and named.get("device") is None:
            named = {**named, "device": "meta"}
        return func(*args, **named)


def _is_weightless(weight: Any, *others: Any) -> bool:
    """Whether there is one tensor, whose values are real numbers that are not there."""
    is_one = isinstance(weight, Tensor) and not any(isinstance(other, Tensor) for other in others)
    return is_one and weight.is_meta and weight.is_floating_point()


_FILLED = frozenset((torch.empty, torch.zeros, torch.ones, torch.full, torch.rand, torch.randn))
_DRAWN = frozenset((nn.init.normal_, torch.Tensor.normal_))
_OF_NUMBERS = _DRAWN | {torch.Tensor.mul, torch.log}
