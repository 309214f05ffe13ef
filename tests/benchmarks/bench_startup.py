"""Time from a bare process to the first answer, beside the time of importing torch and torchvision alone.

By hand: python tests/benchmarks/bench_startup.py [PICTURE] [--rounds N]
The two take turns, each in a fresh process, so that a busy machine slows both alike; trust the ratio.
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
from pathlib import Path
from time import perf_counter

ROOT = Path(__file__).resolve().parents[2]

IMPORTS = "import torch, torchvision"
FIRST_ANSWER = """
import sys
from pathlib import Path
from threading import Event
from app.inference.engine import Engine
from app.inference.pipeline import run
from app.steps import Advance, Job
from app.values import Classified, ImageRef
job = Job(1, (ImageRef(Path(sys.argv[1])),), device=sys.argv[2])
first = next(step for step in run(job, Engine(), Event()) if isinstance(step, Advance))
assert isinstance(first.outcomes[0], Classified), first
"""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("picture", nargs="?", type=Path, help="default: skimage's coffee")
    parser.add_argument("--rounds", type=int, default=7)
    parser.add_argument("--device", default="cpu")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        picture = options.picture.resolve() if options.picture else coffee(Path(folder))
        programs = {
            "import torch, torchvision": [IMPORTS],
            "first answer": [FIRST_ANSWER, str(picture), options.device],
        }
        for arguments in programs.values():
            seconds(arguments)  # files into the cache of the system
        times: dict[str, list[float]] = {name: [] for name in programs}
        for _ in range(options.rounds):
            for name, arguments in programs.items():
                times[name].append(seconds(arguments))
    report(times)


def coffee(folder: Path) -> Path:
    from PIL import Image
    from skimage import data

    path = folder / "coffee.jpg"
    Image.fromarray(data.coffee()).save(path, quality=92)
    return path


def seconds(arguments: list[str]) -> float:
    started = perf_counter()
    subprocess.run([sys.executable, "-c", *arguments], check=True, cwd=ROOT)
    return perf_counter() - started


def report(times: dict[str, list[float]]) -> None:
    base = statistics.median(next(iter(times.values())))
    print(f"{'':28}{'least':>8}{'median':>8}{'most':>8}{'ratio':>8}")
    for name, values in times.items():
        middle = statistics.median(values)
        print(f"{name:28}{min(values):8.2f}{middle:8.2f}{max(values):8.2f}{middle / base:8.2f}")


if __name__ == "__main__":
    main()
