"""Scores as bytes."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.results.scores import packed, unpacked
from app.values import Prediction

LABELS = [f"class {number}" for number in range(1000)]
PREDICTIONS = st.lists(
    st.builds(lambda index, p: Prediction(index, LABELS[index], p), st.integers(0, 999), st.floats(0, 1)), max_size=20
)


@given(PREDICTIONS)
def test_they_come_back_to_the_last_bit(predictions: list[Prediction]) -> None:
    assert unpacked(packed(predictions), LABELS) == tuple(predictions)
    assert len(packed(predictions)) == 12 * len(predictions)


@given(PREDICTIONS, st.integers(0, 25))
def test_the_likeliest_are_enough(predictions: list[Prediction], top_k: int) -> None:
    assert unpacked(packed(predictions), LABELS, top_k) == tuple(predictions[:top_k])


@pytest.mark.parametrize("data", [b"x", packed([Prediction(5, "gone", 0.5)])])
def test_damaged_ones_are_refused(data: bytes) -> None:
    with pytest.raises(ValueError, match="damaged"):
        unpacked(data, LABELS[:5])
