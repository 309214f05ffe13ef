"""A throw-away environment for the peers: what they need and ours lacks, over ours, so that torch is the same."""

from __future__ import annotations

import sys
import sysconfig
from dataclasses import dataclass
from pathlib import Path

from speed.processes import BENCHMARKS, Broken, Program, measured

PACKAGES = ("timm", "transformers", "openvino", "onnx", "onnxscript", "onnxruntime")
SCRIPTS = BENCHMARKS / "speed" / "peer"


@dataclass(frozen=True, slots=True)
class Peers:
    """The environment.

    Attributes:
        python: its interpreter.
        notes: sentences about what could not be installed.
    """

    python: Path
    notes: tuple[str, ...]

    def program(self, script: str, *arguments: str) -> Program:
        """One of the scripts in `peer`."""
        return Program((str(self.python), str(SCRIPTS / script), *arguments))

    def versions(self) -> dict[str, str]:
        """The packages that are there."""
        return {name: version for name in PACKAGES if (version := _version(self.python, name))}


def peers_in(folder: Path) -> Peers:
    """The environment in this folder; what it lacks is made and installed.

    Raises:
        Broken: there can be none.
    """
    python = folder / "bin" / "python"
    if not python.exists():
        measured(Program((sys.executable, "-m", "venv", str(folder))))
        beside = Path(_said(python, "import sysconfig; print(sysconfig.get_paths()['purelib'])")) / "beside.pth"
        beside.write_text(sysconfig.get_paths()["purelib"] + "\n")
    return Peers(python, tuple(filter(None, (_installed(python, name) for name in PACKAGES))))


def _installed(python: Path, name: str) -> str:
    """Install a package, if it is not there; a sentence if that fails."""
    if _version(python, name):
        return ""
    quiet = ("-q", "--disable-pip-version-check")
    try:
        measured(Program((str(python), "-m", "pip", "install", *quiet, name)))
    except Broken as broken:
        return f"{name} could not be installed for comparison: {broken}"
    return ""


def _version(python: Path, name: str) -> str:
    code = f"import importlib.metadata as m\ntry: print(m.version({name!r}))\nexcept m.PackageNotFoundError: pass"
    return _said(python, code)


def _said(python: Path, code: str) -> str:
    return measured(Program((str(python), "-c", code))).output.strip()
