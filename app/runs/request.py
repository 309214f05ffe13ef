"""What a run is asked to do, and how runs that are asked for the same are known again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from app.inference.engine import ARITHMETIC, numerics
from app.models.catalog import find_model
from app.steps import Job
from app.values import Method

LONGEST_NAME = 80  # characters


@dataclass(frozen=True, slots=True)
class Request:
    """A run to be.

    Attributes:
        job: model, device, precision and limits; its pictures do not count.
        roots: files and folders to be looked through, in order.
        fresh: take nothing that other runs found out.
        retry_failed: of other runs, take classified pictures only.
    """

    job: Job
    roots: tuple[Path, ...]
    fresh: bool = False
    retry_failed: bool = False

    @property
    def key(self) -> str:
        """Digest over all that was asked for; an unfinished run of the same key and method is continued."""
        digest = hashlib.sha256(repr((self.job.limits.pixels, self.fresh, self.retry_failed)).encode())
        for root in map(os.fsencode, absolute(self.roots)):
            digest.update(len(root).to_bytes(8, "big") + root)
        return digest.hexdigest()

    @property
    def name(self) -> str:
        """What the run is called unless the user says otherwise: its folder, and how many more there are."""
        first = self.roots[0] if self.roots else Path()
        name = Path(os.path.abspath(first)).name or str(first)
        more = f" and {len(self.roots) - 1} more" if len(self.roots) > 1 else ""
        return name.encode("utf-8", "backslashreplace").decode()[:LONGEST_NAME] + more


def method_of(model: str, precision: str) -> Method:
    """How a model classifies in this precision.

    Args:
        model: key of the model.
        precision: as a `Job` has it.

    Raises:
        JobFailure: there is no such model.
    """
    spec = find_model(model)
    labels = tuple(label.name for label in spec.labels)
    step = spec.preprocess
    parts = [
        spec.weights.sha256,
        spec.architecture,
        [step.resize, step.crop, step.interpolation, step.mean, step.std],
        labels,
        numerics(precision),
    ]
    fingerprint = hashlib.sha256(json.dumps(parts).encode("utf-8")).hexdigest()
    return Method(fingerprint, spec.key, spec.title, ARITHMETIC[precision], labels)


def absolute(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Paths as the store keeps them: absolute; links and what goes up behind one ("..") stay as they are."""
    return tuple(path.absolute() for path in paths)
