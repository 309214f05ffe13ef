"""Why a model of the user's own cannot be had: the closed list, and what is raised in this room."""

from __future__ import annotations

from enum import Enum


class ModelTrouble(Enum):
    """Why a model of the user's own cannot be added, kept, carried or proved."""

    NO_FILE = "no file"
    UNREADABLE = "unreadable"
    NOT_WEIGHTS = "not weights"
    DAMAGED = "damaged"
    COMPRESSED = "compressed"
    CODE = "code"
    PICKLED_NETWORK = "pickled network"
    TORCHSCRIPT = "torchscript"
    EXPORTED = "exported"
    TRANSFORMERS = "transformers"
    BAD_FOLDER = "bad folder"
    NO_MEMORY = "no memory"
    NO_WEIGHTS = "no weights"
    NOT_DENSE = "not dense"
    NOT_FINITE = "not finite"
    NOT_RECOGNISED = "not recognised"
    AMBIGUOUS = "ambiguous"
    NO_SUCH_NETWORK = "no such network"
    MISFIT = "misfit"
    NO_LIBRARY = "no library"
    NO_SCORES = "no scores"
    BAD_LABELS = "bad labels"
    TOO_MANY_LABELS = "too many labels"
    LABELS_TWICE = "labels twice"
    BAD_PREPROCESSING = "bad preprocessing"
    BAD_PAIRS = "bad pairs"
    BAD_NAME = "bad name"
    NAME_TAKEN = "name taken"
    NO_SUCH_MODEL = "no such model"
    RECORD_DAMAGED = "record damaged"
    RECORD_NEWER = "record newer"
    NOT_A_PARCEL = "not a parcel"
    UNWRITABLE = "unwritable"
    NO_ROOM = "no room"


class ModelRefused(Exception):
    """Something about a model of the user's own that the user can do something about.

    Attributes:
        trouble: which kind.
        subject: what it concerns: the file, the tensor, the name.
        detail: more of it, or "".
        lines: where there is something to run or to read line by line: Python that makes a file that can be read, or
            how tensors differ.
    """

    def __init__(self, trouble: ModelTrouble, subject: str = "", detail: str = "", lines: tuple[str, ...] = ()) -> None:
        super().__init__(trouble.value, subject, detail)
        self.trouble = trouble
        self.subject = subject
        self.detail = detail
        self.lines = lines
