"""The table of results, with the rows of a run view and no reader."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QEvent, QItemSelectionModel, QObject, Qt
from PySide6.QtGui import QColor, QImage, QPaintEvent, QRegion
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop.results_model import ResultColumn
from app.desktop.results_table import ResultsTable
from app.desktop.run_view import RunView
from app.desktop.theme import DARK, LIGHT, Theme
from app.results.query import Order

from .results import Thumbnails, answered, broken, shown_at_once
from .seen import has, painted

MILLION = 1_000_000
PICTURES = [answered(f"{number}.jpg", probability=0.9) for number in range(500)]


@pytest.fixture
def table(run_view: RunView, theme: Theme, host: QWidget) -> ResultsTable:
    table = ResultsTable(run_view, theme, host)
    host.resize(1000, 450)
    table.setGeometry(0, 0, 1000, 450)
    shown_at_once(run_view, *PICTURES, rows=MILLION)
    host.show()
    return table


def ground(image: QImage) -> QColor:
    """Before the first thumbnail."""
    return image.pixelColor(6, 60)


def press(table: QWidget, qtbot: QtBot, key: Qt.Key) -> None:
    qtbot.keyClick(table, key)


def test_only_what_can_be_seen_is_made(table: ResultsTable, thumbnails: Thumbnails, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(thumbnails.wanted))
    painted(table)
    assert len(set(thumbnails.wanted)) == len(table.rows_seen())
    assert 8 <= len(table.rows_seen()) <= 10


def test_rows_on_the_screen_follow_the_scroll_bar(table: ResultsTable) -> None:
    high = table.verticalHeader().defaultSectionSize()
    assert high >= 44
    table.verticalScrollBar().setValue(100 * high)
    assert table.rows_seen().start == 100
    table.verticalScrollBar().setValue(table.verticalScrollBar().maximum())
    assert table.rows_seen().stop == MILLION


def test_an_empty_table_shows_no_rows(table: ResultsTable, run_view: RunView) -> None:
    run_view.model.clear()
    assert len(table.rows_seen()) == 0
    table.place(5, 7)


def test_a_row_is_kept_where_it_stood(table: ResultsTable) -> None:
    high, bar = table.verticalHeader().defaultSectionSize(), table.verticalScrollBar()
    bar.setValue(10 * high + 7)
    table.place(10, 13)
    assert bar.value() == 13 * high + 7
    table.place(-1, 0)
    assert bar.value() == 0


def test_a_click_on_a_title_sorts_and_another_turns_it_round(table: ResultsTable, run_view: RunView) -> None:
    header = table.horizontalHeader()
    header.sectionClicked.emit(ResultColumn.CLASS)
    assert (run_view.query.order, run_view.query.descending) == (Order.CLASS, False)
    header.sectionClicked.emit(ResultColumn.CLASS)
    assert (run_view.query.order, run_view.query.descending) == (Order.CLASS, True)
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (2, Qt.SortOrder.DescendingOrder)
    header.sectionClicked.emit(ResultColumn.PROBABILITY)
    assert (run_view.query.order, run_view.query.descending) == (Order.PROBABILITY, True), "the surest first"


def test_the_keyboard_goes_through_all_rows(table: ResultsTable, run_view: RunView, qtbot: QtBot) -> None:
    def row() -> int:
        return run_view.selection.currentIndex().row()

    table.setCurrentIndex(run_view.model.index(3, 0))
    press(table, qtbot, Qt.Key.Key_Down)
    assert row() == 4
    press(table, qtbot, Qt.Key.Key_Right)
    assert row() == 4
    press(table, qtbot, Qt.Key.Key_End)
    assert row() == MILLION - 1
    press(table, qtbot, Qt.Key.Key_Home)
    assert row() == 0
    press(table, qtbot, Qt.Key.Key_PageDown)
    assert row() >= 7
    assert run_view.selected == 1


def test_typing_reads_no_rows(table: ResultsTable, run_view: RunView, qtbot: QtBot) -> None:
    wanted: list[int] = []
    run_view.model.page_wanted.connect(lambda _number, page: wanted.append(page))
    qtbot.keyClicks(table, "zebra")
    assert wanted == []


def test_all_of_a_million_rows_are_selected_as_one_stretch(
    table: ResultsTable, run_view: RunView, qtbot: QtBot
) -> None:
    table.selectAll()
    painted(table)
    assert run_view.selection.ranges() == (range(MILLION),)
    assert run_view.selection.selection().count() == 1
    header = table.horizontalHeader()
    assert not header.selectionModel().hasSelection(), "a title would ask each row whether it is selected"
    table.clearSelection()
    assert run_view.selected == 0


@pytest.mark.parametrize(
    ("width", "hidden"),
    [
        (1400, set()),
        (600, {ResultColumn.STATE}),
        (450, {ResultColumn.STATE, ResultColumn.FOLDER}),
        (200, {ResultColumn.STATE, ResultColumn.FOLDER, ResultColumn.PROBABILITY}),
    ],
)
def test_columns_give_way_and_the_rest_fill_the_width(
    table: ResultsTable, width: int, hidden: set[ResultColumn]
) -> None:
    character = table.fontMetrics().averageCharWidth() / 7  # the widths above are for one of seven pixels
    table.resize(round(width * character), 400)
    assert {column for column in ResultColumn if table.isColumnHidden(column)} == hidden
    assert table.horizontalHeader().length() == table.viewport().width()


def test_rows_grow_with_the_font(table: ResultsTable) -> None:
    font = table.font()
    font.setPointSize(40)
    table.setFont(font)
    assert table.verticalHeader().defaultSectionSize() > table.fontMetrics().height()


@pytest.mark.parametrize(("appearance", "tokens"), [("light", LIGHT), ("dark", DARK)])
def test_what_a_row_says_is_seen(
    table: ResultsTable, run_view: RunView, theme: Theme, appearance: str, tokens: object
) -> None:
    theme.set_appearance(appearance)
    shown_at_once(run_view, answered("a.jpg"))
    run_view.selection.clearSelection()
    sure = painted(table)
    assert has(sure, tokens.bar)
    assert not has(sure, tokens.error)
    assert ground(sure) == QColor(tokens.surface)
    run_view.selection.select(run_view.model.index(0, 0), QItemSelectionModel.SelectionFlag.Select)
    assert ground(painted(table)) == QColor(tokens.raised)
    run_view.selection.clearSelection()
    shown_at_once(run_view, broken("a.jpg"))
    failed = painted(table)
    assert has(failed, tokens.error)
    assert not has(failed, tokens.bar)
    shown_at_once(run_view, answered("a.jpg", probability=0.2))
    unknown = painted(table)
    assert has(unknown, tokens.outline), "the bar of what is unknown is quiet"
    assert not has(unknown, tokens.bar)


def test_the_current_row_has_a_ring_while_the_keyboard_is_here(
    table: ResultsTable, run_view: RunView, host: QWidget, qtbot: QtBot
) -> None:
    run_view.selection.setCurrentIndex(run_view.model.index(2, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    table.clearFocus()
    before = painted(table)
    host.activateWindow()
    table.setFocus()
    qtbot.waitUntil(table.hasFocus)
    assert painted(table) != before


def test_the_ring_goes_round_all_of_a_row_that_is_not_selected(
    table: ResultsTable, run_view: RunView, qtbot: QtBot
) -> None:
    painted_anew: list[QRegion] = []

    class Watch(QObject):
        def eventFilter(self, watched: QObject, event: QEvent) -> bool:
            if isinstance(event, QPaintEvent):
                painted_anew.append(event.region())
            return False

    watch = Watch()
    qtbot.waitExposed(table.window())
    table.viewport().repaint()
    table.viewport().installEventFilter(watch)
    run_view.selection.setCurrentIndex(run_view.model.index(2, 0), QItemSelectionModel.SelectionFlag.NoUpdate)
    last = table.visualRect(run_view.model.index(2, ResultColumn.STATE)).center()
    qtbot.waitUntil(lambda: any(region.contains(last) for region in painted_anew))


def test_nothing_is_said_to_be_sorted_before_there_is_a_query(theme: Theme, host: QWidget) -> None:
    assert ResultsTable(RunView(Thumbnails(), host), theme, host).horizontalHeader().sortIndicatorSection() == -1


def test_from_right_to_left_rows_are_mirrored(table: ResultsTable, run_view: RunView, thumbnails: Thumbnails) -> None:
    def green(image: QImage) -> list[int]:
        return [x for x in range(image.width()) if image.pixelColor(x, 60) == QColor("#00ff00")]

    assert max(green(painted(table))) < 100
    table.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(green(painted(table))) > 900


def test_it_follows_the_order_of_the_query(table: ResultsTable, run_view: RunView) -> None:
    run_view.query = replace(run_view.query, order=Order.NAME, descending=True)
    run_view.changed.emit()
    header = table.horizontalHeader()
    assert (header.sortIndicatorSection(), header.sortIndicatorOrder()) == (0, Qt.SortOrder.DescendingOrder)
