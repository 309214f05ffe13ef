"""A line of text that is cut where there is too little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from app.desktop.elided_label import ElidedLabel, isolated

LONG = "a" + "very" * 40 + "long.png"


@pytest.fixture
def label(host: QWidget) -> ElidedLabel:
    label = ElidedLabel(Qt.TextElideMode.ElideMiddle, host)
    host.show()
    label.show()
    return label


def test_a_long_text_is_cut_and_comes_back_with_the_room(label: ElidedLabel) -> None:
    label.resize(200, 20)
    label.setText(LONG)
    assert label.painted_text().startswith("avery")
    assert "…" in label.painted_text()
    assert label.painted_text().endswith(".png")
    assert label.text() == LONG, "a screen reader says all of it"
    label.resize(3000, 20)
    assert label.painted_text() == LONG
    assert label.textFormat() == Qt.TextFormat.PlainText


def test_it_asks_for_its_whole_text_and_gives_way(label: ElidedLabel) -> None:
    label.setText("short")
    short = label.sizeHint().width()
    label.setText(LONG)
    assert label.sizeHint().width() > 10 * short
    assert label.minimumSizeHint().width() == 0
    label.resize(label.sizeHint())
    assert label.painted_text() == LONG


def test_what_is_painted_is_seen(label: ElidedLabel) -> None:
    label.resize(200, 20)
    empty = label.grab().toImage()
    label.setText("cup.png")
    assert label.grab().toImage() != empty


@pytest.mark.parametrize("text", ["שלום.jpg", "مرحبا \\u202egpj.exe"])
def test_text_from_right_to_left_is_one_unit(text: str) -> None:
    assert isolated(text) == f"\u2068{text}\u2069"


@pytest.mark.parametrize("text", ["", "cup.png", "café…", "写真.jpg"])
def test_other_text_stays_as_it_is(text: str) -> None:
    assert isolated(text) == text
