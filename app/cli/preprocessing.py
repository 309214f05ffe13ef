"""`--preprocess`: how a model takes its pictures, as far as the user changes it."""

from __future__ import annotations

import argparse
from dataclasses import replace
from typing import Any

from app.models.record import FILTERS, SIDE_MOST
from app.values import PreprocessSpec

PREPROCESS_HELP = (
    "what to change of it, with commas between: resize=256, crop=224, interpolation=bicubic, mean=0.5/0.5/0.5, "
    "std=0.5/0.5/0.5, squash or keep, rgb or bgr (default: as the checkpoint says, else as is usual for the network)"
)
_FLAGS: dict[str, tuple[str, Any]] = {
    "squash": ("squash", True),
    "keep": ("squash", False),
    "rgb": ("order", "rgb"),
    "bgr": ("order", "bgr"),
}


def preprocess_option(text: str) -> dict[str, Any]:
    """The fields of `PreprocessSpec` that a text names, and their values; for argparse."""
    changes: dict[str, Any] = {}
    for part in filter(None, (part.strip() for part in text.split(","))):
        name, equals, value = part.partition("=")
        if not equals and name in _FLAGS:
            field, changes_to = _FLAGS[name]
            changes[field] = changes_to
        elif name in ("resize", "crop"):
            changes[name] = _side(value)
        elif name in ("mean", "std"):
            changes[name] = _three(name, value)
        elif name == "interpolation" and value in FILTERS:
            changes[name] = value
        else:
            raise argparse.ArgumentTypeError(f"{part!r} is none of resize=, crop=, interpolation={'|'.join(FILTERS)}, "
                                             "mean=, std=, squash, keep, rgb, bgr")  # fmt: skip
    return changes


def changed_preprocess(usual: PreprocessSpec, changes: dict[str, Any]) -> PreprocessSpec:
    """The usual one with these fields changed; a crop that is larger than the usual side makes that side larger."""
    if "crop" in changes and "resize" not in changes:
        changes = {"resize": max(usual.resize, changes["crop"]), **changes}
    return replace(usual, **changes)


def _side(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 6 and 1 <= int(text) <= SIDE_MOST):
        raise argparse.ArgumentTypeError(f"a side of 1 to {SIDE_MOST} pixels is wanted, not {text!r}")
    return int(text)


def _three(name: str, text: str) -> tuple[float, float, float]:
    try:
        red, green, blue = (float(part) for part in text.split("/"))
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{name} wants three numbers such as 0.5/0.5/0.5, not {text!r}") from error
    return red, green, blue
