"""Write constraints.txt: what packages are built from, each with its version and the digests of the files allowed.

By hand, with uv installed: python packaging/pin.py

uv resolves what pyproject.toml asks for, and what freezing needs, for all systems at once. On Linux the CPU build of
torch is wanted: pip takes it from where it is told to look (PIP_EXTRA_INDEX_URL, PIP_FIND_LINKS), and only its digest
is written, so that pip refuses the CUDA build when a package is made. No address is written.
"""

from __future__ import annotations

import hashlib
import re
import subprocess
import sys
import tempfile
from pathlib import Path

HERE = Path(__file__).parent
PYTHON = "3.11"
TORCH = "2.13.0"  # the newest whose CPU build could be had when this was written
FREEZING = f"pyinstaller==6.22.*\nhatchling>=1.26\ntorch=={TORCH}\n"
OF_CUDA = ("cuda-", "nvidia-", "triton==")
HEAD = f"""\
# What packages are built from, for Python {PYTHON}: versions, and the SHA-256 of the files allowed.
# Written by packaging/pin.py.
"""


def main() -> None:
    """Write the file beside this one."""
    with tempfile.TemporaryDirectory() as folder:
        pins = [pin for pin in resolved(Path(folder)) if not pin.startswith(OF_CUDA)]
        cpu = cpu_digest(Path(folder))
    lines = [line for pin in pins for line in (for_systems(pin, cpu) if pin.startswith("torch==") else [pin])]
    (HERE / "constraints.txt").write_text(HEAD + "\n".join(lines) + "\n", encoding="utf-8")


def resolved(folder: Path) -> list[str]:
    """The pins of everything, each with its digests."""
    asked, answer = folder / "freezing.txt", folder / "pins.txt"
    asked.write_text(FREEZING)
    words = ["uv", "pip", "compile", "--universal", "--python-version", PYTHON, "--generate-hashes", "--no-header"]
    words += ["--no-annotate", "--quiet", "--output-file", str(answer), str(HERE.parent / "pyproject.toml"), str(asked)]
    subprocess.run(words, check=True)
    return re.split(r"\n(?=\S)", answer.read_text().strip())


def cpu_digest(folder: Path) -> str:
    """The SHA-256 of torch's CPU build for Linux."""
    words = ["--no-deps", "--only-binary", ":all:", "--dest", str(folder), f"torch=={TORCH}+cpu"]
    subprocess.run([sys.executable, "-m", "pip", "download", "--quiet", *words], check=True)
    return hashlib.sha256(next(folder.glob("torch-*.whl")).read_bytes()).hexdigest()


def for_systems(pin: str, cpu: str) -> list[str]:
    """torch on Linux from the one file, elsewhere from those of the package index."""
    digests = pin.partition("\\\n")[2]
    linux = f"torch=={TORCH}+cpu ; sys_platform == 'linux' \\\n    --hash=sha256:{cpu}"
    return [linux, f"torch=={TORCH} ; sys_platform != 'linux' \\\n{digests}"]


if __name__ == "__main__":
    main()
