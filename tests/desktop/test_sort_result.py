"""What came of a sort, in sentences and as a list of what was left alone."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.desktop.sort_result import SortResult
from app.desktop.sort_steps import Worked
from app.results.sorting.steps import LeftAlone, SortEnd
from app.values import Left, Way

WHOLE = Worked(SortEnd(Path("j"), 3, 0, is_complete=True), (), Way.COPY, Path("/to/<b>"), None)


@pytest.fixture
def result(host: QWidget) -> SortResult:
    result = SortResult(host)
    host.show()
    return result


def words(result: SortResult) -> list[str]:
    return [label.text() for label in result.findChildren(QLabel) if label.isVisible()]


def test_all_is_well_in_one_sentence(result: SortResult) -> None:
    result.show_end(WHOLE, is_undo=False, staying="")
    assert words(result) == ["3 files were copied into “<b>”."]
    assert not result.findChild(QPlainTextEdit).isVisible()


def test_what_was_left_alone_is_listed_with_its_reasons(result: SortResult) -> None:
    result.add(LeftAlone(Path(f"/from/{number}.jpg"), Left.GONE) for number in range(2))
    result.add([LeftAlone(Path("/from/2.jpg"), Left.UNREADABLE, "Permission denied")])
    result.show_end(WHOLE, is_undo=False, staying="1 picture stays where it is: it could not be classified.")
    lines = result.findChild(QPlainTextEdit).toPlainText().splitlines()
    assert lines == [
        "/from/0.jpg: it is no longer there",
        "/from/1.jpg: it is no longer there",
        "/from/2.jpg: it cannot be read or taken away (Permission denied)",
    ]
    assert "3 files could not be sorted and are where they were:" in words(result)
    assert "1 picture stays where it is: it could not be classified." in words(result)
    result.clear()
    result.show_end(WHOLE, is_undo=False, staying="")
    assert not result.findChild(QPlainTextEdit).isVisible()
