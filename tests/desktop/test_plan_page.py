"""The page of the plan: more files are read when one comes to the end of those that are there."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QTreeView, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.plan_page import PlanPage
from app.desktop.plan_tree import Branch, plan_tree
from app.desktop.sort_steps import Planned
from app.results.sorting.lines import Line
from app.results.sorting.plan import FolderCount, Summary
from app.values import Left, Way

FILES = 60
PAGE = 25


def line(number: int) -> Line:
    name = f"{number}.jpg"
    return Line(number, Path("/from", name), Path("/to", name), False, None, "")


@pytest.fixture
def page(host: QWidget, qtbot: QtBot) -> PlanPage:
    """A page whose files are read at once, few at a time."""
    host.resize(700, 500)
    page = PlanPage(host)
    page.resize(host.size())

    def read(branch: Branch) -> None:
        first = len(branch.files) + 1
        lines = list(map(line, range(first, min(first + PAGE, FILES + 1))))
        page.model.take(branch, lines)

    page.model.wanted.connect(read)
    summary = Summary(FILES, 0, 0, 0, ((Left.GONE, 2),), (), None)
    tree = plan_tree([FolderCount(1, Path("cat"), True, FILES, 0, 60)], summary.left)
    host.show()
    page.show_plan(Planned(summary, tree), Way.MOVE)
    return page


def words(page: PlanPage) -> str:
    return "\n".join(label.text() for label in page.findChildren(QLabel) if label.isVisible())


def test_it_says_what_would_happen(page: PlanPage) -> None:
    assert "60 pictures will be moved into 1 folder." in words(page)
    assert "2 pictures stay where they are, each because it is no longer there." in words(page)
    assert "Nothing has been changed yet." in words(page)


def test_reasons_are_seen_at_once(page: PlanPage) -> None:
    tree = page.findChild(QTreeView)
    assert tree.isExpanded(page.model.index(1, 0))
    assert not tree.isExpanded(page.model.index(0, 0))


def test_scrolling_to_the_end_reads_on(page: PlanPage, qtbot: QtBot) -> None:
    tree, cat = page.findChild(QTreeView), page.model.index(0, 0)
    tree.expand(cat)
    qtbot.waitUntil(lambda: page.model.rowCount(cat) == PAGE + 1)
    tree.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount(cat) == 2 * PAGE + 1)
    tree.scrollToBottom()
    qtbot.waitUntil(lambda: page.model.rowCount(cat) == FILES)


def test_the_keyboard_reads_on_too(page: PlanPage, qtbot: QtBot) -> None:
    tree, cat = page.findChild(QTreeView), page.model.index(0, 0)
    tree.setCurrentIndex(cat)
    QTest.keyClick(tree, Qt.Key.Key_Right)
    qtbot.waitUntil(lambda: page.model.rowCount(cat) == PAGE + 1)
    tree.setCurrentIndex(page.model.index(PAGE, 0, cat))
    qtbot.waitUntil(lambda: page.model.rowCount(cat) == 2 * PAGE + 1)


def test_the_plan_can_be_written_down(page: PlanPage, qtbot: QtBot) -> None:
    with qtbot.waitSignal(page.noting_wanted):
        page._save.click()
