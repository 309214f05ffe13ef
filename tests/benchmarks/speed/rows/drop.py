"""One picture dropped on the window, with everything warm."""

from __future__ import annotations

import statistics

from speed.bench import Bench
from speed.processes import inside, listed, told
from speed.table import Comparison, Findings, Goal, Table

MOST, PLUS = 1.3, 3.0  # times, and milliseconds
AGAINST = "decode and resize, and forward at batch one"


def measure(bench: Bench) -> Findings:
    paths = [path for _ in range(bench.rounds) for path in bench.real[: bench.quickly(200)]]
    times = told(inside("drop", "builtin", listed(paths, bench.work / "dropped")).at_home(bench.builtin.home))
    ours, least = (statistics.median(times[name]) for name in ("ours", "least"))
    goal = Goal(MOST, is_least=False, unit=f" × + {PLUS:g} ms")
    is_met = ours <= MOST * least + PLUS
    compared = Comparison("drop", AGAINST, f"{ours:.1f} ms", f"{least:.1f} ms", ours / least, goal, is_met)
    lines = [_line(name, times[key]) for name, key in (("ours", "ours"), (AGAINST, "least"))]
    return Findings([compared], [Table("drop: milliseconds", ("", "median", "p95", "most"), lines)])


def _line(name: str, times: list[float]) -> tuple[str, ...]:
    p95 = statistics.quantiles(times, n=20)[-1]
    return name, *(f"{number:.1f}" for number in (statistics.median(times), p95, max(times)))
