"""The program started by itself is the very same program."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app import __version__
from app.own_process import own_command, own_environment


def test_it_is_this_program_wherever_it_is_called(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "app.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    words = [*own_command(), "--version"]
    done = subprocess.run(words, env=own_environment(), capture_output=True, text=True, check=True)
    assert done.stdout == f"whatsit {__version__}\n"


def test_a_frozen_program_is_its_own_interpreter(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert own_command() == [sys.executable]
    assert own_environment() == {**os.environ, "PYINSTALLER_RESET_ENVIRONMENT": "1"}
