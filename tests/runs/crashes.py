"""A run over pictures that really kill their decoder, as a program: `python -m tests.runs.crashes STORE FOLDER …`.

Its decoder, and that of its children, looks at how a file ends before it decodes it: `deadly`, `held` and so on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from threading import Event

from PIL import Image

from app.images.budget import DecodeBudget
from app.inference import streams
from app.inference.engine import Prepared
from app.models.builtin import builtin_model
from app.results.rows import json_line
from app.results.store import Store
from app.runs import trial
from app.runs.request import Request
from app.runs.run import Run
from app.steps import Advance, Job, JobEnd
from app.values import Device, DeviceState, Prediction

ROOT = Path(__file__).resolve().parents[2]
CPU = Device("cpu", "CPU", DeviceState.USABLE)

# Python runs this file of its search path at every start. `hold` makes held pictures wait; who begins leaves a note.
HOOK = """
import ctypes, os, signal, sys, time
from pathlib import Path
import app.images.decode as decode

here, real, noted = Path(__file__).parent, decode._decoded, []

def decoded(ref, *rest):
    content = ref.path.read_bytes() if ref.path.is_file() else b""
    if "--decode-alone" in sys.argv and not noted:
        noted.append(ref.path)  # it is decoded in two ways
        with (here / "trials").open("a", errors="surrogateescape") as file:
            print(ref.path.name, file=file)
        if sys.platform != "win32":
            import resource
            (here / "core").write_text(str(resource.getrlimit(resource.RLIMIT_CORE)))
    if content.endswith(b"held"):
        (here / "begun").touch()
        while (here / "hold").exists():
            time.sleep(0.01)
    if content.endswith(b"deadly"):
        while (here / "hold").exists() and not (here / "begun").exists():
            time.sleep(0.01)
        ctypes.string_at(0)
    if content.endswith(b"aborting"):
        os.abort()
    if content.endswith(b"hungry"):
        os.kill(os.getpid(), signal.SIGKILL)
    if content.endswith(b"terminated"):
        os.kill(os.getpid(), signal.SIGTERM)
    if content.endswith(b"leaving"):
        os._exit(7)
    if content.endswith(b"endless"):
        (here / "begun").touch()
        while True:
            time.sleep(1)
    return real(ref, *rest)

decode._decoded = decoded
"""


def hooked(folder: Path) -> str:
    """The search path of a Python whose decoder is as dangerous as said above."""
    folder.mkdir(exist_ok=True)
    (folder / "sitecustomize.py").write_text(HOOK)
    return os.pathsep.join((str(folder), str(ROOT)))


def begin(store: Path, folder: Path, hook: Path, *options: str) -> subprocess.Popen[str]:
    """A run over `folder` in a process of its own, which prints a row for every outcome."""
    command = [sys.executable, "-m", "tests.runs.crashes", str(store), str(folder), *options]
    environment = {**os.environ, "PYTHONPATH": hooked(hook)}
    return subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    )


Answers = tuple[Device, list[tuple[Prediction, ...]]]


class StubClassifier:
    """Answers without torch, by the red of the crop's first pixel."""

    spec, device, precision, batch_size = builtin_model(), CPU, "fp32", 4

    def classify(self, images: Sequence[Image.Image], top_k: int, *, alone: bool) -> Answers:
        reds = [image.getpixel((0, 0))[0] for image in images]
        return CPU, [tuple(self._prediction(red + rank) for rank in range(top_k)) for red in reds]

    def _prediction(self, index: int) -> Prediction:
        return Prediction(index, self.spec.labels[index].name, 0.5)


class StubEngine:
    budget = DecodeBudget()

    def prepare(self, *_: str) -> Prepared:
        return Prepared(StubClassifier(), CPU, False, (), 0.1)  # type: ignore[arg-type]


def main(store: str, folder: str, *options: str) -> None:
    streams.stream_threads = lambda _cores: 2
    trial.LONGEST = 1.0 if "--impatient" in options else trial.LONGEST
    request = Request(Job(1, ()), (Path(folder),), "--fresh" in options, "--retry-failed" in options)
    with Store(Path(store)) as opened:
        for step in Run(request, opened, StubEngine(), Event()).steps():  # type: ignore[arg-type]
            if isinstance(step, Advance) and step.outcomes:
                print(*map(json_line, step.outcomes), sep="\n", flush=True)
            if isinstance(step, JobEnd):
                print(json.dumps({"ending": step.ending.value}), flush=True)


if __name__ == "__main__":
    main(*sys.argv[1:])
