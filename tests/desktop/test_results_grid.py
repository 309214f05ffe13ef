"""The tiles of a million results, each in its place without a layout."""

from __future__ import annotations

from types import SimpleNamespace

import pytest
from PySide6.QtCore import QItemSelectionModel, QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QColor
from PySide6.QtWidgets import QListView, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import results_grid
from app.desktop.results_grid import THUMBNAIL, ResultsGrid, tile_size
from app.desktop.run_view import RunView
from app.desktop.theme import LIGHT, Theme

from .results import Thumbnails, answered, broken, shown_at_once
from .seen import has, painted

MILLION = 1_000_000
PICTURES = [answered(f"{number}.jpg", probability=0.9) for number in range(500)]
Flag = QItemSelectionModel.SelectionFlag


@pytest.fixture
def grid(run_view: RunView, theme: Theme, host: QWidget) -> ResultsGrid:
    """Four tiles side by side, a million in all."""
    grid = ResultsGrid(run_view, theme, host)
    width = 4 * tile_size(grid.font()).width() + 60
    host.resize(width, 600)
    grid.setGeometry(0, 0, width, 600)
    shown_at_once(run_view, *PICTURES, rows=MILLION)
    host.show()
    return grid


def current(run_view: RunView) -> int:
    return run_view.selection.currentIndex().row()


def test_tiles_fill_the_width_and_none_covers_another(grid: ResultsGrid, run_view: RunView) -> None:
    assert grid.columns == 4
    rects = [grid.visualRect(run_view.model.index(row, 0)) for row in range(12)]
    assert all(rect.width() >= tile_size(grid.font()).width() for rect in rects)
    assert not any(one.intersects(other) for place, one in enumerate(rects) for other in rects[:place])
    assert rects[3].right() <= grid.viewport().width()
    assert rects[4].top() == rects[0].bottom() + 1


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
@pytest.mark.parametrize("row", [0, 3, 5, MILLION // 2, MILLION - 1])
def test_a_tile_is_found_where_it_is(
    grid: ResultsGrid, run_view: RunView, row: int, direction: Qt.LayoutDirection
) -> None:
    grid.setLayoutDirection(direction)
    index = run_view.model.index(row, 0)
    grid.scrollTo(index)
    rect = grid.visualRect(index)
    assert grid.viewport().rect().contains(rect)
    assert all(grid.indexAt(point) == index for point in (rect.topLeft(), rect.center(), rect.bottomRight()))
    assert row in grid.rows_seen()


def test_beside_the_tiles_there_is_none(grid: ResultsGrid, run_view: RunView) -> None:
    shown_at_once(run_view, *PICTURES[:3])
    assert not grid.indexAt(QPoint(2, 2)).isValid()
    assert not grid.indexAt(grid.visualRect(run_view.model.index(2, 0)).center() + QPoint(200, 0)).isValid()
    assert not grid.indexAt(QPoint(100, 500)).isValid()
    run_view.model.clear()
    assert not grid.indexAt(QPoint(100, 100)).isValid()
    assert grid.visualRect(run_view.model.index(0, 0)) == QRect()
    assert len(grid.rows_seen()) == 0


def test_only_what_can_be_seen_is_made(grid: ResultsGrid, thumbnails: Thumbnails, qtbot: QtBot) -> None:
    qtbot.waitUntil(lambda: bool(thumbnails.wanted))
    painted(grid)
    assert 8 <= len(set(thumbnails.wanted)) <= len(grid.rows_seen()) <= 16


def test_from_right_to_left_the_first_tile_is_at_the_right(grid: ResultsGrid, run_view: RunView) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    first, second = (grid.visualRect(run_view.model.index(row, 0)) for row in (0, 1))
    assert first.left() > second.right() - 2


@pytest.mark.parametrize(
    ("start", "key", "end"),
    [
        (5, Qt.Key.Key_Right, 6),
        (5, Qt.Key.Key_Left, 4),
        (5, Qt.Key.Key_Down, 9),
        (5, Qt.Key.Key_Up, 1),
        (1, Qt.Key.Key_Up, 1),
        (0, Qt.Key.Key_Left, 0),
        (5, Qt.Key.Key_End, MILLION - 1),
        (MILLION - 1, Qt.Key.Key_Down, MILLION - 1),
        (MILLION - 1, Qt.Key.Key_Home, 0),
        (0, Qt.Key.Key_PageDown, 12),
        (13, Qt.Key.Key_PageUp, 1),
    ],
)
def test_the_keyboard_goes_from_tile_to_tile(
    grid: ResultsGrid, run_view: RunView, qtbot: QtBot, start: int, key: Qt.Key, end: int
) -> None:
    grid.resize(grid.width(), 3 * tile_size(grid.font()).height() + 20)
    grid.setCurrentIndex(run_view.model.index(start, 0))
    qtbot.keyClick(grid, key)
    assert current(run_view) == end
    assert run_view.selection.ranges() == (range(end, end + 1),)
    assert grid.viewport().rect().contains(grid.visualRect(run_view.model.index(end, 0)))


def test_from_right_to_left_the_arrows_are_turned(grid: ResultsGrid, run_view: RunView, qtbot: QtBot) -> None:
    grid.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    grid.setCurrentIndex(run_view.model.index(5, 0))
    qtbot.keyClick(grid, Qt.Key.Key_Left)
    assert current(run_view) == 6


def test_shift_selects_what_is_read_between(grid: ResultsGrid, run_view: RunView, qtbot: QtBot) -> None:
    def click(row: int, key: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        point = grid.visualRect(run_view.model.index(row, 0)).center()
        qtbot.mouseClick(grid.viewport(), Qt.MouseButton.LeftButton, key, point)

    click(2)
    click(9, Qt.KeyboardModifier.ShiftModifier)
    assert run_view.selection.ranges() == (range(2, 10),)
    click(4)
    click(1, Qt.KeyboardModifier.ShiftModifier)
    assert run_view.selection.ranges() == (range(1, 5),)
    click(8, Qt.KeyboardModifier.ControlModifier)
    assert run_view.selection.ranges() == (range(1, 5), range(8, 9))
    whole_rows = run_view.selection.selection()
    assert all(whole_rows.at(place).right() == 4 for place in range(whole_rows.count())), "the table shows them too"


def test_all_of_a_million_tiles_are_selected_as_one_stretch(grid: ResultsGrid, run_view: RunView) -> None:
    grid.selectAll()
    painted(grid)
    assert run_view.selection.ranges() == (range(MILLION),)
    assert run_view.selection.selection().count() == 1
    run_view.model.clear()
    grid.selectAll()
    assert run_view.selected == 0


def test_typing_reads_no_rows(grid: ResultsGrid, run_view: RunView, qtbot: QtBot) -> None:
    wanted: list[int] = []
    run_view.model.page_wanted.connect(lambda _number, page: wanted.append(page))
    qtbot.keyClicks(grid, "zebra")
    assert wanted == []


def test_scrolling_brings_a_tile_to_where_it_is_wanted(grid: ResultsGrid, run_view: RunView) -> None:
    index, hint = run_view.model.index(4000, 0), QListView.ScrollHint
    grid.scrollTo(index, hint.PositionAtTop)
    assert 0 <= grid.visualRect(index).top() < 20
    grid.scrollTo(index, hint.PositionAtBottom)
    assert -20 < grid.visualRect(index).bottom() - grid.viewport().height() < 0
    grid.scrollTo(index, hint.PositionAtCenter)
    assert abs(grid.visualRect(index).center().y() - grid.viewport().height() // 2) < 3
    before = grid.verticalOffset()
    grid.scrollTo(index)
    grid.scrollTo(run_view.model.index(-1, 0))
    assert grid.verticalOffset() == before, "what is seen is left where it is"


def test_a_row_is_kept_where_it_stood(grid: ResultsGrid) -> None:
    high, bar = tile_size(grid.font()).height(), grid.verticalScrollBar()
    bar.setValue(10 * high + 7)
    grid.place(40, 44)
    assert bar.value() == 11 * high + 7
    grid.place(-1, 0)
    assert bar.value() == 0


def test_what_a_tile_says_is_seen(grid: ResultsGrid, run_view: RunView) -> None:
    shown_at_once(run_view, answered("a.jpg"))
    grid.clearFocus()
    sure = painted(grid)
    assert has(sure, "#00ff00")
    assert not has(sure, LIGHT.error)
    assert not has(sure, LIGHT.accent)
    run_view.selection.select(run_view.model.index(0, 0), Flag.Select | Flag.Rows)
    assert has(painted(grid), LIGHT.raised)
    run_view.selection.clearSelection()
    shown_at_once(run_view, broken("a.jpg"))
    assert has(painted(grid), LIGHT.error)
    unknown, known = answered("a.jpg", probability=0.2), answered("a.jpg", probability=0.4)
    shown_at_once(run_view, unknown)
    quiet = painted(grid)
    shown_at_once(run_view, known)
    assert painted(grid) != quiet


def test_what_is_not_there_yet_is_a_quiet_tile(grid: ResultsGrid, run_view: RunView) -> None:
    grid.verticalScrollBar().setValue(grid.verticalScrollBar().maximum() // 2)
    image = painted(grid)
    tile = grid.visualRect(run_view.model.index(grid.rows_seen()[5], 0))
    assert image.pixelColor(tile.center()) == QColor(LIGHT.track)
    assert tile.width() > THUMBNAIL


def test_screen_readers_follow_the_keyboard(
    grid: ResultsGrid, run_view: RunView, host: QWidget, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[int] = []
    listening = SimpleNamespace(
        isActive=lambda: True,
        queryAccessibleInterface=QAccessible.queryAccessibleInterface,
        updateAccessibility=lambda event: told.append(event.child()),
        Event=QAccessible.Event,
    )
    shown_at_once(run_view, *PICTURES[:20])
    host.activateWindow()
    grid.setFocus()
    qtbot.waitUntil(grid.hasFocus)
    monkeypatch.setattr(results_grid, "QAccessible", listening)
    grid.setCurrentIndex(run_view.model.index(7, 0))
    reader = QAccessible.queryAccessibleInterface(grid)
    assert [reader.child(child).text(QAccessible.Text.Name) for child in told] == ["7.jpg, espresso, 90.0 %"]


def test_screen_readers_find_a_list(grid: ResultsGrid, run_view: RunView) -> None:
    reader = QAccessible.queryAccessibleInterface(grid)
    assert reader.role() in (QAccessible.Role.List, QAccessible.Role.Table)
    assert reader.text(QAccessible.Text.Name) == "Pictures of the run"
    said = reader.child(0).text(QAccessible.Text.Name)
    assert said == "0.jpg, espresso, 90.0 %"
