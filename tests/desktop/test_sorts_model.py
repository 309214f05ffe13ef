"""Former sorts as an item model."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.desktop.former_sorts import FormerSort
from app.desktop.sorts_model import SortColumn, SortsModel
from app.results.sorting.journal import Header, Phase
from app.results.sorting.journals import Sort
from app.values import Way


def former(
    phase: Phase, done: int = 0, open: int = 0, left: int = 0, *, is_busy: bool = False, name: str = "Iceland"
) -> FormerSort:
    header = Header("key", Path("/sorted/<i>"), Way.MOVE, phase, 1_700_000_000.0, "token", None, 1, name)
    return FormerSort(Sort(Path("/sorts/1.sort"), header, done, open, left), is_busy)


@pytest.fixture
def model(qapp: QApplication) -> SortsModel:
    model = SortsModel(qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


@pytest.mark.parametrize(
    ("sort", "files", "state", "can"),
    [
        (former(Phase.PLANNED, 0, 5), "0 of 5 moved", "interrupted", (True, True)),
        (former(Phase.BEGUN, 2, 3), "2 of 5 moved", "interrupted", (True, True)),
        (former(Phase.BEGUN, 2, 3, is_busy=True), "2 of 5 moved", "under way", (False, False)),
        (former(Phase.COMPLETE, 5), "5 moved", "complete", (False, True)),
        (former(Phase.UNDOING, 2), "2 moved", "half undone", (False, True)),
        (former(Phase.UNDONE), "", "undone", (False, False)),
        (former(Phase.UNDONE, left=1), "1 left", "undone, but for some", (False, True)),
    ],
)
def test_a_row_says_how_far_it_is(
    model: SortsModel, sort: FormerSort, files: str, state: str, can: tuple[bool, bool]
) -> None:
    model.set_sorts([sort])
    texts = [model.index(0, column).data() for column in SortColumn]
    assert texts[1:] == ["Iceland", "<i>", files, state]
    assert texts[0]
    assert (sort.can_go_on, sort.can_be_undone) == can


def test_tips_are_plain_text_and_names_are_safe(model: SortsModel) -> None:
    model.set_sorts([former(Phase.COMPLETE, name="a\u202eb")])
    assert model.index(0, SortColumn.NAME).data() == r"a\u202eb"
    assert "/sorted/&lt;i&gt;" in model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_not_there_is_nothing(model: SortsModel) -> None:
    assert model.sort_at(0) is None
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Begun"
    assert model.headerData(99, Qt.Orientation.Horizontal) == ""
