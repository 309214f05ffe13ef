"""How much memory a run in the window takes, and how smooth the window stays, whatever the size of the folder.

By hand: python tests/benchmarks/bench_folder.py [--pictures N] [--network stub|real] [--platform offscreen|xcb]

A folder of 100 pictures and one of N (100,000) are opened in the window, each in a process of its own. They are small
and no two are alike; everything is real but, with `stub`, the network: it answers at once, so that the rest is pressed
as hard as it can be. A precise timer of 5 ms runs; a gap is how much later than 5 ms it came.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
FEW = 100
TICK = 5  # milliseconds
PER_FOLDER = 1000


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pictures", type=int, default=100_000)
    parser.add_argument("--network", choices=("stub", "real"), default="stub")
    parser.add_argument("--platform", default=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("CONFIG", "STATE", "CACHE", "DATA")}
        os.environ |= {"QT_QPA_PLATFORM": options.platform, "PYTHONPATH": str(ROOT), "BENCH_NETWORK": options.network}
        print(f"{'pictures':>10}{'seconds':>9}{'a second':>9}{'end MB':>8}{'peak MB':>8}", end="")
        print(f"{'p50 ms':>8}{'p99 ms':>8}{'max ms':>8}{'over 25':>8}{'over 100':>9}{'ticks':>8}")
        for count in (FEW, options.pictures):
            many = Path(folder) / f"of-{count}"
            make_pictures(many, count)
            report(count, sit(many))


def make_pictures(folder: Path, count: int) -> None:
    """Coloured clouds of 96 x 72 pixels in subfolders of a thousand."""
    from PIL import Image

    chance = random.Random(1)
    for number in range(count):
        if number % PER_FOLDER == 0:
            place = folder / f"{number // PER_FOLDER:03}"
            place.mkdir(parents=True)
        noise = Image.frombytes("RGB", (8, 6), chance.randbytes(8 * 6 * 3))
        noise.resize((96, 72), Image.Resampling.BILINEAR).save(place / f"{number}.jpg", quality=80)


def report(count: int, sitting: dict) -> None:
    gaps = sorted(sitting["gaps"])
    p50, p99 = gaps[len(gaps) // 2], gaps[int(len(gaps) * 0.99)]
    late, very_late = sum(gap > 25 for gap in gaps), sum(gap > 100 for gap in gaps)
    seconds = sitting["seconds"]
    print(f"{count:10,}{seconds:9.1f}{count / seconds:9.0f}{sitting['end']:8.0f}{sitting['peak']:8.0f}", end="")
    print(f"{p50:8.1f}{p99:8.1f}{gaps[-1]:8.1f}{late:8}{very_late:9}{len(gaps):8}", flush=True)


def sit(folder: Path) -> dict:
    command = [sys.executable, __file__, "--sitting", str(folder)]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout.splitlines()[-1])


def megabytes(field: str) -> float:
    """VmRSS or VmHWM of this process, from /proc."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(field))


def use_stub() -> None:
    """A network that answers at once, by the colour of the picture's middle."""
    import torch

    from app.inference.classifier import Classifier, _Scored

    def scored(self: Classifier, images: list, _size: int) -> _Scored:
        scores = torch.zeros(len(images), len(self.spec.labels))
        for row, image in zip(scores, images, strict=True):
            red, green, blue = image.getpixel((112, 112))
            row[(red * 7 + green * 3 + blue) % len(row)] = 4 + red / 32
        return _Scored(self.device, scores)

    Classifier._scored = scored  # type: ignore[method-assign]


def sitting(folder: str) -> int:
    """In a process of its own: open the window with this folder, and close it when the run is done."""
    from PySide6.QtCore import Qt, QTimer

    from app.cli.main import main as whatsit
    from app.desktop import application
    from app.desktop.folder_run import RunState

    told: dict[str, object] = {}
    gaps: list[float] = []

    class Measured(application.Program):
        def __init__(self, *parts: object) -> None:
            super().__init__(*parts)
            self._before = self._begun = 0.0
            self._tick = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
            self._tick.timeout.connect(self._on_tick)
            self.session.model_changed.connect(self._on_model)
            self.session.runs.ended.connect(self._on_ended)

        def _on_model(self) -> None:
            """From here on nothing is imported any more."""
            if self.session.ready and not self._begun:
                if os.environ["BENCH_NETWORK"] == "stub":
                    use_stub()
                self._begun = self._before = time.perf_counter()
                self._tick.start()

        def _on_tick(self) -> None:
            now = time.perf_counter()
            gaps.append(1000 * (now - self._before) - TICK)
            self._before = now

        def _on_ended(self) -> None:
            run = self.session.runs.shown
            told["seconds"] = time.perf_counter() - self._begun
            told["state"] = run.state is RunState.DONE
            QTimer.singleShot(3000, self._on_seen)  # the table is read once more

        def _on_seen(self) -> None:
            self._tick.stop()
            told.update(end=megabytes("VmRSS"), peak=megabytes("VmHWM"), rows=self.session.runs.rows.model.rowCount())
            self.window.close()

    application.Program = Measured
    code = whatsit([folder])
    print(json.dumps(told | {"gaps": gaps}))
    return code


if __name__ == "__main__":
    if sys.argv[1:2] == ["--sitting"]:
        sys.exit(sitting(sys.argv[2]))
    main()
