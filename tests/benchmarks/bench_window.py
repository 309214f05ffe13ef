"""How soon the window is there and answers, and how smooth it stays during a long run.

By hand: python tests/benchmarks/bench_window.py [--rounds N] [--pictures N] [--platform offscreen|xcb]

Start: time from the start of the process to the first painting and to the first answer, in turn with a process that
only imports torch and torchvision; trust the ratios. Smoothness: a precise timer of 5 ms runs while pictures are
classified; a gap is how much later than 5 ms it came. The gaps while the model loads are told apart.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
IMPORTS = "import torch, torchvision"
TICK = 5  # milliseconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--pictures", type=int, default=2000)
    parser.add_argument("--platform", default=os.environ.get("QT_QPA_PLATFORM", "offscreen"))
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        os.environ |= {f"XDG_{name}_HOME": f"{folder}/{name}" for name in ("CONFIG", "STATE", "CACHE", "DATA")}
        os.environ |= {"QT_QPA_PLATFORM": options.platform, "PYTHONPATH": str(ROOT)}
        many = Path(folder) / "many"
        make_pictures(many, options.pictures)
        report_start(many / "0.jpg", options.rounds)
        report_smoothness(many)


def make_pictures(folder: Path, count: int) -> None:
    """Coloured clouds of 320 x 240 pixels, no two alike."""
    from PIL import Image

    folder.mkdir()
    chance = random.Random(1)
    for number in range(count):
        noise = Image.frombytes("RGB", (12, 9), chance.randbytes(12 * 9 * 3))
        noise.resize((320, 240), Image.Resampling.BICUBIC).save(folder / f"{number}.jpg", quality=85)


def report_start(picture: Path, rounds: int) -> None:
    sit([str(picture)])
    imported, painted, answered = [], [], []
    for _ in range(rounds):
        imported.append(seconds_to_import())
        sitting = sit([str(picture)])
        painted.append(sitting["painted"])
        answered.append(sitting["answered"])
    base = statistics.median(imported)
    print(f"{'start (s)':28}{'least':>8}{'median':>8}{'most':>8}{'ratio':>8}")
    for name, values in (
        ("import torch, torchvision", imported),
        ("first painting", painted),
        ("first answer", answered),
        ("answer less painting", [a - p for a, p in zip(answered, painted, strict=True)]),
    ):
        middle = statistics.median(values)
        print(f"{name:28}{min(values):8.2f}{middle:8.2f}{max(values):8.2f}{middle / base:8.2f}")


def report_smoothness(folder: Path) -> None:
    sitting = sit([str(folder)])
    seconds = sitting["done"] - sitting["answered"]
    print(f"\n{'timer gaps (ms)':30}{'p50':>8}{'p99':>8}{'max':>8}{'over 25':>8}{'ticks':>8}")
    for name, unsorted in (
        ("an idle timer, for comparison", idle_gaps()),
        ("while the model loads", sitting["loading"]),
        ("during the run", sitting["running"]),
    ):
        gaps = sorted(unsorted)
        p50, p99 = gaps[len(gaps) // 2], gaps[int(len(gaps) * 0.99)]
        over = sum(gap > 25 for gap in gaps)
        print(f"{name:30}{p50:8.1f}{p99:8.1f}{gaps[-1]:8.1f}{over:8}{len(gaps):8}")
    print(f"{sitting['pictures']} pictures in {seconds:.1f} s: {sitting['pictures'] / seconds:.0f} a second")


def seconds_to_import() -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-c", IMPORTS], check=True)
    return time.perf_counter() - started


def idle_gaps(seconds: float = 10.0) -> list[float]:
    """What a timer of this length is late on this machine now, with nothing else in its process."""
    from PySide6.QtCore import QCoreApplication, Qt, QTimer

    application, gaps, before = QCoreApplication([]), [], [time.perf_counter()]

    def on_tick() -> None:
        now = time.perf_counter()
        gaps.append(1000 * (now - before[0]) - TICK)
        before[0] = now

    timer = QTimer(application, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
    timer.timeout.connect(on_tick)
    timer.start()
    QTimer.singleShot(round(1000 * seconds), application.quit)
    application.exec()
    return gaps


def sit(paths: list[str]) -> dict:
    command = [sys.executable, __file__, "--sitting", str(time.time()), *paths]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    return json.loads(done.stdout)


def sitting(started: float, paths: list[str]) -> int:
    """In a process of its own: open the window with these pictures, and close it when all are answered."""
    from PySide6.QtCore import Qt, QTimer

    from app.cli.main import main as whatsit
    from app.desktop import application

    told: dict[str, object] = {}
    gaps: dict[str, list[float]] = {"loading": [], "running": []}

    class Measured(application.Program):
        def __init__(self, *parts: object) -> None:
            super().__init__(*parts)
            self._before = 0.0
            self._tick = QTimer(self, interval=TICK, timerType=Qt.TimerType.PreciseTimer)
            self._tick.timeout.connect(self._on_tick)
            self.window.painted.connect(self._on_first_paint)
            self.session.current_changed.connect(self._on_current)
            self.session.progressed.connect(self._on_progressed)

        def _on_first_paint(self) -> None:
            told["painted"] = time.time() - started
            self._before = time.perf_counter()
            self._tick.start()

        def _on_tick(self) -> None:
            now = time.perf_counter()
            phase = "loading" if self.session.ready is None else "running"
            gaps[phase].append(1000 * (now - self._before) - TICK)
            self._before = now

        def _on_current(self) -> None:
            if self.session.predictions.rowCount():
                told.setdefault("answered", time.time() - started)

        def _on_progressed(self) -> None:
            if "answered" in told and not self.session.progress.busy:
                QTimer.singleShot(50, self._on_done)

        def _on_done(self) -> None:
            if "done" not in told and not self.session.progress.busy:
                told["done"] = time.time() - started
                self._tick.stop()
                self.window.close()

    application.Program = Measured
    code = whatsit(paths)
    pictures = len(list(Path(paths[0]).iterdir())) if Path(paths[0]).is_dir() else 1
    print(json.dumps(told | gaps | {"pictures": pictures}))
    return code


if __name__ == "__main__":
    if sys.argv[1:2] == ["--sitting"]:
        sys.exit(sitting(float(sys.argv[2]), sys.argv[3:]))
    main()
