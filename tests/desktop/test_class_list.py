"""The list of classes filters by a click or a key."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from app.desktop import wording
from app.desktop.class_list import PAD, ClassList
from app.desktop.classes_model import ClassRole
from app.desktop.run_view import RunView
from app.desktop.theme import LIGHT, Theme
from app.results.query import State
from app.results.view import Counts

from .seen import has, painted


@pytest.fixture
def classes(run_view: RunView, theme: Theme, host: QWidget) -> ClassList:
    classes = ClassList(run_view, theme, host)
    host.resize(240, 400)
    classes.setGeometry(0, 0, 240, 400)
    host.show()
    count(run_view, espresso=4, cup=2)
    return classes


def count(run_view: RunView, unknown: int = 2, **classes: int) -> None:
    states = {State.CLASSIFIED: sum(classes.values()), State.UNKNOWN: unknown, State.FAILED: 1}
    run_view.counts = Counts(sum(states.values()), states, tuple(classes.items()))
    run_view.counted.emit()


def click(classes: ClassList, qtbot: QtBot, row: int) -> None:
    point = classes.visualRect(classes.model().index(row, 0)).center()
    qtbot.mouseClick(classes.viewport(), Qt.MouseButton.LeftButton, pos=point)


def active(classes: ClassList) -> list[str]:
    indexes = (classes.model().index(row, 0) for row in range(classes.model().rowCount()))
    return [index.data() for index in indexes if index.data(ClassRole.ACTIVE)]


def test_a_click_shows_one_class_and_another_all_again(classes: ClassList, run_view: RunView, qtbot: QtBot) -> None:
    assert active(classes) == ["All pictures"]
    click(classes, qtbot, 3)
    assert run_view.query.label == "espresso"
    assert active(classes) == ["espresso"]
    click(classes, qtbot, 4)
    assert run_view.query.label == "cup"
    click(classes, qtbot, 4)
    assert run_view.query.label is None
    click(classes, qtbot, 3)
    click(classes, qtbot, 0)
    assert run_view.query.label is None
    assert active(classes) == ["All pictures"]


def test_what_has_no_class_can_be_shown_too(classes: ClassList, run_view: RunView, qtbot: QtBot) -> None:
    click(classes, qtbot, 4)
    click(classes, qtbot, 1)
    assert (run_view.query.label, run_view.query.states) == (None, frozenset({State.UNKNOWN}))
    click(classes, qtbot, 2)
    assert run_view.query.states == frozenset({State.FAILED})
    click(classes, qtbot, 2)
    assert run_view.query.states == frozenset(State)
    click(classes, qtbot, 1)
    click(classes, qtbot, 3)
    assert (run_view.query.label, run_view.query.states) == ("espresso", frozenset(State))


@pytest.mark.parametrize("key", [Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space])
def test_the_keyboard_does_the_same(classes: ClassList, run_view: RunView, qtbot: QtBot, key: Qt.Key) -> None:
    classes.setCurrentIndex(classes.model().index(2, 0))
    qtbot.keyClick(classes, Qt.Key.Key_Down)
    assert run_view.query.label is None, "going there shows nothing yet"
    qtbot.keyClick(classes, key)
    assert run_view.query.label == "espresso"
    qtbot.keyClick(classes, key)
    assert run_view.query.label is None


def test_a_key_without_a_row_does_nothing(classes: ClassList, run_view: RunView, qtbot: QtBot) -> None:
    run_view.close_run()
    assert classes.model().rowCount() == 0
    qtbot.keyClick(classes, Qt.Key.Key_Return)


def test_the_keyboard_stays_on_its_class_when_others_overtake_it(
    classes: ClassList, run_view: RunView, qtbot: QtBot
) -> None:
    classes.setCurrentIndex(classes.model().index(3, 0))
    count(run_view, cup=9, jay=7, espresso=5)
    assert classes.currentIndex().data() == "espresso"
    count(run_view, cup=9)
    assert classes.currentIndex().isValid()


def test_counts_that_come_do_not_scroll(classes: ClassList, run_view: RunView) -> None:
    many = {f"class {number}": 2000 - number for number in range(1000)}
    count(run_view, **many)
    classes.setCurrentIndex(classes.model().index(500, 0))
    classes.verticalScrollBar().setValue(1000)
    count(run_view, **{"class 400": 9999, **many})
    assert classes.verticalScrollBar().value() == 1000


def test_marks_and_bars_are_seen(classes: ClassList, run_view: RunView) -> None:
    image = painted(classes)
    assert has(image, LIGHT.bar)
    assert has(image, LIGHT.error), "what was not classified has a mark of its own"
    assert has(image, LIGHT.raised), "what is shown is raised"
    run_view.close_run()
    assert not has(painted(classes), LIGHT.bar)


def test_from_right_to_left_it_is_mirrored(classes: ClassList) -> None:
    def red(image: QImage) -> list[int]:
        rows = range(image.height())
        return [x for x in range(image.width()) if any(image.pixelColor(x, y) == QColor(LIGHT.error) for y in rows)]

    assert max(red(painted(classes))) < 60
    classes.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert min(red(painted(classes))) > 180


def test_it_asks_for_the_room_of_its_longest_words(classes: ClassList) -> None:
    words = classes.fontMetrics().horizontalAdvance(f"not classified {wording.count(100_000)}")
    assert classes.sizeHint().width() > words + 3 * PAD
