"""State, probability and order, folded away below the search box."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtWidgets import QComboBox, QPushButton, QSpinBox, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.filters import Filters
from app.desktop.run_view import RunView
from app.desktop.theme import Theme
from app.results.query import Order, Query, State


@pytest.fixture
def filters(run_view: RunView, theme: Theme, host: QWidget) -> Filters:
    filters = Filters(run_view, theme, host)
    host.show()
    return filters


def named(filters: Filters, kind: type, name: str) -> QWidget:
    return next(widget for widget in filters.findChildren(kind) if widget.accessibleName() == name)


def choose(box: QComboBox, words: str) -> None:
    box.setCurrentIndex(box.findText(words))
    box.activated.emit(box.currentIndex())


def test_every_state_can_be_chosen(filters: Filters, run_view: RunView) -> None:
    box = named(filters, QComboBox, "State")
    assert [box.itemText(row) for row in range(box.count())] == [
        "every state",
        "classified",
        "unknown",
        "not classified",
    ]
    choose(box, "unknown")
    assert run_view.query.states == frozenset({State.UNKNOWN})
    choose(box, "every state")
    assert run_view.query.states == frozenset(State)


def test_a_range_of_probability(filters: Filters, run_view: RunView) -> None:
    named(filters, QSpinBox, "Probability from").setValue(20)
    named(filters, QSpinBox, "Probability to").setValue(80)
    assert (run_view.query.least, run_view.query.most) == (0.2, 0.8)


def test_a_range_is_never_turned_round(filters: Filters, run_view: RunView) -> None:
    named(filters, QSpinBox, "Probability to").setValue(50)
    named(filters, QSpinBox, "Probability from").setValue(70)
    assert run_view.query.least <= run_view.query.most
    assert named(filters, QSpinBox, "Probability to").value() == 70


def test_every_order_in_both_directions(filters: Filters, run_view: RunView, qtbot: QtBot) -> None:
    box = named(filters, QComboBox, "Sort by")
    for order, words in zip(Order, ("Folder", "Name", "Class", "Probability", "State"), strict=True):
        choose(box, words)
        assert run_view.query.order is order
    named(filters, QToolButton, "Ascending").click()
    assert run_view.query.descending
    named(filters, QToolButton, "Descending").click()
    assert not run_view.query.descending


def test_what_is_changed_elsewhere_is_seen_here(filters: Filters, run_view: RunView) -> None:
    wanted: list[Query] = []
    run_view.changed.connect(lambda: wanted.append(run_view.query))
    states = frozenset({State.FAILED})
    run_view.query = replace(run_view.query, states=states, least=0.1, most=0.9, order=Order.CLASS, descending=True)
    run_view.changed.emit()
    assert named(filters, QComboBox, "State").currentText() == "not classified"
    assert named(filters, QComboBox, "Sort by").currentText() == "Class"
    assert named(filters, QSpinBox, "Probability from").value() == 10
    assert named(filters, QSpinBox, "Probability to").value() == 90
    assert len(wanted) == 1, "and not sent back"


def test_filters_can_be_cleared_while_there_are_any(filters: Filters, run_view: RunView) -> None:
    cleared: list[None] = []
    filters.cleared.connect(lambda: cleared.append(None))
    (button,) = filters.findChildren(QPushButton)
    assert not button.isEnabled()
    run_view.set_text("cup")
    assert button.isEnabled()
    button.click()
    assert cleared == [None]
