"""A folder of pictures in name only, sorted for real."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from threading import Event

import pytest

from app.results.sorting.journals import sorts
from app.results.sorting.placing import stamp_of
from app.results.sorting.plan import Plan
from app.results.sorting.steps import LeftAlone, Options, Origin, SortEnd
from app.results.sorting.work import carry_out, go_on, undo
from app.results.store import Store
from app.values import Classified, Failed, ImageRef, Outcome, Prediction, Reason, Stage, Way

Tree = dict[bytes, tuple[object, ...]]


def answer(path: Path, label: str, probability: float = 0.9) -> Classified:
    """What a picture was found to be, as it is now."""
    ref = ImageRef(path, stamp=stamp_of(path.stat()))
    return Classified(ref, 4, 3, "builtin", "cpu", "fp32", (Prediction(0, label, probability),))


def failure(path: Path) -> Failed:
    return Failed(ImageRef(path, stamp=stamp_of(path.stat())), Stage.DECODE, Reason.DAMAGED)


def tree(folder: Path) -> Tree:
    """All that is below a folder: of files size, digest, time of change and mode, of links where they lead."""
    found: Tree = {}
    for where, folders, files in os.walk(os.fsencode(folder)):
        for name in (*folders, *files):
            path = os.path.join(where, name)
            key = os.path.relpath(path, os.fsencode(folder))
            if os.path.islink(path):
                found[key] = ("link", os.readlink(path))
            elif os.path.isdir(path):
                found[key] = ("folder",)
            else:
                status = os.lstat(path)
                with open(path, "rb") as file:
                    digest = hashlib.sha256(file.read()).hexdigest()
                found[key] = (status.st_size, digest, status.st_mtime_ns, oct(status.st_mode))
    return found


@dataclass
class World:
    """Where a test sorts.

    Attributes:
        outcomes: of the pictures, in the order of the run.
    """

    base: Path
    destination: Path
    outcomes: list[Outcome] = field(default_factory=list)

    @property
    def source(self) -> Path:
        return self.base / "source"

    @property
    def sorts(self) -> Path:
        return self.base / "sorts"

    def file(self, name: str | bytes, data: bytes | None = None, mode: int = 0o640, mtime: int = 1_600_000_000) -> Path:
        path = self.source / os.fsdecode(name)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data if data is not None else b"the picture " + os.fsencode(path.name) * 50)
        path.chmod(mode)
        os.utime(path, ns=(mtime * 10**9 + 5, mtime * 10**9 + 123_456_789))
        return path

    def picture(self, name: str | bytes, label: str = "cat", probability: float = 0.9, **about: object) -> Path:
        path = self.file(name, **about)  # type: ignore[arg-type]
        self.outcomes.append(answer(path, label, probability))
        return path

    def plan(self, way: Way = Way.COPY, outcomes: Iterable[Outcome] | None = None, **options: object) -> Plan:
        options = {"least_probability": 0.3, **options}
        plan = Plan(Options(self.destination, way, **options), [self.source], Origin(None, 1, "photos"))  # type: ignore[arg-type]
        list(plan.look(self.outcomes if outcomes is None else outcomes, Event()))
        return plan

    def sort(self, way: Way = Way.COPY, store: Store | None = None, **options: object) -> SortEnd:
        with self.plan(way, **options) as plan:
            return end_of(carry_out(plan, self.sorts, store, Event()))

    def go_on(self, store: Store | None = None) -> SortEnd:
        return end_of(go_on(self.journal, store, Event()))

    def undo(self, store: Store | None = None) -> SortEnd:
        return end_of(undo(self.journal, store, Event()))

    def undo_steps(self) -> list[LeftAlone]:
        return [step for step in undo(self.journal, None, Event()) if isinstance(step, LeftAlone)]

    @property
    def journal(self) -> Path:
        """The newest."""
        return next(sorts(self.sorts)).journal

    def targets(self, way: Way = Way.COPY, **options: object) -> dict[str, str | None]:
        """What a plan says: names of files to paths in the destination."""
        with self.plan(way, **options) as plan:
            lines = list(plan.lines())
        names = [str(line.path.relative_to(self.source)) for line in lines]
        places = [line.target and str(line.target.relative_to(self.destination)) for line in lines]
        return dict(zip(names, places, strict=True))

    def whys(self, way: Way = Way.COPY, **options: object) -> dict[str, object]:
        """What a plan leaves alone, and why."""
        with self.plan(way, **options) as plan:
            return {str(line.path.relative_to(self.source)): line.why for line in plan.lines() if line.why}

    def sorted(self) -> list[str]:
        """The files in the destination."""
        found = tree(self.destination)
        return sorted(os.fsdecode(name) for name, about in found.items() if about != ("folder",))

    def trees(self) -> tuple[Tree, Tree]:
        return tree(self.source), tree(self.destination)


def end_of(steps: Iterable[object]) -> SortEnd:
    (end,) = [step for step in steps if isinstance(step, SortEnd)]
    return end


@pytest.fixture
def world(tmp_path: Path) -> World:
    (tmp_path / "source").mkdir()
    return World(tmp_path, tmp_path / "sorted")


Make = Callable[[Path, Path], World]
