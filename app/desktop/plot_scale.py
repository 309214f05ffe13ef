"""Scales of a plot: values become places, and some of the values become ticks with round numbers."""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass

_STEPS = (1.0, 2.0, 5.0)  # that people count in, times a power of ten
_AIR = 0.05  # share of the values' span that stays free at each end


@dataclass(frozen=True, slots=True)
class Scale:
    """From values to shares of a line.

    Attributes:
        low, high: the values at its two ends; above 0 where it is logarithmic.
        is_log: whether equal lengths are equal ratios.
    """

    low: float
    high: float
    is_log: bool = False

    @classmethod
    def around(cls, values: Iterable[float], *, is_log: bool = False) -> Scale:
        """One that has all of these values, and some air around them; from 0 (or 1) to 10 without any."""
        measured = [_measure(value, is_log) for value in values] or [0.0, 1.0 if is_log else 10.0]
        low, high = min(measured), max(measured)
        air = _AIR * (high - low) or 0.5
        ends = (low - air, high + air)
        return cls(10 ** ends[0], 10 ** ends[1], is_log=True) if is_log else cls(*ends)

    def place(self, value: float) -> float:
        """Where a value lies: 0 at the low end, 1 at the high one."""
        low, high = _measure(self.low, self.is_log), _measure(self.high, self.is_log)
        return (_measure(value, self.is_log) - low) / (high - low)

    def ticks(self, most: int) -> list[float]:
        """Round numbers on the line in order, at most so many; of a logarithmic one 1, 2 and 5 if there is room."""
        return self._log_ticks(most) if self.is_log else self._linear_ticks(most)

    def _linear_ticks(self, most: int) -> list[float]:
        rough = (self.high - self.low) / max(1, most)
        power = 10 ** math.floor(math.log10(rough))
        step = next(each * power for each in (*_STEPS, 10.0) if each * power >= rough)
        first, last = math.ceil(self.low / step), math.floor(self.high / step)
        return [step * number for number in range(first, last + 1)]

    def _log_ticks(self, most: int) -> list[float]:
        powers = range(math.floor(math.log10(self.low)), math.ceil(math.log10(self.high)) + 1)
        for steps in (_STEPS, _STEPS[:1]):
            values = (step * 10.0**power for power in powers for step in steps)
            ticks = [value for value in values if self.low <= value <= self.high]
            if len(ticks) <= most:
                return ticks
        return ticks[:: math.ceil(len(ticks) / most)] if most > 0 else []


def _measure(value: float, is_log: bool) -> float:
    return math.log10(value) if is_log else value
