"""What came of a sort: the list of what was left alone stays within bounds."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.desktop import sort_result
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


def test_a_long_list_is_cut_and_says_so(result: SortResult, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sort_result, "MOST", 2)
    result.add(LeftAlone(Path(f"/from/{number}.jpg"), Left.GONE) for number in range(5))
    result.show_end(WHOLE, is_undo=False, staying="1 picture stays where it is: it could not be classified.")
    lines = result.findChild(QPlainTextEdit).toPlainText().splitlines()
    assert lines == ["/from/0.jpg: it is no longer there", "/from/1.jpg: it is no longer there", "3 more…"]
    assert "5 files could not be sorted and are where they were:" in words(result)
    assert "1 picture stays where it is: it could not be classified." in words(result)
    result.clear()
    result.show_end(WHOLE, is_undo=False, staying="")
    assert not result.findChild(QPlainTextEdit).isVisible()
