"""A network made faster on the CPU, its scores the same but for roundings.

Only the worker imports this module: it imports torch.

Batch norms become part of the convolutions before them (as `torch.nn.utils.fusion` does it), and convolutions are done
by oneDNN's own functions, which torch's compiler uses as well: weights laid out for the processor once instead of at
every pass, the activation applied while a value is at hand. docs/performance.md has what each of it brings.
"""

from __future__ import annotations

import logging
from collections import Counter
from collections.abc import Iterator, Mapping

import torch
from torch import Tensor, fx, nn
from torch.nn.utils.fusion import fuse_conv_bn_eval

from app.inference.moments import ADDITIONS, PASSED_ON, expected_inputs, kind_of, module_of
from app.inference.packed import ACTIVATIONS, NONE, RELU, PackedConv, PackedSum, can_pack
from app.models.efficientnet_lite import SameConv

logger = logging.getLogger(__name__)

# Convolutions at the input stay in fp32, as roundings there grow through the whole network, and so does the linear
# layer at the end.
FIRST_IN_FP32 = 3

NORM_WITH_ACTIVATION = "timm.layers.norm_act.BatchNormAct2d"  # asked for by its name: timm is not imported for it


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
        _take_norms_apart(traced)
        means = expected_inputs(traced) if precision == "bf16" else {}
        _fold_batch_norms(traced)
        if can_pack():
            _pack_convolutions(traced, torch.bfloat16 if precision == "bf16" else torch.float32, means)
        traced.recompile()
        _lay_channels_together(traced)
        network = traced
    return Lowered(network) if precision == "bf16" else network


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
                module.weight = nn.Parameter(module.weight.bfloat16(), requires_grad=False)
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
        module = module_of(traced, node)
        is_plain = type(module) in (nn.Conv2d, SameConv) and calls[node.target] == 1 and node.target not in read
        if is_plain and module.padding_mode == "zeros" and not isinstance(module.padding, str):
            yield node, module


def _only_user(node: fx.Node) -> fx.Node | None:
    """What comes next, if nothing else needs what this gives."""
    users = list(node.users)
    return users[0] if len(users) == 1 else None


def _take_norms_apart(traced: fx.GraphModule) -> None:
    """Norms of timm that end with an activation become the three modules that they are made of."""
    for node in list(traced.graph.nodes):
        norm = module_of(traced, node)
        if f"{type(norm).__module__}.{type(norm).__name__}" == NORM_WITH_ACTIVATION:
            norm.norm = _plain(norm)
            last = node.args[0]
            with traced.graph.inserting_before(node):
                for part in ("norm", "drop", "act"):
                    last = traced.graph.call_module(f"{node.target}.{part}", (last,))
            _skip(traced, node, last)


def _plain(norm: nn.BatchNorm2d) -> nn.BatchNorm2d:
    """What a batch norm does before whatever else it does."""
    plain = nn.BatchNorm2d(norm.num_features, norm.eps).eval()
    for name in ("weight", "bias", "running_mean", "running_var"):
        setattr(plain, name, getattr(norm, name))
    return plain


def _fold_batch_norms(traced: fx.GraphModule) -> None:
    for node, conv in _convolutions(traced):
        after = _only_user(node)
        norm = module_of(traced, after) if after is not None else None
        if after is not None and type(norm) is nn.BatchNorm2d:
            folded = fuse_conv_bn_eval(conv, norm)
            conv.weight, conv.bias = folded.weight, folded.bias
            _skip(traced, after, node)


def _skip(traced: fx.GraphModule, node: fx.Node, instead: fx.Node) -> None:
    node.replace_all_uses_with(instead)
    traced.graph.erase_node(node)


def _pack_convolutions(traced: fx.GraphModule, dtype: torch.dtype, means: Mapping[fx.Node, Tensor]) -> None:
    """`means` as of `expected_inputs`."""
    for node in traced.graph.nodes:
        if isinstance(module_of(traced, node), PASSED_ON):
            _skip(traced, node, node.args[0])
    for number, (node, conv) in enumerate(list(_convolutions(traced))):
        _pack(traced, node, conv, torch.float32 if number < FIRST_IN_FP32 else dtype, means.get(node))


def _pack(traced: fx.GraphModule, node: fx.Node, conv: nn.Conv2d, dtype: torch.dtype, mean: Tensor | None) -> None:
    after = _only_user(node)
    shortcut = None if after is None else _shortcut(traced, node, after)
    activation = None if after is None else ACTIVATIONS.get(kind_of(traced, after))
    packed: PackedConv
    if after is None or shortcut is None:
        packed = PackedConv(conv, dtype, activation or NONE, mean)
    else:
        packed = PackedSum(conv, dtype, mean, may_overwrite=_is_last(traced, node, after, shortcut))
        node.args = (*node.args, shortcut)
        _skip(traced, next(iter(after.users)), after)
    if after is not None and (activation or shortcut):
        _skip(traced, after, node)
    traced.set_submodule(str(node.target), packed)


def _shortcut(traced: fx.GraphModule, node: fx.Node, after: fx.Node) -> fx.Node | None:
    """What is added to the output of a convolution and is there before it, if a ReLU follows."""
    relu = _only_user(after)
    if after.target not in ADDITIONS or len(after.args) != 2 or after.kwargs or relu is None:
        return None
    first, second = after.args
    other = second if first is node else first
    if not isinstance(other, fx.Node) or other is node or not _is_before(traced, other, node):
        return None
    return other if ACTIVATIONS.get(kind_of(traced, relu)) == RELU else None


def _is_last(traced: fx.GraphModule, node: fx.Node, addition: fx.Node, shortcut: fx.Node) -> bool:
    """Whether the shortcut is a convolution's, and nothing reads it besides but convolutions before this one."""
    readers = [each for each in shortcut.users if each is not addition]
    return node not in readers and all(  # one that reads it would read what it has written
        isinstance(module_of(traced, each), nn.Conv2d | PackedConv) and _is_before(traced, each, node)
        for each in (shortcut, *readers)
    )


def _is_before(traced: fx.GraphModule, one: fx.Node, other: fx.Node) -> bool:
    return next(each for each in traced.graph.nodes if each in (one, other)) is one


def _lay_channels_together(traced: fx.GraphModule) -> None:
    """In the weights of convolutions; what else has many dimensions need not have channels."""
    for module in traced.modules():
        if isinstance(module, nn.Conv2d):
            module.to(memory_format=torch.channels_last)
