"""A network made faster on the CPU, its scores the same but for roundings.

Only the worker imports this module: it imports torch.

Batch norms become part of the convolutions before them (as `torch.nn.utils.fusion` does it), and convolutions are done
by oneDNN's own functions, which torch's compiler uses as well: weights laid out for the processor once instead of at
every pass, the activation applied while a value is at hand. docs/performance.md has what each of it brings.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator
from contextlib import suppress
from typing import Any

import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it
from torch import Tensor, fx, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from app.inference.devices import has_onednn
from app.models.efficientnet_lite import SameConv

logger = logging.getLogger(__name__)

# Convolutions at the input stay in fp32, as roundings there grow through the whole network, and so does the linear
# layer at the end.
FIRST_IN_FP32 = 5
RUN = 32  # weights in a row among which roundings are evened out

# Activations by oneDNN's names for them, and its parameters.
_RELU, _RELU6 = ("relu", ()), ("hardtanh", (0.0, 6.0))
_SILU, _HARDSWISH = ("swish", ()), ("hardswish", ())
_ACTIVATIONS: dict[Any, tuple[str, tuple[float, ...]]] = {
    nn.ReLU: _RELU,
    F.relu: _RELU,
    nn.ReLU6: _RELU6,
    F.relu6: _RELU6,
    nn.SiLU: _SILU,
    F.silu: _SILU,
    nn.Hardswish: _HARDSWISH,
    F.hardswish: _HARDSWISH,
}


def fused(network: nn.Module, precision: str) -> nn.Module:
    """The network for pictures of one size, made of the modules of this one, which is of no use afterwards.

    Args:
        network: in evaluation mode, on the CPU, of which no gradients are asked.
        precision: "fp32" or "bf16"; in bf16 the first convolutions, the last linear layer, and whatever does not
            multiply, stay in fp32.

    Returns:
        A network from float32 (N, 3, H, W) to float32 logits (N, classes), not to be trained. What cannot be followed
        through its Python stays as it is.
    """
    traced = _traced(network)
    if traced is not None:
        _fold_batch_norms(traced)
        if _can_pack():
            _pack_convolutions(traced, torch.bfloat16 if precision == "bf16" else torch.float32)
        traced.recompile()
        _lay_channels_together(traced)
        network = traced
    return Lowered(network) if precision == "bf16" else network


def _can_pack() -> bool:
    """Whether this torch has oneDNN, and those functions of it that are called here, which are not public ones."""
    with suppress(AttributeError, RuntimeError):  # a torch without one of them
        found = torch.ops.mkldnn._convolution_pointwise.default, torch.ops.aten.mkldnn_reorder_conv2d_weight.default
        return has_onednn() and tuple(len(each._schema.arguments) for each in found) == (10, 6)
    return False


class Lowered(nn.Module):
    """A network whose multiplications are in bf16."""

    def __init__(self, network: nn.Module) -> None:
        super().__init__()
        self.network = network
        packed = [module._conv for module in network.modules() if isinstance(module, PackedConv)]  # in their own way
        plain = [(name, each) for name, each in network.named_modules() if type(each) in (nn.Linear, nn.Conv2d)]
        head = next((name for name, each in reversed(plain) if isinstance(each, nn.Linear)), None)
        for name, module in plain:
            if name == head:
                network.set_submodule(name, ExactLinear(module))
            elif module not in packed:
                module.weight = nn.Parameter(rounded(module.weight), requires_grad=False)
                module.bias = None if module.bias is None else nn.Parameter(module.bias.bfloat16(), requires_grad=False)

    def forward(self, x: Tensor) -> Tensor:
        """float32 (N, 3, H, W) to float32 (N, classes)."""
        with torch.autocast("cpu", torch.bfloat16):
            logits: Tensor = self.network(x)
        return logits.float()


class ExactLinear(nn.Linear):
    """A linear layer in fp32 among others that are not."""

    def __init__(self, linear: nn.Linear) -> None:
        super().__init__(linear.in_features, linear.out_features, linear.bias is not None, device="meta")
        self.weight, self.bias = linear.weight, linear.bias

    def forward(self, x: Tensor) -> Tensor:
        """Any (…, inputs) to float32 (…, outputs)."""
        with torch.autocast("cpu", enabled=False):
            return super().forward(x.float())


class PackedConv(nn.Module):
    """A convolution of oneDNN and the activation that follows; packed for the size of the first picture it sees."""

    def __init__(self, conv: nn.Conv2d, activation: tuple[str, tuple[float, ...]], dtype: torch.dtype) -> None:
        super().__init__()
        self._conv: nn.Conv2d | None = conv
        self._activation = activation[0], list(activation[1])
        self._dtype = dtype
        self._packed: tuple[Any, ...] = ()

    def forward(self, x: Tensor) -> Tensor:
        """(N, inputs, H, W) to (N, outputs, H', W')."""
        x = x.to(self._dtype)
        conv = self._conv  # which another thread may be packing as well
        if conv is not None:
            self._packed = _packed(conv, self._dtype, x.shape)
            self._conv = None  # and its weights
        output: Tensor = torch.ops.mkldnn._convolution_pointwise.default(x, *self._packed, *self._activation, "")
        return output


def _packed(conv: nn.Conv2d, dtype: torch.dtype, shape: torch.Size) -> tuple[Any, ...]:
    """Weight, bias, padding, stride, dilation and groups, as oneDNN takes them for pictures of this shape."""
    weight = rounded(conv.weight) if dtype == torch.bfloat16 else conv.weight.detach()
    padding = [int(each) for each in conv.padding]
    if isinstance(conv, SameConv):
        weight, padding = _symmetric(conv, weight, shape)
    way = (padding, list(conv.stride), list(conv.dilation), conv.groups)
    blocked = torch.ops.aten.mkldnn_reorder_conv2d_weight(weight.to_mkldnn(), *way, list(shape))
    return blocked, None if conv.bias is None else conv.bias.detach().to(dtype), *way


def rounded(weight: Tensor) -> Tensor:
    """Weights (outputs, …) in bf16, each rounding carried on to the next weight of the same output.

    As halftoning does with grey (error diffusion, Floyd and Steinberg 1976): the sum of the weights stays, and with it
    what comes of the common part of activations, which are seldom negative. For the built-in model it takes a sixth off
    the mean difference of a probability, and costs nothing at a pass.
    """
    rows = weight.detach().flatten(1)
    runs = F.pad(rows, (0, -rows.shape[1] % RUN)).view(len(rows), -1, RUN)
    carried, found = torch.zeros(runs.shape[:2]), torch.empty_like(runs, dtype=torch.bfloat16)
    for place in range(RUN):
        wanted = runs[..., place] + carried
        found[..., place] = wanted
        carried = wanted - found[..., place]
    return found.flatten(1)[:, : rows.shape[1]].reshape(weight.shape)


def _symmetric(conv: SameConv, weight: Tensor, shape: torch.Size) -> tuple[Tensor, list[int]]:
    """Weight and padding of the same convolution with as much padding on the left as on the right.

    Where one more is needed on the right, a kernel with a zero before it takes one more on the left: filling up the
    picture, a copy of it, costs a seventh of the whole pass.
    """
    missing = [conv.missing(length) for length in shape[-2:]]
    down, across = (each % 2 for each in missing)
    return F.pad(weight, (across, 0, down, 0)), [each - each // 2 for each in missing]


class _Tracer(fx.Tracer):
    """Follows the Python of a network; convolutions and batch norms are taken whole, of whatever kind they are."""

    def is_leaf_module(self, m: nn.Module, module_qualified_name: str) -> bool:
        return isinstance(m, nn.Conv2d | nn.BatchNorm2d) or super().is_leaf_module(m, module_qualified_name)


def _traced(network: nn.Module) -> fx.GraphModule | None:
    """The network as a list of operations, or None where its Python depends on more than the modules it is made of."""
    try:
        return fx.GraphModule(network, _Tracer().trace(network))
    except Exception as error:  # whatever a network's Python makes of a stand-in for its input
        logger.debug("%s cannot be traced: %s", type(network).__name__, error)
        return None


def _convolutions(traced: fx.GraphModule) -> Iterator[tuple[fx.Node, nn.Conv2d]]:
    """The plain convolutions that are called at one place, first to last; the graph may change meanwhile.

    One whose weights are asked for besides, if only for their dtype, is none of them.
    """
    nodes = [node for node in traced.graph.nodes if node.op == "call_module"]
    calls = Counter(node.target for node in nodes)
    read = {str(node.target).rpartition(".")[0] for node in traced.graph.nodes if node.op == "get_attr"}
    for node in nodes:
        module = _module(traced, node)
        is_plain = type(module) in (nn.Conv2d, SameConv) and calls[node.target] == 1 and node.target not in read
        if is_plain and module.padding_mode == "zeros" and not isinstance(module.padding, str):
            yield node, module


def _module(traced: fx.GraphModule, node: fx.Node) -> Any:
    """The module that an operation calls, None for others."""
    return traced.get_submodule(str(node.target)) if node.op == "call_module" else None


def _only_user(node: fx.Node) -> fx.Node | None:
    """What comes next, if nothing else needs what this gives."""
    users = list(node.users)
    return users[0] if len(users) == 1 else None


def _fold_batch_norms(traced: fx.GraphModule) -> None:
    for node, conv in _convolutions(traced):
        after = _only_user(node)
        norm = _module(traced, after) if after is not None else None
        if after is not None and type(norm) is nn.BatchNorm2d:
            folded = fuse_conv_bn_eval(conv, norm)
            conv.weight, conv.bias = folded.weight, folded.bias
            _skip(traced, after, node)


def _skip(traced: fx.GraphModule, node: fx.Node, instead: fx.Node) -> None:
    node.replace_all_uses_with(instead)
    traced.graph.erase_node(node)


def _pack_convolutions(traced: fx.GraphModule, dtype: torch.dtype) -> None:
    for number, (node, conv) in enumerate(list(_convolutions(traced))):
        _pack(traced, node, conv, torch.float32 if number < FIRST_IN_FP32 else dtype)


def _pack(traced: fx.GraphModule, node: fx.Node, conv: nn.Conv2d, dtype: torch.dtype) -> None:
    after = _only_user(node)
    activation = None if after is None else _ACTIVATIONS.get(_kind(traced, after))
    if after is not None and activation is not None:
        _skip(traced, after, node)
    traced.set_submodule(str(node.target), PackedConv(conv, activation or ("none", ()), dtype))


def _lay_channels_together(traced: fx.GraphModule) -> None:
    """In the weights of convolutions; what else has many dimensions need not have channels."""
    for module in traced.modules():
        if isinstance(module, nn.Conv2d):
            module.to(memory_format=torch.channels_last)


def _kind(traced: fx.GraphModule, node: fx.Node) -> object:
    """What tells activations apart: the type of a module, or the function."""
    return type(_module(traced, node)) if node.op == "call_module" else node.target
