"""What tests of packages share: a made-up frozen program, and the tools of the system."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from project import ROOT, epoch

from .frozen import EPOCH, make_frozen

if sys.platform != "linux":
    collect_ignore_glob = ["test_*.py"]


@pytest.fixture(autouse=True, scope="module")
def dated() -> Iterator[None]:
    """Packages are dated without asking git, which a source archive lacks; other tests may have asked already."""
    epoch.cache_clear()
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SOURCE_DATE_EPOCH", str(EPOCH))
        yield
    epoch.cache_clear()


@pytest.fixture(scope="session")
def tool() -> Callable[[str], str]:
    """Where a program is; the test is skipped where it is not."""

    def tool(name: str) -> str:
        return shutil.which(name) or pytest.skip(f"{name} is not installed")

    return tool


@pytest.fixture(scope="session")
def frozen(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A program, a library that is executable as PyInstaller leaves them, a link to it, and data."""
    return make_frozen(tmp_path_factory.mktemp("freeze") / "whatsit")


@pytest.fixture(scope="session")
def pack() -> Callable[..., subprocess.CompletedProcess[str]]:
    """Runs a script of packaging/linux as a person does."""

    def pack(script: str, *words: Path | str, **environment: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, str(ROOT / "packaging" / "linux" / script), *map(str, words)]
        given = {"SOURCE_DATE_EPOCH": str(EPOCH), "PYTHONPATH": str(ROOT)} | environment
        return subprocess.run(command, capture_output=True, text=True, check=False, env=os.environ | given)

    return pack
