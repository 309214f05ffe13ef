"""Class labels from wherever people keep them: text, CSV, JSON, or the folders that a network was trained on."""

from __future__ import annotations

import csv
import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from app.models.own.hints import LONGEST_LABEL, labels_in
from app.models.own.texts import text_of
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.record import CLASSES_MOST
from app.values import ClassLabel

_HEADINGS = frozenset(("index", "idx", "id", "class", "classes", "label", "labels", "name", "names", "class_name",
                       "class_id", "class_index", "category", "number", "target"))  # fmt: skip


def read_labels_of(path: Path) -> tuple[str, ...]:
    """The labels in a file, or the names of the folders in a folder in the order of torchvision's `ImageFolder`.

    A file is JSON (a list, or a dictionary of labels and numbers, either way round), a table of numbers and labels in
    any order of columns with a comma, a semicolon or a tab between them, or a text with a label in each line. Numbers
    count from 0 or from 1, and none is left out.

    Raises:
        ModelRefused: NO_FILE, UNREADABLE; BAD_LABELS, saying what is wrong.
    """
    if path.is_dir():
        return _folder_names(path)
    text = text_of(path, ModelTrouble.BAD_LABELS)
    labels = _in_json(text, path) if text.lstrip()[:1] in ("[", "{") else _in_lines(text, path)
    if not labels:
        raise _bad(path, "there is none in it")
    if len(labels) > CLASSES_MOST or max(map(len, labels)) > LONGEST_LABEL:
        raise _bad(path, "they are too many or too long")
    return labels


def labels_for(names: Sequence[str], classes: int) -> tuple[ClassLabel, ...]:
    """One label for each output of the head; outputs without one are called after their number, "class 17".

    Raises:
        ModelRefused: TOO_MANY_LABELS; LABELS_TWICE.
    """
    if len(names) > classes:
        raise ModelRefused(ModelTrouble.TOO_MANY_LABELS, detail=f"{len(names):,} labels, {classes:,} outputs")
    clean = [" ".join(name.split()) for name in names]
    whole = [name or f"class {index}" for index, name in enumerate(clean)]
    whole += [f"class {index}" for index in range(len(names), classes)]
    twice = next((name for name, count in Counter(whole).items() if count > 1), None)
    if twice is not None:
        raise ModelRefused(ModelTrouble.LABELS_TWICE, detail=twice)
    return tuple(map(ClassLabel, whole))


def _bad(path: Path, detail: str) -> ModelRefused:
    return ModelRefused(ModelTrouble.BAD_LABELS, path.name, detail)


def _folder_names(folder: Path) -> tuple[str, ...]:
    try:
        names = sorted(entry.name for entry in folder.iterdir() if entry.is_dir())
    except OSError as error:
        raise ModelRefused(ModelTrouble.UNREADABLE, str(folder), error.strerror or "") from error
    if not names:
        raise _bad(folder, "there is no folder in it")
    return tuple(names)


def _in_json(text: str, path: Path) -> tuple[str, ...]:
    try:
        whole = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise _bad(path, "it is no JSON, although it begins like some") from error
    nested = whole.get("label_names", whole.get("id2label", whole)) if isinstance(whole, dict) else whole
    labels = labels_in(nested)
    if labels is None and isinstance(nested, dict):
        labels = _from_one(nested)
    if labels is None:
        raise _bad(path, "it is neither a list of labels nor one of labels and their numbers without a gap")
    return labels


def _from_one(numbered: dict[str, object]) -> tuple[str, ...] | None:
    """As `labels_in`, where the numbers begin with 1."""
    pairs = [(key, label) if isinstance(label, str) else (label, key) for key, label in numbered.items()]
    rows = [(int(str(number)) - 1, label) for number, label in pairs if str(number).isdecimal()]
    return labels_in({label: number for number, label in rows}) if len(rows) == len(pairs) else None


def _in_lines(text: str, path: Path) -> tuple[str, ...]:
    lines = [line.strip() for line in text.splitlines()]
    lines = [line for line in lines if line]
    rows = _rows(lines)
    if rows is None:
        return tuple(lines)
    return _numbered(rows, path)


def _rows(lines: list[str]) -> list[list[str]] | None:
    """The cells of a table that has a number in each of its lines but a heading; None where it is a mere text."""
    for delimiter in ",;\t":
        try:
            rows = [[cell.strip() for cell in row] for row in csv.reader(lines, delimiter=delimiter)]
        except csv.Error:
            continue
        body = rows[1:] if rows and _is_heading(rows[0]) else rows
        if body and all(len(row) >= 2 for row in body) and _number_column(body) is not None:
            return body
        if body and len(body) < len(rows) and all(len(row) == 1 for row in body):
            return [[str(number), row[0]] for number, row in enumerate(body)]
    return None


def _is_heading(row: list[str]) -> bool:
    words = {cell.lower().replace(" ", "_") for cell in row}
    return words <= _HEADINGS or (
        len(row) > 1 and bool(words & _HEADINGS) and not any(cell.isdecimal() for cell in row)
    )


def _number_column(rows: list[list[str]]) -> int | None:
    """The first column of which every cell is a number, the numbers being all different."""
    for column in range(min(map(len, rows))):
        cells = [row[column] for row in rows]
        if all(cell.isdecimal() and len(cell) < 10 for cell in cells) and len(set(map(int, cells))) == len(cells):
            return column
    return None


def _numbered(rows: list[list[str]], path: Path) -> tuple[str, ...]:
    at = _number_column(rows)
    if at is None:
        raise _bad(path, "its lines have no numbers")
    by_number = {int(row[at]): next(cell for index, cell in enumerate(row) if index != at) for row in rows}
    first = min(by_number)
    if first not in (0, 1) or max(by_number) - first + 1 != len(by_number):
        missing = next((number for number in range(min(first, 1), max(by_number)) if number not in by_number), first)
        raise _bad(path, f"number {missing:,} is missing")
    return tuple(by_number[number] for number in sorted(by_number))
