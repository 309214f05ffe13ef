"""What may be loaded when; each check runs in a process of its own."""

from __future__ import annotations

import subprocess
import sys

LOWER_ROOMS = [
    "app.values",
    "app.wording",
    "app.settings",
    "app.paths",
    "app.images.decode",
    "app.images.preview",
    "app.images.sources",
    "app.models.catalog",
    "app.models.weights",
    "app.inference.pipeline",
    "app.inference.engine",
    "app.inference.classifier",
    "app.inference.devices",
    "app.results.rows",
    "app.results.whole_file",
    "app.cli.main",
    "app.cli.classify",
]


def run(program: str) -> str:
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def test_the_lower_rooms_need_no_qt() -> None:
    run(f"import sys; sys.modules['PySide6'] = None\nfor name in {LOWER_ROOMS}: __import__(name)")


def test_the_window_needs_no_torch() -> None:
    heavy = ("torch", "torchvision", "timm", "numpy")
    assert run(f"import sys, app.desktop.application; print([n for n in {heavy} if n in sys.modules])") == "[]"


def test_the_list_of_models_needs_no_torch() -> None:
    assert run("import sys, app.models.catalog as c; c.all_models(); print('torch' in sys.modules)") == "False"


def test_a_prediction_needs_neither_torchvision_nor_timm() -> None:
    program = """
import sys, threading
from app.inference.engine import Engine
from app.inference.pipeline import run
from app.values import Job
list(run(Job(1, ()), Engine(), threading.Event()))
print([name for name in ("torchvision", "timm", "torch._dynamo") if name in sys.modules])
"""
    assert run(program) == "[]"
