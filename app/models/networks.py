"""Build the network of a model and fill it with its weights."""

from __future__ import annotations

from torch import Tensor, nn

from app.models import efficientnet_lite
from app.models.weights import load_weights
from app.steps import JobFailure, Trouble
from app.values import ModelSpec


def load_network(spec: ModelSpec) -> nn.Module:
    """The network of `spec` on the CPU, in evaluation mode, ready for `forward`; its head has one output per label.

    Raises:
        JobFailure: WEIGHTS_MISSING, or WEIGHTS_DAMAGED when the weights are not those of this network and these labels.
    """
    state = {efficientnet_lite.our_name(name): value for name, value in load_weights(spec.weights).items()}
    network = efficientnet_lite.empty_network(len(spec.labels))
    if misfit := _misfit(network.state_dict(), state):
        raise JobFailure(Trouble.WEIGHTS_DAMAGED, spec.weights.name, f"{misfit} does not fit {spec.architecture}")
    network.load_state_dict(state, strict=True, assign=True)
    return network.eval().requires_grad_(False)


def _misfit(wanted: dict[str, Tensor], found: dict[str, Tensor]) -> str:
    """The first name that is missing, left over, or of another shape or type; "" if all fits."""
    for name in sorted(wanted.keys() | found.keys()):
        if name not in wanted or name not in found:
            return name
        if wanted[name].shape != found[name].shape or wanted[name].dtype != found[name].dtype:
            return name
    return ""
