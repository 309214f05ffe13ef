"""What goes into the convolutions of a network in the mean, as far as its batch norms tell.

Only the worker imports this module: it imports torch.
"""

from __future__ import annotations

import operator
from collections.abc import Callable
from typing import Any, NamedTuple

import torch
from torch import Tensor, fx, nn

from app.inference.packed import ACTIVATIONS

ADDITIONS = frozenset({operator.add, torch.add})  # `+=` is followed as an addition as well
PASSED_ON = (nn.Identity, nn.Dropout)  # by a network that is not trained

_POINTS = 256  # of a normal distribution, in its quantiles


class Moments(NamedTuple):
    """Mean and standard deviation of each channel, (channels,) each."""

    mean: Tensor
    deviation: Tensor


def expected_inputs(traced: fx.GraphModule) -> dict[fx.Node, Tensor]:
    """The mean of each input channel, (channels,), of the convolutions of which it is known.

    A batch norm says which mean and deviation it gives its channels. With them taken for normal distributions, and for
    independent where they are added, activations and shortcuts can be followed (Nagel et al. 2019, "Data-Free
    Quantization Through Weight Equalization and Bias Correction", section 4.2); no picture is needed.
    """
    known: dict[fx.Node, Moments] = {}
    found: dict[fx.Node, Tensor] = {}
    for node in traced.graph.nodes:
        before = [known.get(each) for each in node.args if isinstance(each, fx.Node)]
        if isinstance(module_of(traced, node), nn.Conv2d) and before and before[0] is not None:
            found[node] = before[0].mean
        moments = _moments(traced, node, before)
        if moments is not None:
            known[node] = moments
    return found


def module_of(traced: fx.GraphModule, node: fx.Node) -> Any:
    """The module that an operation calls, None for others."""
    return traced.get_submodule(str(node.target)) if node.op == "call_module" else None


def kind_of(traced: fx.GraphModule, node: fx.Node) -> object:
    """What tells activations apart: the type of a module, or the function."""
    return type(module_of(traced, node)) if node.op == "call_module" else node.target


def _moments(traced: fx.GraphModule, node: fx.Node, before: list[Moments | None]) -> Moments | None:
    """Of what an operation gives, None where nothing is known of it."""
    module = module_of(traced, node)
    if type(module) is nn.BatchNorm2d:  # others may do more: those of timm end with an activation
        return _given_by(module)
    if not before or None in before:
        return None
    first, *others = (each for each in before if each is not None)
    if node.target in ADDITIONS and others and not node.kwargs:
        return _added(first, others[0])
    if isinstance(module, PASSED_ON):
        return first
    return _after(module or node.target, first) if kind_of(traced, node) in ACTIVATIONS else None  # type: ignore[arg-type]


def _added(one: Moments, other: Moments) -> Moments | None:
    if one.mean.shape != other.mean.shape:
        return None
    return Moments(one.mean + other.mean, one.deviation.hypot(other.deviation))


def _given_by(norm: nn.BatchNorm2d) -> Moments | None:
    if norm.weight is None or norm.bias is None:
        return None
    return Moments(norm.bias.detach(), norm.weight.detach().abs())


def _after(activation: Callable[[Tensor], Tensor], before: Moments) -> Moments:
    shares = (torch.arange(_POINTS) + 0.5) / _POINTS
    points = before.mean[:, None] + before.deviation[:, None] * torch.special.ndtri(shares)
    values = activation(points)
    return Moments(values.mean(1), values.std(1, correction=0))
