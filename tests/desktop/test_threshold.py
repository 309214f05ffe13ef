"""The slider of the least probability."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.threshold import Threshold


@pytest.fixture
def threshold(host: QWidget) -> Threshold:
    threshold = Threshold(host)
    host.show()
    return threshold


def said(threshold: Threshold) -> list[str]:
    return [label.text() for label in threshold.findChildren(QLabel)]


def test_it_says_what_it_is_how_much_and_what_it_does(threshold: Threshold) -> None:
    threshold.set_value(0.3)
    assert said(threshold) == ["Least probability", "30 %", "below: unknown"]
    assert threshold.slider.accessibleName() == "Least probability"
    assert "unknown" in threshold.slider.accessibleDescription()


def test_every_step_of_the_user_is_told_and_none_of_ours(threshold: Threshold, qtbot: QtBot) -> None:
    moved: list[float] = []
    threshold.moved.connect(moved.append)
    threshold.set_value(0.3)
    assert moved == []
    qtbot.keyClick(threshold.slider, Qt.Key.Key_Right)
    qtbot.keyClick(threshold.slider, Qt.Key.Key_PageUp)
    assert moved == [0.31, 0.36]
    assert "36 %" in said(threshold)
    threshold.slider.setValue(100)
    assert moved[-1] == 1.0


def test_the_figure_keeps_its_room(threshold: Threshold) -> None:
    figure = threshold.findChildren(QLabel)[1]
    threshold.set_value(0.0)
    narrow = figure.minimumWidth()
    threshold.set_value(1.0)
    assert figure.minimumWidth() == narrow >= figure.fontMetrics().horizontalAdvance("100 %")


def test_a_value_between_two_per_cents_is_left_as_it_is(threshold: Threshold) -> None:
    moved: list[float] = []
    threshold.moved.connect(moved.append)
    threshold.set_value(0.305)
    assert moved == []
    assert threshold.slider.value() in (30, 31)
