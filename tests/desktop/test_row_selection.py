"""Selected rows keep their pictures, whatever numbers they get."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelection, QStringListModel
from PySide6.QtWidgets import QApplication

from app.desktop import row_selection
from app.desktop.row_selection import Flag, RowSelection

MODEL_ROWS = 12


@pytest.fixture
def model(qapp: QApplication) -> QStringListModel:
    return QStringListModel([str(row) for row in range(MODEL_ROWS)])


@pytest.fixture
def selection(model: QStringListModel) -> RowSelection:
    return RowSelection(model)


def select(selection: RowSelection, first: int, last: int) -> None:
    model = selection.model()
    selection.select(QItemSelection(model.index(first, 0), model.index(last, 0)), Flag.Select)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.tuples(st.integers(0, MODEL_ROWS - 1), st.integers(0, MODEL_ROWS - 1)).map(sorted)))
def test_ranges_are_what_is_selected(selection: RowSelection, stretches: list[list[int]]) -> None:
    selection.clear()
    expected: set[int] = set()
    for first, last in stretches:
        select(selection, first, last)
        expected |= set(range(first, last + 1))
    ranges = selection.ranges()
    assert [row for each in ranges for row in each] == sorted(expected)
    assert all(one.stop < other.start for one, other in pairwise(ranges))


def test_few_rows_are_followed_one_by_one_and_many_by_their_ends(
    selection: RowSelection, monkeypatch: pytest.MonkeyPatch
) -> None:
    select(selection, 2, 5)
    select(selection, 8, 8)
    assert selection.followed() == {2, 3, 4, 5, 8}
    monkeypatch.setattr(row_selection, "EACH", 4)
    assert selection.followed() == {2, 5, 8}


@pytest.mark.parametrize(
    ("ranges", "current", "moved", "selected", "current_after"),
    [
        ([range(1, 3)], 1, {1: 4, 2: 9}, [4, 9], 4),
        ([range(1, 3)], 1, {1: None, 2: 9}, [9], 9),
        ([range(1, 3)], 1, {1: None, 2: None}, [0], 0),
        ([range(2, 8)], 7, {2: 3, 7: 8}, [3, 4, 5, 6, 7, 8], 8),
        ([range(2, 8)], 7, {2: 3, 7: 11}, [11], 11),
        ([], 5, {5: 6}, [6], 6),
        ([], -1, {}, [0], 0),
    ],
)
def test_rows_are_selected_where_they_are_now(
    selection: RowSelection, ranges: list[range], current: int, moved: dict, selected: list[int], current_after: int
) -> None:
    select(selection, 10, 11)
    selection.settle(ranges, current, moved)
    assert [row for each in selection.ranges() for row in each] == selected
    assert selection.currentIndex().row() == current_after


@pytest.mark.parametrize(("instead", "row"), [(5, 5), (MODEL_ROWS + 3, MODEL_ROWS - 1)])
def test_another_row_takes_the_place_of_those_that_went(selection: RowSelection, instead: int, row: int) -> None:
    select(selection, 5, 6)
    selection.settle((range(5, 7),), 5, {5: None, 6: None}, instead)
    assert selection.ranges() == (range(row, row + 1),)
    assert selection.currentIndex().row() == row


def test_where_there_are_no_rows_none_is_selected(selection: RowSelection) -> None:
    select(selection, 0, 3)
    selection.model().setStringList([])
    selection.settle((range(4),), 0, {0: None})
    assert selection.ranges() == ()
    assert not selection.currentIndex().isValid()
