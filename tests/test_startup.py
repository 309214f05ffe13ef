"""What is imported when; each in a process of its own."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
ROOMS = ("images", "models", "inference", "results", "runs")
HEAVY = ("torch", "torchvision", "timm", "numpy")
WEB = ("urllib.request", "http.client", "ssl", "truststore", "app.web", "app.updates", "PySide6.QtNetwork")


def python(code: str, *words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", code, *words], cwd=ROOT, capture_output=True, text=True, timeout=120, check=False
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def modules_of(room: str) -> list[str]:
    return [f"app.{room}.{path.stem}" for path in sorted((ROOT / "app" / room).glob("*.py")) if path.stem != "__init__"]


BLOCKED = """
import importlib, sys
for name in sys.argv[1].split():
    sys.modules[name] = None
for name in sys.argv[2:]:
    importlib.import_module(name)
"""


def test_the_lower_rooms_need_no_qt() -> None:
    python(BLOCKED, "PySide6 shiboken6", *(name for room in ROOMS for name in modules_of(room)))


def test_pictures_results_and_the_catalogue_need_no_torch() -> None:
    names = [*modules_of("images"), *modules_of("results"), "app.models.catalog", "app.inference.pipeline"]
    python(BLOCKED, "PySide6 shiboken6 torch torchvision timm numpy", *names)
    python(BLOCKED + "app = importlib.import_module('app.models.catalog'); app.all_models()", "torch", "app")


LOADED = """
import importlib, sys
importlib.import_module(sys.argv[1])
print(*(name for name in sys.argv[2:] if name in sys.modules))
"""


@pytest.mark.parametrize("name", ["app.desktop.main_window", "app.desktop.application"])
def test_the_window_is_there_before_torch(name: str) -> None:
    assert python(LOADED, name, *HEAVY).split() == []


@pytest.mark.parametrize("name", ["app.desktop.main_window", "app.desktop.application"])
def test_the_window_is_there_before_what_the_web_needs(name: str) -> None:
    assert python(LOADED, name, *WEB).split() == []


def test_the_window_is_there_before_its_dialogs_and_what_they_work_with() -> None:
    loaded = python(
        "import sys, app.desktop.application; print(*(n for n in sys.modules if n.startswith('app.')))"
    ).split()
    late = ("app.results.sorting", "app.results.tags", "app.desktop.pages")
    assert [name for name in loaded if name.startswith(late) or name.endswith("_dialog")] == []


def test_the_window_is_there_before_what_models_need_of_python() -> None:
    assert python(LOADED, "app.desktop.main_window", "difflib", "subprocess", "importlib.metadata").split() == []


def test_the_worker_is_ready_before_torch() -> None:
    assert python(LOADED, "app.desktop.worker", *HEAVY, "app.inference.engine").split() == []


VERSION = """
import sys
from app.cli.main import main
status = main(["--version"])
print(*(name for name in ("PySide6", "PIL", "torch", "numpy") if name in sys.modules))
sys.exit(status)
"""


def test_the_version_is_told_without_anything_heavy() -> None:
    version, heavy = python(VERSION).splitlines()
    assert version.startswith("whatsit ")
    assert heavy == ""
