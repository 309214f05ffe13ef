"""Where each millisecond of a picture goes: its parts one by one in one thread, and what is left of a whole run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

from speed.bench import Bench
from speed.models import classify
from speed.processes import inside, listed, told
from speed.rates import Folders, Rates, raced
from speed.table import Findings, Table


def measure(bench: Bench) -> Findings:
    camera = bench.camera_folders(bench.quickly(240))
    return Findings(
        (),
        [
            _profile("real pictures", bench, bench.real[: bench.quickly(200)], bench.real_folders()),
            _profile("camera pictures", bench, bench.camera, camera),
        ],
    )


def _profile(name: str, bench: Bench, distinct: Sequence[Path], folders: Folders) -> Table:
    model = bench.builtin
    parts = told(inside("parts", model.key, listed(distinct, bench.work / "profiled")).at_home(model.home))
    rates, _ = raced({"ours": lambda folder: classify(model, folder)}, folders, bench.rounds)
    lines = _lines(parts, rates["ours"], bench.cores)
    whole = sum(lines.values())
    return Table(
        f"profile: {name}, ms of a core a picture",
        ("", "ms", "%"),
        [
            *((part, f"{ms:.2f}", f"{100 * ms / whole:.0f}") for part, ms in lines.items()),
            ("all", f"{whole:.2f}", "100"),
        ],
    )


def _lines(parts: Mapping[str, float], rates: Rates, cores: int) -> dict[str, float]:
    """The parts, then the processor time of a whole run that is none of these, then the time in which cores stood."""
    busy = 1000 * rates.processor
    whole = 1000 * cores / rates.middle
    return {**parts, "all else (results, threads, starting)": busy - sum(parts.values()), "cores idle": whole - busy}
