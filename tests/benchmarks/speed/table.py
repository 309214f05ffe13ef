"""What a row found out, and its text as markdown."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Goal:
    """A ratio that is to be reached.

    Attributes:
        limit: the ratio.
        is_least: whether it is the least that is wanted, else the most.
        unit: of the ratio, and what may be added to it.
    """

    limit: float
    is_least: bool = True
    unit: str = " ×"

    def __str__(self) -> str:
        return f"{'≥' if self.is_least else '≤'} {self.limit:g}{self.unit}"

    def is_met(self, ratio: float) -> bool:
        return ratio >= self.limit if self.is_least else ratio <= self.limit


@dataclass(frozen=True, slots=True)
class Comparison:
    """Ours beside something else.

    Attributes:
        row: which measurement.
        against: what it is compared with.
        ours, theirs: both, with their unit.
        ratio: ours ÷ theirs, the median of the rounds.
        goal: what is wanted of the ratio; None where nothing is.
        is_met: whether the goal is met, where the ratio alone does not say.
    """

    row: str
    against: str
    ours: str
    theirs: str
    ratio: float
    goal: Goal | None = None
    is_met: bool | None = None

    def cells(self) -> tuple[str, ...]:
        goal = "" if self.goal is None else str(self.goal)
        return (
            self.row,
            self.against,
            self.ours,
            self.theirs,
            f"{self.ratio:.2g}" if self.ratio < 0.1 else f"{self.ratio:.2f}",
            goal,
            self._verdict(),
        )

    def _verdict(self) -> str:
        if self.goal is None:
            return ""
        is_met = self.goal.is_met(self.ratio) if self.is_met is None else self.is_met
        return "met" if is_met else "**not met**"


@dataclass(frozen=True, slots=True)
class Table:
    """A table of texts under a title."""

    title: str
    head: Sequence[str]
    lines: Sequence[Sequence[str]]

    def __str__(self) -> str:
        return f"### {self.title}\n\n{grid(self.head, self.lines)}\n"


@dataclass(frozen=True, slots=True)
class Findings:
    """All that a row found out: what it compares, the tables behind that, and what there is to say in words."""

    comparisons: Sequence[Comparison] = ()
    tables: Sequence[Table] = ()
    notes: Sequence[str] = field(default=())

    def __str__(self) -> str:
        parts = [summary(self.comparisons)] if self.comparisons else []
        parts += map(str, self.tables)
        parts += ["".join(f"* {note}\n" for note in self.notes)] if self.notes else []
        return "\n".join(parts)


def summary(comparisons: Iterable[Comparison]) -> str:
    head = ("row", "against", "ours", "theirs", "ratio", "goal", "")
    return grid(head, [comparison.cells() for comparison in comparisons]) + "\n"


def grid(head: Sequence[str], lines: Sequence[Sequence[str]]) -> str:
    """A markdown table; columns of numbers are set to the right."""
    widths = [max(len(line[column]) for line in (head, *lines)) for column in range(len(head))]
    right = [bool(lines) and all(_is_number(line[column]) for line in lines) for column in range(len(head))]
    rules = ["-" * (width - 1) + (":" if is_right else "-") for width, is_right in zip(widths, right, strict=True)]
    return "\n".join(_line(cells, widths, right) for cells in (head, rules, *lines))


def _line(cells: Sequence[str], widths: Sequence[int], right: Sequence[bool]) -> str:
    padded = [
        cell.rjust(width) if is_right else cell.ljust(width)
        for cell, width, is_right in zip(cells, widths, right, strict=True)
    ]
    return f"| {' | '.join(padded)} |"


def _is_number(cell: str) -> bool:
    return not cell or cell[0].isdigit() or cell[0] in "-+≈"
