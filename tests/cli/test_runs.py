"""`whatsit runs`."""

from __future__ import annotations

import re
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from app.cli.main import main
from app.paths import user_places

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("pipeline", "folder")


def test_there_are_none_at_first(capsys: Capture) -> None:
    assert main(["runs"]) == 0
    assert capsys.readouterr().out == "No runs are kept.\n"


def test_the_newest_comes_first(folder: Path, capsys: Capture) -> None:
    (folder / "sub").mkdir()
    (folder / "sub" / "bad.jpg").write_bytes(b"\xff\xd8\xff")
    main(["classify", "."])
    main(["classify", "sub"])
    capsys.readouterr()
    assert main(["runs"]) == 0
    second, first = capsys.readouterr().out.splitlines()
    assert re.match(r"   2  \d{4}-\d\d-\d\d \d\d:\d\d  complete    1 picture, 1 could not be classified  ", second)
    assert "classified  EfficientNet-Lite0 (fp32)" in second
    assert second.endswith(f"sub: {folder / 'sub'}")
    assert "4 pictures, 1 could not be classified" in first
    assert first.endswith(f"{folder.name}: {folder}")


def test_an_unfinished_run_says_of_how_many_and_what_was_skipped(folder: Path, capsys: Capture) -> None:
    (folder / "notes.txt").write_text("none")
    (folder / "bad.jpg").write_bytes(b"\xff\xd8\xff")
    main(["classify", "."])
    with closing(sqlite3.connect(user_places().results)) as database, database:
        database.execute("update run set ended = null, total = 40")
    capsys.readouterr()
    assert main(["runs"]) == 0
    said = "unfinished  4 of 40 pictures, 1 could not be classified, 1 other file skipped  Eff"
    assert said in capsys.readouterr().out


def test_a_run_can_be_renamed_and_forgotten(capsys: Capture) -> None:
    main(["classify", "."])
    assert main(["runs", "--rename", "1", "Ice\x1bland"]) == 0
    assert main(["runs"]) == 0
    assert "Ice\\x1bland: " in capsys.readouterr().out
    assert main(["runs", "--forget", "last"]) == 0
    assert "forgotten. The pictures are where they were." in capsys.readouterr().out
    assert main(["runs"]) == 0
    assert capsys.readouterr().out == "No runs are kept.\n"


def test_everything_can_be_forgotten(folder: Path, capsys: Capture) -> None:
    main(["classify", "."])
    main(["classify", ".", "--fresh"])
    capsys.readouterr()
    assert main(["runs", "--forget-everything"]) == 0
    assert capsys.readouterr().out == "2 runs forgotten, with all answers. The pictures are where they were.\n"
    assert (folder / "a.jpg").exists()
    main(["classify", ".", "--verbose"])
    assert "known before" not in capsys.readouterr().err


@pytest.mark.parametrize("words", [["--forget", "7"], ["--rename", "last", "x"], ["--forget", "1\x1b"]])
def test_a_run_that_does_not_exist_is_a_sentence(words: list[str], capsys: Capture) -> None:
    assert main(["runs", *words]) == 2
    said = capsys.readouterr()
    assert "there is no run" in said.err
    assert "\x1b" not in said.err


def test_its_help_has_an_example(capsys: Capture) -> None:
    assert main(["runs", "--help"]) == 0
    assert "example" in capsys.readouterr().out
