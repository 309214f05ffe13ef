"""Which rows of a run are wanted, and in which order: a value that the window, exports, sorting and tags hand on."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from enum import Enum


class State(Enum):
    """What a row is, given a least probability."""

    CLASSIFIED = "classified"
    UNKNOWN = "unknown"
    FAILED = "failed"


class Order(Enum):
    """In which order rows come; rows that are equal in it come in the order of the run."""

    FOLDER = "folder"  # the order of the run: natural order of the whole path
    NAME = "name"  # natural order of the file's own name
    CLASS = "class"  # alphabetical by what it is called; then unknown ones, then failed ones, in either direction
    PROBABILITY = "probability"  # of the likeliest class; failed ones last, in either direction
    STATE = "state"  # classified, unknown, failed


@dataclass(frozen=True, slots=True)
class Entries:
    """Rows by the numbers that the store has for them, which it never gives to others, of whatever run.

    Attributes:
        packed: 8 bytes each, so that nearly all of a million rows can be named in 8 MB.
    """

    packed: bytes = field(default=b"", repr=False)

    @classmethod
    def of(cls, numbers: Iterable[int]) -> Entries:
        """The rows with these numbers."""
        return cls(array("q", numbers).tobytes())

    def __iter__(self) -> Iterator[int]:
        return iter(memoryview(self.packed).cast("q"))

    def __len__(self) -> int:
        return len(self.packed) // 8


@dataclass(frozen=True, slots=True)
class Query:
    """Which rows of a run, in which order. A selection is a query, too.

    Rows that were taken off the run's list are in no query.

    Attributes:
        run: the number of the run.
        least_probability: a row whose likeliest class has less is "unknown"; 0 to 1.
        text: words that must all occur in the path or in the class label that is shown, whatever their case.
        names: pairs of a class label and what the class is called in another language: rows are found by both, and
            ordered by what they are called.
        label: only rows that are shown with this class label; None for all.
        least, most: only rows whose likeliest class has a probability from here to here, both included; failed ones are
            wanted only while that is 0 to 1.
        states: only rows that are one of these.
        order: what comes first.
        descending: the other way round.
        entries: only these rows, whatever the attributes from `text` to `states` say; None for all. What is gone or of
            another run is not chosen.
    """

    run: int
    least_probability: float
    text: str = ""
    names: tuple[tuple[str, str], ...] = ()
    label: str | None = None
    least: float = 0.0
    most: float = 1.0
    states: frozenset[State] = frozenset(State)
    order: Order = Order.FOLDER
    descending: bool = False
    entries: Entries | None = None
