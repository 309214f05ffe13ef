"""timm, where it is installed, and its networks."""

from __future__ import annotations

import sys
import warnings
from typing import Any

from torch import Tensor, nn

from app.models.torchvision_networks import import_torchvision
from app.models.weightless import Weightless
from app.steps import JobFailure, Trouble


def import_timm() -> Any:
    """The package.

    Raises:
        JobFailure: NO_TIMM: it is not installed; or LIBRARY_BROKEN.
    """
    import_torchvision()
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            import timm

            timm.list_models  # noqa: B018 - a folder that an older version left is a package with nothing in it
    except ModuleNotFoundError as error:
        raise JobFailure(Trouble.NO_TIMM, "timm") from error
    except MemoryError:
        raise
    except Exception as error:
        raise JobFailure(Trouble.LIBRARY_BROKEN, "timm", str(error).strip()) from error
    return timm


def empty_timm_network(architecture: str, classes: int) -> nn.Module:
    """As `networks.empty_network`; `architecture` may carry timm's tag, which decides the size of its pictures."""
    timm = import_timm()
    if not timm.is_model(architecture):
        raise JobFailure(Trouble.MODEL_UNFIT, architecture, "timm has no such network")
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            with Weightless():
                network: nn.Module = timm.create_model(architecture, pretrained=False, num_classes=classes)
        except RuntimeError:  # it computes with what has no values
            return timm.create_model(architecture, pretrained=False, num_classes=classes)  # type: ignore[no-any-return]
        if _has_empty_tables(network):
            network = timm.create_model(architecture, pretrained=False, num_classes=classes)
    return network


def _has_empty_tables(network: nn.Module) -> bool:
    """Whether something that no state dict brings would stay without values."""
    kept = network.state_dict().keys()
    return any(buffer.is_meta for name, buffer in network.named_buffers() if name not in kept)


def as_timm_loads_it(state: dict[str, Tensor], network: nn.Module) -> dict[str, Tensor]:
    """The state dict as the network's own filter makes it, which knows how others call its weights."""
    module = sys.modules[type(network).__module__]
    filtered = getattr(module, "checkpoint_filter_fn", None)
    return dict(filtered(state, network)) if filtered else state
