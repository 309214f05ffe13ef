"""Values become places, and ticks are round numbers."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from app.desktop.plot_scale import Scale

positive = st.floats(1e-6, 1e6)


def test_a_line_has_its_ends() -> None:
    scale = Scale(50, 90)
    assert (scale.place(50), scale.place(70), scale.place(90)) == (0, 0.5, 1)


def test_equal_ratios_are_equal_lengths_where_it_is_logarithmic() -> None:
    scale = Scale(0.01, 100, is_log=True)
    assert [scale.place(value) for value in (0.01, 0.1, 1, 100)] == pytest.approx([0, 0.25, 0.5, 1])


def test_ticks_are_round_numbers() -> None:
    assert Scale(53.1, 90.2).ticks(8) == [55, 60, 65, 70, 75, 80, 85, 90]
    assert Scale(0.03, 12, is_log=True).ticks(10) == pytest.approx([0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10])
    assert Scale(0.03, 12, is_log=True).ticks(4) == pytest.approx([0.1, 1, 10])
    assert len(Scale(1e-6, 1e6, is_log=True).ticks(3)) == 3


@given(st.lists(positive, max_size=20), st.booleans())
def test_all_values_are_on_the_scale_made_for_them(values: list[float], is_log: bool) -> None:
    scale = Scale.around(values, is_log=is_log)
    places = [scale.place(value) for value in values]
    assert all(0 < place < 1 and math.isfinite(place) for place in places)


@given(positive, positive, st.booleans(), st.integers(1, 12))
def test_there_are_never_more_ticks_than_there_is_room_for(low: float, more: float, is_log: bool, most: int) -> None:
    scale = Scale(low, low + more, is_log=is_log)
    ticks = scale.ticks(most)
    assert len(ticks) <= most + 1
    assert all(-1e-9 <= scale.place(tick) <= 1 + 1e-9 for tick in ticks)
    assert ticks == sorted(ticks)
