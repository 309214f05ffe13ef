"""From a bare process to the first answer, beside importing torch and torchvision alone."""

from __future__ import annotations

import statistics
from collections.abc import Sequence

from speed.bench import Bench
from speed.processes import Program, Took, in_turns, inside, measured, python
from speed.table import Comparison, Findings, Goal, Table

IMPORTS = "import torch and torchvision"
GOAL = Goal(1.3, is_least=False)
ROUNDS_EACH = 3  # of these short ones for each round of the long ones


def measure(bench: Bench) -> Findings:
    picture = str(bench.some_picture)
    programs: dict[str, Program] = {
        IMPORTS: python("-c", "import torch, torchvision"),
        "first answer, as the window's worker": inside("answer", "builtin", picture).at_home(bench.builtin.home),
        "first answer, whatsit classify": python("-m", "app", "classify", picture).at_home(bench.builtin.home),
    }
    for program in programs.values():
        measured(program)  # files into the cache of the system
    turns = list(in_turns(programs, ROUNDS_EACH * bench.rounds))
    took = {name: [turn[name] for turn in turns] for name in programs}
    table = Table("cold: seconds", ("", "median", "least", "most"), [_line(name, each) for name, each in took.items()])
    return Findings([_compared(name, took) for name in programs if name != IMPORTS], [table])


def _compared(name: str, took: dict[str, list[Took]]) -> Comparison:
    ours, theirs = (statistics.median(each.seconds for each in took[key]) for key in (name, IMPORTS))
    pairs = zip(took[name], took[IMPORTS], strict=True)
    ratio = statistics.median(mine.seconds / other.seconds for mine, other in pairs)
    return Comparison("cold", f"{IMPORTS}: {name}", f"{ours:.2f} s", f"{theirs:.2f} s", ratio, GOAL)


def _line(name: str, took: Sequence[Took]) -> tuple[str, ...]:
    seconds = [each.seconds for each in took]
    return name, *(f"{number:.2f}" for number in (statistics.median(seconds), min(seconds), max(seconds)))
