"""`whatsit sort` and `whatsit undo`."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.main import main
from app.paths import user_places
from app.results.sorting.journals import sorts

Capture = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def run(pipeline, folder: Path, capsys: Capture) -> None:
    """A run that is kept, of three pictures and a broken one."""
    (folder / "bad.jpg").write_bytes(b"\xff\xd8\xff")
    (folder / "a.xmp").write_text("<x/>")
    main(["classify", str(folder)])
    capsys.readouterr()


def files(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


HERE = ["a.jpg", "a.xmp", "b10.jpg", "b2.jpg", "bad.jpg"]
SORTED = ["tabby/a.jpg", "tabby/a.xmp", "tabby/b10.jpg", "tabby/b2.jpg"]


def test_copies_are_the_default_and_the_plan_is_printed(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["sort", "last", "--into", str(tmp_path / "into")]) == 0
    out = capsys.readouterr().out.splitlines()
    assert out[:2] == [str(tmp_path / "into"), "└── tabby  3 pictures, 1 companion"]
    assert out[2].startswith("3 pictures and 1 companion to be copied, ")
    assert out[3] == "1 picture left alone: it could not be classified."
    assert re.fullmatch(r"4 files copied\. To undo it: whatsit undo \d{8}-\d{6}-\d{6}", out[4])
    assert files(tmp_path / "into") == SORTED
    assert files(folder) == HERE


def test_undo_removes_them_again(tmp_path: Path, capsys: Capture) -> None:
    main(["sort", "last", "--into", str(tmp_path / "into")])
    capsys.readouterr()
    assert main(["undo"]) == 0
    assert "is undone: 4 files removed again." in capsys.readouterr().out
    assert not (tmp_path / "into").exists()
    assert main(["undo"]) == 2
    assert "There is no sort to undo" in capsys.readouterr().err


def test_a_move_takes_the_results_along_and_back(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["sort", "1", "--into", "sorted", "--move", "--folders", "{source}/{label}", "--failed", "folder"]) == 0
    assert files(folder) == sorted(
        f"sorted/{folder.name}/{name}"
        for name in ("failed/bad.jpg", "tabby/a.jpg", "tabby/a.xmp", "tabby/b10.jpg", "tabby/b2.jpg")
    )
    assert "later runs skip them" in capsys.readouterr().out
    assert exported(capsys) == {str(folder / name) for name in files(folder) if not name.endswith("xmp")}
    assert main(["undo"]) == 0
    assert files(folder) == HERE
    capsys.readouterr()
    assert exported(capsys) == {str(folder / name) for name in HERE if not name.endswith("xmp")}


def exported(capsys: Capture) -> set[str]:
    main(["export", "1", "--format", "jsonl"])
    return {json.loads(line)["path"] for line in capsys.readouterr().out.splitlines()}


def test_what_was_sorted_is_not_classified_again(folder: Path, capsys: Capture) -> None:
    main(["sort", "last", "--into", "sorted"])
    capsys.readouterr()
    main(["classify", ".", "--format", "jsonl"])
    said = capsys.readouterr()
    assert [json.loads(line)["path"] for line in said.out.splitlines()] == ["a.jpg", "b2.jpg", "b10.jpg", "bad.jpg"]
    assert "1 already sorted" in said.err
    main(["classify", "sorted/tabby", "--format", "jsonl"])
    assert len(capsys.readouterr().out.splitlines()) == 3


def test_a_dry_run_changes_nothing(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["sort", "last", "--into", str(tmp_path / "into"), "--move", "--dry-run"]) == 0
    assert "3 pictures and 1 companion to be moved." in capsys.readouterr().out
    assert not (tmp_path / "into").exists()
    assert not user_places().sorts.exists()
    assert files(folder) == HERE


def test_the_plan_can_be_written_to_a_file(tmp_path: Path) -> None:
    assert main(["sort", "last", "--into", str(tmp_path / "into"), "--dry-run", "--plan", str(tmp_path / "p.csv")]) == 0
    lines = (tmp_path / "p.csv").read_bytes().decode().split("\r\n")
    assert lines[0] == "path,target,note"
    assert lines[2].endswith("copied along with its picture")
    assert main(["sort", "last", "--into", str(tmp_path / "into"), "--plan", str(tmp_path / "gone" / "p.csv")]) == 3
    assert not (tmp_path / "into").exists()


def test_what_cannot_be_sorted_is_named_and_makes_the_status(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    (folder / "b2.jpg").write_bytes(b"another")
    (folder / "b10.jpg").unlink()
    assert main(["sort", "last", "--into", str(tmp_path / "into")]) == 1
    err = capsys.readouterr().err
    assert f"{folder}/b2.jpg: it was changed since it was classified" in err
    assert f"{folder}/b10.jpg: it is no longer there" in err


def test_an_older_sort_is_not_undone_in_place_of_one_whose_journal_is_damaged(tmp_path: Path, capsys: Capture) -> None:
    assert main(["sort", "last", "--into", str(tmp_path / "one")]) == 0
    assert main(["sort", "last", "--into", str(tmp_path / "two")]) == 0
    journal = next(sorts(user_places().sorts)).journal
    journal.write_bytes(journal.read_bytes()[:5000])
    capsys.readouterr()
    assert main(["undo"]) == 3
    assert str(journal) in capsys.readouterr().err
    assert files(tmp_path / "one") == SORTED
    assert main(["undo", "--list"]) == 0
    said = capsys.readouterr()
    assert len(said.out.splitlines()) == 1
    assert str(journal) in said.err


def test_what_was_changed_since_is_named_when_undone(tmp_path: Path, capsys: Capture) -> None:
    main(["sort", "last", "--into", str(tmp_path / "into")])
    (tmp_path / "into" / "tabby" / "b2.jpg").write_bytes(b"edited")
    capsys.readouterr()
    assert main(["undo"]) == 1
    said = capsys.readouterr()
    assert "b2.jpg: it was changed since it was sorted" in said.err
    assert f"try again what was left alone: whatsit undo {next(sorts(user_places().sorts)).name}" in said.err
    assert "3 files removed again; 1 file left alone." in said.out
    assert files(tmp_path / "into") == ["tabby/b2.jpg"]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["sort", "last"], "--into"),
        (["sort", "last", "--into", ""], "--into names the folder"),
        (["sort", "9", "--into", "x"], "there is no run 9"),
        (["sort", "last", "--into", "x", "--folders", "{lable}"], "there is no field {lable}; there are label, source"),
        (["sort", "last", "--into", "x", "--folders", "../{label}"], "it must name folders"),
        (["sort", "last", "--into", "x", "--copy", "--move"], "not allowed with"),
        (["sort", "last", "--into", "x", "--least-probability", "2"], "a number from 0 to 1"),
        (["undo", "gone"], "There is no such sort (gone)"),
        (["undo"], "There is no sort to undo"),
    ],
)
def test_wrong_use_is_a_sentence(words: list[str], said: str, capsys: Capture) -> None:
    assert main(words) == 2
    assert said in capsys.readouterr().err


def test_a_destination_that_cannot_be_used_is_a_sentence(folder: Path, capsys: Capture) -> None:
    assert main(["sort", "last", "--into", "a.jpg"]) == 3
    assert "This is not a folder; name another" in capsys.readouterr().err
    assert files(folder) == HERE


@pytest.mark.skipif(not Path("/dev/shm").is_dir(), reason="another drive")
def test_links_across_drives_are_refused_in_the_plan(capsys: Capture) -> None:
    assert main(["sort", "last", "--into", f"/dev/shm/whatsit-{os.getpid()}", "--link"]) == 1
    said = capsys.readouterr()
    assert "There is nothing to sort." in said.out
    assert "a hard link cannot lead to another drive" in said.err


def test_sorts_are_listed(folder: Path, tmp_path: Path, capsys: Capture) -> None:
    assert main(["undo", "--list"]) == 0
    assert capsys.readouterr().out == "Nothing was sorted.\n"
    main(["sort", "last", "--into", "one"])
    main(["undo"])
    main(["sort", "last", "--into", "two", "--move"])
    capsys.readouterr()
    assert main(["undo", "--list"]) == 0
    second, first = capsys.readouterr().out.splitlines()
    assert re.match(r"\d{8}-\d{6}-\d{6}  \d{4}-\d\d-\d\d \d\d:\d\d  complete     4 files moved  ", second)
    assert second.endswith(f"{folder / 'two'}  (run 1, here)")
    assert "  undone " in first


@pytest.mark.parametrize("command", ["sort", "undo"])
def test_help_has_an_example(command: str, capsys: Capture) -> None:
    assert main([command, "--help"]) == 0
    assert "examples" in capsys.readouterr().out


INTERRUPTED = """
import os, signal, sys
from app.cli.main import main
from app.results.sorting.carrying import Carrying
real = Carrying._handled

def handled(self, item):
    left = yield from real(self, item)
    os.kill(os.getpid(), signal.SIGINT)
    return left

Carrying._handled = handled
sys.exit(main(sys.argv[1:]))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="signals of POSIX")
def test_ctrl_c_stops_after_the_file_under_way_and_the_same_call_goes_on(folder: Path, capsys: Capture) -> None:
    words = ["sort", "last", "--into", "sorted", "--move"]
    root = str(Path(__file__).parents[2])
    done = subprocess.run(
        [sys.executable, "-c", INTERRUPTED, *words],
        env={**os.environ, "PYTHONPATH": root},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 130
    (sort,) = sorts(user_places().sorts)
    assert f"Run the same again to go on, or undo what was done: whatsit undo {sort.name}" in done.stderr
    assert (sort.done, sort.open) == (1, 3)
    assert main([*words[:4], "--copy"]) == 3
    assert "A sort into this folder is unfinished" in capsys.readouterr().err
    assert main([*words, "--dry-run"]) == 0
    assert main(words) == 0
    assert "is unfinished and goes on" in capsys.readouterr().out
    assert files(folder / "sorted") == SORTED
    assert main(["undo"]) == 0
    assert files(folder) == HERE
