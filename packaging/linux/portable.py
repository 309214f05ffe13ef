"""Make the portable archive of the frozen program: unpacked anywhere, it runs.

    python packaging/linux/portable.py FROZEN OUT

writes OUT/whatsit-VERSION-linux-MACHINE.tar.zst. The same program and commit give the same bytes.
"""

from __future__ import annotations

import io
import subprocess
import sys
import tarfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext, suppress
from pathlib import Path
from typing import IO

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from needs import Needs, needs_of
from notices import written
from project import ROOT, Refusal, epoch, status_of, tool, whole
from tree import PROGRAM, mode, program_files

from app import __version__

LEVEL = 12  # of zstd's 22: 196 MB in a quarter of a minute; 15 takes a minute for 1 MB less

_README = """\
Whatsit {version} for Linux on {machine}

Start ./whatsit from this folder, which may lie anywhere. To delete Whatsit, delete the folder.
Settings and results go to your own folders, which ./whatsit doctor names. If the variable WHATSIT_HOME names a folder,
by its absolute path, they all go there.
It needs glibc {glibc} or newer and, by their names in Debian, {packages}.
"""


def main() -> int:
    frozen, out = map(Path, sys.argv[1:])
    return status_of("portable.py", lambda: build(frozen, out))


def build(frozen: Path, out: Path) -> Path:
    """Make the archive in the folder `out` and return its path.

    Raises:
        Refusal: if the frozen program is not whole, or zstd fails.
    """
    written(frozen)
    files = program_files(frozen)
    needs = needs_of(frozen / PROGRAM, files)
    out.mkdir(parents=True, exist_ok=True)
    archive = out / f"whatsit-{__version__}-linux-{needs.machine[1]}.tar.zst"
    with (
        whole(archive) as unfinished,
        _packed(unfinished) as stream,
        tarfile.open(fileobj=stream, mode="w|", format=tarfile.GNU_FORMAT) as tar,
    ):
        _add_all(tar, frozen, files, readme(needs))
    return archive


@contextmanager
def _packed(archive: Path) -> Iterator[IO[bytes]]:
    """What is written to comes packed into `archive`.

    Raises:
        Refusal: it does not; zstd has said why.
    """
    command = [tool("zstd", "zstd"), "--quiet", "--force", f"-{LEVEL}", "-T0", "-o", str(archive)]
    with suppress(BrokenPipeError), subprocess.Popen(command, stdin=subprocess.PIPE) as packer:
        yield packer.stdin  # type: ignore[misc]
    if packer.returncode:
        raise Refusal("zstd could not pack the archive.")


def readme(needs: Needs) -> str:
    return _README.format(
        version=__version__,
        machine=needs.machine[1],
        glibc=".".join(map(str, needs.glibc)),
        packages=", ".join(needs.packages),
    )


def _add_all(tar: tarfile.TarFile, frozen: Path, files: list[Path], readme: str) -> None:
    top = f"whatsit-{__version__}"
    for name, data in (("LICENSE", (ROOT / "LICENSE").read_bytes()), ("README.txt", readme.encode())):
        entry = tarfile.TarInfo(f"{top}/{name}")
        entry.size = len(data)
        tar.addfile(_settled(entry, 0o644), io.BytesIO(data))
    for path in files:
        entry = _settled(tar.gettarinfo(path, f"{top}/{path.relative_to(frozen)}"), mode(path))
        with path.open("rb") if entry.isfile() else nullcontext() as stream:
            tar.addfile(entry, stream)


def _settled(entry: tarfile.TarInfo, mode: int) -> tarfile.TarInfo:
    """An entry that does not depend on who packs it, or when."""
    entry.uid = entry.gid = 0
    entry.uname = entry.gname = "root"
    entry.mtime = epoch()
    entry.mode = 0o777 if entry.issym() else mode
    return entry


if __name__ == "__main__":
    sys.exit(main())
