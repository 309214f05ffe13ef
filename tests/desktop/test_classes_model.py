"""The classes of a run and their counts as data."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.desktop.classes_model import ClassesModel, ClassRole, Kind
from app.results.query import Order, Query, State
from app.results.view import Counts

QUERY = Query(1, 0.3)
COUNTS = Counts(
    9, {State.CLASSIFIED: 6, State.UNKNOWN: 2, State.FAILED: 1}, (("espresso", 4), ("<b>cup</b>", 1), ("jay", 1))
)
FEWER = Counts(1, {State.CLASSIFIED: 1, State.UNKNOWN: 0, State.FAILED: 0}, (("jay", 1),))


@pytest.fixture
def model(qapp: QApplication) -> ClassesModel:
    owner = QObject()
    model = ClassesModel(owner)
    model.owner_kept_alive = owner
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, owner)
    return model


def column(model: ClassesModel, role: int) -> list[object]:
    return [model.index(row).data(role) for row in range(model.rowCount())]


def test_all_come_first_then_what_has_no_class_then_the_classes(model: ClassesModel) -> None:
    model.show_counts(COUNTS)
    assert column(model, Qt.ItemDataRole.DisplayRole) == [
        "All pictures",
        "unknown",
        "not classified",
        "espresso",
        "<b>cup</b>",
        "jay",
    ]
    assert column(model, ClassRole.COUNT) == [9, 2, 1, 4, 1, 1]
    assert column(model, ClassRole.KIND) == [Kind.ALL, Kind.UNKNOWN, Kind.FAILED, *[Kind.CLASS] * 3]
    assert column(model, ClassRole.LABEL)[3:] == ["espresso", "<b>cup</b>", "jay"]
    assert column(model, ClassRole.SHARE) == [0, 0, 0, 1, 0.25, 0.25]


@pytest.mark.parametrize(
    ("query", "row"),
    [
        (QUERY, 0),
        (Query(1, 0.3, states=frozenset({State.UNKNOWN})), 1),
        (Query(1, 0.3, states=frozenset({State.FAILED})), 2),
        (Query(1, 0.3, label="jay"), 5),
        (Query(1, 0.3, label="zebra"), 6),
        (Query(1, 0.3, states=frozenset({State.CLASSIFIED})), None),
        (None, None),
    ],
)
def test_what_the_query_chooses_is_marked(model: ClassesModel, query: Query | None, row: int | None) -> None:
    model.show_counts(COUNTS)
    model.show_query(query)
    active = column(model, ClassRole.ACTIVE)
    assert [place for place, is_active in enumerate(active) if is_active] == ([] if row is None else [row])


def test_other_counts_replace_the_ones_before(model: ClassesModel) -> None:
    model.show_query(Query(1, 0.3, label="jay"))
    for counts, rows in ((COUNTS, 6), (FEWER, 4), (FEWER, 4), (COUNTS, 6), (None, 0)):
        model.show_counts(counts)
        assert model.rowCount() == rows
        assert [row for row in range(rows) if model.index(row).data(ClassRole.ACTIVE)] == ([rows - 1] if rows else [])
    assert model.row_of(Kind.ALL, None) == -1


def test_a_chosen_class_stays_while_no_picture_has_it(model: ClassesModel) -> None:
    model.show_query(Query(1, 0.3, label="cup"))
    model.show_counts(None)
    assert model.rowCount() == 0, "nothing is known yet"
    model.show_counts(FEWER)
    last = model.index(model.rowCount() - 1)
    assert [last.data(role) for role in (Qt.ItemDataRole.DisplayRole, ClassRole.COUNT, ClassRole.SHARE)] == [
        "cup",
        0,
        0,
    ]
    assert last.data(ClassRole.ACTIVE)
    model.show_query(QUERY)
    assert column(model, ClassRole.LABEL)[3:] == ["jay"]


@pytest.mark.parametrize(
    ("query", "title"),
    [
        (QUERY, "All pictures"),
        (replace(QUERY, label="jay", states=frozenset({State.CLASSIFIED})), "All pictures"),
        (replace(QUERY, text="ice"), "All found"),
        (replace(QUERY, least=0.1), "All found"),
        (replace(QUERY, most=0.9), "All found"),
    ],
)
def test_all_that_a_search_found_is_not_called_all_pictures(model: ClassesModel, query: Query, title: str) -> None:
    told: list[int] = []
    model.show_counts(COUNTS)
    model.show_query(QUERY)
    model.dataChanged.connect(lambda first, _last: told.append(first.row()))
    model.show_query(query)
    assert model.index(0).data() == title
    assert (0 in told) == (query != QUERY)


def test_a_label_is_never_markup(model: ClassesModel) -> None:
    model.show_counts(COUNTS)
    tip = model.index(4).data(Qt.ItemDataRole.ToolTipRole)
    assert "<b>" not in tip
    assert "1 picture" in tip


def test_a_screen_reader_hears_class_number_and_what_is_shown(model: ClassesModel) -> None:
    model.show_counts(COUNTS)
    model.show_query(Query(1, 0.3, label="espresso"))
    said = column(model, Qt.ItemDataRole.AccessibleTextRole)
    assert said[2] == "not classified, 1 picture"
    assert said[3] == "espresso, 4 pictures, shown"


def told(model: ClassesModel) -> list[tuple[int, int]]:
    ranges: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: ranges.append((first.row(), last.row())))
    return ranges


def test_counts_that_stay_are_not_told_again(model: ClassesModel) -> None:
    model.show_counts(COUNTS)
    ranges = told(model)
    model.show_counts(COUNTS)
    assert ranges == []


def test_only_lines_that_are_others_are_told(model: ClassesModel) -> None:
    model.show_counts(COUNTS)
    ranges = told(model)
    model.show_counts(replace(COUNTS, classes=(("espresso", 4), ("<b>cup</b>", 2), ("jay", 1))))
    assert ranges == [(4, 4)]


def test_every_bar_is_told_when_the_largest_class_is_another(model: ClassesModel) -> None:
    model.show_counts(COUNTS)
    ranges = told(model)
    model.show_counts(replace(COUNTS, classes=(("espresso", 8), ("<b>cup</b>", 1), ("jay", 1))))
    assert ranges == [(3, 5)]
    assert column(model, ClassRole.SHARE)[3:] == [1, 0.125, 0.125]


def test_the_same_query_tells_nothing_and_another_the_lines_that_it_marks(model: ClassesModel) -> None:
    model.show_counts(COUNTS)
    model.show_query(QUERY)
    ranges = told(model)
    model.show_query(replace(QUERY, order=Order.NAME))
    assert ranges == []
    model.show_query(replace(QUERY, label="jay"))
    assert ranges == [(0, 0), (5, 5)]
