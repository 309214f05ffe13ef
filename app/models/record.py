"""A model as JSON, for the folder where what the user has is kept; and back, with whatever is wrong told.

Nothing here imports torch.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import Any

from app.models.labels import read_labels
from app.values import ClassLabel, ModelSpec, PreprocessSpec, WeightsFile

FORMAT = 1
LARGEST = 16 << 20  # bytes of a record: 22,000 labels with their synonyms take 2 MB
SIDE_MOST = 4096  # pixels; the largest networks known see 1,024
CLASSES_MOST = 200_000
FILTERS = ("nearest", "box", "bilinear", "hamming", "bicubic", "lanczos")  # Pillow's
LIBRARIES = ("whatsit", "torchvision", "timm")
_LABEL_SETS = ("imagenet1k",)  # those that came with the program
_TEXT_MOST = 10_000  # characters
_BRACKETS_MOST = 1_000_000  # two for each of the most classes are enough; 5 million take 12 seconds to read


class RecordError(ValueError):
    """Why something is no model, in a phrase."""


def record_of(spec: ModelSpec) -> dict[str, Any]:
    """What `spec_in` makes the same model of: numbers, texts, lists and dictionaries only."""
    return {
        "format": FORMAT,
        "key": spec.key,
        "title": spec.title,
        "library": spec.library,
        "architecture": spec.architecture,
        "multi_label": spec.multi_label,
        "preprocess": asdict(spec.preprocess),
        "weights": {
            "name": spec.weights.name,
            "path": None if spec.weights.path is None else str(spec.weights.path),
            "sha256": spec.weights.sha256,
            "bytes": spec.weights.bytes,
        },
        "licence": spec.licence,
        "origin": spec.origin,
        "labels": labels_record(spec.labels),
    }


def labels_record(labels: tuple[ClassLabel, ...]) -> str | list[Any]:
    """The name of a set of labels that came with the program, else each label: its name alone, or all of it."""
    known = (name for name in _LABEL_SETS if read_labels(name) == labels)
    return next(known, None) or [asdict(label) if label.wordnet_id else label.name for label in labels]


def read_record(path: Path) -> Any:
    """The JSON in a file.

    Raises:
        RecordError: it is none, or unreasonably large.
        OSError: it cannot be read.
    """
    if not path.is_file():  # a pipe would be waited for
        raise RecordError("it is not a file")
    with path.open("rb") as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST or data.count(b"[") + data.count(b"{") > _BRACKETS_MOST:
        raise RecordError("it is too large")
    try:
        return json.loads(data)
    except (ValueError, RecursionError) as error:
        raise RecordError("it is not JSON") from error


def spec_in(record: object) -> ModelSpec:
    """The model that a record tells of.

    Raises:
        RecordError: it tells of none.
        JobFailure: the labels that came with the program are missing or damaged.
    """
    whole = _mapping(record, "the record")
    if whole.get("format") != FORMAT:
        raise RecordError("it is of another version")
    return ModelSpec(
        key=text_in(whole, "key"),
        title=text_in(whole, "title"),
        architecture=text_in(whole, "architecture"),
        weights=_weights(_mapping(whole.get("weights"), "weights")),
        preprocess=preprocess_in(whole.get("preprocess")),
        labels=labels_in(whole.get("labels")),
        licence=text_in(whole, "licence"),
        origin=text_in(whole, "origin"),
        library=_one_of(whole, "library", LIBRARIES),
        multi_label=_truth(whole, "multi_label"),
    )


def preprocess_in(record: object) -> PreprocessSpec:
    """The preprocessing that a record, or `asdict` of one, tells of; raises RecordError."""
    step = _mapping(record, "preprocess")
    resize, crop = (_whole(step, name, 1, SIDE_MOST) for name in ("resize", "crop"))
    return PreprocessSpec(
        resize=resize,
        crop=crop,
        interpolation=_one_of(step, "interpolation", FILTERS),
        mean=_three(step, "mean"),
        std=_three(step, "std", is_divisor=True),
        squash=_truth(step, "squash"),
        order=_one_of(step, "order", ("rgb", "bgr")),
    )


def labels_in(record: object) -> tuple[ClassLabel, ...]:
    """The labels that a record tells of; raises RecordError, or JobFailure for a set that came with the program."""
    if isinstance(record, str) and record in _LABEL_SETS:
        return read_labels(record)
    if not isinstance(record, list) or not 1 <= len(record) <= CLASSES_MOST:
        raise RecordError("labels are no list of labels")
    return tuple(_label(entry) for entry in record)


def _label(entry: object) -> ClassLabel:
    if isinstance(entry, str):
        entry = {"name": entry}
    label = {"synonyms": [], "wordnet_id": "", **_mapping(entry, "a label")}
    synonyms = label["synonyms"]
    if not isinstance(synonyms, list) or not all(isinstance(each, str) for each in synonyms):
        raise RecordError("the synonyms of a label are no list of texts")
    return ClassLabel(text_in(label, "name"), tuple(synonyms), text_in(label, "wordnet_id"))


def _weights(weights: Mapping[str, Any]) -> WeightsFile:
    sha256 = text_in(weights, "sha256")
    if not re.fullmatch("[0-9a-f]{64}", sha256):
        raise RecordError("sha256 is no digest")
    path = None if weights.get("path") is None else Path(text_in(weights, "path"))
    return WeightsFile("", text_in(weights, "name"), sha256, _whole(weights, "bytes", 1, 1 << 50), path)


def _mapping(value: object, name: str) -> Mapping[str, Any]:
    if not isinstance(value, dict):
        raise RecordError(f"{name} is missing or of another kind")
    return value


def text_in(record: Mapping[str, Any], name: str) -> str:
    """The text of this name in a record; raises RecordError."""
    value = record.get(name)
    if not isinstance(value, str) or len(value) > _TEXT_MOST or "\0" in value:
        raise RecordError(f"{name} is no text")
    return value


def _one_of(record: Mapping[str, Any], name: str, known: tuple[str, ...]) -> str:
    value = text_in(record, name)
    if value not in known:
        raise RecordError(f"{name} is none of {', '.join(known)}")
    return value


def _truth(record: Mapping[str, Any], name: str) -> bool:
    value = record.get(name)
    if not isinstance(value, bool):
        raise RecordError(f"{name} is neither true nor false")
    return value


def _whole(record: Mapping[str, Any], name: str, least: int, most: int) -> int:
    value = record.get(name)
    if not isinstance(value, int) or isinstance(value, bool) or not least <= value <= most:
        raise RecordError(f"{name} is no whole number from {least} to {most:,}")
    return value


def _three(record: Mapping[str, Any], name: str, *, is_divisor: bool = False) -> tuple[float, float, float]:
    values = record.get(name)
    if not isinstance(values, list | tuple) or len(values) != 3 or not all(_is_number(value) for value in values):
        raise RecordError(f"{name} is not three numbers")
    if is_divisor and not all(value > 0 for value in values):
        raise RecordError(f"{name} is not above zero")
    red, green, blue = map(float, values)
    return red, green, blue


def _is_number(value: object) -> bool:
    """Whether it is a number that a float can hold: JSON has whole ones of any length."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return False
    return abs(value) <= sys.float_info.max  # which no NaN is
