"""Convolutions by oneDNN's own functions, with what follows them: those that torch's compiler calls as well.

Only the worker imports this module: it imports torch.

Weights are laid out for the processor once instead of at every pass, and an activation or a shortcut is applied while a
value is at hand. docs/performance.md has what each of it brings.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it
from torch import Tensor, nn

from app.inference.devices import has_onednn
from app.models.efficientnet_lite import SameConv

Activation = tuple[str, tuple[float, ...]]
"""oneDNN's name for it, and its parameters."""

NONE: Activation = ("none", ())
RELU: Activation = ("relu", ())
_RELU6: Activation = ("hardtanh", (0.0, 6.0))
_SILU: Activation = ("swish", ())
_HARDSWISH: Activation = ("hardswish", ())
ACTIVATIONS: Mapping[Any, Activation] = {
    nn.ReLU: RELU,
    F.relu: RELU,
    nn.ReLU6: _RELU6,
    F.relu6: _RELU6,
    nn.SiLU: _SILU,
    F.silu: _SILU,
    nn.Hardswish: _HARDSWISH,
    F.hardswish: _HARDSWISH,
}


def can_pack() -> bool:
    """Whether this torch has oneDNN, and those functions of it that are called here, which are not public ones."""
    with suppress(AttributeError, RuntimeError):  # a torch without one of them
        ops = torch.ops.mkldnn
        plain, reorder = ops._convolution_pointwise.default, torch.ops.aten.mkldnn_reorder_conv2d_weight.default
        sums = ops._convolution_pointwise.binary, ops._convolution_pointwise_.binary
        found = tuple(len(each._schema.arguments) for each in (plain, reorder, *sums))
        return has_onednn() and found == (10, 6, 13, 13)
    return False


class PackedConv(nn.Module):
    """A convolution of oneDNN and the activation that follows; packed for the size of the first picture it sees."""

    def __init__(
        self, conv: nn.Conv2d, dtype: torch.dtype, activation: Activation = NONE, mean: Tensor | None = None
    ) -> None:
        """`mean`, of each input channel, (inputs,), evens out in the mean what rounding the weights to bf16 changes."""
        super().__init__()
        self._conv: nn.Conv2d | None = conv
        self._dtype = dtype
        self._activation = activation[0], list(activation[1])
        self._mean = mean
        self._packed: tuple[Any, ...] = ()

    def forward(self, x: Tensor) -> Tensor:
        """(N, inputs, H, W) to (N, outputs, H', W')."""
        return self._convolved(self._ready(x))

    def _convolved(self, x: Tensor) -> Tensor:
        output: Tensor = torch.ops.mkldnn._convolution_pointwise.default(x, *self._packed, *self._activation, "")
        return output

    def _ready(self, x: Tensor) -> Tensor:
        """The input in the precision of this convolution, which is packed for it."""
        conv = self._conv  # which another thread may be packing as well
        if conv is not None:
            self._packed = self._pack(conv, x.shape)
            self._conv = None  # and its weights
        return x.to(self._dtype)

    def _pack(self, conv: nn.Conv2d, shape: torch.Size) -> tuple[Any, ...]:
        """Weight, bias, padding, stride, dilation and groups, as oneDNN takes them for pictures of this shape.

        The bias is in fp32, as the sums are that it is added to.
        """
        weight, padding = conv.weight.detach().to(self._dtype), [int(each) for each in conv.padding]
        bias = _evened_out(conv, weight, self._mean)
        if isinstance(conv, SameConv):
            weight, padding = _symmetric(conv, weight, shape)
        way = (padding, list(conv.stride), list(conv.dilation), conv.groups)
        blocked = torch.ops.aten.mkldnn_reorder_conv2d_weight(weight.to_mkldnn(), *way, list(shape))
        return blocked, bias, *way


class PackedSum(PackedConv):
    """A convolution of oneDNN, to which its shortcut is added, and a ReLU.

    oneDNN takes no other activation here, and the bias in no other precision than that of the input.
    """

    def __init__(self, conv: nn.Conv2d, dtype: torch.dtype, mean: Tensor | None = None, *, may_overwrite: bool) -> None:
        """With `may_overwrite` the result takes the place of the shortcut, which nobody needs any more."""
        super().__init__(conv, dtype, mean=mean)
        self._may_overwrite = may_overwrite
        self._output = torch.Size()

    def forward(self, x: Tensor, shortcut: Tensor) -> Tensor:  # type: ignore[override]
        """(N, inputs, H, W) and (N, outputs, H', W') to (N, outputs, H', W')."""
        x = self._ready(x)
        if shortcut.dtype != x.dtype or shortcut.shape != (len(x), *self._output):
            return F.relu(self._convolved(x) + shortcut)
        weight, bias, *way = self._packed
        last = weight, None if bias is None else bias.to(x.dtype), *way, "add", 1.0, "relu", [], ""
        if self._may_overwrite and shortcut.is_contiguous(memory_format=torch.channels_last):  # as oneDNN writes it
            return torch.ops.mkldnn._convolution_pointwise_.binary(shortcut, x, *last)  # type: ignore[no-any-return]
        return torch.ops.mkldnn._convolution_pointwise.binary(x, shortcut, *last)  # type: ignore[no-any-return]

    def _pack(self, conv: nn.Conv2d, shape: torch.Size) -> tuple[Any, ...]:
        packed = super()._pack(conv, shape)
        weight, _, padding, stride, dilation, groups = packed
        picture, kernel = (torch.empty(each, device="meta") for each in (shape, weight.shape))
        self._output = F.conv2d(picture, kernel, None, stride, padding, dilation, groups).shape[1:]
        return packed


def _evened_out(conv: nn.Conv2d, rounded: Tensor, mean: Tensor | None) -> Tensor | None:
    """The bias, with what the sums lose in the mean by the rounding of the weights."""
    bias = None if conv.bias is None else conv.bias.detach()
    if mean is None or rounded.dtype == conv.weight.dtype:
        return bias
    lost = (conv.weight.detach() - rounded).sum((2, 3)).view(conv.groups, -1, conv.in_channels // conv.groups)
    gone = (lost @ mean.view(conv.groups, -1, 1)).flatten()
    return gone if bias is None else bias + gone


def _symmetric(conv: SameConv, weight: Tensor, shape: torch.Size) -> tuple[Tensor, list[int]]:
    """Weight and padding of the same convolution with as much padding on the left as on the right.

    Where one more is needed on the right, a kernel with a zero before it takes one more on the left: filling up the
    picture, a copy of it, costs a seventh of the whole pass.
    """
    missing = [conv.missing(length) for length in shape[-2:]]
    down, across = (each % 2 for each in missing)
    return F.pad(weight, (across, 0, down, 0)), [each - each // 2 for each in missing]
