"""What sorting is asked for, and the steps in which it answers; frozen values, like those of `app.steps`."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from app.results.database import StoreError
from app.values import Left, SortTrouble, Way


@dataclass(frozen=True, slots=True)
class Options:
    """How pictures shall be sorted.

    Attributes:
        destination: the folder in which the folders of the classes come.
        way: copied, moved or linked.
        folders: template of a folder's name, see `template`.
        sorts_unknown: whether pictures below the least probability get a folder "unknown"; else they are left alone.
        sorts_failed: whether pictures that could not be classified get a folder "failed"; else they are left alone.
        least_probability: below it a picture's class is unknown.
    """

    destination: Path
    way: Way = Way.COPY
    folders: str = "{label}"
    sorts_unknown: bool = True
    sorts_failed: bool = False
    least_probability: float = 0.0


@dataclass(frozen=True, slots=True)
class Origin:
    """Where the pictures come from.

    Attributes:
        store: file of the results store whose paths follow the files, or None.
        run: number of the run in it.
        name: what the run is called.
    """

    store: Path | None
    run: int
    name: str


@dataclass(frozen=True, slots=True)
class SortError:
    """Why sorting or undoing ended early.

    Attributes:
        trouble: what is wrong.
        subject: the file or folder that it is about.
        detail: the system's own words, or "".
    """

    trouble: SortTrouble
    subject: str = ""
    detail: str = ""


class SortFailure(Exception):
    """Sorting, or undoing it, cannot begin or go on; what was done is in the journal."""

    def __init__(self, trouble: SortTrouble, subject: Path | str = "", detail: str = "") -> None:
        super().__init__(trouble.value, str(subject), detail)
        self.error = SortError(trouble, str(subject), detail)


@dataclass(frozen=True, slots=True)
class Looked:
    """The plan has come so far; `pictures` is how many were looked at."""

    pictures: int


@dataclass(frozen=True, slots=True)
class Handled:
    """So many files of `total` are done with: sorted or restored, or left where they are.

    Attributes:
        done, total: how many files.
        bytes, total_bytes: how large they are, whether or not they have to be copied.
    """

    done: int
    total: int
    bytes: int
    total_bytes: int


@dataclass(frozen=True, slots=True)
class LeftAlone:
    """A file that could not be sorted or restored.

    Attributes:
        path: where it is.
        why: the reason.
        detail: the system's own words, or "".
    """

    path: Path
    why: Left
    detail: str = ""


@dataclass(frozen=True, slots=True)
class SortEnd:
    """The last step, exactly once.

    Attributes:
        journal: file of the journal, by which it can be continued or undone, or None where none could be written.
        done: how many files were sorted or restored, those of earlier calls included.
        left: how many could not be, those of earlier calls included.
        is_complete: whether nothing remains to be done; otherwise it was stopped or has failed.
        error: why it has failed, or None.
        store_error: why the paths in the results store do not follow yet, or None; going on or undoing mends it.
    """

    journal: Path | None
    done: int
    left: int
    is_complete: bool
    error: SortError | None = None
    store_error: StoreError | None = None


SortStep = Handled | LeftAlone | SortEnd
