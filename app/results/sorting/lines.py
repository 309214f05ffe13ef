"""A plan file by file, as people read it and as CSV."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from app.results.rows import csv_cell, csv_line
from app.values import Left, Way
from app.wording import WORDS, left_sentence

COLUMNS = ("path", "target", "note")


@dataclass(frozen=True, slots=True)
class Line:
    """A file of the plan.

    Attributes:
        number: the file's own in the plan.
        path: where it is.
        target: where it would go, or None if it is left alone.
        is_companion: whether it goes along with a picture.
        why: why it is left alone, or None.
        detail: the system's own words about that.
    """

    number: int
    path: Path
    target: Path | None
    is_companion: bool
    why: Left | None
    detail: str


def lines_of(database: sqlite3.Connection, destination: Path) -> Iterator[Line]:
    """Every file, in the order of the run, each picture before its companions.

    Raises:
        sqlite3.Error: the plan cannot be read.
    """
    for row in database.execute(f"{_LINE} order by picture, item.id"):
        yield _line(destination, *row)


def files_in(database: sqlite3.Connection, destination: Path, folder: int, after: int, most: int) -> list[Line]:
    """The files that come into a folder, those behind the one of number `after`, `most` at most.

    Raises:
        sqlite3.Error: the plan cannot be read.
    """
    where = "state = 'planned' and item.folder = ? and item.id > ?"
    rows = database.execute(f"{_LINE} where {where} order by item.id limit ?", (folder, after, most))
    return [_line(destination, *row) for row in rows]


def files_left(database: sqlite3.Connection, destination: Path, why: Left, after: int, most: int) -> list[Line]:
    """The files that are left alone for this reason; as `files_in`."""
    where = "state = 'left' and why = ? and item.id > ?"
    rows = database.execute(f"{_LINE} where {where} order by item.id limit ?", (why.value, after, most))
    return [_line(destination, *row) for row in rows]


def csv_lines(lines: Iterable[Line], way: Way) -> Iterator[str]:
    """The header, then a line of CSV for every file: where it is, where it goes, and a note."""
    yield csv_line(COLUMNS)
    for line in lines:
        target = "" if line.target is None else csv_cell(line.target)
        yield csv_line([csv_cell(line.path), target, csv_cell(_note(line, way))])


def _note(line: Line, way: Way) -> str:
    if line.why is not None:
        return left_sentence(line.why, line.detail)
    return f"{WORDS[way]} along with its picture" if line.is_companion else WORDS[way]


def _line(
    destination: Path,
    number: int,
    source: bytes,
    folder: bytes | None,
    target: bytes | None,
    is_companion: int,
    why: str | None,
    detail: str,
) -> Line:
    place = None if target is None else destination / os.fsdecode(folder or b"") / os.fsdecode(target)
    reason = None if why is None else Left(why)
    return Line(number, Path(os.fsdecode(source)), place, bool(is_companion), reason, detail)


_LINE = """
    select item.id, source, folder.path, target, item.id <> picture, why, detail
    from item left join folder on folder.id = item.folder
"""
