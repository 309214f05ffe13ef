"""Real photographs, and the real program in a process of its own."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest
from PIL import Image

ROOT = Path(__file__).resolve().parents[2]
DRIVER = Path(__file__).with_name("driver.py")


@dataclass(frozen=True)
class Sitting:
    """How a sitting ended: the exit code, what was on the screen (name, state, class or reason), and stderr."""

    code: int
    pictures: list[list[str]]
    stderr: str


@pytest.fixture
def photographs(tmp_path: Path) -> Path:
    """A folder with a cup of coffee, a photographer with a tripod, a cat, and a file that is cut off."""
    skimage_data = pytest.importorskip("skimage.data")
    folder = tmp_path / "my photographs"
    folder.mkdir()
    for name in ("camera", "chelsea", "coffee"):
        Image.fromarray(getattr(skimage_data, name)()).save(folder / f"{name}.png")
    whole = (folder / "coffee.png").read_bytes()
    (folder / "broken.png").write_bytes(whole[: len(whole) // 2])
    return folder


@pytest.fixture
def sit() -> Callable[..., Sitting]:
    """Opens the window with some paths, closes it at a moment, and tells how it went."""

    def sit(*paths: Path, drop: bool = False, close: str = "answered", after: int = 0) -> Sitting:
        command = [sys.executable, str(DRIVER), close, str(after), *(["--drop"] if drop else []), *map(str, paths)]
        done = subprocess.run(
            command, cwd=ROOT, env=_with_root(), capture_output=True, text=True, timeout=90, check=False
        )
        last = (done.stdout.splitlines() or ["null"])[-1]
        return Sitting(done.returncode, json.loads(last), done.stderr)

    return sit


def _with_root() -> dict[str, str]:
    return {**os.environ, "PYTHONPATH": str(ROOT)}
