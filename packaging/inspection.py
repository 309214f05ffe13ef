"""What must hold of a frozen program before it is handed to anybody."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from importlib.metadata import distributions
from pathlib import Path

import project  # noqa: F401 (whoever imports it can import the program)

from app.credits import LIBRARIES

MOST_BYTES = 620_000_000
MOST_FILES = 500
CUDA = re.compile(
    r"^(lib)?(cu(da|dnn|blas|fft|file|pti|rand|sparse|solver)|torch_cuda|c10_cuda|nccl|nv(rtc|shmem|toolsext|jitlink)|triton)[^/]*\.(so|dll|dylib)"
)


def size_of(folder: Path) -> int:
    """The bytes of all files below a folder, links counted once."""
    return sum(path.stat().st_size for path in folder.rglob("*") if path.is_file() and not path.is_symlink())


def files_of(folder: Path) -> int:
    """How many files lie below a folder."""
    return sum(1 for path in folder.rglob("*") if path.is_file())


def problems(frozen: Path) -> list[str]:
    """What is wrong with the frozen program in this folder, in words; nothing if it may go out."""
    found = [*_of_size(frozen), *_of_cuda(frozen), *_of_credits(frozen)]
    return [*found, *(_unresolved(frozen) if sys.platform.startswith("linux") else ())]


def _of_size(frozen: Path) -> Iterator[str]:
    if (size := size_of(frozen)) > MOST_BYTES:
        yield f"it has {size:,} bytes, and at most {MOST_BYTES:,} are wanted"
    if (files := files_of(frozen)) > MOST_FILES:
        yield f"it has {files} files, and at most {MOST_FILES} are wanted"


def _of_cuda(frozen: Path) -> Iterator[str]:
    for path in sorted(frozen.rglob("*")):
        if CUDA.search(path.name.lower()):
            yield f"{path.relative_to(frozen).as_posix()} belongs to CUDA"


def _of_credits(frozen: Path) -> Iterator[str]:
    inside = [str(frozen / "_internal")]
    for library in LIBRARIES:
        if not any(distributions(name=library, path=inside)):
            yield f"the licence and version of {library} are not in it, and “About Whatsit” would not name them"


def _unresolved(frozen: Path) -> Iterator[str]:
    """Libraries that the loader would not find, as the frozen program starts it: beside itself, then the system's."""
    inside = frozen / "_internal"
    environment = {
        "LD_LIBRARY_PATH": f"{inside}:{inside / 'torch/lib'}:{inside / 'PySide6/Qt/lib'}",
        "PATH": "/usr/bin:/bin",
    }
    for path in sorted(inside.rglob("*.so*")):
        told = subprocess.run(["ldd", path], capture_output=True, text=True, check=False, env=environment)
        for line in told.stdout.splitlines():
            if line.endswith("not found"):
                yield f"{path.relative_to(frozen)} needs {line.split()[0]}, which is not there"
