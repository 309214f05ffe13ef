"""torchvision's classification networks, as the library itself describes them."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from app.cards import Card, Published
from app.models.papers import paper_in, year_of
from app.models.torchvision_networks import import_torchvision
from app.values import PreprocessSpec

_DIGITS = re.compile(r"-([0-9a-f]{8,64})\.pth$")  # in a file's name, as torch.hub reads them
_IMAGENET = "ImageNet-1K"
# Networks that turn their pictures' normalisation into this one themselves when they are built with their weights.
_TURNING = ("googlenet", "inception_v3")
_HALF = (0.5, 0.5, 0.5)


def torchvision_cards() -> Iterator[Card]:
    """Every network with each of its weights; raises JobFailure when torchvision cannot be loaded."""
    models = import_torchvision().models
    for name in models.list_models(module=models):
        weights = models.get_model_weights(name)
        paper = paper_in(models.get_model_builder(name).__doc__ or "")
        cards = [_card(name, each, paper, len(weights)) for each in weights if each.meta["categories"]]
        yield from cards  # VGG-16 has weights without a head, which are no classifier


def _card(name: str, weights: Any, paper: str, count: int) -> Card:
    meta = weights.meta
    scores: Mapping[str, float] = meta["_metrics"].get(_IMAGENET, {})
    tag = str(weights.name)
    return Card(
        key=f"torchvision/{name}:{tag}",
        title=f"{name} ({tag})" if count > 1 else name,
        library="torchvision",
        architecture=name,
        is_default=weights == type(weights).DEFAULT,
        file=_file(weights.url, meta.get("_file_size")),
        preprocess=_preprocess(name, weights.transforms()),
        label_set="imagenet1k" if len(meta["categories"]) == 1000 else tag,
        classes=len(meta["categories"]),
        parameters=meta.get("num_params"),
        gflops=_known(meta.get("_ops")),
        top1=_known(scores.get("acc@1")),
        top5=_known(scores.get("acc@5")),
        licence=meta.get("license") or "",
        paper=paper,
        year=year_of(paper),
        origin=f"torchvision’s {type(weights).__name__}.{tag}",
    )


def _known(value: float | None) -> float | None:
    return None if value is None or math.isnan(value) else float(value)


def _file(address: str, mebibytes: float | None) -> Published:
    name = address.rpartition("/")[2]
    digits = _DIGITS.search(name)
    size = None if mebibytes is None else round(mebibytes * (1 << 20))
    return Published(name, address, digits=digits[1] if digits else "", bytes=size)


def _preprocess(name: str, transform: Any) -> PreprocessSpec:
    """torchvision's `ImageClassification`, in our words.

    GoogLeNet and Inception, built with their weights, turn ImageNet's normalisation into (x - 0.5) / 0.5 in their
    first step; here they are built without that step and given what comes of it.
    """
    turns = name in _TURNING
    (resize,), (crop,) = transform.resize_size, transform.crop_size
    return PreprocessSpec(
        resize=resize,
        crop=crop,
        interpolation=transform.interpolation.value,
        mean=_HALF if turns else _three(transform.mean),
        std=_HALF if turns else _three(transform.std),
    )


def _three(values: Any) -> tuple[float, float, float]:
    red, green, blue = map(float, values)
    return red, green, blue
