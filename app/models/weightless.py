"""Build networks of other libraries without their weights."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import torch
from torch.overrides import TorchFunctionMode


class Weightless(TorchFunctionMode):
    """Within it, what is made to be filled lies on the "meta" device; what is computed from numbers is computed.

    `with torch.device("meta")` puts everything there, and networks that read what they computed (torchvision's RegNet
    its widths, some of timm's their tables of positions) cannot be built at all.
    """

    def __torch_function__(
        self, func: Callable[..., Any], types: Any, args: Any = (), kwargs: dict[str, Any] | None = None
    ) -> Any:
        named = kwargs or {}
        if func in _FILLED and named.get("device") is None:
            named = {**named, "device": "meta"}
        return func(*args, **named)


_FILLED = frozenset((torch.empty, torch.zeros, torch.ones, torch.full, torch.rand, torch.randn))
