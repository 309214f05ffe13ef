"""Kill a run at random moments, again and again, and see what is left."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

PROGRAM = """
import sys, time
from pathlib import Path
from threading import Event
sys.path[:0] = [{root!r}]
from tests.runs.conftest import CountingPipeline
import app.inference.pipeline
import app.results.pen
from app.inference.engine import Engine
from app.results.store import Store
from app.runs.request import Request
from app.runs.run import Run
from app.steps import Advance, Job
counting = CountingPipeline(before_each=lambda _name: time.sleep(0.004))
app.inference.pipeline.run = counting.run
app.results.pen.EVERY = 0.1  # a life is short here, and shall leave something
with Store(Path(sys.argv[1])) as store:
    run = Run(Request(Job(1, ()), (Path(sys.argv[2]),)), store, Engine(), Event())
    for step in run.steps():
        if isinstance(step, Advance) and step.outcomes:
            print(step.done, flush=True)
"""


def begin(store: Path, folder: Path) -> subprocess.Popen[bytes]:
    """A process that goes on with the run over `folder` and prints how far it is after every step."""
    program = PROGRAM.format(root=str(ROOT))
    command = [sys.executable, "-c", program, str(store), str(folder)]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE)


def killed(store: Path, folder: Path, chance: random.Random, longest: float) -> int | None:
    """How far a run had come when it was killed, a random time after its first sign of life; None when it had ended."""
    with begin(store, folder) as process:
        assert process.stdout is not None
        first = process.stdout.readline()
        time.sleep(chance.uniform(0, longest))
        process.kill()
        rest = process.stdout.read()
        process.wait()
        told = [int(line) for line in (first + rest).splitlines() if line.isdigit()]
        return None if process.returncode == 0 else max(told, default=0)
