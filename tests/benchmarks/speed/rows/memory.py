"""The memory of a run over a folder, beside the same process with the model loaded and nothing done."""

from __future__ import annotations

import statistics
from dataclasses import replace

from speed.bench import Bench
from speed.models import classify
from speed.processes import in_turns, inside
from speed.table import Comparison, Findings, Goal

GOAL = Goal(1.3, is_least=False)


def measure(bench: Bench) -> Findings:
    model, folders = bench.builtin, bench.real_folders()
    programs = {
        "loaded": inside("load", model.key).at_home(model.home),
        "run": classify(model, folders.many),
        "exact": classify(model, folders.many, "--precision", "fp32"),
        "camera": classify(model, bench.camera_folders(bench.quickly(240)).many),
    }
    turns = list(in_turns(programs, bench.rounds))
    peaks = {name: statistics.median(turn[name].peak for turn in turns) for name in programs}
    against = f"model loaded: a run of {folders.count}"
    run = _compared(against, peaks["run"], peaks["loaded"])
    exact = replace(_compared(f"{against}, fp32", peaks["exact"], peaks["loaded"]), goal=None)
    camera = replace(_compared("model loaded: camera pictures", peaks["camera"], peaks["loaded"]), goal=None)
    return Findings([run, exact, camera])


def _compared(against: str, ours: float, loaded: float) -> Comparison:
    return Comparison("memory", against, f"{ours / 1e6:.0f} MB", f"{loaded / 1e6:.0f} MB", ours / loaded, GOAL)
