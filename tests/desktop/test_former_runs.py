"""The list of runs that are kept, and what can be done with them."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.former_runs import FormerRuns
from app.desktop.tasks import Tasks
from app.results.database import StoreError, StoreTrouble
from app.results.query import Query
from app.results.store import Store
from app.values import Method

from .conftest import wait
from .stub import Gate

METHOD = Method("0" * 64, "builtin", "A model", "fp32", ("espresso", "cup"))


@pytest.fixture
def tasks(qapp: QApplication) -> Iterator[Tasks]:
    owner = QObject()
    yield (tasks := Tasks(owner))
    wait(tasks.close())


@pytest.fixture
def former(tasks: Tasks) -> FormerRuns:
    return FormerRuns(tasks, tasks)


@pytest.fixture
def path(tmp_path: Path) -> Path:
    with Store(tmp_path / "results.sqlite") as store:
        for name in ("Iceland", "Wales"):
            store.begin(name, name, [Path(f"/photos/{name}")], METHOD).end(is_complete=True)
    return tmp_path / "results.sqlite"


def names(former: FormerRuns) -> list[str]:
    return [run.name for run in former.runs]


def test_the_newest_is_the_first(former: FormerRuns, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(former.changed):
        former.read(path)
    assert names(former) == ["Wales", "Iceland"]


def test_a_run_that_begins_just_after_the_list_was_read_is_not_gone(
    former: FormerRuns, path: Path, qtbot: QtBot
) -> None:
    gone: list[set[int]] = []
    former.forgotten.connect(gone.append)
    former.read(path)
    assert former._last.wait(5), "it is read, and not told yet"
    former.note(3)
    qtbot.waitUntil(lambda: bool(former.runs))
    assert gone == []
    former.read(path)
    qtbot.waitUntil(lambda: gone == [{3}])


def test_looking_makes_no_store(former: FormerRuns, tmp_path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(former.changed):
        former.read(tmp_path / "none.sqlite")
    assert former.runs == ()
    assert list(tmp_path.iterdir()) == []


def test_renaming_and_forgetting_are_told(former: FormerRuns, path: Path, qtbot: QtBot) -> None:
    with qtbot.waitSignal(former.changed):
        former.rename(path, 1, "Summer")
    assert names(former) == ["Wales", "Summer"]
    with qtbot.waitSignal(former.forgotten) as gone:
        former.forget(path, 2)
    assert (gone.args, names(former)) == ([{2}], ["Summer"])
    with qtbot.waitSignal(former.forgotten) as gone:
        former.forget_everything(path)
    assert (gone.args, names(former)) == ([{1}], [])


def test_what_a_change_gave_is_handed_over(former: FormerRuns, path: Path, qtbot: QtBot) -> None:
    made: list[object] = []
    with qtbot.waitSignal(former.changed):
        former.change(path, lambda store: len(store.runs()), made.append)
    assert made == [2]


def test_changes_are_made_and_told_in_the_order_in_which_they_were_asked_for(
    former: FormerRuns, path: Path, qtbot: QtBot
) -> None:
    gate, told = Gate(), []
    gate.close()
    former.change(path, lambda _store: gate.pass_through(), lambda _made: told.append("first"))
    for number in range(8):
        former.rename(path, 1, f"name {number}")
    former.change(path, lambda store: store.remove(Query(1, 0.0)), told.append)
    former.change(path, lambda store: store.put_back(1), lambda _made: told.append("last"))
    assert told == [], "and the window waits for nothing"
    gate.open()
    qtbot.waitUntil(lambda: "last" in told)
    assert told == ["first", 1, "last"]
    assert names(former) == ["Wales", "name 7"]


def test_after_a_change_that_failed_the_next_one_is_made(former: FormerRuns, path: Path, qtbot: QtBot) -> None:
    failed: list[StoreError] = []
    former.failed.connect(failed.append)
    former.change(path, lambda store: store.remove(Query(77, 0.0)))
    former.rename(path, 1, "Summer")
    qtbot.waitUntil(lambda: names(former) == ["Wales", "Summer"])
    assert [error.trouble for error in failed] == [StoreTrouble.FORGOTTEN]


def test_what_was_asked_for_is_done_when_the_window_closes(former: FormerRuns, tasks: Tasks, path: Path) -> None:
    gate = Gate()
    gate.close()
    former.change(path, lambda _store: gate.pass_through())
    for number in range(3):
        former.rename(path, 1, f"name {number}")
    threads = tasks.close()
    gate.open()
    wait(threads)
    with Store(path) as store:
        assert store.runs()[1].name == "name 2"


def test_closing_waits_for_no_other_program(
    former: FormerRuns, tasks: Tasks, path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.results.database.is_on_network", lambda _path: True)
    Store(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("begin exclusive")
        former.rename(path, 1, "never")
        wait(tasks.close())


def test_a_store_that_cannot_be_read_is_told(former: FormerRuns, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "results.sqlite").mkdir()
    with qtbot.waitSignal(former.failed) as failed:
        former.read(tmp_path / "results.sqlite")
    assert isinstance(failed.args[0], StoreError)
    assert failed.args[0].trouble is StoreTrouble.UNUSABLE


def test_where_a_damaged_store_lies_now_is_told(former: FormerRuns, tmp_path: Path, qtbot: QtBot) -> None:
    damaged = tmp_path / "damaged.sqlite"
    damaged.write_bytes(b"no database" * 1000)
    moved: list[Path] = []
    former.moved.connect(moved.append)
    with qtbot.waitSignal(former.changed):
        former.read(damaged)
    aside = tmp_path / "damaged.sqlite.damaged-1"
    assert moved == [aside]
    assert aside.read_bytes().startswith(b"no database")
