"""Which names an export may not take."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.desktop.export_steps import is_own


@pytest.mark.parametrize("name", ["results.sqlite", "Results.SQLITE", "results.sqlite-wal", "results.sqlite.lock"])
def test_the_store_and_what_lies_beside_it_is_ours(tmp_path: Path, name: str) -> None:
    assert is_own(tmp_path / name, Path("/elsewhere/tags.sqlite"), tmp_path / "results.sqlite")


def test_other_files_and_other_folders_are_not(tmp_path: Path) -> None:
    store = tmp_path / "results.sqlite"
    assert not is_own(tmp_path / "answers.csv", store)
    assert not is_own(tmp_path / "exports" / "results.sqlite", store)


def test_another_name_of_the_store_is_ours(tmp_path: Path) -> None:
    store = tmp_path / "results.sqlite"
    store.touch()
    (tmp_path / "away").mkdir()
    os.symlink(tmp_path, tmp_path / "away" / "back")
    os.link(store, tmp_path / "answers.csv")
    assert is_own(tmp_path / "away" / "back" / "results.sqlite", store)
    assert is_own(tmp_path / "answers.csv", store)
