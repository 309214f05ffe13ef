"""The plan as an item model: files are read when a branch is looked at, a page at a time."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.desktop import wording
from app.desktop.plan_model import PlanColumn, PlanModel
from app.desktop.plan_tree import Branch, plan_tree
from app.results.sorting.lines import Line
from app.results.sorting.plan import FolderCount
from app.values import Left

FOLDERS = [FolderCount(1, Path("trip/<b>cat"), True, 5, 1, 1500), FolderCount(2, Path("zoo"), False, 1, 0, 7)]


class Reader:
    """Answers as a task would, when the test says so."""

    def __init__(self, model: PlanModel) -> None:
        self.wanted: list[Branch] = []
        self.model = model
        model.wanted.connect(self.wanted.append)

    def answer(self, most: int) -> None:
        branch = self.wanted.pop(0)
        first = len(branch.files) + 1
        count = min(most, branch.own - len(branch.files))
        self.model.take(branch, [line(number) for number in range(first, first + count)])


def line(number: int, name: str = "", target: str = "", *, is_companion: bool = False) -> Line:
    name = name or f"{number}.jpg"
    return Line(number, Path("/from", name), Path("/to", target or name), is_companion, None, "")


@pytest.fixture
def model(qapp: QApplication) -> PlanModel:
    model = PlanModel(qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.fixture
def reader(model: PlanModel) -> Reader:
    return Reader(model)


def texts(model: PlanModel, parent: QModelIndex, column: PlanColumn = PlanColumn.NAME) -> list[str]:
    return [model.index(row, column, parent).data() for row in range(model.rowCount(parent))]


def test_branches_are_there_at_once(model: PlanModel) -> None:
    model.set_tree(plan_tree(FOLDERS, [(Left.GONE, 2)]))
    root = QModelIndex()
    assert texts(model, root) == ["trip", "zoo", "Left where they are"]
    assert texts(model, root, PlanColumn.FILES) == ["6", "1", "2"]
    assert texts(model, root, PlanColumn.SIZE) == ["1.5 kB", "7 bytes", ""]
    assert texts(model, root, PlanColumn.NOTE) == ["", "is there already", ""]
    assert texts(model, model.index(0, 0)) == ["<b>cat"]
    assert texts(model, model.index(2, 0)) == ["It is no longer there"]


def test_files_are_read_once_they_are_looked_at(model: PlanModel, reader: Reader) -> None:
    model.set_tree(plan_tree(FOLDERS, []))
    reader.wanted.clear()  # the tester looks at everything
    cat = model.index(0, 0, model.index(0, 0))
    assert model.hasChildren(cat)
    assert model.rowCount(cat) == 0


def test_a_page_at_a_time_with_a_row_that_says_how_many_more(model: PlanModel, reader: Reader) -> None:
    model.set_tree(plan_tree(FOLDERS, []))
    reader.wanted.clear()
    cat = model.index(0, 0, model.index(0, 0))
    branch = model.branch(cat)
    assert branch
    model._pending.clear()
    model.fetchMore(cat)
    model.fetchMore(cat)
    assert reader.wanted == [branch], "asked for once"
    reader.answer(2)
    model.fetchMore(cat)
    assert branch not in reader.wanted, "Qt would ask for all of it"
    assert texts(model, cat) == ["1.jpg", "2.jpg", "4 more…"]
    assert model.stands_for_more(model.index(2, 0, cat))
    while branch.unread:
        model.read_on(model.index(0, 0, cat))
        assert branch not in reader.wanted, "a file stands for itself"
        reader.wanted.clear()
        model.read_on(model.index(model.rowCount(cat) - 1, 0, cat))
        reader.answer(3)
    assert texts(model, cat) == [f"{number}.jpg" for number in range(1, 7)]
    assert not model.canFetchMore(cat)
    assert not model.stands_for_more(model.index(5, 0, cat))


def test_what_is_asked_for_twice_or_of_another_plan_changes_nothing(model: PlanModel, reader: Reader) -> None:
    model.set_tree(plan_tree(FOLDERS, []))
    old = model.root.branches[1]
    model.set_tree(plan_tree(FOLDERS, []))
    model.take(old, [line(1)])
    assert old.files == []


def test_a_file_says_its_new_name_and_whom_it_goes_with(model: PlanModel, reader: Reader) -> None:
    model.set_tree(plan_tree([FolderCount(1, Path("zoo"), True, 1, 1, 7)], []))
    zoo = model.index(0, 0)
    model._pending.add(model.root.branches[0])
    model.take(model.root.branches[0], [line(1, "a.jpg", "a (2).jpg"), line(2, "a.xmp", is_companion=True)])
    assert texts(model, zoo) == ["a.jpg → a (2).jpg", "a.xmp"]
    assert texts(model, zoo, PlanColumn.NOTE) == ["", "goes along with its picture"]
    tip = model.index(0, 0, zoo).data(Qt.ItemDataRole.ToolTipRole)
    assert "/from/a.jpg" in tip
    assert "/to/a (2).jpg" in tip


def test_tips_are_plain_text(model: PlanModel) -> None:
    model.set_tree(plan_tree(FOLDERS, []))
    assert "&lt;b&gt;cat" in model.index(0, 0, model.index(0, 0)).data(Qt.ItemDataRole.ToolTipRole)


def test_many_folders_are_many_branches(model: PlanModel) -> None:
    many = [FolderCount(number, Path(str(number // 100), str(number)), True, 1, 0, 1) for number in range(2_000)]
    model.set_tree(plan_tree(many, []))
    assert model.rowCount() == 20
    assert texts(model, QModelIndex(), PlanColumn.FILES)[0] == wording.count(100)


def test_what_is_not_there_is_nothing(model: PlanModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.line(QModelIndex()) is None
    assert model.parent() is not None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Folder"
    assert model.headerData(99, Qt.Orientation.Horizontal) == ""
