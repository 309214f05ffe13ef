"""The best settings of a peer: one block of them after the other, the others as they are best so far, twice."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterator, Sequence
from itertools import product
from time import perf_counter
from typing import Any

Settings = dict[str, Any]
Block = dict[str, Sequence[Any]]  # settings that depend on each other, and what each may be
Answered = Callable[
    [Settings], Iterator[int]
]  # pictures in each batch, as they are answered; the first of them is none


def best_settings(begin: Settings, blocks: Sequence[Block], answered: Answered) -> dict[str, Any]:
    """Try every combination within a block.

    Args:
        answered: goes through the pictures with these settings; its first item is 0, when it is warm.

    Returns:
        `settings`, their `rate` in pictures a second, and all that was `tried`, each with its rate.
    """
    rates: dict[tuple[Any, ...], tuple[float, Settings]] = {}

    def known(settings: Settings) -> float:
        key = tuple(sorted(settings.items()))
        if key not in rates:
            half = max((each for each, _ in rates.values()), default=0.0) / 2
            rates[key] = _rate(answered(settings), half), settings
            print(settings, round(rates[key][0], 1), file=sys.stderr, flush=True)
        return rates[key][0]

    best = begin
    for _ in range(2):
        for block in blocks:
            best = max([best, *_variants(best, block)], key=known)
    return {"settings": best, "rate": known(best), "tried": list(rates.values())}


def _variants(settings: Settings, block: Block) -> list[Settings]:
    return [settings | dict(zip(block, values, strict=True)) for values in product(*block.values())]


def _rate(batches: Iterator[int], hopeless: float) -> float:
    """Pictures a second; it is left when two seconds have shown that it stays below `hopeless`."""
    count = next(batches)
    started = perf_counter()
    for batch in batches:
        count += batch
        passed = perf_counter() - started
        if passed > 2 and count / passed < hopeless:
            break
    return count / (perf_counter() - started)


def numbers_of_workers() -> tuple[int, ...]:
    return tuple(sorted({0, 1, 2, _cores()}))


def numbers_of_threads() -> tuple[int, ...]:
    return tuple(sorted({1, max(1, _cores() // 2), _cores()}))


def _cores() -> int:
    return len(os.sched_getaffinity(0))
