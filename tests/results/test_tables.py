"""Tables for spreadsheets and programs, opened again."""

from __future__ import annotations

import builtins
import io
import os
from typing import Any

import pytest

from app.results import tables
from app.results.rows import cells, header
from app.results.tables import TooManyRowsError, parquet_rows, xlsx_rows
from app.values import Outcome, Reason

from .conftest import classified, failed

OUTCOMES: list[Outcome] = [
    classified("/photos/a.jpg"),
    classified("/photos/=HYPERLINK(1).jpg", first=29),
    classified(os.fsdecode(b"/photos/caf\xe9\n\x1b\x01.jpg")),
    classified("http://example.org/猫.jpg"),
    failed("/photos/b.jpg", Reason.TRUNCATED),
]


def sheet(data: bytes) -> Any:
    openpyxl = pytest.importorskip("openpyxl")
    return openpyxl.load_workbook(io.BytesIO(data))["Whatsit"]


def xlsx(outcomes: list[Outcome], top_k: int = 2, least: float = 0.3) -> bytes:
    file = io.BytesIO()
    with xlsx_rows(file, top_k, least) as write:
        for outcome in outcomes:
            write(outcome)
    return file.getvalue()


def parquet(outcomes: list[Outcome], top_k: int = 2, least: float = 0.3) -> Any:
    pq = pytest.importorskip("pyarrow.parquet")
    file = io.BytesIO()
    with parquet_rows(file, top_k, least) as write:
        for outcome in outcomes:
            write(outcome)
    return pq.read_table(io.BytesIO(file.getvalue()))


def test_a_sheet_has_the_columns_of_every_table() -> None:
    rows = list(sheet(xlsx(OUTCOMES)).values)
    assert list(rows[0]) == header(2)
    assert len(rows) == 1 + len(OUTCOMES)
    for cell, expected in zip(rows[1], cells(OUTCOMES[0], 2, 0.3), strict=True):
        assert cell == (pytest.approx(expected, rel=1e-14) if isinstance(expected, float) else expected)
    assert rows[5][-2] == "truncated"


def test_numbers_are_numbers_and_text_is_text() -> None:
    found = sheet(xlsx(OUTCOMES))
    kinds = {name: found.cell(3, column).data_type for column, name in enumerate(header(2), start=1)}
    assert (kinds["width"], kinds["probability_1"], kinds["path"]) == ("n", "n", "s")
    assert found.cell(3, 1).value == "/photos/=HYPERLINK(1).jpg"
    assert found.cell(4, 1).value == "/photos/caf\\xe9\\n\\x1b\\x01.jpg"
    assert [found.cell(row, 1).hyperlink for row in range(2, 7)] == [None] * 5


@pytest.mark.parametrize("label", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "{=1}", "http://example.org", "12"])
def test_no_text_becomes_a_formula_a_link_or_a_number(label: str) -> None:
    cell = sheet(xlsx([failed(label)])).cell(2, 1)
    assert cell.data_type == "s"
    assert cell.hyperlink is None


def test_more_rows_than_a_sheet_has_are_refused_and_leave_nothing(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr(tables, "XLSX_ROWS", 4)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with pytest.raises(TooManyRowsError):
        xlsx(OUTCOMES)
    assert list(tmp_path.iterdir()) == []
    assert len(list(sheet(xlsx(OUTCOMES[:4])).values)) == 5


def test_parquet_has_types_and_nulls(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "_PORTION", 2)
    monkeypatch.setattr(tables, "_GROUP", 2)
    table = parquet(OUTCOMES)
    assert table.column_names == header(2)
    assert [str(table.schema.field(name).type) for name in ("path", "width", "probability_1")] == [
        "string",
        "int32",
        "double",
    ]
    assert table.column("probability_1").to_pylist()[0] == OUTCOMES[0].predictions[0].probability  # type: ignore[union-attr]
    assert table.column("width").to_pylist() == [600, 600, 600, 600, None]
    assert table.column("path").to_pylist()[2] == "/photos/caf\\udce9\n\x1b\x01.jpg"
    assert table.column("reason").to_pylist() == [None, None, None, None, "truncated"]


class Full(io.BytesIO):
    """A file on a disk that is full once a kilobyte is written."""

    def write(self, data: Any) -> int:
        if self.tell() > 1000:
            raise OSError(28, "No space left on device")
        return super().write(data)


def test_a_disk_that_is_full_when_the_sheet_is_put_together_says_so() -> None:
    with pytest.raises(OSError, match="No space left on device") as failure, xlsx_rows(Full(), 2, 0.3) as write:
        write(OUTCOMES[0])
    assert failure.value.errno == 28


def test_a_sheet_that_is_given_up_is_not_put_together(monkeypatch: pytest.MonkeyPatch, tmp_path) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    file = io.BytesIO()
    rows = xlsx_rows(file, 2, 0.3)
    rows.__enter__()(OUTCOMES[0])
    assert rows.__exit__(KeyboardInterrupt, KeyboardInterrupt(), None) is False
    assert file.getvalue() == b""
    assert list(tmp_path.iterdir()) == []


def test_an_empty_run_is_a_table_too() -> None:
    assert parquet([]).num_rows == 0
    assert [list(row) for row in sheet(xlsx([])).values] == [header(2)]


@pytest.mark.parametrize("least", [0.3, 0.9])
def test_the_least_probability_decides_what_is_unknown(least: float) -> None:
    expected = "class 3" if least == 0.3 else "unknown"
    assert parquet(OUTCOMES[:1], 1, least).column("class").to_pylist() == [expected]
    assert sheet(xlsx(OUTCOMES[:1], 1, least)).cell(2, 7).value == expected


def test_without_the_extra_there_is_no_parquet(monkeypatch: pytest.MonkeyPatch) -> None:
    real = builtins.__import__

    def without(name: str, *args: Any) -> Any:
        if name.startswith("pyarrow"):
            raise ImportError(name)
        return real(name, *args)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError), parquet_rows(io.BytesIO(), 2, 0.3):
        pytest.fail("there is none")
