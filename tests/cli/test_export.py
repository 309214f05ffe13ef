"""`whatsit export`."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest

from app.cli.arguments import EXPORTS, FILES_ONLY, STATES
from app.cli.main import main
from app.results.export import Format
from app.results.query import State

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def run(pipeline, folder: Path, capsys: Capture) -> None:
    """A run that is kept, of three pictures and a broken one."""
    (folder / "bad=1.jpg").write_bytes(b"\xff\xd8\xff")
    main(["classify", str(folder), "--format", "jsonl"])
    (folder / "classified.jsonl").write_text(capsys.readouterr().out)


def test_it_writes_what_classify_wrote(folder: Path, capsys: Capture) -> None:
    assert main(["export", "last", "--format", "jsonl"]) == 0
    assert capsys.readouterr().out == (folder / "classified.jsonl").read_text()


def test_csv_is_the_default_and_follows_the_options(capsys: Capture) -> None:
    assert main(["export", "1", "--top-k", "1", "--least-probability", "0.8"]) == 0
    header, *rows = csv.reader(io.StringIO(capsys.readouterr().out, newline=""))
    assert "label_1" in header
    assert "label_2" not in header
    assert [dict(zip(header, row, strict=True))["class"] for row in rows] == ["unknown", "unknown", "unknown", ""]


def test_a_file_is_whole_or_absent(folder: Path, capsys: Capture) -> None:
    assert main(["export", "last", "--output", "rows.csv"]) == 0
    assert len((folder / "rows.csv").read_bytes().splitlines()) == 5
    assert main(["export", "last", "--output", "gone/rows.csv"]) == 3
    assert "cannot be written" in capsys.readouterr().err


def test_a_run_that_does_not_exist_is_a_sentence(capsys: Capture) -> None:
    assert main(["export", "9"]) == 2
    assert "there is no run 9" in capsys.readouterr().err


def test_paths_are_absolute(folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    main(["classify", "."])
    capsys.readouterr()
    assert main(["export", "last", "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[0])["path"] == str(folder / "a.jpg")


def test_its_help_has_an_example(capsys: Capture) -> None:
    assert main(["export", "--help"]) == 0
    assert "example" in capsys.readouterr().out


@pytest.mark.parametrize("kind", ["xlsx", "parquet"])
def test_tables_are_files(folder: Path, kind: str, capsys: Capture) -> None:
    pytest.importorskip("pyarrow")
    assert main(["export", "last", "--format", kind]) == 2
    assert "name it with --output" in capsys.readouterr().err
    assert main(["export", "last", "--format", kind, "--output", f"rows.{kind}"]) == 0
    assert (folder / f"rows.{kind}").read_bytes()[:2] == {"xlsx": b"PK", "parquet": b"PA"}[kind]
    assert main(["export", "last", "--format", kind, "--output", "gone/rows"]) == 3
    assert "cannot be written" in capsys.readouterr().err
    assert sorted(path.name for path in folder.iterdir() if path.name.startswith(".")) == []


def test_a_run_too_long_for_a_sheet_is_a_sentence(
    folder: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture
) -> None:
    monkeypatch.setattr("app.results.tables.XLSX_ROWS", 2)
    assert main(["export", "last", "--format", "xlsx", "--output", "rows.xlsx"]) == 3
    assert "these are more; choose csv, jsonl or parquet" in capsys.readouterr().err
    assert not (folder / "rows.xlsx").exists()


def test_csv_can_begin_with_a_byte_order_mark(folder: Path) -> None:
    assert main(["export", "last", "--bom", "--output", "rows.csv"]) == 0
    assert (folder / "rows.csv").read_bytes().startswith(b"\xef\xbb\xbfpath,")


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="Linux")
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_full_disk_is_a_sentence(kind: str, capsys: Capture) -> None:
    assert main(["export", "last", "--format", kind, "--output", "/dev/full"]) == 3
    assert "cannot be written to /dev/full" in capsys.readouterr().err


def names(out: str) -> list[str]:
    return [Path(json.loads(line)["path"]).name for line in out.splitlines()]


@pytest.mark.parametrize(
    ("options", "expected"),
    [
        ([], ["a.jpg", "b2.jpg", "b10.jpg", "bad=1.jpg"]),
        (["--text", "B2. JPG"], ["b2.jpg"]),
        (["--text", "TAB"], ["a.jpg", "b2.jpg", "b10.jpg"]),
        (["--class", "tabby"], ["a.jpg", "b2.jpg", "b10.jpg"]),
        (["--class", "tabby", "--least-probability", "0.9"], []),
        (["--state", "failed"], ["bad=1.jpg"]),
        (
            ["--state", "unknown", "--state", "failed", "--least-probability", "0.9"],
            ["a.jpg", "b2.jpg", "b10.jpg", "bad=1.jpg"],
        ),
        (["--from", "0.75"], ["a.jpg", "b2.jpg", "b10.jpg"]),
        (["--to", "0.7"], []),
    ],
)
def test_some_rows_can_be_chosen(folder: Path, options: list[str], expected: list[str], capsys: Capture) -> None:
    assert main(["export", "last", "--format", "jsonl", *options]) == 0
    written = capsys.readouterr()
    assert names(written.out) == expected
    assert ("No pictures were chosen" in written.err) == (not expected)
    assert main(["export", "last", "--format", "jsonl", "--output", "rows.jsonl", *options]) == 0
    assert names((folder / "rows.jsonl").read_text()) == expected
    assert ("No pictures were chosen" in capsys.readouterr().err) == (not expected)


@pytest.mark.parametrize("options", [["--state", "happy"], ["--from", "2"], ["--to", "most"], ["--class"]])
def test_a_choice_that_is_none_is_wrong_use(options: list[str], capsys: Capture) -> None:
    assert main(["export", "last", *options]) == 2
    assert capsys.readouterr().out == ""


def test_every_format_and_state_of_the_store_is_known() -> None:
    assert set(EXPORTS) == {each.value for each in Format}
    assert set(FILES_ONLY) == {each.value for each in Format if not each.is_lines}
    assert set(STATES) == {each.value for each in State}
