"""A made-up frozen program, small and quickly packed."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from notices import FILE as NOTICES

PROGRAM = Path("/bin/true")
EPOCH = 1_767_225_600  # 2026-01-01


def make_frozen(folder: Path) -> Path:
    """A program, a library that is executable as PyInstaller leaves them, a link to it, and data."""
    if not PROGRAM.exists() or not shutil.which("objdump"):
        pytest.skip(f"{PROGRAM} or objdump is missing")
    internal = folder / "_internal"
    (internal / "bin").mkdir(parents=True)
    for name in ("whatsit", "_internal/libthing.so.1", "_internal/bin/helper"):
        shutil.copy(PROGRAM, folder / name)
        (folder / name).chmod(0o700)
    (internal / "libthing.so").symlink_to("libthing.so.1")
    (internal / NOTICES).write_text("Thing is free.\n\nFor everybody.\n", encoding="utf-8")
    (internal / NOTICES).chmod(0o600)
    return folder
