"""What came of tagging is seen whole."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QWidget

from app.desktop.tag_result import TagResult
from app.results.tags.steps import Counts, Refusal
from app.values import TagTrouble

GONE = Refusal(Path("/a/<b>.jpg"), Path("/a/<b>.jpg.xmp"), TagTrouble.NO_PICTURE)


@pytest.fixture
def result(host: QWidget) -> TagResult:
    result = TagResult(host)
    result.resize(500, 300)
    host.resize(500, 300)
    host.show()
    return result


def test_words_stand_at_the_top_where_there_is_no_list(result: TagResult) -> None:
    result.show_counts(Counts(changed=3, same=1), is_removal=False)
    result.layout().activate()
    shown = [label for label in result.findChildren(QLabel) if label.isVisible()]
    assert [label.text() for label in shown] == ["3 pictures were tagged.", "1 had the right tags already."]
    assert shown[-1].geometry().bottom() < 100


def test_a_list_takes_the_room_there_is_and_its_names_are_no_markup(result: TagResult) -> None:
    result.add([GONE])
    result.show_counts(Counts(refused=1), is_removal=False)
    result.layout().activate()
    lines = result.findChild(QPlainTextEdit)
    assert lines.toPlainText() == "/a/<b>.jpg: the picture is no longer there"
    assert lines.height() > 150


def test_what_an_earlier_call_told_is_forgotten(result: TagResult) -> None:
    result.add([GONE])
    result.journal_lost(Path("/data/tags.sqlite.damaged-1"))
    result.clear()
    result.show_counts(Counts(changed=1), is_removal=False)
    assert not result.findChild(QPlainTextEdit).isVisible()
    assert not any("damaged" in label.text() for label in result.findChildren(QLabel) if label.isVisible())
