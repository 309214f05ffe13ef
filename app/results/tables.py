"""Runs as tables for spreadsheets (XLSX) and for programs (Parquet), a row at a time."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import islice
from tempfile import TemporaryDirectory
from typing import IO, Any

from app.results.rows import Cell, cells, header
from app.values import Outcome
from app.wording import shown

XLSX_ROWS = 1_048_575  # pictures that fit on a sheet, below the heading
_PORTION = 10_000  # rows that a Parquet file keeps together


class TooManyRowsError(Exception):
    """A sheet cannot hold so many pictures."""


def write_xlsx(file: IO[bytes], outcomes: Iterable[Outcome], top_k: int, least_probability: float) -> None:
    """Write a workbook with one sheet: a heading, then a row per picture in the columns of `rows.header`.

    Text is text, whatever it begins with: nothing becomes a formula or a link. Rows go to the disk as they come.

    Raises:
        TooManyRowsError: there are more than `XLSX_ROWS`.
        OSError: the file cannot be written.
    """
    import xlsxwriter

    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with (
        TemporaryDirectory() as place,  # where the rows lie until the sheet is complete
        xlsxwriter.Workbook(file, {"constant_memory": True, "tmpdir": place, **as_text}) as book,
    ):
        _fill(book, outcomes, top_k, least_probability)


def _fill(book: Any, outcomes: Iterable[Outcome], top_k: int, least_probability: float) -> None:
    sheet, names = book.add_worksheet("Whatsit"), header(top_k)
    percent, bold = book.add_format({"num_format": "0.0%"}), book.add_format({"bold": True})
    sheet.freeze_panes(1, 1)
    sheet.set_column(0, 0, 60)
    sheet.autofilter(0, 0, XLSX_ROWS, len(names) - 1)
    sheet.write_row(0, 0, names, bold)
    for number, outcome in enumerate(outcomes, start=1):
        if number > XLSX_ROWS:
            raise TooManyRowsError
        for column, cell in enumerate(cells(outcome, top_k, least_probability)):
            if isinstance(cell, float):
                sheet.write_number(number, column, cell, percent)
            elif isinstance(cell, int):
                sheet.write_number(number, column, cell)
            elif cell:
                sheet.write_string(number, column, shown(cell))


def write_parquet(file: IO[bytes], outcomes: Iterable[Outcome], top_k: int, least_probability: float) -> None:
    """Write the rows as Parquet, in the columns of `rows.header`; what does not apply is null.

    Text is UTF-8; bytes of a name that are none are written as backslash escapes.

    Raises:
        ImportError: the extra is not installed.
        OSError: the file cannot be written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    names = header(top_k)
    schema = pa.schema([(name, _parquet_type(name)) for name in names])
    rows = (cells(outcome, top_k, least_probability) for outcome in outcomes)
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        while portion := list(islice(rows, _PORTION)):
            columns = ([_plain(row[place]) for row in portion] for place in range(len(names)))
            writer.write_table(pa.table(dict(zip(names, columns, strict=True)), schema=schema))


def _parquet_type(name: str) -> str:
    if name in ("width", "height"):
        return "int32"
    return "float64" if name.startswith("probability_") else "string"


def _plain(cell: Cell) -> Cell:
    return cell.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(cell, str) else cell
