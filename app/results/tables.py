"""Runs as tables for spreadsheets (XLSX) and for programs (Parquet), a row at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from tempfile import TemporaryDirectory
from typing import IO, Any

from app.results.rows import Cell, cells, header
from app.values import Outcome
from app.wording import shown

XLSX_ROWS = 1_048_575  # pictures that fit on a sheet, below the heading
_PORTION = 500  # rows that become columns at a time: no other thread runs meanwhile
_GROUP = 20  # portions that a Parquet file keeps together


class TooManyRowsError(Exception):
    """A sheet cannot hold so many pictures."""


@contextmanager
def xlsx_rows(file: IO[bytes], top_k: int, least_probability: float) -> Iterator[Callable[[Outcome], None]]:
    """Write a workbook with one sheet: a heading, then a row for each outcome that what this yields is called with.

    The columns are those of `rows.header`. Text is text, whatever it begins with: nothing becomes a formula or a link.
    Rows go to the disk as they come; the workbook is put together when the block ends without an error.

    Raises:
        TooManyRowsError: there are more than `XLSX_ROWS`.
        OSError: the file cannot be written.
    """
    from xlsxwriter import Workbook
    from xlsxwriter.exceptions import FileCreateError

    as_text = {"strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    target = _Target(file)
    with TemporaryDirectory() as place:  # where the rows lie until the sheet is complete
        book = Workbook(target, {"constant_memory": True, "tmpdir": place, "use_zip64": True, **as_text})
        sheet = book.add_worksheet("Whatsit")
        try:
            yield _Sheet(book, sheet, top_k, least_probability).write
            book.close()
        except FileCreateError as error:  # what the system said is inside
            raise OSError(*error.args[0].args) from error
        finally:
            target.end()
            sheet.row_data_fh.close()  # after an error nobody else does


class _Target:
    """The file that a workbook goes to; once that is over, what is written goes nowhere.

    After an error XlsxWriter leaves a ZIP archive that is not closed, and wants to write its end when it is collected.
    """

    def __init__(self, file: IO[bytes]) -> None:
        self._file: IO[bytes] | None = file
        self._end = 0

    def end(self) -> None:
        if self._file:
            self._end = self._file.tell()
            self._file = None

    def write(self, data: bytes) -> int:
        if self._file:
            return self._file.write(data)
        self._end += len(data)
        return len(data)

    def seek(self, place: int, whence: int = 0) -> int:
        return self._file.seek(place, whence) if self._file else self._end

    def tell(self) -> int:
        return self._file.tell() if self._file else self._end

    def flush(self) -> None:
        if self._file:
            self._file.flush()


class _Sheet:
    """The sheet, and the row that comes next."""

    def __init__(self, book: Any, sheet: Any, top_k: int, least_probability: float) -> None:
        self._sheet, self._row = sheet, 0
        self._top_k, self._least = top_k, least_probability
        self._percent = book.add_format({"num_format": "0.0%"})
        names = header(top_k)
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 60)
        sheet.autofilter(0, 0, XLSX_ROWS, len(names) - 1)
        sheet.write_row(0, 0, names, book.add_format({"bold": True}))

    def write(self, outcome: Outcome) -> None:
        self._row += 1
        if self._row > XLSX_ROWS:
            raise TooManyRowsError
        for column, cell in enumerate(cells(outcome, self._top_k, self._least)):
            if isinstance(cell, float):
                self._sheet.write_number(self._row, column, cell, self._percent)
            elif isinstance(cell, int):
                self._sheet.write_number(self._row, column, cell)
            elif cell:
                self._sheet.write_string(self._row, column, shown(cell))


@contextmanager
def parquet_rows(file: IO[bytes], top_k: int, least_probability: float) -> Iterator[Callable[[Outcome], None]]:
    """Write a row of Parquet for each outcome that what this yields is called with.

    The columns are those of `rows.header`; what does not apply is null. Text is UTF-8; bytes of a name that are none
    are written as backslash escapes.

    Raises:
        ImportError: the extra is not installed.
        OSError: the file cannot be written.
    """
    import pyarrow as pa
    import pyarrow.parquet as pq

    schema = pa.schema([(name, _parquet_type(name)) for name in header(top_k)])
    with pq.ParquetWriter(file, schema, compression="zstd") as writer:
        rows: list[list[Cell]] = []
        batches: list[Any] = []

        def write(outcome: Outcome) -> None:
            rows.append(cells(outcome, top_k, least_probability))
            if len(rows) == _PORTION:
                gather()
            if len(batches) == _GROUP:
                flush()

        def gather() -> None:
            columns = [[_plain(row[place]) for row in rows] for place in range(len(schema))]
            arrays = [pa.array(column, field.type) for column, field in zip(columns, schema, strict=True)]
            batches.append(pa.RecordBatch.from_arrays(arrays, schema=schema))
            rows.clear()

        def flush() -> None:
            writer.write_table(pa.Table.from_batches(batches, schema))
            batches.clear()

        yield write
        gather()
        flush()


def _parquet_type(name: str) -> str:
    if name in ("width", "height"):
        return "int32"
    return "float64" if name.startswith("probability_") else "string"


def _plain(cell: Cell) -> Cell:
    return cell.encode("utf-8", "backslashreplace").decode("utf-8") if isinstance(cell, str) else cell
