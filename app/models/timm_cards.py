"""timm's pretrained classification networks, as the library itself describes them."""

from __future__ import annotations

import inspect
import math
import sys
from collections.abc import Iterator
from typing import Any

from app.cards import Card, Published
from app.models.papers import paper_in, year_of
from app.models.timm_networks import import_timm
from app.values import ClassLabel, PreprocessSpec

IMAGENET = "imagenet-1k"  # timm's name for the classes that torchvision's networks have, in the same order
_FILE = "model.safetensors"


def timm_cards() -> Iterator[Card]:
    """Every pretrained network that has classes with names, and its weights on the Hugging Face hub.

    Left out are networks without a head, such as those of CLIP, whose outputs are no classes; and the few whose weights
    lie elsewhere, where no digest is published that they could be checked against.

    Raises:
        JobFailure: NO_TIMM or LIBRARY_BROKEN.
    """
    timm = import_timm()
    for name in timm.list_models(pretrained=True):
        about = timm.models.get_pretrained_cfg(name)
        subset = timm.data.imagenet_info.infer_imagenet_subset(about) if about.num_classes else None
        if subset and about.hf_hub_id and about.crop_mode in ("center", "squash"):
            yield _card(timm, name, about, subset)


def timm_labels(subset: str) -> tuple[ClassLabel, ...]:
    """The labels of one of timm's sets, in order; raises JobFailure as `timm_cards`."""
    info = import_timm().data.imagenet_info.ImageNetInfo(subset)
    return tuple(_label(info, index) for index in range(info.num_classes()))


def _label(info: Any, index: int) -> ClassLabel:
    names = tuple(info.index_to_description(index).split(", "))
    return ClassLabel(names[0], names, info.index_to_label_name(index))


def _card(timm: Any, name: str, about: Any, subset: str) -> Card:
    base = name.partition(".")[0]
    paper = _paper(timm, base)
    return Card(
        key=f"timm/{name}",
        title=name,
        library="timm",
        architecture=name,
        is_default=timm.models.get_pretrained_cfg(base).tag == about.tag,
        file=Published(about.hf_hub_filename or _FILE, repository=about.hf_hub_id),
        preprocess=_preprocess(about),
        label_set="imagenet1k" if subset == IMAGENET else subset,
        classes=about.num_classes,
        licence=about.license or "",
        paper=paper,
        year=year_of(paper),
        origin=f"Hugging Face hub, {about.hf_hub_id}",
    )


def _paper(timm: Any, base: str) -> str:
    """That of the network, else the first one that its family's module names."""
    builder = timm.models.model_entrypoint(base)
    module = sys.modules[builder.__module__]
    return paper_in(inspect.getdoc(builder) or "") or paper_in(module.__doc__ or "")


def _preprocess(about: Any) -> PreprocessSpec:
    """timm's evaluation transform: the side that `crop_pct` asks for, then the centre."""
    side = about.input_size[1]
    return PreprocessSpec(
        resize=math.floor(side / about.crop_pct),
        crop=side,
        interpolation=about.interpolation,
        mean=_three(about.mean),
        std=_three(about.std),
        squash=about.crop_mode == "squash",
    )


def _three(values: Any) -> tuple[float, float, float]:
    red, green, blue = map(float, values)
    return red, green, blue
