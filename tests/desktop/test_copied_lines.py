"""Lines to be read and copied stay within bounds and are seen as far as there is room."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QWidget

from app.desktop import copied_lines
from app.desktop.copied_lines import CopiedLines


@pytest.fixture
def lines(host: QWidget) -> CopiedLines:
    host.show()
    return CopiedLines("Files that were left alone", host)


def text(lines: CopiedLines) -> QPlainTextEdit:
    return lines.findChild(QPlainTextEdit)


def test_without_lines_there_is_no_list(lines: CopiedLines) -> None:
    lines.show_all()
    assert not lines.isVisible()


def test_they_are_copied(lines: CopiedLines) -> None:
    lines.add(["<b>a</b>: it is gone", "b: it is gone"])
    lines.show_all()
    assert lines.isVisible()
    assert text(lines).accessibleName() == "Files that were left alone"
    lines.findChild(QPushButton).click()
    assert QGuiApplication.clipboard().text() == "<b>a</b>: it is gone\nb: it is gone"


def test_a_long_list_is_cut_and_says_so(lines: CopiedLines, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(copied_lines, "MOST", 2)
    lines.add(str(number) for number in range(4))
    lines.add(["4"])
    lines.show_all()
    assert lines.number == 5
    assert text(lines).toPlainText().splitlines() == ["0", "1", "and 3 more"]


def test_what_was_there_before_is_forgotten(lines: CopiedLines) -> None:
    lines.add(["a"])
    lines.show_all()
    lines.clear()
    lines.show_all()
    assert (lines.number, lines.isVisible()) == (0, False)


def test_large_letters_get_a_higher_list(lines: CopiedLines) -> None:
    before = text(lines).minimumSizeHint().height()
    text(lines).setFont(QFont(text(lines).font().family(), 24))
    assert text(lines).minimumSizeHint().height() > 1.5 * before
