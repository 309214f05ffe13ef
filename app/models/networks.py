"""Build the network of a model and fill it with its weights."""

from __future__ import annotations

from torch import Tensor, nn

from app.models import efficientnet_lite
from app.models.state_dicts import fitted, misfit
from app.models.weights import load_weights
from app.steps import JobFailure, Trouble
from app.values import ModelSpec


def load_network(spec: ModelSpec) -> nn.Module:
    """The network of `spec` on the CPU, in evaluation mode, ready for `forward`; its head has one output per label.

    Raises:
        JobFailure: as `load_weights` and `empty_network`; WEIGHTS_DAMAGED or MODEL_UNFIT when the weights are not those
            of this network and these labels.
        MemoryError: there is no room for it.
    """
    state = load_weights(spec.weights)
    network = empty_network(spec.library, spec.architecture, len(spec.labels), spec.preprocess.crop)
    if spec.library == "whatsit":
        state = {efficientnet_lite.our_name(name): value for name, value in state.items()}
    fill(network, state, spec)
    return network


def fill(network: nn.Module, state: dict[str, Tensor], spec: ModelSpec) -> None:
    """Give an empty network its weights and make it ready for `forward`; raises JobFailure."""
    state = fitted(state, network)
    if spec.library == "timm" and misfit(network.state_dict(), state):
        from app.models.timm_networks import as_timm_loads_it

        state = fitted(as_timm_loads_it(state, network), network)
    if name := misfit(network.state_dict(), state):
        trouble = Trouble.WEIGHTS_DAMAGED if spec.weights.path is None else Trouble.MODEL_UNFIT
        raise JobFailure(trouble, spec.weights.name, f"{name} does not fit {spec.architecture}")
    network.load_state_dict(state, strict=True, assign=True)
    network.eval().requires_grad_(False)


def empty_network(library: str, architecture: str, classes: int, side: int | None = None) -> nn.Module:
    """A network without weights, on the "meta" device: it costs neither memory nor random numbers.

    What is no weight, such as a table of positions that the state dict does not hold, has its values.

    Args:
        library: as in `ModelSpec`.
        architecture: the library's name for it.
        classes: outputs of its head.
        side: pixels of either side of its pictures, for networks that are built for one size; None is their usual one.

    Raises:
        JobFailure: LIBRARY_BROKEN, NO_TIMM, or MODEL_UNFIT: the library has no such network, or none of this size.
    """
    if library == "torchvision":
        from app.models.torchvision_networks import empty_torchvision_network

        return empty_torchvision_network(architecture, classes, side)
    if library == "timm":
        from app.models.timm_networks import empty_timm_network

        return empty_timm_network(architecture, classes)
    return efficientnet_lite.empty_network(classes)
