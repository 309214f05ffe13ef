"""Rate and time left, on a clock of the test's own."""

from __future__ import annotations

import pytest

from app.pace import SPAN, STEADY_AFTER, Pace


def marked(*marks: tuple[float, int]) -> Pace:
    pace = Pace()
    for now, done in marks:
        pace.note(now, done)
    return pace


def test_nothing_is_said_before_it_is_steady() -> None:
    assert Pace().rate is None
    assert marked((0.0, 0)).rate is None
    assert marked((0.0, 0), (STEADY_AFTER - 0.1, 100)).rate is None
    assert marked((0.0, 0), (STEADY_AFTER, 100)).rate == pytest.approx(100 / STEADY_AFTER)


def test_what_stands_still_has_no_rate() -> None:
    pace = marked((0.0, 7), (10.0, 7))
    assert pace.rate is None
    assert pace.left(100) is None


def test_only_the_last_seconds_count() -> None:
    pace = Pace()
    for second in range(200):
        pace.note(float(second), 10 * second if second < 100 else 1000 + 50 * (second - 100))
    assert pace.rate == pytest.approx(50)
    assert pace.left(500) == pytest.approx(10)


def test_a_burst_at_the_end_does_not_make_the_figures_jump() -> None:
    pace = Pace()
    for second in range(60):
        pace.note(float(second), 40 * second)
    before = pace.rate
    pace.note(60.0, 40 * 60 + 100)
    assert pace.rate == pytest.approx(before, rel=100 / (40 * SPAN) + 0.05)


def test_rests_do_not_count() -> None:
    pace = marked((0.0, 0), (10.0, 100))
    pace.rest()
    pace.note(1000.0, 100)
    pace.note(1010.0, 200)
    assert pace.rate == pytest.approx(10)
