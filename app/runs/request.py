"""What a run is asked to do, and how runs that are asked for the same are known again."""

from __future__ import annotations

import hashlib
import json
import os
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from threading import Event
from typing import ClassVar, Protocol

from app.inference.arithmetic import arithmetic_for, is_exact
from app.models.catalog import all_models, find_model
from app.results.pen import Pen
from app.results.query import Order, Query
from app.results.store import Store
from app.runs.chosen import Chosen
from app.runs.discovered import Discovered, Places
from app.runs.reach import Reach
from app.settings import PRECISIONS
from app.steps import Job, JobFailure, Trouble
from app.values import Failed, Method, Outcome, Reason

LONGEST_NAME = 80  # characters

# What another limit, the machine or the disk may let through the next time, although the file is the same.
_PASSING = (
    Reason.MISSING,
    Reason.UNREADABLE,
    Reason.NOT_A_FILE,
    Reason.TOO_LARGE,
    Reason.OUT_OF_MEMORY,
    Reason.NO_SCORES,
    Reason.TOO_SLOW,
)


class Work(Protocol):
    """What a run is asked to do.

    Attributes:
        job: model, device, precision and limits; its pictures do not count.
        is_whole: whether the pictures it meets are all that the run shall hold.
    """

    @property
    def job(self) -> Job: ...

    @property
    def is_whole(self) -> bool: ...

    def begin(self, store: Store, method: Method) -> Pen:
        """The pen of the run in the store; raises StoreError."""

    def places(self, store: Store | None, stop: Event) -> Places:
        """Where its pictures are; entering that raises StoreError."""

    def reach(self, store: Store | None) -> Reach:
        """Tells a missing picture from a missing drive; raises StoreError."""

    def require_known(self, reach: Reach, pen: Pen) -> None:
        """See to it that the folders are there which pictures are known of; raises JobFailure or StoreError."""

    def takes(self, outcome: Outcome, *, is_own: bool) -> bool:
        """Whether what is known of a picture holds here; `is_own` if this very run found it out."""


@dataclass(frozen=True, slots=True)
class Request:
    """A run to be.

    Attributes:
        job: model, device, precision and limits; its pictures do not count.
        roots: files and folders to be looked through, in order.
        fresh: take nothing that other runs found out.
        retry_failed: of other runs, take classified pictures only.
        apart: folders that are skipped, unless they are named.
        run: the number of a run that is to be continued; None continues an unfinished one of the same `key`, or begins.
        anyway: go on although a folder is gone or empty whose pictures are known.
    """

    job: Job
    roots: tuple[Path, ...]
    fresh: bool = False
    retry_failed: bool = False
    apart: tuple[Path, ...] = ()
    run: int | None = None
    anyway: bool = False
    is_whole: ClassVar[bool] = True

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

    def begin(self, store: Store, method: Method) -> Pen:
        if self.run is not None:
            return store.go_on(self.run, method)
        return store.begin(self.key, self.name, absolute(self.roots), method)

    def places(self, _store: Store | None, stop: Event) -> Places:
        return Discovered(self.roots, stop, self.apart)

    def reach(self, _store: Store | None) -> Reach:
        return Reach(self.roots)

    def require_known(self, reach: Reach, pen: Pen) -> None:
        if not self.anyway:
            reach.require_known(pen)

    def takes(self, outcome: Outcome, *, is_own: bool) -> bool:
        if is_own or self.fresh:
            return is_own
        if isinstance(outcome, Failed):
            return not self.retry_failed and outcome.reason not in _PASSING
        return outcome.width * outcome.height <= self.job.limits.pixels


@dataclass(frozen=True, slots=True)
class Again:
    """Rows of a run that are to be classified again, whatever is known; the new answers take the place of the old.

    The run stays complete or not, as it was; model and precision have to be those of the run. A row that is gone
    meanwhile does not come back.

    Attributes:
        job: model, device, precision and limits; its pictures do not count.
        query: which rows of which run; they are those that it chooses when the work begins.
    """

    job: Job
    query: Query
    is_whole: ClassVar[bool] = False

    def begin(self, store: Store, method: Method) -> Pen:
        return store.again(self.query.run, method)

    def places(self, store: Store | None, stop: Event) -> Places:
        return Chosen(_given(store), replace(self.query, order=Order.FOLDER, descending=False), stop)

    def reach(self, store: Store | None) -> Reach:
        roots = next((run.roots for run in _given(store).runs() if run.id == self.query.run), ())
        return Reach(roots, is_known=True)

    def require_known(self, reach: Reach, pen: Pen) -> None:
        """Each picture that is missing is asked about when it is its turn."""

    def takes(self, _outcome: Outcome, *, is_own: bool) -> bool:  # noqa: ARG002
        return False


def _given(store: Store | None) -> Store:
    if store is None:
        raise ValueError("a run can be gone on with only in its store")
    return store


def own_job(job: Job, store: Store, run: int) -> Job:
    """The job as a run that is kept needs it: with its own model and precision, whatever is chosen now.

    Raises:
        JobFailure: OTHER_METHOD: these can no longer be had.
        StoreError: the run is FORGOTTEN, or the store cannot be read.
    """
    model, name, fingerprint = store.method(run)
    ways = sorted(PRECISIONS, key=is_exact, reverse=True)  # the one that needs no device first
    for precision in ways if model in {spec.key for spec in all_models()} else ():
        if method_of(model, job.device, precision).fingerprint == fingerprint:
            return replace(job, model=model, precision=precision)
    raise JobFailure(Trouble.OTHER_METHOD, f"{model}, {name}")


def method_of(model: str, device: str, precision: str) -> Method:
    """How a model classifies on this device in this precision.

    Args:
        model: key of the model.
        device, precision: as a `Job` has them.

    Raises:
        JobFailure: there is no such model, or as `arithmetic_for`.
    """
    spec = find_model(model)
    labels = tuple(label.name for label in spec.labels)
    arithmetic = arithmetic_for(spec, device, precision)
    parts = [
        spec.weights.sha256,
        spec.library,
        spec.architecture,
        spec.multi_label,
        asdict(spec.preprocess),
        labels,
        arithmetic.numerics,
    ]
    fingerprint = hashlib.sha256(json.dumps(parts).encode("utf-8")).hexdigest()
    return Method(fingerprint, spec.key, spec.title, arithmetic.precision, labels)


def absolute(paths: Sequence[Path]) -> tuple[Path, ...]:
    """Paths as the store keeps them: absolute; links and what goes up behind one ("..") stay as they are."""
    return tuple(path.absolute() for path in paths)
