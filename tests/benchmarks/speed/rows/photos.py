"""A folder of real pictures of about 500 x 375 pixels, with the built-in model."""

from __future__ import annotations

from speed.bench import Bench
from speed.rows.race import Race, run_race
from speed.table import Findings, Goal

GOALS = {
    "timm's loader": Goal(5),
    "Hugging Face pipeline": Goal(4),
    "engine in use": Goal(0.8),
    "any engine": Goal(0.8),
}


def measure(bench: Bench) -> Findings:
    few = bench.real_folders(bench.quickly(256))
    return run_race(Race("photos", bench.builtin, bench.real_folders(), few, bench.real, GOALS), bench)
