"""A folder of pictures of 12 megapixels, as cameras make them, with the built-in model."""

from __future__ import annotations

from speed.bench import Bench
from speed.rows.race import Race, run_race
from speed.table import Findings, Goal

GOALS = {
    "timm's loader": Goal(4),
    "Hugging Face pipeline": Goal(4),
    "engine in use": Goal(0.8),
}
PICTURES = 240  # a peer takes half a minute for them


def measure(bench: Bench) -> Findings:
    few, many = (bench.camera_folders(bench.quickly(count)) for count in (32, PICTURES))
    return run_race(Race("camera", bench.builtin, many, few, bench.camera, GOALS), bench)
