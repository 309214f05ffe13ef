"""How soon the window of an installed program is on the screen and answers, and what memory it takes.

By hand, on an X screen on which nothing else happens: python tests/benchmarks/bench_package.py [PROGRAM] [--rounds N]

PROGRAM is a frozen `whatsit`; without it the checkout is started. Nothing in it takes part: the screen is watched from
outside, where the bars come, for the window's ground and for their colour. A round is a process of its own; all have
one home, and files are in the system's cache. Memory is that of the process two seconds after the answer; libraries
shared with others count in full.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from PySide6.QtGui import QGuiApplication, QImage

from app.desktop.theme import LIGHT

ROOT = Path(__file__).resolve().parents[2]
SOME = 30  # pixels of a colour that cannot be there by chance
STEP = 0.01  # seconds between two looks
PATIENCE = 60.0  # seconds


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("program", nargs="?", type=Path, help="default: the checkout")
    parser.add_argument("--rounds", type=int, default=5)
    options = parser.parse_args()
    application = QGuiApplication([])
    words = [str(options.program.resolve())] if options.program else [sys.executable, "-m", "app"]
    with tempfile.TemporaryDirectory() as home:
        sitting(words, home)  # files into the cache of the system, and fonts into the user's
        rounds = [sitting(words, home) for _ in range(options.rounds)]
    print(f"{'':28}{'least':>9}{'median':>9}{'most':>9}")
    for name, values in zip(
        ("window, s", "answer, s", "memory, MB", "peak memory, MB"), zip(*rounds, strict=True), strict=True
    ):
        print(f"{name:28}{min(values):9.2f}{statistics.median(values):9.2f}{max(values):9.2f}")
    application.quit()


def sitting(words: list[str], home: str) -> tuple[float, float, float, float]:
    """Seconds to the window and to the answer, and megabytes then and at most."""
    environment = {name: value for name, value in os.environ.items() if not name.startswith(("XDG_", "WHATSIT_"))}
    environment |= {"HOME": home, "XDG_RUNTIME_DIR": home}
    picture = ROOT / "resources" / "examples" / "chelsea.png"
    started = time.perf_counter()
    with subprocess.Popen([*words, str(picture)], cwd=ROOT, env=environment) as process:
        try:
            window = seen(lambda image: has(image, LIGHT.surface), started)
            answer = seen(lambda image: has(image, LIGHT.bar), started)
            time.sleep(2)
            return window, answer, memory(process.pid, "VmRSS"), memory(process.pid, "VmHWM")
        finally:
            process.terminate()
            process.wait()
            seen(lambda image: not has(image, LIGHT.surface), time.perf_counter())


def seen(is_there: Callable[[QImage], bool], started: float) -> float:
    """Seconds from `started` until the screen shows something."""
    while not is_there(looked()):
        if time.perf_counter() - started > PATIENCE:
            raise SystemExit("It never came. Is this screen one on which nothing else happens?")
        time.sleep(STEP)
    return time.perf_counter() - started


def looked() -> QImage:
    """The part of the screen in which the bars come, so that looking costs little."""
    QGuiApplication.processEvents()
    screen = QGuiApplication.primaryScreen()
    width, height = screen.size().toTuple()
    return screen.grabWindow(
        0, round(0.7 * width), round(0.15 * height), round(0.2 * width), round(0.3 * height)
    ).toImage()


def has(image: QImage, colour: str) -> bool:
    """Whether so much of the picture has exactly this colour that it is no chance."""
    wanted = int(colour[1:], 16)
    data = bytes(image.convertToFormat(QImage.Format.Format_RGB32).constBits())
    return data.count(wanted.to_bytes(3, "little") + b"\xff") >= SOME


def memory(pid: int, field: str) -> float:
    """Megabytes, as Linux tells of the process itself."""
    lines = Path(f"/proc/{pid}/status").read_text().splitlines()
    return next(int(line.split()[1]) * 1024 / 1e6 for line in lines if line.startswith(field))


if __name__ == "__main__":
    main()
