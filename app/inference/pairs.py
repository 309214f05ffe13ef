"""Pictures with what a training script said of them, to prove a model against."""

from __future__ import annotations

import csv
import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from app.models.own.texts import text_of
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.values import ModelSpec

_PATHS = frozenset(("path", "file", "filename", "file_name", "image", "image_path", "picture", "img"))
_LABELS = frozenset(("label", "class", "expected", "target", "prediction", "predicted", "class_name", "y"))
_PROBABILITIES = frozenset(("probability", "prob", "score", "confidence", "p", "top1"))
_MOST_PAIRS = 10_000
_NEARLY = 0.02  # what rounding may take from a sum of probabilities


@dataclass(frozen=True, slots=True)
class Pair:
    """A picture, and what is expected of it.

    Attributes:
        path: the picture.
        expected: index of the likeliest class.
        probability: of that class, where it is known.
        probabilities: of all classes, where they are known.
    """

    path: Path
    expected: int
    probability: float | None = None
    probabilities: tuple[float, ...] | None = None


def read_pairs(path: Path, spec: ModelSpec) -> tuple[Pair, ...]:
    """The pairs in a CSV file.

    A heading names the columns: a path (relative ones begin at the folder of the file); a label, or the number of a
    class counted from 0; its probability, if wanted; or instead of the two a column for each class, with
    probabilities, per cent or logits. Without a heading they are a path, a label and, if wanted, a probability.

    Raises:
        ModelRefused: NO_FILE, UNREADABLE; BAD_PAIRS, with the line that cannot be meant.
    """
    text = text_of(path, ModelTrouble.BAD_PAIRS)
    try:
        rows = [[cell.strip() for cell in row] for row in csv.reader(text.splitlines(), delimiter=_delimiter(text))]
    except csv.Error as error:
        raise _bad(path, str(error)) from error
    rows = [row for row in rows if any(row)]
    if not rows or len(rows) > _MOST_PAIRS:
        raise _bad(path, "there is none in it" if not rows else f"there are more than {_MOST_PAIRS:,}")
    columns, body = _columns(rows, spec)
    if not body:
        raise _bad(path, "there is none in it")
    return tuple(_pair(row, columns, spec, path, number) for number, row in enumerate(body, len(rows) - len(body) + 1))


def class_index(label: str, spec: ModelSpec) -> int | None:
    """The class of this label, else the first of this label in other capitals, else of this number; or None."""
    folded = label.casefold()
    for found in (
        (index for index, each in enumerate(spec.labels) if each.name == label),
        (index for index, each in enumerate(spec.labels) if each.name.casefold() == folded),
    ):
        if (index := next(found, None)) is not None:
            return index
    return int(label) if label.isdecimal() and len(label) < 10 and int(label) < len(spec.labels) else None


def as_probabilities(scores: Sequence[float], multi_label: bool) -> tuple[float, ...]:
    """Scores as a script printed them: probabilities or per cent as they are, anything else taken for logits."""
    inside = all(0 <= score <= 1 for score in scores)
    if inside and (multi_label or abs(sum(scores) - 1) <= _NEARLY):
        return tuple(scores)
    if not multi_label and all(0 <= score <= 100 for score in scores) and abs(sum(scores) - 100) <= 100 * _NEARLY:
        return tuple(score / 100 for score in scores)
    if multi_label:
        return tuple(1 / (1 + math.exp(-max(min(score, 700.0), -700.0))) for score in scores)
    largest = max(scores)
    shares = [math.exp(score - largest) for score in scores]
    return tuple(share / sum(shares) for share in shares)


def _delimiter(text: str) -> str:
    first = text.lstrip().partition("\n")[0]
    return max(",;\t", key=first.count)


def _columns(rows: list[list[str]], spec: ModelSpec) -> tuple[Mapping[str, int], list[list[str]]]:
    """Where path, label, probability and the classes' scores ("0", "1", …) stand, and the rows below the heading."""
    heading = [cell.casefold().replace(" ", "_") for cell in rows[0]]
    kinds = {"path": _PATHS, "label": _LABELS, "probability": _PROBABILITIES}
    found = {kind: at for kind, words in kinds.items() for at, cell in enumerate(heading) if cell in words}
    if "path" not in found:
        return {kind: at for at, kind in enumerate(kinds) if at < len(rows[0])}, rows
    classes = {at: class_index(cell, spec) for at, cell in enumerate(rows[0]) if at not in found.values()}
    scores = {str(index): at for at, index in classes.items() if index is not None}
    return found | (scores if len(scores) == len(spec.labels) else {}), rows[1:]


def _pair(row: list[str], columns: Mapping[str, int], spec: ModelSpec, path: Path, number: int) -> Pair:
    if len(row) <= max(columns.values()):
        raise _bad(path, f"line {number:,} has too few columns")
    picture = path.parent / row[columns["path"]]
    if "0" in columns:
        scores = [_number(row[columns[str(index)]], path, number) for index in range(len(spec.labels))]
        whole = as_probabilities(scores, spec.multi_label)
        return Pair(picture, whole.index(max(whole)), max(whole), whole)
    if "label" not in columns:
        raise _bad(path, "a column with labels is missing, or one of the classes’ columns")
    index = class_index(row[columns["label"]], spec)
    if index is None:
        raise _bad(path, f"line {number:,}: no class is called {row[columns['label']][:80]!r}")
    cell = row[columns["probability"]] if "probability" in columns else ""
    return Pair(picture, index, _probability(cell, path, number) if cell else None)


def _probability(cell: str, path: Path, line: int) -> float:
    """A share of one or per cent, with the sign for it or without."""
    value = _number(cell, path, line)
    share = value / 100 if value > 1 and not cell.endswith("%") else value
    if not 0 <= share <= 1:
        raise _bad(path, f"line {line:,}: {cell[:80]!r} is no probability")
    return share


def _number(cell: str, path: Path, line: int) -> float:
    is_percent = cell.endswith("%")
    try:
        value = float(cell.rstrip("% "))
    except ValueError:
        value = math.nan
    if not math.isfinite(value):
        raise _bad(path, f"line {line:,}: {cell[:80]!r} is no number")
    return value / 100 if is_percent else value


def _bad(path: Path, detail: str) -> ModelRefused:
    return ModelRefused(ModelTrouble.BAD_PAIRS, path.name, detail)
