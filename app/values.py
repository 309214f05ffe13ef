"""The frozen values that flow between the rooms.

Only the standard library is imported here. A picture that cannot be read is a value (`Failed`), never an exception
that crosses rooms; a job that cannot go on ends with a `JobError` inside its `JobEnd` (`steps`).
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

# --- pictures ----------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Stamp:
    """How it is told that a file is still the one that was classified.

    Attributes:
        size: in bytes.
        mtime_ns: time of the last change, in nanoseconds since 1970.
    """

    size: int
    mtime_ns: int


@dataclass(frozen=True, slots=True)
class ImageRef:
    """The identity of a picture from drop to export.

    Attributes:
        path: where the file lies, exactly as the user or the folder walk named it; for a pasted picture the name
            it is shown under.
        data: the encoded bytes of a picture that has no file (pasted, dropped or fetched), else None.
        stamp: what the file was when a run met it; no part of the picture's identity.
    """

    path: Path
    data: bytes | None = field(default=None, repr=False)
    stamp: Stamp | None = field(default=None, compare=False)


@dataclass(frozen=True, slots=True)
class Limits:
    """What decoding may cost.

    Attributes:
        pixels: a picture with more pixels than this (width times height) is refused.
    """

    pixels: int = 179_000_000


class Stage(Enum):
    """Where a picture failed."""

    FIND = "find"
    READ = "read"
    DECODE = "decode"
    CLASSIFY = "classify"


class Reason(Enum):
    """Why a picture failed; the closed list that every room and every export uses."""

    MISSING = "missing"
    UNREADABLE = "unreadable"
    NOT_A_FILE = "not a file"
    EMPTY = "empty"
    NOT_A_PICTURE = "not a picture"
    UNSUPPORTED = "unsupported"
    TRUNCATED = "truncated"
    DAMAGED = "damaged"
    CRASHED = "crashed"
    TOO_SLOW = "too slow"
    TOO_LARGE = "too large"
    OUT_OF_MEMORY = "out of memory"
    NO_SCORES = "no scores"


@dataclass(frozen=True, slots=True)
class Prediction:
    """One class and its probability.

    Attributes:
        index: position of the class in the model's output.
        label: the class label, as the model's label list spells it.
        probability: between 0 and 1: softmax of the logits at `index`, or sigmoid of it for a multi-label model.
    """

    index: int
    label: str
    probability: float


@dataclass(frozen=True, slots=True)
class Classified:
    """A picture that was answered.

    Attributes:
        ref: the picture.
        width, height: its size in pixels, upright.
        model: key of the `ModelSpec` that answered.
        device: the device that answered, such as "cpu" or "cuda:0".
        precision: the arithmetic of the network, such as "fp32".
        predictions: the likeliest classes, most likely first.
        seconds: time spent on this picture: decoding it, and its share of the forward pass.
    """

    ref: ImageRef
    width: int
    height: int
    model: str
    device: str
    precision: str
    predictions: tuple[Prediction, ...]
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Failed:
    """A picture that could not be answered.

    Attributes:
        ref: the picture (or the folder that could not be listed).
        stage: where it failed.
        reason: why.
        detail: one line for the curious: the kind of file ("Photoshop document"), the limit, the system's own words.
    """

    ref: ImageRef
    stage: Stage
    reason: Reason
    detail: str = ""


Outcome = Classified | Failed

# --- sorting into folders ------------------------------------------------------------------------------------------


class Way(Enum):
    """How a file gets into its folder."""

    COPY = "copy"
    MOVE = "move"
    LINK = "link"


class Left(Enum):
    """Why a file was left where it is, by a sort or by its undoing; the closed list that plans and reports use."""

    UNKNOWN = "unknown"
    FAILED = "failed"
    IN_PLACE = "in place"
    SAME_PICTURE = "same picture"
    GONE = "gone"
    CHANGED = "changed"
    NOT_A_FILE = "not a file"
    OTHER_DRIVE = "other drive"
    UNREADABLE = "unreadable"
    UNWRITABLE = "unwritable"
    IN_THE_WAY = "in the way"
    CHANGED_SINCE = "changed since"
    MISSING_SINCE = "missing since"
    ORIGINAL_GONE = "original gone"


class SortTrouble(Enum):
    """Why sorting, or undoing it, cannot begin or go on."""

    NO_FOLDER = "no folder"
    DEAD_LINK = "dead link"
    READ_ONLY = "read-only"
    NO_ROOM = "no room"
    UNUSABLE = "unusable"
    FOLDER_GONE = "folder gone"
    HELD_UP = "held up"
    BUSY = "busy"
    UNFINISHED = "unfinished"
    UNDOING = "undoing"
    UNDONE = "undone"
    NOTHING_TO_UNDO = "nothing to undo"
    JOURNAL_MISSING = "journal missing"
    JOURNAL_FOREIGN = "journal foreign"
    JOURNAL_NEWER = "journal newer"
    JOURNAL_UNUSABLE = "journal unusable"


# --- models ------------------------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class PreprocessSpec:
    """How a picture becomes the network's input; the only place where sizes and means exist.

    The steps are those of torchvision's `Resize(resize) -> CenterCrop(crop) -> ToTensor -> Normalize(mean, std)`.

    Attributes:
        resize: length of the shorter side after resizing, in pixels.
        crop: side of the square centre crop, in pixels; where it is larger than what it is cut from, the rest is black.
        interpolation: name of the resampling filter, as Pillow's `Resampling` spells it in lower case.
        mean, std: per-channel normalisation of values between 0 and 1, in the order of the channels.
        squash: whether both sides are resized to `resize`, so that the picture loses its proportions.
        order: of the channels: "rgb", or "bgr" for networks that learned from OpenCV's pictures.
    """

    resize: int
    crop: int
    interpolation: str
    mean: tuple[float, float, float]
    std: tuple[float, float, float]
    squash: bool = False
    order: str = "rgb"

    def resized_size(self, width: int, height: int) -> tuple[int, int]:
        """Size (width, height) after resizing, rounded as torchvision's `Resize` does."""
        if self.squash:
            return self.resize, self.resize
        short, long = sorted((width, height))
        longer = int(self.resize * long / short)
        return (self.resize, longer) if width <= height else (longer, self.resize)

    def crop_offset(self, width: int, height: int) -> tuple[int, int]:
        """Left and top of the centre crop in the resized picture, rounded as torchvision's `CenterCrop` does.

        `width` and `height` are those of the resized picture.
        """
        across, down = (_offset(length, self.crop) for length in (width, height))
        return across, down

    def crop_box(self, width: int, height: int) -> tuple[float, float, float, float]:
        """The part of a picture of this size that the network sees: left, top, right, bottom in its own pixels."""
        resized_width, resized_height = self.resized_size(width, height)
        left, top = self.crop_offset(resized_width, resized_height)
        right, bottom = min(left + self.crop, resized_width), min(top + self.crop, resized_height)
        across, down = width / resized_width, height / resized_height
        return max(0, left) * across, max(0, top) * down, right * across, bottom * down


def _offset(length: int, crop: int) -> int:
    """torchvision rounds half a pixel to even where it cuts, and down where it has to fill up."""
    return round((length - crop) / 2.0) if length >= crop else -((crop - length) // 2)


@dataclass(frozen=True, slots=True)
class WeightsFile:
    """A file of weights and what it must be.

    Attributes:
        package: the installed package that carries the file; "" when it lies on its own.
        name: path of the file inside the package, with forward slashes, or its name.
        sha256: digest of the whole file, 64 hexadecimal digits.
        bytes: its size.
        path: where a file lies that no package carries.
    """

    package: str
    name: str
    sha256: str
    bytes: int
    path: Path | None = None


@dataclass(frozen=True, slots=True)
class ClassLabel:
    """What one output of a network stands for.

    Attributes:
        name: the label shown.
        synonyms: all names of the class, the shown one among them where the source lists it.
        wordnet_id: the WordNet synset, such as "n07920052", or "" where the class has none.
    """

    name: str
    synonyms: tuple[str, ...] = ()
    wordnet_id: str = ""


@dataclass(frozen=True, slots=True)
class ModelSpec:
    """Everything that belongs to a model, as one value.

    Attributes:
        key: the stable name used on the command line and in exports.
        title: the name shown.
        architecture: name of the network, as its library spells it.
        weights: the file and its digest.
        preprocess: how pictures become its input.
        labels: one per output of the network, in order.
        licence: SPDX identifier of the weights' licence, or the words of their source; "" where it states none.
        origin: where the weights come from, in one sentence.
        library: who builds the network: "whatsit", "torchvision" or "timm".
        multi_label: whether each class has a probability of its own (sigmoid) instead of a share of one (softmax).
    """

    key: str
    title: str
    architecture: str
    weights: WeightsFile
    preprocess: PreprocessSpec
    labels: tuple[ClassLabel, ...] = field(repr=False)
    licence: str
    origin: str
    library: str = "whatsit"
    multi_label: bool = False


@dataclass(frozen=True, slots=True)
class Method:
    """How pictures were classified, as far as it decides the answers.

    Attributes:
        fingerprint: digest over weights, preprocessing, labels and arithmetic; equal for equal answers.
        model: key of the model.
        title: its name.
        precision: the arithmetic of the network, such as "fp32".
        labels: the class labels, one per output of the network, in order.
    """

    fingerprint: str
    model: str
    title: str
    precision: str
    labels: tuple[str, ...] = field(repr=False)


class DeviceState(Enum):
    """What is known of a device."""

    USABLE = "usable"
    NOT_BUILT = "not built"
    NOT_FOUND = "not found"
    BROKEN = "broken"


@dataclass(frozen=True, slots=True)
class Device:
    """A place where a network can run.

    Attributes:
        name: as the command line takes it: "cpu", "cuda:0", "mps", "xpu".
        title: the hardware's own name where it is known ("NVIDIA H200"), else the name's usual spelling ("CPU").
        state: whether it can be used, and if not, why.
        detail: the system's own words about a device that cannot be used, or "".
    """

    name: str
    title: str
    state: DeviceState
    detail: str = ""


# --- tags --------------------------------------------------------------------------------------------------------


class TagTrouble(Enum):
    """Why the sidecar of a picture was left as it was."""

    NO_PICTURE = "no picture"
    PICTURE_CHANGED = "picture changed"
    NOT_A_FILE = "not a file"
    UNREADABLE = "unreadable"
    TOO_LARGE = "too large"
    NOT_XMP = "not XMP"
    ODD_TAGS = "odd tags"
    READ_ONLY = "read-only"
    BUSY = "busy"
    NOT_SURE = "not sure"
    UNWRITABLE = "unwritable"
