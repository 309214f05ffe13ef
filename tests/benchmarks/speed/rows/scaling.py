"""Folders of one picture to a hundred thousand: the rate and the memory; and fewer cores."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from speed.bench import Bench
from speed.models import classify
from speed.processes import Took, in_turns, measured
from speed.table import Findings, Table

SIZES = (1, 10, 100, 1_000, 10_000)
LEAST_RATED = 100  # with fewer, starting takes longer than all of them
LONG_SIZES = (*SIZES, 100_000)


def measure(bench: Bench) -> Findings:
    sizes = [size for size in (LONG_SIZES if bench.is_long else SIZES) if not bench.is_quick or size <= 100]
    lines = list(_by_size(bench, sizes))
    head = ("pictures", "s", "pictures/s", "peak MB")
    return Findings((), [Table("scaling: by size of the folder", head, lines), _by_cores(bench)])


def _by_size(bench: Bench, sizes: Sequence[int]) -> Iterator[tuple[str, ...]]:
    first = _median(bench, 1, bench.rounds)
    for size in sizes:
        took = first if size == 1 else _median(bench, size, bench.rounds if size <= 1_000 else 1)
        yield f"{size}", f"{took.seconds:.2f}", _rate(took, first, size), f"{took.peak / 1e6:.0f}"


def _median(bench: Bench, size: int, rounds: int, cores: int | None = None) -> Took:
    """What the run took that was neither the fastest nor the slowest."""
    program = classify(bench.builtin, bench.real_folders(size).many, cores=cores)
    measured(classify(bench.builtin, bench.real_folders(1).many))
    took = sorted((turn["ours"] for turn in in_turns({"ours": program}, rounds)), key=lambda each: each.seconds)
    return took[len(took) // 2]


def _rate(many: Took, one: Took, size: int) -> str:
    return "" if size < LEAST_RATED else f"{(size - 1) / (many.seconds - one.seconds):.1f}"


def _by_cores(bench: Bench) -> Table:
    size, base, lines = bench.pictures, 0.0, []
    for cores in sorted({1, 2, max(1, bench.cores // 2), bench.cores} & set(range(1, bench.cores + 1))):
        one, many = (_median(bench, count, bench.rounds, cores) for count in (1, size))
        rate = (size - 1) / (many.seconds - one.seconds)
        base = base or rate
        lines.append((f"{cores}", f"{rate:.1f}", f"{rate / base:.2f}", f"{many.peak / 1e6:.0f}"))
    return Table(f"scaling: {size} pictures by cores", ("cores", "pictures/s", "times one core", "peak MB"), lines)
