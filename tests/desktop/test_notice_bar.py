"""The one place for errors: plain words, details to copy, a way to try again."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop import notice_bar
from app.desktop.notice import Notice, Offer
from app.desktop.notice_bar import NoticeBar
from app.desktop.theme import Theme


@pytest.fixture
def bar(theme: Theme, host: QWidget, soon: None) -> NoticeBar:
    host.resize(900, 600)
    host.show()
    return NoticeBar(theme, host)


@pytest.fixture(autouse=True)
def soon(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(notice_bar, "PASSING", 100)
    monkeypatch.setattr(notice_bar, "BETWEEN", 50)


def shown_words(bar: NoticeBar) -> set[str]:
    return {label.text() for label in bar.findChildren(QLabel) if label.isVisible() and label.text()}


def button(bar: NoticeBar, words: str) -> QAbstractButton:
    return next(each for each in bar.findChildren(QAbstractButton) if words in (each.text(), each.accessibleName()))


def test_it_is_hidden_until_there_is_something_to_say(bar: NoticeBar) -> None:
    assert not bar.isVisible()


@pytest.mark.parametrize("name", ["<img src=x>", "<b>bold</b> & <a href='x'>co</a>"])
def test_names_are_never_markup(bar: NoticeBar, name: str) -> None:
    bar.show_notice(Notice(name, f"details of {name}"))
    words = next(label for label in bar.findChildren(QLabel) if label.text())
    assert words.text() == name
    assert words.textFormat() == Qt.TextFormat.PlainText


def test_details_are_copied_with_the_words(bar: NoticeBar) -> None:
    bar.show_notice(Notice("It broke.", "line 1\nline 2"))
    button(bar, "Copy details").click()
    assert QGuiApplication.clipboard().text() == "It broke.\nline 1\nline 2"


def test_only_what_makes_sense_is_offered(bar: NoticeBar) -> None:
    bar.show_notice(Notice("Just so."))
    assert bar.isVisible()
    assert not any(each.isVisible() for each in bar.findChildren(QPushButton))


def test_trying_again_hides_it(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(Notice("It broke.", offer=Offer.TRY_AGAIN))
    with qtbot.waitSignal(bar.offer_taken) as taken:
        button(bar, "Try again").click()
    assert taken.args == [Notice("It broke.", offer=Offer.TRY_AGAIN)]
    assert not bar.isVisible()


def test_undoing_is_offered_and_can_be_withdrawn(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(Notice("Gone.", offer=Offer.UNDO))
    with qtbot.waitSignal(bar.offer_taken) as taken:
        button(bar, "Undo").click()
    assert taken.args == [Notice("Gone.", offer=Offer.UNDO)]
    bar.show_notice(Notice("Gone.", offer=Offer.UNDO))
    bar.withdraw(Offer.TRY_AGAIN)
    assert bar.isVisible()
    bar.withdraw(Offer.UNDO)
    assert not bar.isVisible()


def test_it_can_be_dismissed(bar: NoticeBar) -> None:
    bar.show_notice(Notice("It broke."))
    button(bar, "Dismiss").click()
    assert not bar.isVisible()


RUN = Notice("“Iceland” is not finished.", offer=Offer.GO_ON)
SORT = Notice("A sort was interrupted.", offer=Offer.SORTS)
BROKEN = Notice("It broke.", "details")
GONE = Notice("Gone.", offer=Offer.UNDO)


def said(bar: NoticeBar, notice: Notice) -> Callable[[], bool]:
    return lambda: bar.isVisible() and bar.accessibleName() == notice.words


def test_what_asks_for_a_decision_waits_for_its_turn(bar: NoticeBar, qtbot: QtBot) -> None:
    for notice in (RUN, SORT, BROKEN, RUN):
        bar.show_notice(notice)
    assert said(bar, RUN)()
    assert shown_words(bar) == {RUN.words, "2 more"}, "the same twice is one"
    button(bar, "Continue").click()
    assert not bar.isVisible(), "a double click does not answer the next one"
    qtbot.waitUntil(said(bar, SORT))
    assert shown_words(bar) == {SORT.words, "1 more"}
    button(bar, "Dismiss").click()
    qtbot.waitUntil(said(bar, BROKEN))
    assert shown_words(bar) == {BROKEN.words}
    button(bar, "Dismiss").click()
    qtbot.wait(2 * notice_bar.BETWEEN)
    assert not bar.isVisible()


def test_a_passing_note_is_said_at_once_and_gives_way_again(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(RUN)
    bar.show_notice(GONE)
    assert said(bar, GONE)()
    assert shown_words(bar) == {GONE.words}
    bar.show_notice(SORT)
    assert said(bar, GONE)(), "nothing is taken from under the mouse"
    qtbot.waitUntil(said(bar, RUN))
    assert shown_words(bar) == {RUN.words, "1 more"}


def test_what_waits_can_be_withdrawn(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(RUN)
    bar.show_notice(SORT)
    bar.withdraw(Offer.SORTS)
    assert shown_words(bar) == {RUN.words}
    bar.show_notice(SORT)
    bar.withdraw(Offer.GO_ON)
    qtbot.waitUntil(said(bar, SORT))
    bar.show_notice(GONE)
    bar.withdraw(Offer.SORTS)
    assert said(bar, GONE)()
    qtbot.waitUntil(lambda: not bar.isVisible())
    qtbot.wait(2 * notice_bar.BETWEEN)
    assert not bar.isVisible()


def test_the_trouble_of_a_run_goes_when_it_is_continued(bar: NoticeBar) -> None:
    bar.show_notice(Notice("It broke.", "details", run=1))
    bar.show_notice(BROKEN)
    bar.withdraw(run=2)
    bar.withdraw(run=None)
    assert shown_words(bar) == {"It broke.", "1 more"}
    bar.withdraw(run=1)
    assert not bar.isVisible()


def test_who_dismisses_by_keyboard_can_go_on_so(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.window().activateWindow()
    bar.show_notice(RUN)
    bar.show_notice(SORT)
    dismiss = button(bar, "Dismiss")
    dismiss.setFocus()
    qtbot.waitUntil(dismiss.hasFocus)
    qtbot.keyClick(dismiss, Qt.Key.Key_Space)
    qtbot.waitUntil(said(bar, SORT))
    assert dismiss.hasFocus()


def test_the_next_one_lies_at_the_foot_too(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(Notice("many words " * 30, "details"))
    bar.place(QRect(0, 0, 800, 500))
    foot = bar.geometry().bottom()
    bar.show_notice(RUN)
    button(bar, "Dismiss").click()
    qtbot.waitUntil(said(bar, RUN))
    assert bar.geometry().bottom() == foot


@pytest.mark.parametrize("width", [480, 720, 1600])
def test_it_lies_inside_the_window_however_long_the_words(bar: NoticeBar, width: int) -> None:
    bar.show_notice(Notice("many words " * 30, "details", offer=Offer.TRY_AGAIN))
    bar.place(QRect(0, 0, width, 500))
    area = bar.geometry()
    assert area.left() >= 0
    assert area.right() <= width
    assert 0 <= area.top() < area.bottom() <= 500


def test_it_follows_the_theme(bar: NoticeBar, theme: Theme) -> None:
    light = bar.styleSheet()
    theme.set_appearance("dark")
    assert bar.styleSheet() != light


@pytest.mark.parametrize(
    ("notice", "is_marked"), [(Notice("Lost."), True), (Notice("Forgotten.", is_calm=True), False)]
)
def test_only_what_is_wrong_is_marked(bar: NoticeBar, notice: Notice, is_marked: bool) -> None:
    bar.show_notice(notice)
    mark = next(label for label in bar.findChildren(QLabel) if not label.pixmap().isNull())
    assert mark.isHidden() is not is_marked
