"""The store as the commands open it."""

from __future__ import annotations

import json
import sqlite3
from pathlib import Path

import pytest

from app.cli.main import main
from app.paths import user_places
from app.results.database import MIGRATIONS, open_database

Capture = pytest.CaptureFixture[str]
pytestmark = pytest.mark.usefixtures("pipeline", "folder")


def paths(text: str) -> list[str]:
    return [json.loads(line)["path"] for line in text.splitlines()]


def test_a_folder_is_kept_and_not_asked_for_again(capsys: Capture) -> None:
    assert main(["classify", ".", "--format", "jsonl"]) == 0
    first = capsys.readouterr().out
    assert main(["classify", ".", "--format", "jsonl", "--verbose"]) == 0
    again = capsys.readouterr()
    assert again.out == first
    assert "3 pictures, 3 known before" in again.err
    assert user_places().results.is_file()


def test_single_pictures_are_no_run(capsys: Capture) -> None:
    assert main(["classify", "a.jpg"]) == 0
    assert not user_places().results.exists()


@pytest.mark.parametrize("words", [["--no-store"], ["--store", "elsewhere/my.sqlite"]])
def test_the_users_own_store_can_be_left_alone(words: list[str], capsys: Capture) -> None:
    assert main(["classify", ".", *words]) == 0
    assert not user_places().results.exists()
    assert Path("elsewhere/my.sqlite").exists() == ("--store" in words)


def test_the_number_of_classes_may_differ_from_time_to_time(capsys: Capture) -> None:
    counts = []
    for top_k in ("1", "2"):
        assert main(["classify", ".", "--format", "jsonl", "--top-k", top_k]) == 0
        counts.append({len(json.loads(line)["predictions"]) for line in capsys.readouterr().out.splitlines()})
    assert counts == [{1}, {2}]


def test_paths_are_as_the_user_named_them_also_when_they_are_known(folder: Path, capsys: Capture) -> None:
    for words in (["."], [str(folder)]):
        assert main(["classify", *words, "--format", "jsonl"]) == 0
    out = paths(capsys.readouterr().out)
    assert out == ["a.jpg", "b2.jpg", "b10.jpg", *(str(folder / name) for name in ("a.jpg", "b2.jpg", "b10.jpg"))]


def test_a_store_that_cannot_be_made_does_not_stop_the_work(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    user_places().results.parent.parent.mkdir(parents=True, exist_ok=True)
    user_places().results.parent.write_text("a file in its place")
    assert main(["classify", ".", "--format", "jsonl"]) == 0
    said = capsys.readouterr()
    assert len(paths(said.out)) == 3
    assert "Nothing will be kept for later: The results cannot be kept" in said.err


def test_one_that_was_asked_for_by_name_does(capsys: Capture) -> None:
    assert main(["classify", ".", "--store", "."]) == 3
    said = capsys.readouterr()
    assert said.out == ""
    assert "The results cannot be kept; choose another store, or none" in said.err


def test_a_newer_store_is_refused_in_words(capsys: Capture) -> None:
    open_database(Path("newer.sqlite"), (*MIGRATIONS, "create table more (id integer);"))[0].close()
    for words in (["classify", "."], ["runs"], ["export", "last"]):
        assert main([*words, "--store", "newer.sqlite"]) == 3
        assert "kept by a newer Whatsit" in capsys.readouterr().err


def test_a_damaged_store_is_moved_aside_with_its_name(capsys: Capture) -> None:
    place = user_places().results
    place.parent.mkdir(parents=True)
    place.write_bytes(b"no database, and long enough to be looked at")
    assert main(["classify", "."]) == 0
    assert f"they lie at {place}.damaged-1 now" in capsys.readouterr().err
    assert Path(f"{place}.damaged-1").read_bytes().startswith(b"no database")
    with sqlite3.connect(place) as database:
        assert database.execute("select count(*) from entry").fetchone() == (3,)


@pytest.mark.parametrize("words", [["classify", "."], ["runs"], ["export", "last"]])
def test_somebody_elses_file_is_left_alone(words: list[str], folder: Path, capsys: Capture) -> None:
    (folder / "holiday.bin").write_bytes(b"a photograph, long enough to be looked at for a moment" * 3)
    before = (folder / "holiday.bin").read_bytes()
    assert main([*words, "--store", "holiday.bin"]) == 3
    assert "holds no results of Whatsit and is left alone" in capsys.readouterr().err
    assert (folder / "holiday.bin").read_bytes() == before


@pytest.mark.parametrize("words", [["runs"], ["export", "last"]])
def test_looking_makes_nothing(words: list[str], folder: Path, capsys: Capture) -> None:
    before = sorted(folder.iterdir())
    main([*words, "--store", "new.sqlite"])
    main(words)
    assert sorted(folder.iterdir()) == before
    assert not user_places().results.exists()


@pytest.mark.parametrize("name", ["./s.sqlite", "s.sqlite-wal", "s.sqlite.lock", "s.sqlite.damaged-1"])
@pytest.mark.parametrize(
    "words", [["classify", ".", "--output"], ["export", "last", "--output"], ["sort", "last", "--into", "x", "--plan"]]
)
def test_nothing_that_is_written_replaces_the_store(words: list[str], name: str, capsys: Capture) -> None:
    assert main(["classify", ".", "--store", "s.sqlite"]) == 0
    assert main([*words, name, "--store", "s.sqlite"]) == 2
    assert "would overwrite the results themselves" in capsys.readouterr().err
    assert main(["runs", "--store", "s.sqlite"]) == 0


@pytest.mark.parametrize("words", [["export", "last", "--output"], ["sort", "last", "--into", "x", "--plan"]])
@pytest.mark.parametrize("name", ["a.jpg", "noname", "link.csv"])
def test_nor_a_picture(words: list[str], name: str, folder: Path, capsys: Capture) -> None:
    (folder / "noname").write_bytes((folder / "a.jpg").read_bytes())
    (folder / "link.csv").symlink_to(folder / "a.jpg")
    before = (folder / "a.jpg").read_bytes()
    assert main(["classify", "."]) == 0
    assert main([*words, name]) == 2
    assert "which is a picture" in capsys.readouterr().err
    assert (folder / "a.jpg").read_bytes() == (folder / "noname").read_bytes() == before


def test_but_a_file_that_is_only_called_like_the_store_may_be_written(folder: Path) -> None:
    assert main(["classify", ".", "--store", "s"]) == 0
    assert main(["export", "last", "--store", "s", "--output", "s.csv"]) == 0
    assert main(["export", "last", "--store", "s", "--output", "s.csv"]) == 0


def test_a_store_that_is_damaged_within_stands_in_nobodys_way(capsys: Capture, damage) -> None:
    assert main(["classify", "."]) == 0
    place = user_places().results
    damage(place)
    assert main(["classify", "."]) == 3
    assert f"The results were damaged; they lie at {place}.damaged-1 now" in capsys.readouterr().err
    assert main(["classify", "."]) == 0
