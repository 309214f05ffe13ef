"""Exports: the outcomes of a run as a file that is whole or absent."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import Enum
from pathlib import Path

from app.results.layouts import Layout, comma_separated, json_lines
from app.results.tables import parquet_rows, xlsx_rows
from app.results.whole_file import whole_binary_file, whole_file
from app.values import Outcome

EVERY = 0.1  # seconds after which it is told how far it is


class Format(Enum):
    """What an export is written as; the values are the usual extensions of file names."""

    CSV = "csv"
    JSONL = "jsonl"
    XLSX = "xlsx"
    PARQUET = "parquet"

    @property
    def is_lines(self) -> bool:
        """Whether it is text, a line for each picture, which a pipe can take too."""
        return self in (Format.CSV, Format.JSONL)


def export(
    outcomes: Iterable[Outcome],
    path: Path,
    format: Format,
    *,
    top_k: int,
    least_probability: float,
    bom: bool = False,
    beginning: Callable[[Path], None] | None = None,
) -> Iterator[int]:
    """Write outcomes to a file, which gets its name when all is on the disk; until then the old one is there, or none.

    Closing the iterator earlier leaves nothing behind.

    Args:
        outcomes: in the order in which they are to be written.
        path: where the file shall appear; `whole_file` says what becomes of links and of what is no ordinary file.
        format: what is written.
        top_k: classes of each picture.
        least_probability: below it a picture's class is "unknown".
        bom: whether CSV begins with a byte order mark.
        beginning: told the name of the unfinished file, for who may have to leave without unwinding.

    Yields:
        How many are written, every tenth of a second, and once more when the file has its name.

    Raises:
        OSError: the file cannot be written.
        TooManyRowsError: a sheet cannot hold so many.
        ImportError: the extra for Parquet is not installed.
        Exception: whatever `outcomes` raises.
    """
    count, told = 0, time.monotonic()
    with _opened(path, format, top_k, least_probability, bom, beginning) as write:
        for count, outcome in enumerate(outcomes, start=1):
            write(outcome)
            if time.monotonic() - told >= EVERY:
                yield count
                told = time.monotonic()
    yield count


def layout_of(format: Format, top_k: int, least_probability: float, *, bom: bool = False) -> Layout:
    """How the lines of a format that has lines are written."""
    return comma_separated(top_k, least_probability, bom=bom) if format is Format.CSV else json_lines(top_k)


_Write = Callable[[Outcome], object]


def _opened(
    path: Path,
    kind: Format,
    top_k: int,
    least_probability: float,
    bom: bool,
    beginning: Callable[[Path], None] | None,
) -> AbstractContextManager[_Write]:
    if kind.is_lines:
        return _lines(path, layout_of(kind, top_k, least_probability, bom=bom), beginning)
    return _table(path, kind, top_k, least_probability, beginning)


@contextmanager
def _lines(path: Path, layout: Layout, beginning: Callable[[Path], None] | None) -> Iterator[_Write]:
    with whole_file(path, newline="", beginning=beginning) as file:
        file.write(layout.header)
        yield lambda outcome: file.write(layout.row(outcome))


@contextmanager
def _table(
    path: Path, kind: Format, top_k: int, least_probability: float, beginning: Callable[[Path], None] | None
) -> Iterator[_Write]:
    rows = xlsx_rows if kind is Format.XLSX else parquet_rows
    with whole_binary_file(path, beginning=beginning) as file, rows(file, top_k, least_probability) as write:
        yield write
