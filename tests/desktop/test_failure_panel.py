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
    assert (headline, detail) == ("could not be read", "detail")
    assert sentence[0].isupper()
    assert sentence.endswith(".")
    assert advice.endswith(".")


def test_what_was_read_is_not_called_unread(host: QWidget) -> None:
    panel = FailurePanel(host)
    panel.show_failure(Failed(REF, Stage.CLASSIFY, Reason.NO_SCORES))
    assert said(panel)[0] == "not classified"
    assert len(said(panel)) == 3, "no room is kept for a detail that there is not"


def test_details_are_never_markup(host: QWidget) -> None:
    panel = FailurePanel(host)
    panel.show_failure(Failed(REF, Stage.DECODE, Reason.DAMAGED, "<b>\x1b"))
    labels = panel.findChildren(QLabel)
    assert "<b>\\x1b" in said(panel)
    assert {label.textFormat() for label in labels} == {Qt.TextFormat.PlainText}
