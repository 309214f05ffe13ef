"""What every row is given: what was asked for, and the things that several rows share, made when first needed."""

from __future__ import annotations

import os
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from speed.environment import Peers, peers_in
from speed.models import Model, builtin, resnet50
from speed.pictures import camera_pictures, copied, example_photographs, real_pictures, repeated
from speed.rates import Folders


class Skipped(Exception):
    """A row that cannot be measured here; the text says why."""


@dataclass(frozen=True)
class Bench:
    """What was asked for.

    Attributes:
        photos: a folder of real pictures, or None.
        pictures: how many are classified in a row about rates.
        rounds: how often everything takes its turn.
        work: a folder that is taken away in the end.
        peers_folder: the environment of the peers.
        is_quick: whether it is only to be tried out.
        is_long: whether rows that take very long are wanted in full.
    """

    photos: Path | None
    pictures: int
    rounds: int
    work: Path
    peers_folder: Path
    is_quick: bool
    is_long: bool

    @property
    def cores(self) -> int:
        return len(os.sched_getaffinity(0))

    def quickly(self, count: int) -> int:
        """So many, or an eighth of them where it is only tried out."""
        return max(1, count // 8) if self.is_quick else count

    def kept_settings(self, row: str) -> Path:
        """Where the peers' best settings of a row are kept, as long as their environment is."""
        return (self.work if self.is_quick else self.peers_folder) / f"settings-{row}-{self.cores}-cores.json"

    @cached_property
    def peers(self) -> Peers:
        return peers_in(self.peers_folder)

    @cached_property
    def builtin(self) -> Model:
        return builtin(self.work / "builtin")

    @cached_property
    def resnet50(self) -> Model:
        return resnet50(self.work / "resnet50")

    @cached_property
    def real(self) -> tuple[Path, ...]:
        """The real pictures.

        Raises:
            Skipped: there are none.
        """
        if not self._found:
            raise Skipped("it needs real pictures: --photos DIR, a folder of JPEGs")
        return copied(self._found, self.work / "distinct")

    @cached_property
    def _found(self) -> tuple[Path, ...]:
        return real_pictures(self.photos) if self.photos else ()

    @cached_property
    def camera(self) -> tuple[Path, ...]:
        """Pictures of 12 megapixels, made of the real ones or of what comes with scikit-image."""
        sources = self._found or example_photographs(self.work / "examples")
        return camera_pictures(sources, self.quickly(48), self.work / "camera")

    @property
    def some_picture(self) -> Path:
        return (self._found or example_photographs(self.work / "examples"))[0]

    def real_folders(self, count: int | None = None) -> Folders:
        return repeated(self.real, count or self.pictures, self.work / "real-folders")

    def camera_folders(self, count: int) -> Folders:
        return repeated(self.camera, count, self.work / "camera-folders")
