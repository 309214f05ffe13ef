"""A folder of pictures in name only, and what is in it."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pytest

from app.results.tags.steps import Naming, TagAdvance, TagEnd, TagStep, Wish
from app.results.tags.tagging import tag, untag
from app.values import Classified, Failed, ImageRef, Outcome, Prediction, Reason, Stage, Stamp


def answered(path: Path, *labels: str, first: float = 0.8) -> Classified:
    """An answer of these classes, each half as likely as the one before."""
    found = path.stat()
    predictions = tuple(Prediction(rank, label, first / 2**rank) for rank, label in enumerate(labels))
    ref = ImageRef(path, stamp=Stamp(found.st_size, found.st_mtime_ns))
    return Classified(ref, 4, 3, "builtin", "cpu", "fp32", predictions)


def failed(path: Path) -> Failed:
    return Failed(ImageRef(path), Stage.DECODE, Reason.DAMAGED, "crc")


def inventory(folder: Path) -> dict[str, bytes | None]:
    """Everything below a folder and its bytes."""
    return {
        str(path.relative_to(folder)): path.read_bytes() if path.is_file() else None
        for path in sorted(folder.rglob("*"))
    }


class Desk:
    """Tags pictures of a folder and takes the tags away, with a journal beside it."""

    def __init__(self, folder: Path, journal: Path) -> None:
        self.folder = folder
        self.journal = journal

    def picture(self, name: str, sidecar: bytes | None = None) -> Path:
        path = self.folder / name
        path.write_bytes(b"\xff\xd8\xff" + name.encode("utf-8", "surrogateescape"))
        if sidecar is not None:
            self.sidecar(name).write_bytes(sidecar)
        return path

    def sidecar(self, name: str) -> Path:
        return self.folder / f"{name}.xmp"

    def tag(self, *outcomes: Outcome, most: int = 1, least: float = 0.3, **options: object) -> Told:
        naming, unknown = options.pop("naming", Naming.FULL), bool(options.pop("unknown", False))
        wish = Wish(least, most, unknown, naming)  # type: ignore[arg-type]
        return Told(tag(outcomes, wish, self.journal, **options))  # type: ignore[arg-type]

    def untag(self, *outcomes: Outcome, **options: object) -> Told:
        return Told(untag(outcomes, self.journal, **options))  # type: ignore[arg-type]


class Told:
    """All that the steps of a tagging told."""

    def __init__(self, steps: Iterable[TagStep]) -> None:
        self.steps = list(steps)
        *before, end = self.steps
        assert isinstance(end, TagEnd)
        advances = [step for step in before if isinstance(step, TagAdvance)]
        self.end = end
        self.counts = end.counts
        self.changes = [change for step in advances for change in step.changes]
        self.refusals = [refusal for step in advances for refusal in step.refusals]

    @property
    def trouble(self) -> object:
        (refusal,) = self.refusals
        return refusal.trouble


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    folder = tmp_path / "pictures"
    folder.mkdir()
    return Desk(folder, tmp_path / "data" / "tags.sqlite")
