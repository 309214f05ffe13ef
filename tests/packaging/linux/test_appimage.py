"""The recipe of the AppImage: a runtime is used only if it is the one that is wanted."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from project import ROOT

from app import __version__

from .frozen import EPOCH

RECIPE = ROOT / "packaging" / "linux" / "appimage.sh"
RUNTIME = b"runtime, "
STAND_IN = """\
#!/bin/sh
cd "$1" && readlink -f AppRun .DirIcon *.desktop > "$RESOLVED" || exit 1
test "$SOURCE_DATE_EPOCH" = "$EPOCH" && printf squashed > "$2"
"""


@pytest.fixture
def make(frozen: Path, tmp_path: Path) -> Callable[[str], subprocess.CompletedProcess[str]]:
    """Runs the recipe with a runtime that has this SHA-256, and a stand-in for mksquashfs."""
    runtime, tools = tmp_path / "runtime", tmp_path / "tools"
    runtime.write_bytes(RUNTIME)
    tools.mkdir()
    (tools / "mksquashfs").write_text(STAND_IN, encoding="ascii")
    (tools / "mksquashfs").chmod(0o755)

    def make(digest: str) -> subprocess.CompletedProcess[str]:
        environment = {
            "EPOCH": str(EPOCH),
            "PATH": f"{tools}:{os.environ['PATH']}",
            "PYTHON": sys.executable,
            "PYTHONPATH": str(ROOT),
            "RESOLVED": str(tmp_path / "resolved"),
            "WHATSIT_APPIMAGE_RUNTIME": str(runtime),
            "WHATSIT_APPIMAGE_RUNTIME_SHA256": digest,
        }
        command = ["bash", str(RECIPE), str(frozen), str(tmp_path / "out")]
        return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | environment)

    return make


def test_it_is_the_runtime_and_behind_it_the_program(make: Callable, tmp_path: Path) -> None:
    made = make(hashlib.sha256(RUNTIME).hexdigest())
    assert made.returncode == 0, made.stderr
    image = Path(made.stdout.strip())
    assert image.name.startswith(f"whatsit-{__version__}-")
    assert image.read_bytes() == RUNTIME + b"squashed"
    assert os.access(image, os.X_OK)
    program, icon, entry = (tmp_path / "resolved").read_text(encoding="utf-8").split()
    assert program.endswith("/usr/lib/whatsit/whatsit")
    assert icon.endswith("/usr/share/icons/hicolor/256x256/apps/app.whatsit.Whatsit.png")
    assert entry.endswith("/usr/share/applications/app.whatsit.Whatsit.desktop")


def test_another_runtime_is_refused(make: Callable, tmp_path: Path) -> None:
    assert make("0" * 64).returncode != 0
    assert not (tmp_path / "out").exists()


def test_the_recipe_has_no_snares(tool: Callable[[str], str]) -> None:
    checked = subprocess.run([tool("shellcheck"), RECIPE], capture_output=True, text=True, check=False)
    assert checked.stdout == ""
