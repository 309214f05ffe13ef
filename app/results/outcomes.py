"""Outcomes as rows of the store, there and back."""

from __future__ import annotations

import os
from collections.abc import Sequence
from pathlib import Path

from app.results.database import StoreError, StoreTrouble
from app.results.scores import packed, unpacked
from app.values import Classified, Failed, ImageRef, Outcome, Reason, Stage, Stamp

# How a stored outcome is read, from outcome, picture and method; `outcome_of` takes the columns in this order.
COLUMNS = "path, size, mtime_ns, model, precision, width, height, device, scores, stage, reason, detail"
# How it is written, beside picture and method; `values_of` gives them in this order.
WRITTEN = (
    "size, mtime_ns, width, height, device, class, probability, scores, stage, reason, detail"  # one place holder each
)

Row = Sequence[str | int | float | bytes | None]


def values_of(outcome: Outcome) -> Row:
    """The values of an outcome, in the order of `WRITTEN`."""
    stamp = outcome.ref.stamp
    file = (stamp.size, stamp.mtime_ns) if stamp else (None, None)
    if isinstance(outcome, Failed):
        failure = (outcome.stage.value, outcome.reason.value, outcome.detail)
        return (*file, None, None, None, None, None, None, *failure)
    answer = (outcome.width, outcome.height, outcome.device, *top_of(outcome))
    return (*file, *answer, packed(outcome.predictions), None, None, None)


def top_of(outcome: Outcome) -> tuple[int | None, float | None]:
    """The likeliest class and its probability; None where there is none."""
    if isinstance(outcome, Failed):
        return None, None
    return outcome.predictions[0].index, outcome.predictions[0].probability


def outcome_of(row: Sequence[object], labels: Sequence[str], store: Path | None, top_k: int | None = None) -> Outcome:
    """The outcome whose columns these are, in the order of `COLUMNS`, with its `top_k` likeliest classes, or all.

    Raises:
        StoreError: they make no outcome.
    """
    path, size, mtime_ns, model, precision, width, height, device, scores, stage, reason, detail = row
    try:
        stamp = None if size is None else Stamp(_whole(size), _whole(mtime_ns))
        ref = ImageRef(Path(os.fsdecode(_bytes(path))), stamp=stamp)
        if scores is None:
            return Failed(ref, Stage(stage), Reason(reason), str(detail))
        predictions = unpacked(_bytes(scores), labels, top_k)
        answered = (str(model), str(device), str(precision))
        return Classified(ref, _whole(width), _whole(height), *answered, predictions)
    except (TypeError, ValueError) as error:
        raise StoreError(StoreTrouble.DAMAGED, str(store), f"a row is damaged: {error}") from error


def bytes_of(path: Path) -> bytes:
    """A path as it is kept: absolute, byte for byte; links and what goes up behind one ("..") stay as they are."""
    return os.fsencode(path.absolute())


def _whole(value: object) -> int:
    if not isinstance(value, int):
        raise TypeError(f"{value!r} is no whole number")
    return value


def _bytes(value: object) -> bytes:
    if not isinstance(value, bytes):
        raise TypeError(f"{value!r} is not bytes")
    return value
