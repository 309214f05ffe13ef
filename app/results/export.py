"""Exports: the outcomes of a run as a file that is whole or absent."""

from __future__ import annotations

import time
from collections.abc import Callable, Generator, Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from enum import Enum
from pathlib import Path
from typing import IO, Any

from app.files.whole_file import whole_binary_file, whole_file
from app.results.layouts import Layout, comma_separated, json_lines
from app.results.tables import parquet_rows, xlsx_rows
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
) -> Generator[int, None, None]:
    """Write outcomes to a file, which gets its name when all is on the disk; until then the old one is there, or none.

    Closing the iterator earlier leaves nothing behind, and the last chance for it is when all rows are written.

    Args:
        outcomes: in the order in which they are to be written.
        path: where the file shall appear; `whole_file` says what becomes of links and of what is no ordinary file.
        format: what is written.
        top_k: classes of each picture.
        least_probability: below it a picture's class is "unknown".
        bom: whether CSV begins with a byte order mark.
        beginning: told the name of the unfinished file, for who may have to leave without unwinding.

    Yields:
        How many are written, every tenth of a second, when they are all, and once more when the file has its name.

    Raises:
        OSError: the file cannot be written.
        TooManyRowsError: a sheet cannot hold so many.
        ImportError: the extra for Parquet is not installed.
        Exception: whatever `outcomes` raises.
    """
    count, told = 0, time.monotonic()
    with _whole(path, format, beginning) as file:
        with _rows(file, format, top_k, least_probability, bom) as write:
            for count, outcome in enumerate(outcomes, start=1):
                write(outcome)
                if time.monotonic() - told >= EVERY:
                    yield count
                    told = time.monotonic()
        yield count  # a large sheet took seconds to put together, and somebody may want it no more
    yield count


def layout_of(format: Format, top_k: int, least_probability: float, *, bom: bool = False) -> Layout:
    """How the lines of a format that has lines are written."""
    return comma_separated(top_k, least_probability, bom=bom) if format is Format.CSV else json_lines(top_k)


_Write = Callable[[Outcome], object]


def _whole(path: Path, kind: Format, beginning: Callable[[Path], None] | None) -> AbstractContextManager[IO[Any]]:
    if kind.is_lines:
        return whole_file(path, newline="", beginning=beginning)
    return whole_binary_file(path, beginning=beginning)


def _rows(
    file: IO[Any], kind: Format, top_k: int, least_probability: float, bom: bool
) -> AbstractContextManager[_Write]:
    if kind.is_lines:
        return _lines(file, layout_of(kind, top_k, least_probability, bom=bom))
    return (xlsx_rows if kind is Format.XLSX else parquet_rows)(file, top_k, least_probability)


@contextmanager
def _lines(file: IO[str], layout: Layout) -> Iterator[_Write]:
    file.write(layout.header)
    yield lambda outcome: file.write(layout.row(outcome))
