"""torchvision and its classification networks."""

from __future__ import annotations

import warnings
from functools import cache
from importlib import import_module
from threading import Lock
from typing import Any

import torch
from torch import nn

from app.models.stand_ins import absent_numpy, late_dynamo
from app.models.weightless import Weightless
from app.steps import JobFailure, Trouble

_IMPORTING = Lock()  # what stands in meanwhile must not come under the eyes of another thread


def import_torchvision() -> Any:
    """The package, also beside a build of torch that it was not made for.

    Its own operators then cannot be loaded, of which no network here needs any; but its import asks for the schemas of
    two.

    Raises:
        JobFailure: LIBRARY_BROKEN: it is not there, or cannot be loaded.
    """
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with _IMPORTING:
                return _imported()
    except MemoryError:
        raise
    except Exception as error:
        raise JobFailure(Trouble.LIBRARY_BROKEN, "torchvision", str(error).strip()) from error


def _imported() -> Any:
    """Without what its networks do not need, unless these versions want more of it than stands in."""
    try:
        with late_dynamo(), absent_numpy():
            return _with_operators()
    except (AttributeError, ImportError):
        import_module("torch._dynamo.utils")
        with absent_numpy():
            return _with_operators()


def _with_operators() -> Any:
    try:
        import torchvision
    except RuntimeError as error:
        if "torchvision::nms" not in str(error):
            raise
        _declared_operators()
        import torchvision
    torchvision.models.list_models  # noqa: B018 - a folder that an older version left is a package with nothing in it
    return torchvision


@cache
def _declared_operators() -> Any:
    """Kept, because what it declares goes with it."""
    library: Any = torch.library.Library("torchvision", "DEF")  # type: ignore[no-untyped-call]
    for name in ("nms", "qnms"):
        library.define(f"{name}(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")
    return library


def empty_torchvision_network(architecture: str, classes: int, side: int | None = None) -> nn.Module:
    """As `networks.empty_network`."""
    torchvision = import_torchvision()
    if architecture not in torchvision.models.list_models(module=torchvision.models):
        raise JobFailure(Trouble.MODEL_UNFIT, architecture, "torchvision has no such classification network")
    try:
        with Weightless(), warnings.catch_warnings():
            warnings.simplefilter("ignore")
            network: nn.Module = torchvision.models.get_model(
                architecture, weights=None, num_classes=classes, **_options(architecture, side)
            )
    except ValueError as error:  # MaxViT cuts its pictures into windows, which have to come out even
        raise JobFailure(Trouble.MODEL_UNFIT, architecture, str(error)) from error
    return network


def _options(architecture: str, side: int | None) -> dict[str, Any]:
    """What some networks have to be told.

    GoogLeNet and Inception would spend a minute on random weights, and want what helps them to learn. Vision
    transformers are built for one size of picture.
    """
    if architecture in ("googlenet", "inception_v3"):
        return {"aux_logits": False, "init_weights": False}
    if side is not None and architecture.startswith("vit_"):
        return {"image_size": side}
    return {"input_size": (side, side)} if side is not None and architecture.startswith("maxvit_") else {}
