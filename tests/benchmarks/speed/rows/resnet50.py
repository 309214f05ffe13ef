"""The folder of real pictures with torchvision's ResNet-50."""

from __future__ import annotations

from speed.bench import Bench
from speed.rows.race import Race, run_race
from speed.table import Findings, Goal

# The peers' best settings are in bf16 where the processor has it. Ours would be in fp32 by itself, since nobody has
# compared the answers.
PRECISION = "bf16"
GOALS = {"timm's loader": Goal(2), "Hugging Face pipeline": Goal(2)}


def measure(bench: Bench) -> Findings:
    few = bench.real_folders(bench.quickly(128))
    return run_race(Race("resnet50", bench.resnet50, bench.real_folders(), few, bench.real, GOALS, PRECISION), bench)
