"""What tagging is told, and what it tells while it works."""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from app.values import TagTrouble


class Naming(Enum):
    """How a sidecar is called."""

    FULL = "full"
    """`cat.jpg.xmp`, as digiKam, darktable and most others do; each picture has one of its own."""
    STEM = "stem"
    """`cat.xmp`, as Adobe's programs do; a RAW file and the JPEG beside it share one."""


@dataclass(frozen=True, slots=True)
class Wish:
    """Which classes become tags.

    Attributes:
        least_probability: classes below it are none.
        most: how many at most, 1 to 20.
        unknown: whether a picture without such a class gets the tag "unknown".
        naming: how the sidecars are called.
    """

    least_probability: float
    most: int = 1
    unknown: bool = False
    naming: Naming = Naming.FULL


@dataclass(frozen=True, slots=True)
class Change:
    """A sidecar that was changed, or would be.

    Attributes:
        picture: the picture whose turn it was.
        sidecar: the sidecar.
        added, removed: tags.
    """

    picture: Path
    sidecar: Path
    added: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Refusal:
    """A picture whose sidecar was left as it was.

    Attributes:
        picture: the picture.
        sidecar: its sidecar.
        trouble: why.
        detail: the system's or the parser's own words, or "".
    """

    picture: Path
    sidecar: Path
    trouble: TagTrouble
    detail: str = ""


@dataclass(frozen=True, slots=True)
class Counts:
    """How many pictures so far.

    Attributes:
        changed: have other tags now.
        same: had the right ones already, or none to be taken away.
        unknown: have no class that could be a tag, and so no tag of ours any more.
        refused: could not be tagged.
        failed: could not be classified, and stay as they were.
    """

    changed: int = 0
    same: int = 0
    unknown: int = 0
    refused: int = 0
    failed: int = 0

    @property
    def done(self) -> int:
        """All of them."""
        return self.changed + self.same + self.unknown + self.refused + self.failed


@dataclass(frozen=True, slots=True)
class JournalLost:
    """The journal was damaged; tags that were written before cannot be taken away any more.

    Attributes:
        aside: where it lies now.
    """

    aside: Path


@dataclass(frozen=True, slots=True)
class TagAdvance:
    """Some pictures are done.

    Attributes:
        counts: how many so far.
        changes, refusals: those since the step before.
    """

    counts: Counts
    changes: tuple[Change, ...]
    refusals: tuple[Refusal, ...]


@dataclass(frozen=True, slots=True)
class TagEnd:
    """The last step, and there is exactly one.

    Attributes:
        counts: how many in all.
        is_stopped: whether it was told to stop before the end.
    """

    counts: Counts
    is_stopped: bool


TagStep = JournalLost | TagAdvance | TagEnd
