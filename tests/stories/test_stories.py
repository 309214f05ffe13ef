"""What people do, in their words, with the real program and the real model."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from app.paths import user_places
from app.results.store import Store

from .conftest import ROOT, Sitting

pytestmark = pytest.mark.slow

Sit = Callable[..., Sitting]


def test_drop_coffee_read_espresso(sit: Sit, photographs: Path) -> None:
    sitting = sit(photographs / "coffee.png", drop=True)
    assert sitting.pictures == [["coffee.png", "classified", "espresso"]]
    assert sitting.code == 0
    assert sitting.stderr == ""


def test_open_a_folder_with_one_broken_file(sit: Sit, photographs: Path) -> None:
    sitting = sit(photographs)
    assert sitting.pictures == [
        ["broken.png", "failed", "truncated"],
        ["camera.png", "classified", "tripod"],
        ["chelsea.png", "classified", sitting.pictures[2][2]],
        ["coffee.png", "classified", "espresso"],
    ]
    assert "cat" in sitting.pictures[2][2].lower()
    assert sitting.code == 0
    assert sitting.stderr == ""


def test_start_with_pictures_and_a_file_that_is_gone(sit: Sit, photographs: Path) -> None:
    sitting = sit(photographs / "gone.png", photographs / "coffee.png")
    assert sitting.pictures == [["gone.png", "failed", "missing"], ["coffee.png", "classified", "espresso"]]
    assert str(photographs / "coffee.png") in user_places().window.read_text()


@pytest.mark.parametrize("after", [0, 700])
def test_close_while_the_model_is_loading(sit: Sit, photographs: Path, after: int) -> None:
    sitting = sit(photographs, close="painted", after=after)
    assert sitting.code == 0
    assert "Traceback" not in sitting.stderr
    assert list(user_places().crashes.iterdir()) == [], "a clean end leaves no report"


@pytest.mark.parametrize("after", [0, 50])
def test_close_in_the_middle_of_many_pictures(sit: Sit, photographs: Path, after: int) -> None:
    sitting = sit(*copies(photographs, 150), close="begun", after=after)
    states = {state for _, state, _ in sitting.pictures}
    assert sitting.code == 0
    assert "waiting" in states
    assert "Traceback" not in sitting.stderr


def copies(photographs: Path, number: int) -> list[Path]:
    paths = [photographs / f"copy{each}.png" for each in range(number)]
    for path in paths:
        path.hardlink_to(photographs / "coffee.png")
    return paths


@pytest.mark.parametrize("after", [0, 300])
def test_close_in_the_middle_of_a_folder_and_go_on_the_next_time(sit: Sit, photographs: Path, after: int) -> None:
    copies(photographs, 100)
    sitting = sit(photographs, close="begun", after=after)
    assert (sitting.code, sitting.stderr) == (0, "")
    with Store(user_places().results) as store:
        (run,) = store.runs()
        kept = run.classified + run.failed
    assert run.ended is None
    assert 0 < kept < 104
    assert len(sit(photographs).pictures) == 104
    with Store(user_places().results) as store:
        (run,) = store.runs()
    assert (run.ended is not None, run.classified, run.failed) == (True, 103, 1)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize("name", ["SIGINT", "SIGTERM", "SIGHUP"])
def test_ctrl_c_a_polite_kill_and_a_closed_terminal_close_the_window(photographs: Path, name: str) -> None:
    command = [sys.executable, "-m", "app", str(photographs / "coffee.png")]
    with subprocess.Popen(command, cwd=ROOT, stderr=subprocess.PIPE, text=True) as program:
        while not list(user_places().crashes.glob("running-*")):
            time.sleep(0.05)
            assert program.poll() is None
        time.sleep(1.5)
        program.send_signal(getattr(signal, name))
        try:
            _, stderr = program.communicate(timeout=60)
        finally:
            program.kill()
    assert program.returncode == 0
    assert stderr == ""
    assert "geometry" in user_places().window.read_text(), "what the window remembers is saved"
