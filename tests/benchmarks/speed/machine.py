"""The machine and the libraries of a measurement, so that its numbers can be read later."""

from __future__ import annotations

import os
import platform
import shutil
import subprocess
from importlib import metadata
from pathlib import Path

from speed.environment import Peers
from speed.table import grid

FLAGS = ("avx2", "avx512f", "avx512_vnni", "avx512_bf16", "amx_bf16", "amx_int8", "asimd", "bf16", "i8mm", "sve")
LIBRARIES = ("torch", "torchvision", "Pillow")


def described(peers: Peers | None) -> str:
    """As a markdown table; without the peers' libraries where they have no environment."""
    versions = {name: metadata.version(name) for name in LIBRARIES} | (peers.versions() if peers else {})
    facts = {
        "processor": f"{_processor('model name') or platform.processor() or platform.machine()}",
        "cores usable": f"{len(os.sched_getaffinity(0))} of {os.cpu_count()}",
        "flags": " ".join(flag for flag in FLAGS if flag in _processor("flags").split()) or "none of those looked for",
        "memory": f"{os.sysconf('SC_PAGE_SIZE') * os.sysconf('SC_PHYS_PAGES') / 1e9:.0f} GB",
        "GPU": _gpus(),
        "system": f"{platform.system()} {platform.release()}, Python {platform.python_version()}",
        "libraries": ", ".join(f"{name} {version}" for name, version in versions.items()),
        "load at the start": f"{os.getloadavg()[0]:.1f}",
    }
    return grid(("machine", ""), list(facts.items())) + "\n"


def _processor(name: str) -> str:
    """The first value of this name in /proc/cpuinfo, or "" where it has none."""
    file = Path("/proc/cpuinfo")
    lines = file.read_text().splitlines() if file.exists() else []
    return next(
        (line.partition(":")[2].strip() for line in lines if line.partition(":")[0].strip().lower() == name), ""
    )


def _gpus() -> str:
    if not shutil.which("nvidia-smi"):
        return "none"
    question = ["nvidia-smi", "--query-gpu=name,memory.total,driver_version", "--format=csv,noheader"]
    done = subprocess.run(question, check=False, capture_output=True, text=True)
    return "; ".join(done.stdout.split("\n")).strip("; ") or "none"
