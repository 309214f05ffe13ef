"""The bar above the table changes the query and follows it."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QSlider, QToolButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.filter_bar import FilterBar
from app.desktop.filters import Filters
from app.desktop.run_view import RunView
from app.desktop.theme import Theme
from app.results.query import State


@pytest.fixture
def bar(run_view: RunView, theme: Theme, host: QWidget) -> FilterBar:
    bar = FilterBar(run_view, theme, host)
    host.resize(1200, 300)
    bar.setGeometry(0, 0, 1200, bar.sizeHint().height())
    host.show()
    return bar


def search_box(bar: FilterBar) -> QLineEdit:
    return next(box for box in bar.findChildren(QLineEdit) if box.objectName() == "search")


def button(bar: FilterBar, name: str) -> QToolButton:
    return next(each for each in bar.findChildren(QToolButton) if each.accessibleName() == name)


def test_the_least_probability_can_be_fixed(bar: FilterBar) -> None:
    slider = bar.findChild(QSlider)
    assert slider.isEnabled()
    bar.fix_least_probability()
    assert not slider.isEnabled()
    assert "Set by your administrator." in {each.toolTip() for each in bar.findChildren(QWidget)}


def test_words_are_searched_and_cleared(bar: FilterBar, run_view: RunView, qtbot: QtBot) -> None:
    box = search_box(bar)
    clear = next(action for action in box.actions() if action.text() == "Clear the search")
    assert not clear.isVisible()
    qtbot.keyClicks(box, "red cup")
    assert run_view.query.text == "red cup"
    assert clear.isVisible()
    clear.trigger()
    assert run_view.query.text == ""
    assert not clear.isVisible()


def test_escape_empties_the_search_and_then_is_the_windows(bar: FilterBar, run_view: RunView, qtbot: QtBot) -> None:
    box, passed = search_box(bar), []
    host = bar.parentWidget()
    host.keyPressEvent = lambda event: passed.append(event.key())
    qtbot.keyClicks(box, "cup")
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert (run_view.query.text, passed) == ("", [])
    qtbot.keyClick(box, Qt.Key.Key_Escape)
    assert passed == [Qt.Key.Key_Escape]


def test_the_search_box_can_be_called(bar: FilterBar, host: QWidget, qtbot: QtBot) -> None:
    search_box(bar).setText("cup")
    host.activateWindow()
    bar.search()
    qtbot.waitUntil(search_box(bar).hasFocus)
    assert search_box(bar).selectedText() == "cup"


def test_filters_are_folded_away_and_counted(bar: FilterBar, run_view: RunView) -> None:
    (filters,) = bar.findChildren(Filters)
    more = button(bar, "Filters")
    assert not filters.isVisible()
    more.click()
    assert filters.isVisible()
    more.click()
    assert not filters.isVisible()
    run_view.set_states(frozenset({State.FAILED}))
    run_view.set_range(0.1, 0.9)
    assert more.text() == "Filters (2)"
    run_view.clear_filters()
    assert more.text() == "Filters"


def test_the_least_probability_is_live(bar: FilterBar, run_view: RunView, qtbot: QtBot) -> None:
    chosen: list[float] = []
    bar.least_probability_chosen.connect(chosen.append)
    (slider,) = bar.findChildren(QSlider)
    assert slider.value() == 30
    slider.setFocus()
    qtbot.keyClick(slider, Qt.Key.Key_Right)
    assert run_view.query.least_probability == 0.31
    assert chosen == [0.31]


def test_a_slider_that_is_dragged_is_not_pulled_back(bar: FilterBar, run_view: RunView) -> None:
    (slider,) = bar.findChildren(QSlider)
    slider.setSliderDown(True)
    slider.setSliderPosition(70)
    run_view.query = replace(run_view.query, least_probability=0.5)
    run_view.changed.emit()
    assert slider.value() == 70
    slider.setSliderDown(False)
    run_view.changed.emit()
    assert slider.value() == 50


def test_table_or_tiles(bar: FilterBar) -> None:
    wanted: list[bool] = []
    bar.grid_wanted.connect(wanted.append)
    assert button(bar, "List").isChecked()
    button(bar, "Tiles").click()
    button(bar, "List").click()
    assert wanted == [True, False]
    bar.show_grid(True)
    assert button(bar, "Tiles").isChecked()


def test_what_is_changed_elsewhere_is_seen_here(bar: FilterBar, run_view: RunView) -> None:
    run_view.query = replace(run_view.query, text="jay", least_probability=0.6)
    run_view.changed.emit()
    assert search_box(bar).text() == "jay"
    assert bar.findChildren(QSlider)[0].value() == 60
    assert run_view.query.text == "jay"


def test_without_a_run_there_is_nothing_to_filter(bar: FilterBar, run_view: RunView) -> None:
    run_view.close_run()
    assert not bar.isEnabled()


def test_it_folds_into_lines_where_it_is_narrow(bar: FilterBar) -> None:
    layout = bar.layout()
    assert layout.heightForWidth(300) > 1.5 * layout.heightForWidth(1200)
    font = bar.font()
    font.setPointSize(24)
    bar.setFont(font)
    bar.resize(400, layout.heightForWidth(400))
    layout.activate()
    for widget in (search_box(bar), button(bar, "Filters"), button(bar, "Tiles")):
        place = widget.mapTo(bar, widget.rect().bottomRight())
        assert bar.rect().contains(place)
