"""Exports: a golden file for each format, and whole or absent whatever happens."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.results import export as export_module
from app.results import tables
from app.results.export import Format, export, layout_of
from app.results.tables import TooManyRowsError
from app.values import Outcome

from .conftest import classified
from .test_rows import GOLDEN, outcomes

NAMES = {
    Format.CSV: "export.csv",
    Format.JSONL: "export.jsonl",
    Format.XLSX: "export.xlsx.txt",
    Format.PARQUET: "export.parquet.txt",
}


def exported(path: Path, kind: Format, rows: Iterator[Outcome] | list[Outcome], *, bom: bool = False) -> Iterator[int]:
    return export(rows, path, kind, top_k=3, least_probability=0.3, bom=bom)


def read_back(path: Path, kind: Format) -> str:
    """The file as text; of a table every cell with its kind, as another library reads it."""
    if kind.is_lines:
        return path.read_bytes().decode()
    if kind is Format.XLSX:
        sheet = pytest.importorskip("openpyxl").load_workbook(path)["Whatsit"]
        rows = [[f"{cell.data_type}:{cell.value!r}" for cell in row if cell.value is not None] for row in sheet.rows]
        return "".join(" | ".join(row) + "\n" for row in rows)
    table = pytest.importorskip("pyarrow.parquet").read_table(path)
    lines = [str(table.schema), *(repr(row) for row in table.to_pylist())]
    return "".join(line + "\n" for line in lines)


@pytest.mark.parametrize("kind", Format)
def test_what_is_read_back_is_the_golden_file(tmp_path: Path, kind: Format) -> None:
    """To accept a change: WHATSIT_GOLDEN=write pytest tests/results, then read the difference."""
    path = tmp_path / f"rows.{kind.value}"
    assert list(exported(path, kind, outcomes(), bom=kind is Format.CSV))[-1] == len(outcomes())
    found = read_back(path, kind)
    if os.environ.get("WHATSIT_GOLDEN") == "write":
        (GOLDEN / NAMES[kind]).write_bytes(found.encode())
    assert found == (GOLDEN / NAMES[kind]).read_bytes().decode()


@pytest.mark.parametrize("kind", Format)
def test_a_run_without_rows_is_a_file_too(tmp_path: Path, kind: Format) -> None:
    assert list(exported(tmp_path / "rows", kind, [])) == [0, 0]
    assert (tmp_path / "rows").exists()


@pytest.mark.parametrize("kind", Format)
def test_it_tells_how_far_it_is_and_last_when_the_file_has_its_name(
    tmp_path: Path, kind: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_module, "EVERY", 0.0)
    steps = exported(tmp_path / "rows", kind, outcomes()[:3])
    assert [(count, (tmp_path / "rows").exists()) for count in steps] == [
        (1, False),
        (2, False),
        (3, False),
        (3, False),
        (3, True),
    ]


def test_it_does_not_tell_of_every_row(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    now = iter(range(1000))
    monkeypatch.setattr(export_module.time, "monotonic", lambda: next(now) * 0.04)
    assert list(exported(tmp_path / "rows", Format.JSONL, outcomes()[:9])) == [3, 6, 9, 9, 9]


@pytest.mark.parametrize("kind", Format)
def test_who_closes_it_in_the_middle_finds_the_old_file_and_nothing_else(
    tmp_path: Path, kind: Format, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(export_module, "EVERY", 0.0)
    (tmp_path / "rows").write_text("old")
    steps = exported(tmp_path / "rows", kind, outcomes())
    next(steps)
    assert len(list(tmp_path.iterdir())) == 2
    steps.close()
    assert [path.read_text() for path in tmp_path.iterdir()] == ["old"]


@pytest.mark.parametrize("kind", Format)
def test_it_can_still_be_closed_when_all_is_written(tmp_path: Path, kind: Format) -> None:
    steps = exported(tmp_path / "rows", kind, outcomes())
    assert next(steps) == len(outcomes())
    steps.close()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", Format)
def test_what_goes_wrong_with_the_rows_leaves_nothing(tmp_path: Path, kind: Format) -> None:
    def rows() -> Iterator[Outcome]:
        yield classified("/a.jpg")
        raise RuntimeError("the store is gone")

    with pytest.raises(RuntimeError, match="the store is gone"):
        list(exported(tmp_path / "rows", kind, rows()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", Format)
def test_a_place_that_is_not_there_is_an_error_of_the_system(tmp_path: Path, kind: Format) -> None:
    with pytest.raises(FileNotFoundError):
        list(exported(tmp_path / "gone" / "rows", kind, outcomes()))


def test_a_sheet_that_would_be_too_long_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tables, "XLSX_ROWS", 2)
    with pytest.raises(TooManyRowsError):
        list(exported(tmp_path / "rows", Format.XLSX, outcomes()))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("kind", Format)
def test_whoever_may_have_to_leave_knows_the_unfinished_file(tmp_path: Path, kind: Format) -> None:
    told: list[Path] = []
    steps = export(outcomes(), tmp_path / "rows", kind, top_k=1, least_probability=0.3, beginning=told.append)
    list(steps)
    assert [path.parent for path in told] == [tmp_path]
    assert not told[0].exists()


def test_lines_may_go_elsewhere_too() -> None:
    assert layout_of(Format.CSV, 1, 0.3, bom=True).header.startswith("\ufeffpath,")
    assert layout_of(Format.JSONL, 1, 0.3).header == ""
