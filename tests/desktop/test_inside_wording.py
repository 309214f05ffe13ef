"""The window says of preprocessing what the command line says."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import QLocale

from app.desktop import inside_wording
from app.inside import Part
from app.preparing import ENGLISH, Preparation, preparation_words
from app.values import PreprocessSpec

STEP = PreprocessSpec(256, 224, "bicubic", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))


def test_both_tables_say_the_same() -> None:
    assert inside_wording._preparations() == ENGLISH
    assert set(ENGLISH) == set(Preparation)


@pytest.mark.parametrize("changes", [{}, {"squash": True}, {"order": "bgr"}, {"crop": 300}, {"mean": (0.5,) * 3}])
def test_the_window_says_what_the_command_line_says(changes: dict[str, object]) -> None:
    step = replace(STEP, **changes)  # type: ignore[arg-type]
    assert inside_wording.preprocessing(step) == preparation_words(step)


def test_numbers_are_the_users() -> None:
    before = QLocale()
    QLocale.setDefault(QLocale("de"))
    try:
        assert "0,485 / 0,456 / 0,406" in inside_wording.preprocessing(STEP)
    finally:
        QLocale.setDefault(before)


def test_what_is_unusual_about_a_module_is_told() -> None:
    below = Part("1", "ReLU", (1, 4), 1, 0, 0, 0, 0, ())
    part = Part("0", "Odd", (2, 4), 3, 5, 0, 5, 0, (below,))
    assert inside_wording.part_lines(part, "a.0") == ("a.0", "5 parameters of its own", "called 3 times for a picture")
    assert inside_wording.part_lines(below, "a.0.1") == ("a.0.1",)
    assert inside_wording.shape(part) == "2 × 4"
