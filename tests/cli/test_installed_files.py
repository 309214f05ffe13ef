"""A file of a frozen program that is no longer what was packed is named."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.installed_files import LIST, file_troubles, write_list


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "lib").mkdir()
    (tmp_path / "lib" / "é b.so.1").write_bytes(bytes(range(256)))
    (tmp_path / "lib" / "empty").touch()
    (tmp_path / "b.so").symlink_to("lib/é b.so.1")
    write_list(tmp_path)
    return tmp_path


def test_what_is_as_it_was_packed_is_fine(folder: Path) -> None:
    assert [*file_troubles(folder)] == []


def test_a_list_is_the_same_when_it_is_written_again(folder: Path) -> None:
    before = (folder / LIST).read_bytes()
    write_list(folder)
    assert (folder / LIST).read_bytes() == before
    assert len(before.splitlines()) == 3


def blocked(path: Path) -> None:
    path.unlink()
    os.mkfifo(path)


@pytest.mark.parametrize(
    ("damage", "words"),
    [
        (lambda path: path.write_bytes(bytes(range(255)) + b"\0"), "damaged"),
        (lambda path: path.write_bytes(b""), "damaged"),
        (Path.unlink, "missing"),
        pytest.param(
            blocked, "missing", marks=pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
        ),
    ],
)
def test_a_file_is_named_and_the_link_that_leads_to_it(
    folder: Path, damage: Callable[[Path], None], words: str
) -> None:
    file = folder / "lib" / "é b.so.1"
    damage(file)
    assert [*file_troubles(folder)] == [f"{folder / 'b.so'} is {words}", f"{file} is {words}"]


def test_a_line_that_is_none_damages_the_list(folder: Path) -> None:
    with (folder / LIST).open("a", encoding="utf-8") as file:
        file.write("nonsense\n")
    assert [*file_troubles(folder)] == [f"{folder / LIST} is damaged"]
