"""A look at a store changes nothing, wherever it lies."""

from __future__ import annotations

import os
import sqlite3
from pathlib import Path

import pytest

from app.results.database import StoreError, StoreTrouble
from app.results.inspection import Inspection, inspect
from app.results.schema import MIGRATIONS
from app.results.store import Store
from app.values import Method

from .conftest import classified


def kept(path: Path, method: Method) -> None:
    with Store(path) as store:
        pen = store.begin("key", "Iceland", [Path("/photos")], method)
        pen.add(b"a", classified("/photos/a"))
        pen.end(is_complete=True)


@pytest.mark.parametrize("name", [b"results.sqlite", b"caf\xe9 ?#%41.sqlite"])
def test_what_is_there_is_counted_and_nothing_is_made(tmp_path: Path, method: Method, name: bytes) -> None:
    path = tmp_path / os.fsdecode(name)
    kept(path, method)
    before = sorted(tmp_path.iterdir())
    assert inspect(path) == Inspection(len(MIGRATIONS), True, 1, 1, path.stat().st_size, has_log=True)
    assert sorted(tmp_path.iterdir()) == before


def test_what_is_in_the_log_only_is_counted_too(tmp_path: Path, method: Method) -> None:
    path = tmp_path / "results.sqlite"
    with Store(path) as store:
        store.begin("key", "Iceland", [], method)
        found = inspect(path)
        assert found.runs == 1
        assert found.bytes == sum(each.stat().st_size for each in (path, Path(f"{path}-wal")))


def test_what_is_not_there_is_not_made(tmp_path: Path) -> None:
    with pytest.raises(StoreError) as failure:
        inspect(tmp_path / "gone.sqlite")
    assert failure.value.trouble is StoreTrouble.UNUSABLE
    assert list(tmp_path.iterdir()) == []


def test_damage_within_is_found(tmp_path: Path, method: Method, damage) -> None:
    path = tmp_path / "results.sqlite"
    kept(path, method)
    damage(path)
    with pytest.raises(StoreError) as failure:
        inspect(path)
    assert failure.value.trouble is StoreTrouble.DAMAGED


def test_an_index_that_lies_nowhere_is_damage(tmp_path: Path, method: Method) -> None:
    path = tmp_path / "results.sqlite"
    kept(path, method)
    with sqlite3.connect(path) as database:
        database.execute("pragma writable_schema = on")
        database.execute("update sqlite_schema set rootpage = 9999 where name = 'entry_by_outcome'")
    database.close()
    with pytest.raises(StoreError) as failure:
        inspect(path)
    assert failure.value.trouble is StoreTrouble.DAMAGED
