"""The one place for errors: plain words, details to copy, a way to try again."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractButton, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.notice import Notice, Offer
from app.desktop.notice_bar import NoticeBar
from app.desktop.theme import Theme


@pytest.fixture
def bar(theme: Theme, host: QWidget) -> NoticeBar:
    host.resize(900, 600)
    host.show()
    return NoticeBar(theme, host)


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
    assert taken.args == [Offer.TRY_AGAIN]
    assert not bar.isVisible()


def test_undoing_is_offered_and_can_be_withdrawn(bar: NoticeBar, qtbot: QtBot) -> None:
    bar.show_notice(Notice("Gone.", offer=Offer.UNDO))
    with qtbot.waitSignal(bar.offer_taken) as taken:
        button(bar, "Undo").click()
    assert taken.args == [Offer.UNDO]
    bar.show_notice(Notice("Gone.", offer=Offer.UNDO))
    bar.withdraw(Offer.TRY_AGAIN)
    assert bar.isVisible()
    bar.withdraw(Offer.UNDO)
    assert not bar.isVisible()


def test_it_can_be_dismissed(bar: NoticeBar) -> None:
    bar.show_notice(Notice("It broke."))
    button(bar, "Dismiss").click()
    assert not bar.isVisible()


def test_the_newest_replaces_the_older(bar: NoticeBar) -> None:
    bar.show_notice(Notice("First.", "details", offer=Offer.TRY_AGAIN))
    bar.show_notice(Notice("Second."))
    assert bar.accessibleName() == "Second."
    assert not any(each.isVisible() for each in bar.findChildren(QPushButton))


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
