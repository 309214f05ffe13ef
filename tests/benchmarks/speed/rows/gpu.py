"""A GPU: the forward pass beside torch's own ways, and a folder beside decoding on every core."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from speed.bench import Bench, Skipped
from speed.bounds import decode_milliseconds
from speed.models import Model, classify
from speed.processes import python, told
from speed.rates import bounded, raced, rates_table
from speed.table import Comparison, Findings, Goal, Table

DEVICE = "cuda"
GOAL = Goal(0.8)
BATCHES = "1,32,128,512"


def measure(bench: Bench) -> Findings:
    if not told(python("-c", "import torch; print(str(torch.cuda.is_available()).lower())")):
        raise Skipped("torch finds no GPU here")
    models = (bench.builtin, bench.resnet50)
    found = {model: told(program(model)) for model in models}
    forward = [comparison for model in models for comparison in _forward(model, found[model])]
    tables = [_table(model, found[model]["found"]) for model in models]
    notes = [f"{model.name}, {way}: {why}" for model in models for way, why in found[model]["failed"].items()]
    ends = [_end_to_end(bench, model) for model in models] if bench.photos else []
    comparisons = [*forward, *(each for end in ends for each in end.comparisons)]
    return Findings(comparisons, [*tables, *(each for end in ends for each in end.tables)], notes)


def program(model: Model, device: str = DEVICE, batches: str = BATCHES) -> Any:
    return python("-m", "speed.gpu", model.key, device, batches).at_home(model.home)


def _forward(model: Model, found: Mapping[str, Any]) -> Iterator[Comparison]:
    """Beside the best of all ways in fp16 or bf16."""
    halves = {way: rate for way, rate in found["found"].items() if "float16" in way}  # bfloat16, too
    if halves:
        best, ours = max(halves, key=halves.__getitem__), found["ours"]
        mine = f"{ours['rate']:.0f}/s ({ours['precision']}, batch {ours['batch']})"
        ratio = ours["rate"] / halves[best]
        yield Comparison("gpu", f"{model.name}: {best}", mine, f"{halves[best]:.0f}/s", ratio, GOAL)


def _table(model: Model, found: Mapping[str, float]) -> Table:
    ranked = sorted(found.items(), key=lambda each: -each[1])
    return Table(
        f"gpu: {model.name}, one forward pass", ("way", "pictures/s"), [(way, f"{r:.0f}") for way, r in ranked]
    )


def _end_to_end(bench: Bench, model: Model) -> Findings:
    folders = bench.real_folders(bench.quickly(10_000))
    rates, notes = raced({"ours": lambda folder: classify(model, folder, "--device", DEVICE)}, folders, bench.rounds)
    if "ours" not in rates:
        return Findings(notes=notes)
    bound = 1000 * bench.cores / decode_milliseconds(model, bench.real)
    against = f"{model.name}: decoding on {bench.cores} cores"
    table = rates_table(f"gpu: {model.name}, {folders.count} pictures", rates)
    return Findings([bounded("gpu", rates["ours"], bound, against, GOAL)], [table])
