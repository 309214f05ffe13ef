"""The settings of preprocessing that training scripts differ in, by what they change; the usual ones first."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from app.models.own.preprocessing import IMAGENET_MEAN, IMAGENET_STD
from app.values import PreprocessSpec

_IMAGENET = (IMAGENET_MEAN, IMAGENET_STD)
_CLIP = ((0.48145466, 0.4578275, 0.40821073), (0.26862954, 0.26130258, 0.27577711))
_NONE, _ONE, _HALF = (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), (0.5, 0.5, 0.5)
_BYTE = (1 / 255, 1 / 255, 1 / 255)  # numbers up to 255 are left as they are
_NORMALISATIONS = (
    _IMAGENET,
    (_HALF, _HALF),
    (_NONE, _ONE),
    (_NONE, _BYTE),
    (_IMAGENET[0], _BYTE),
    (_HALF, _ONE),
    _CLIP,
)
_RATIOS = (1.0, 0.875, 0.95, 0.9, 224 / 256)
_SIDES = (224, 256, 299, 384, 128, 64, 32)
_FILTERS = ("bilinear", "bicubic", "nearest", "lanczos")


def normalisations(spec: PreprocessSpec) -> list[PreprocessSpec]:
    """Mean and standard deviation."""
    return [replace(spec, mean=mean, std=std) for mean, std in _NORMALISATIONS]


def orders(spec: PreprocessSpec) -> list[PreprocessSpec]:
    """Red or blue first, with the normalisation turned round or not."""
    other = replace(spec, order="bgr" if spec.order == "rgb" else "rgb")
    return [other, replace(other, mean=_turned(spec.mean), std=_turned(spec.std))]


def geometries(spec: PreprocessSpec) -> list[PreprocessSpec]:
    """A square that loses the proportions or the centre of a shorter side, and how much of it is cropped."""
    return [
        replace(spec, resize=int(spec.crop / ratio), squash=squash) for squash in (True, False) for ratio in _RATIOS
    ]


def interpolations(spec: PreprocessSpec) -> list[PreprocessSpec]:
    """The filter."""
    return [replace(spec, interpolation=name) for name in _FILTERS]


def sides(spec: PreprocessSpec) -> list[PreprocessSpec]:
    """The size of what the network sees, the share that is cropped being the same."""
    return [replace(spec, crop=side, resize=int(side * spec.resize / spec.crop)) for side in _SIDES]


def _turned(values: tuple[float, float, float]) -> tuple[float, float, float]:
    first, second, third = values
    return third, second, first


GROUPS: tuple[Callable[[PreprocessSpec], list[PreprocessSpec]], ...] = (
    normalisations,
    orders,
    geometries,
    interpolations,
    sides,
)
