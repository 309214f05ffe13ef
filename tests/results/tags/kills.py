"""Kill a tagging at random moments, again and again, and see what is left."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]

PROGRAM = """
import sys
from pathlib import Path
sys.path[:0] = [{root!r}]
from app.results.tags import tagging
from app.results.tags.steps import TagAdvance, Wish
from app.values import Classified, ImageRef, Prediction
tagging.EVERY = 0.0
folder, journal, word = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
pictures = sorted(folder.glob("*.jpg"))
answers = [Classified(ImageRef(path), 1, 1, "m", "cpu", "fp32", (Prediction(0, word, 0.9),)) for path in pictures]
steps = tagging.tag(answers, Wish(0.3), journal) if word else tagging.untag(answers, journal)
for step in steps:
    if isinstance(step, TagAdvance):
        print(step.counts.done, flush=True)
"""


def begin(folder: Path, journal: Path, word: str) -> subprocess.Popen[bytes]:
    """A process that tags all pictures of a folder with a word, or takes the tags away for ""."""
    command = [sys.executable, "-c", PROGRAM.format(root=str(ROOT)), str(folder), str(journal), word]
    return subprocess.Popen(command, cwd=ROOT, env={**os.environ, "PYTHONPATH": str(ROOT)}, stdout=subprocess.PIPE)


def killed(folder: Path, journal: Path, word: str, chance: random.Random, longest: float) -> bool:
    """Whether a tagging was still at work when it was killed, a random time after its first sign of life."""
    with begin(folder, journal, word) as process:
        assert process.stdout is not None
        process.stdout.readline()
        time.sleep(chance.uniform(0, longest))
        process.kill()
        process.stdout.read()
        return process.wait() != 0


def whole(folder: Path, journal: Path, word: str) -> None:
    """Let one run to its end."""
    with begin(folder, journal, word) as process:
        process.communicate(timeout=600)
        assert process.returncode == 0
