"""Columns of a terminal."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.results.columns import bar, cut, padded, text_width


@pytest.mark.parametrize(("text", "width"), [("", 0), ("cat", 3), ("猫", 2), ("e\u0301", 1), ("ｗ", 2), ("\u200dx", 1)])
def test_wide_and_combining_characters_count_as_a_terminal_counts(text: str, width: int) -> None:
    assert text_width(text) == width


@given(st.text(max_size=40), st.integers(1, 30), st.booleans())
def test_a_cut_text_fits(text: str, width: int, blocks: bool) -> None:
    result = cut(text, width, blocks=blocks)
    assert text_width(result) <= width
    assert result == text or text_width(text) > width


def test_what_was_cut_ends_in_an_ellipsis() -> None:
    assert cut("golden retriever", 8) == "golden …"
    assert cut("golden retriever", 8, blocks=False) == "golde..."
    assert cut("猫猫猫", 4) == "猫…"


def test_padding_counts_columns() -> None:
    assert padded("猫", 4) == "猫  "


@pytest.mark.parametrize(
    ("share", "drawn"),
    [(0, ""), (1, "████████"), (0.5, "████"), (1 / 64, "▏"), (7 / 64, "▉"), (0.001, ""), (0.9999, "████████")],
)
def test_bars_are_drawn_to_an_eighth_of_a_column(share: float, drawn: str) -> None:
    assert bar(share, 8) == drawn


def test_bars_without_block_characters() -> None:
    assert bar(0.5, 8, blocks=False) == "####"


@given(st.floats(0, 1), st.integers(0, 100), st.booleans())
def test_a_bar_never_leaves_its_columns(share: float, width: int, blocks: bool) -> None:
    assert text_width(bar(share, width, blocks=blocks)) <= width
