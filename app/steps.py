"""Jobs and their steps: what is asked of the pipeline, and what it tells while it works; and the steps of a download.

Only the standard library and `values` are imported here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import Enum
from pathlib import Path

from app.values import Device, Failed, ImageRef, Limits, ModelSpec, Outcome


@dataclass(frozen=True, slots=True)
class Job:
    """The complete snapshot of a piece of work; whoever does it asks nobody for more.

    Attributes:
        id: repeated by every step, so that late steps of an old job can be dropped.
        refs: the pictures in the order in which they are to be answered; a folder walk's failures stand among them.
        model: key of the model.
        device: "auto", "cpu", "cuda", "cuda:N", "mps" or "xpu".
        precision: "auto", "fp32" or "bf16".
        top_k: how many predictions each answer carries, 1 to 20.
        limits: what decoding may cost.
    """

    id: int
    refs: tuple[ImageRef | Failed, ...]
    model: str = "builtin"
    device: str = "auto"
    precision: str = "auto"
    top_k: int = 5
    limits: Limits = field(default_factory=Limits)


class Trouble(Enum):
    """Why a whole job failed."""

    NO_SUCH_MODEL = "no such model"
    WEIGHTS_MISSING = "weights missing"
    WEIGHTS_DAMAGED = "weights damaged"
    NOT_DOWNLOADED = "not downloaded"
    MODEL_GONE = "model gone"
    MODEL_DAMAGED = "model damaged"
    MODEL_UNFIT = "model unfit"
    WRONG_FILE = "wrong file"
    MODEL_UNPROVED = "model unproved"
    NO_TIMM = "no timm"
    LIBRARY_BROKEN = "library broken"
    DEVICE_UNAVAILABLE = "device unavailable"
    DEVICE_LOST = "device lost"
    OUT_OF_MEMORY = "out of memory"
    FOLDER_GONE = "folder gone"
    FOLDER_BARE = "folder bare"
    STORE_NEWER = "store newer"
    STORE_FOREIGN = "store foreign"
    STORE_DAMAGED = "store damaged"
    RUN_FORGOTTEN = "run forgotten"
    OTHER_METHOD = "other method"
    STORE_BUSY = "store busy"
    STORE_FULL = "store full"
    STORE_UNUSABLE = "store unusable"
    INTERNAL = "internal"


@dataclass(frozen=True, slots=True)
class JobError:
    """The trouble that ended a job.

    Attributes:
        trouble: which kind.
        subject: what it concerns: the model's key, the file, the device.
        detail: the system's own words, or "".
        devices: where one was asked for that cannot be used, what is known of all devices.
    """

    trouble: Trouble
    subject: str = ""
    detail: str = ""
    devices: tuple[Device, ...] = ()


class JobFailure(Exception):
    """Raised inside `models` and `inference` when a job cannot go on; the pipeline turns it into a `JobEnd`."""

    def __init__(self, trouble: Trouble, subject: str = "", detail: str = "", devices: tuple[Device, ...] = ()) -> None:
        super().__init__(trouble.value, subject, detail)
        self.error = JobError(trouble, subject, detail, devices)


class Ending(Enum):
    """How a job ended."""

    COMPLETED = "completed"
    CANCELLED = "cancelled"
    FAILED = "failed"


@dataclass(frozen=True, slots=True)
class RunBegun:
    """A run has its place in the store; what is not kept does not tell this.

    Attributes:
        job: id of the job that it was asked for with.
        run: its number in the store.
    """

    job: int
    run: int


@dataclass(frozen=True, slots=True)
class ModelReady:
    """The network is loaded and warm.

    Attributes:
        job: id of the job that asked for it.
        model: the model.
        device: where it runs.
        precision: the arithmetic it uses.
        others: the better-ranked devices that "auto" passed over, each with its reason.
        seconds: time that loading took; 0 if it was loaded already.
    """

    job: int
    model: ModelSpec
    device: Device
    precision: str
    others: tuple[Device, ...] = ()
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class BackedOff:
    """The device ran out of memory, and the job goes on with less.

    Attributes:
        job: id of the job.
        device: where the network runs now.
        batch_size: pictures in one forward pass from now on.
    """

    job: int
    device: Device
    batch_size: int


@dataclass(frozen=True, slots=True)
class Advance:
    """Some pictures have their outcome, or none at the moment.

    Attributes:
        job: id of the job.
        outcomes: one per picture, in the order of the job.
        done: outcomes so far.
        total: pictures in all, or None while that is not known.
    """

    job: int
    outcomes: tuple[Outcome, ...]
    done: int
    total: int | None


@dataclass(frozen=True, slots=True)
class JobEnd:
    """The last step of every job, exactly once.

    Attributes:
        job: id of the job.
        ending: how it ended.
        classified, failed: how many pictures ended each way.
        seconds: wall time.
        error: the trouble, when `ending` is `FAILED`.
    """

    job: int
    ending: Ending
    classified: int
    failed: int
    seconds: float
    error: JobError | None = None


@dataclass(frozen=True, slots=True)
class HeatMap:
    """How much each place of what a network saw of a picture speaks for a class.

    Attributes:
        ref: the picture.
        width, height: its size in pixels, upright.
        box: the part of it that the network saw: left, top, right, bottom in its own pixels.
        model: key of the model.
        index: position of the class in the model's output.
        label: the class label.
        side: of the square that the network saw, in its pixels.
        seen: its red, green and blue, a byte each, row by row.
        relevance: a byte for each of its pixels, row by row, from 0 for nothing to 255 for the most; empty if the
            network has no layer that knows places.
    """

    ref: ImageRef
    width: int
    height: int
    box: tuple[float, float, float, float]
    model: str
    index: int
    label: str
    side: int
    seen: bytes = field(repr=False)
    relevance: bytes = field(repr=False)

    @property
    def has_any(self) -> bool:
        """Whether anything speaks for the class."""
        return any(self.relevance)


@dataclass(frozen=True, slots=True)
class Explained:
    """What came of asking why a picture has a class.

    Attributes:
        job: id of the job.
        outcome: the heat map, or why there is none.
    """

    job: int
    outcome: HeatMap | Failed


Step = RunBegun | ModelReady | BackedOff | Advance | JobEnd

# --- downloads ---------------------------------------------------------------------------------------------------


class DownloadTrouble(Enum):
    """Why a file could not be downloaded."""

    UNREACHABLE = "unreachable"
    UNTRUSTED = "untrusted"
    TOO_SLOW = "too slow"
    CUT_OFF = "cut off"
    OVERLOADED = "overloaded"
    REFUSED = "refused"
    NOT_ALLOWED = "not allowed"
    NOT_THERE = "not there"
    ASTRAY = "astray"
    WEB_PAGE = "web page"
    MEANINGLESS = "meaningless"
    WRONG_SIZE = "wrong size"
    WRONG_DIGEST = "wrong digest"
    NO_DIGEST = "no digest"
    NO_ROOM = "no room"
    UNWRITABLE = "unwritable"
    BUSY = "busy"


@dataclass(frozen=True, slots=True)
class DownloadError:
    """Why a file could not be downloaded.

    Attributes:
        trouble: which kind.
        subject: the computer that was asked, or the file or folder that it concerns.
        detail: figures, the status, or the system's own words; at most 200 characters of anybody's, or "".
    """

    trouble: DownloadTrouble
    subject: str = ""
    detail: str = ""


@dataclass(frozen=True, slots=True)
class DownloadAdvance:
    """So much of the file is there; told ten times a second, also while nothing comes.

    Attributes:
        done: bytes, with those of earlier tries; fewer than before where it had to begin anew.
        total: bytes of the whole file, or None while nobody said.
        rate: bytes a second, or None while it is not steady.
        left: seconds that it will still take, or None while nobody knows.
    """

    done: int
    total: int | None
    rate: float | None = None
    left: float | None = None


@dataclass(frozen=True, slots=True)
class DownloadWaiting:
    """Something went wrong that may pass, and it is tried again after a pause; told about once a second meanwhile.

    Attributes:
        seconds: until then.
        error: what went wrong.
    """

    seconds: float
    error: DownloadError


@dataclass(frozen=True, slots=True)
class DownloadChecking:
    """The digest of a file on the disk is taken: that of a finished download, or of one that was there already.

    Attributes:
        done, total: bytes.
    """

    done: int
    total: int


@dataclass(frozen=True, slots=True)
class DownloadEnd:
    """The last step of every download, exactly once.

    Attributes:
        ending: how it ended.
        path: the file; it is there and proved to be the right one when `ending` is `COMPLETED`.
        sha256: its digest then, 64 hexadecimal digits; else "".
        bytes: its size then; else how much of it is kept, with which another download goes on.
        was_there: whether the file was there already, and nothing was asked for it.
        error: the trouble, when `ending` is `FAILED`.
    """

    ending: Ending
    path: Path
    sha256: str = ""
    bytes: int = 0
    was_there: bool = False
    error: DownloadError | None = None


DownloadStep = DownloadAdvance | DownloadWaiting | DownloadChecking | DownloadEnd
