"""What is said instead of bars."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from app.desktop.failure_panel import FailurePanel
from app.values import Failed, ImageRef, Reason, Stage

REF = ImageRef(Path("a.jpg"))


def said(panel: FailurePanel) -> list[str]:
    return [label.text() for label in panel.findChildren(QLabel) if not label.isHidden()]


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_comes_with_advice(host: QWidget, reason: Reason) -> None:
    panel = FailurePanel(host)
    panel.show_failure(Failed(REF, Stage.DECODE, reason, "detail"))
    headline, sentence, detail, advice = said(panel)
    assert (headline, detail) == ("not classified", "detail")
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert advice.endswith(".")


def test_no_room_is_kept_for_a_detail_that_there_is_not(host: QWidget) -> None:
    panel = FailurePanel(host)
    panel.show_failure(Failed(REF, Stage.CLASSIFY, Reason.NO_SCORES))
    assert len(said(panel)) == 3


def test_details_are_never_markup(host: QWidget) -> None:
    panel = FailurePanel(host)
    panel.show_failure(Failed(REF, Stage.DECODE, Reason.DAMAGED, "<b>\x1b"))
    labels = panel.findChildren(QLabel)
    assert "<b>\\x1b" in said(panel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
