"""What lies beside the weights of a checkpoint and may say what they are; a hint is never more than that."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from app.models.own.contents import Contents, TensorPlace
from app.models.record import CLASSES_MOST, FILTERS, SIDE_MOST

_ARGUMENTS = ("args", "hyper_parameters", "hparams", "config", "cfg", "opt", "params", "meta", "metadata")
_LABELS = (
    "classes",
    "class_names",
    "classnames",
    "class_labels",
    "label_names",
    "labels",
    "names",
    "idx_to_class",
    "idx2class",
    "id2label",
    "class_to_idx",
    "class2idx",
    "label2id",
    "CLASSES",
)
_ARCHITECTURES = ("arch", "architecture", "model_name", "model_arch", "backbone", "network", "encoder", "model", "name")
_EPOCHS = ("epoch", "epochs_trained", "epoch_idx")
_MULTI_LABEL = ("multilabel", "multi_label", "multi-label", "bcewithlogits", "bce_with_logits", "sigmoid")
_SIZES = ("img_size", "image_size", "input_size", "crop_size", "val_crop_size", "imgsz")
_RESIZES = ("resize_size", "val_resize_size", "resize")
LONGEST_LABEL = 1_000  # characters


@dataclass(frozen=True, slots=True)
class Hints:
    """What a checkpoint says of itself.

    Attributes:
        labels: in the order of the head's outputs; None where it names none, or not all of a row.
        architectures: names that may be one of a network, likeliest first.
        epoch: how far the training was.
        multi_label: True where it speaks of sigmoid probabilities, else None.
        crop, resize: sides of its pictures, in pixels.
        interpolation: how they were resized, as `PreprocessSpec` spells it.
        crop_ratio: of crop to resize.
        squash: whether they lost their proportions; None where nothing says so.
        mean, std: their normalisation.
        is_timm: whether it says that timm made the network.
    """

    labels: tuple[str, ...] | None = field(default=None, repr=False)
    architectures: tuple[str, ...] = ()
    epoch: int | None = None
    multi_label: bool | None = None
    crop: int | None = None
    resize: int | None = None
    interpolation: str | None = None
    crop_ratio: float | None = None
    squash: bool | None = None
    mean: tuple[float, float, float] | None = None
    std: tuple[float, float, float] | None = None
    is_timm: bool = False


def hints_in(contents: Contents) -> Hints:
    """What stands beside the tensors of a checkpoint, and in its arguments."""
    places = list(_places(contents))
    return Hints(
        labels=next((found for place in places for name in _LABELS if (found := labels_in(place.get(name)))), None),
        architectures=tuple(_architectures(places)),
        epoch=next((each for place in places for name in _EPOCHS if type(each := place.get(name)) is int), None),
        multi_label=True if any(map(_speaks_of_sigmoid, places)) else None,
        crop=_side(places, _SIZES),
        resize=_side(places, _RESIZES),
        mean=three_numbers(_first(places, ("mean", "image_mean"))),
        std=three_numbers(_first(places, ("std", "image_std"))),
        interpolation=interpolation(_first(places, ("interpolation",))),
    )


def _places(contents: Contents) -> Iterator[Mapping[object, object]]:
    """The checkpoint, and what it calls its arguments."""
    whole: Mapping[object, object] = contents.content if isinstance(contents.content, dict) else {}
    beside: dict[object, object] = dict(contents.metadata.items())
    for place in (whole, beside):
        yield place
        for name in _ARGUMENTS:
            inner = place.get(name)
            if isinstance(inner, dict):
                yield inner


def _first(places: list[Mapping[object, object]], names: tuple[str, ...]) -> object:
    return next((place[name] for place in places for name in names if place.get(name) is not None), None)


def _architectures(places: list[Mapping[object, object]]) -> Iterator[str]:
    seen = set()
    for place in places:
        for name in _ARCHITECTURES:
            value = place.get(name)
            if isinstance(value, str) and 0 < len(value) <= 100 and value not in seen:
                seen.add(value)
                yield value


def labels_in(value: object) -> tuple[str, ...] | None:
    """Class labels in a list, or in a dictionary of them and their numbers, either way round; None where it is neither.

    A row of numbers with a gap is none: which label would stand where?
    """
    if isinstance(value, dict):
        value = _in_order(value)
    if not isinstance(value, list) or not 0 < len(value) <= CLASSES_MOST:
        return None
    names = [str(each) for each in value if isinstance(each, str | int) and len(str(each)) <= LONGEST_LABEL]
    return tuple(names) if len(names) == len(value) else None


def _in_order(value: dict[object, object]) -> list[object] | None:
    by_number: dict[int | None, object] = {
        _number(key): label for key, label in value.items() if isinstance(label, str)
    }
    if len(by_number) != len(value) or None in by_number:
        by_number = {_number(number): label for label, number in value.items()}
    if set(by_number) != set(range(len(value))):
        return None
    return [by_number[number] for number in range(len(value))]


def _number(value: object) -> int | None:
    if isinstance(value, str) and value.isdecimal() and len(value) < 10:
        return int(value)
    return value if type(value) is int else None


def _speaks_of_sigmoid(place: Mapping[object, object]) -> bool:
    for name, value in place.items():
        word = f"{name}".lower()
        if isinstance(value, TensorPlace | dict | list) or len(word) > 100:
            continue
        if value is True and any(each in word for each in (*_MULTI_LABEL, "bce_loss")):
            return True
        text = value.lower() if isinstance(value, str) and len(value) < 200 else ""
        if any(each in text for each in _MULTI_LABEL) or (text == "bce" and "loss" in word):
            return True
    return False


def _side(places: list[Mapping[object, object]], names: tuple[str, ...]) -> int | None:
    return side_in(_first(places, names))


def side_in(value: object) -> int | None:
    """The side of a picture in pixels: a number, or the last of a list of sides; None for anything else."""
    side = value[-1] if isinstance(value, list) and value else value
    return side if type(side) is int and 1 <= side <= SIDE_MOST else None


def three_numbers(value: object) -> tuple[float, float, float] | None:
    """Mean or standard deviation of three channels; None for anything else."""
    if not isinstance(value, list) or len(value) != 3:
        return None
    if not all(isinstance(each, int | float) and 0 <= each <= 255 for each in value):
        return None
    first, second, third = (float(each) for each in value)
    return first, second, third


def interpolation(value: object) -> str | None:
    """A filter by Pillow's name; None for anything else."""
    name = value.lower() if isinstance(value, str) else ""
    return name if name in FILTERS else None
