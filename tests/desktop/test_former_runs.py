"""The list of runs that are kept, and what can be done with them."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop.former_runs import FormerRuns
from app.desktop.tasks import Tasks
from app.results.database import StoreError, StoreTrouble
from app.results.store import Store
from app.values import Method

from .conftest import wait

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
