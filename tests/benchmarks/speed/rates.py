"""Pictures a second of whole processes: (N - 1) ÷ (time of N - time of one), so that starting does not count."""

from __future__ import annotations

import statistics
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from speed.processes import Broken, Program, Took, in_turns, measured
from speed.table import Comparison, Goal, Table

Contender = Callable[[Path], Program]  # the program that classifies all pictures of a folder


@dataclass(frozen=True, slots=True)
class Folders:
    """A folder of many pictures and one of the first of them."""

    many: Path
    one: Path
    count: int


@dataclass(frozen=True, slots=True)
class Rates:
    """What one contender did, round by round.

    Attributes:
        each: pictures a second.
        many, one: what the processes took.
    """

    each: Sequence[float]
    many: Sequence[Took]
    one: Sequence[Took]
    count: int

    @property
    def middle(self) -> float:
        return statistics.median(self.each)

    @property
    def peak(self) -> int:
        return max(took.peak for took in self.many)

    @property
    def processor(self) -> float:
        """Seconds of processor time a picture."""
        spans = [many.processor - one.processor for many, one in zip(self.many, self.one, strict=True)]
        return statistics.median(spans) / (self.count - 1)


def raced(contenders: Mapping[str, Contender], folders: Folders, rounds: int) -> tuple[dict[str, Rates], list[str]]:
    """All of them in turns.

    Returns:
        The rates of those that work, and a sentence about each that does not.
    """
    able, notes = _warm(contenders, folders.one)
    programs = {(name, folder): able[name](folder) for name in able for folder in (folders.many, folders.one)}
    keyed = {f"{name}\n{folder}": program for (name, folder), program in programs.items()}
    turns = list(in_turns(keyed, rounds))
    return {name: _rates([_pair(turn, name, folders) for turn in turns], folders.count) for name in able}, notes


def _warm(contenders: Mapping[str, Contender], one: Path) -> tuple[dict[str, Contender], list[str]]:
    """Run each with one picture, so that its files are in the system's cache."""
    able, notes = {}, []
    for name, contender in contenders.items():
        try:
            measured(contender(one))
            able[name] = contender
        except Broken as broken:
            notes.append(f"{name} does not work here: {broken}")
    return able, notes


def _pair(turn: Mapping[str, Took], name: str, folders: Folders) -> tuple[Took, Took]:
    return turn[f"{name}\n{folders.many}"], turn[f"{name}\n{folders.one}"]


def _rates(pairs: Sequence[tuple[Took, Took]], count: int) -> Rates:
    many, one = [pair[0] for pair in pairs], [pair[1] for pair in pairs]
    each = [(count - 1) / max(1e-9, all_.seconds - first.seconds) for all_, first in pairs]
    return Rates(each, many, one, count)


def compared(row: str, ours: Rates, theirs: Rates, against: str, goal: Goal | None) -> Comparison:
    ratio = statistics.median(mine / other for mine, other in zip(ours.each, theirs.each, strict=True))
    return Comparison(row, against, f"{ours.middle:.1f}/s", f"{theirs.middle:.1f}/s", ratio, goal)


def bounded(row: str, ours: Rates, bound: float, against: str, goal: Goal | None) -> Comparison:
    """Ours against pictures a second that could be had at most."""
    return Comparison(row, against, f"{ours.middle:.1f}/s", f"{bound:.1f}/s", ours.middle / bound, goal)


def rates_table(title: str, rates: Mapping[str, Rates]) -> Table:
    head = ("", "pictures/s", "least", "most", "N in s", "one in s", "processor ms/picture", "peak MB")
    return Table(title, head, [_cells(name, each) for name, each in rates.items()])


def _cells(name: str, rates: Rates) -> tuple[str, ...]:
    many, one = (statistics.median(took.seconds for took in all_) for all_ in (rates.many, rates.one))
    numbers = (rates.middle, min(rates.each), max(rates.each), many, one)
    return name, *(f"{number:.1f}" for number in numbers), f"{1000 * rates.processor:.1f}", f"{rates.peak / 1e6:.0f}"
