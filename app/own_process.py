"""Whatsit as a process of its own: the command that starts it once more, and the environment that it needs."""

from __future__ import annotations

import os
import sys
from pathlib import Path


def own_command() -> list[str]:
    """Whatsit as a command: a frozen one is its own interpreter.

    -P keeps an `app` in the current folder from being taken for ours.
    """
    return [sys.executable] if getattr(sys, "frozen", False) else [sys.executable, "-P", "-m", "app"]


def own_environment() -> dict[str, str]:
    """The environment of this process, in which the child finds the very same `app`.

    A frozen child begins anew: as a part of this process it would not be told where its libraries are.
    """
    if getattr(sys, "frozen", False):
        return {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
    ours, others = str(Path(__file__).resolve().parents[1]), os.environ.get("PYTHONPATH")
    return {**os.environ, "PYTHONPATH": os.pathsep.join((ours, others)) if others else ours}
