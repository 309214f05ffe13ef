"""What the frozen program needs of the system that it runs on, read from its binaries with objdump."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from project import Refusal, tool

MACHINES = {62: ("amd64", "x86_64"), 183: ("arm64", "aarch64")}
"""By the number in an ELF file: what Debian, and what everybody else calls the machine."""

PACKAGES = {
    "libEGL.so.1": "libegl1",
    "libGL.so.1": "libgl1",
    "libX11.so.6": "libx11-6",
    "libdbus-1.so.3": "libdbus-1-3",
    "libdrm.so.2": "libdrm2",
    "libfontconfig.so.1": "libfontconfig1",
    "libglib-2.0.so.0": "libglib2.0-0",
    "libgthread-2.0.so.0": "libglib2.0-0",
    "libwayland-client.so.0": "libwayland-client0",
    "libwayland-cursor.so.0": "libwayland-cursor0",
    "libwayland-egl.so.1": "libwayland-egl1",
    "libxcb-cursor.so.0": "libxcb-cursor0",
    "libxcb-icccm.so.4": "libxcb-icccm4",
    "libxcb-image.so.0": "libxcb-image0",
    "libxcb-keysyms.so.1": "libxcb-keysyms1",
    "libxcb-randr.so.0": "libxcb-randr0",
    "libxcb-render-util.so.0": "libxcb-render-util0",
    "libxcb-shape.so.0": "libxcb-shape0",
    "libxcb-xinerama.so.0": "libxcb-xinerama0",
    "libxcb-xkb.so.1": "libxcb-xkb1",
    "libxcb.so.1": "libxcb1",
    "libxkbcommon-x11.so.0": "libxkbcommon-x11-0",
    "libxkbcommon.so.0": "libxkbcommon0",
    "libz.so.1": "zlib1g",
}
"""The packages of libraries that may come from the system. What else is missing is a mistake of the freeze."""

DATA = {
    "libX11.so.6": "libx11-data",
    "libfontconfig.so.1": "fontconfig-config",  # which sees to a font, too
    "libxkbcommon.so.0": "xkb-data",
}
"""The packages of files that a library reads even where it comes along with the program."""

_GLIBC = re.compile(r"(?:ld-linux.*|lib(?:c|m|dl|rt|pthread|resolv|util|nsl|anl|mvec))\.so\.\d+")
_RELR = (2, 36)  # the first glibc that has GLIBC_ABI_DT_RELR


@dataclass(frozen=True, slots=True)
class Needs:
    """Attributes:
    machine: as Debian and as everybody else call it.
    glibc: the oldest version that will do.
    packages: names of Debian packages beside glibc's, sorted.
    """

    machine: tuple[str, str]
    glibc: tuple[int, ...]
    packages: tuple[str, ...]

    def depends(self) -> str:
        """As the field of a Debian package."""
        return ", ".join((f"libc6 (>= {'.'.join(map(str, self.glibc))})", *self.packages))


def needs_of(program: Path, files: Iterable[Path]) -> Needs:
    """What these files of a frozen program need that is not among them; `program` tells the machine.

    Raises:
        Refusal: if a library is neither among them nor in `PACKAGES`, or `program` runs on no known machine.
    """
    files = list(files)
    own = {file.name for file in files}
    facts = [line for file in files if is_elf(file) for line in _facts(file)]
    libraries = {fact.removeprefix("NEEDED ") for fact in facts if fact.startswith("NEEDED ")}
    foreign = {name for name in libraries - own if not _GLIBC.fullmatch(name)}
    if unknown := sorted(foreign - PACKAGES.keys()):
        raise Refusal(f"The frozen program lacks {', '.join(unknown)}: the freeze must bring it along.")
    packages = {PACKAGES[name] for name in foreign} | {DATA[name] for name in own & DATA.keys()}
    return Needs(machine_of(program), max(_glibc_versions(facts)), tuple(sorted(packages)))


def is_elf(file: Path) -> bool:
    """Whether a file is an ELF binary; a link is none."""
    if file.is_symlink():
        return False
    with file.open("rb") as stream:
        return stream.read(4) == b"\x7fELF"


def machine_of(program: Path) -> tuple[str, str]:
    with program.open("rb") as stream:
        head = stream.read(20)
    number = int.from_bytes(head[18:20], "little") if head.startswith(b"\x7fELF\x02\x01") else 0
    if number not in MACHINES:
        raise Refusal(f"{program} is no program for a machine that packages are made for.")
    return MACHINES[number]


def _facts(file: Path) -> Iterator[str]:
    """`NEEDED library` and `GLIBC_version` of a binary."""
    done = subprocess.run([tool("objdump", "binutils"), "-p", str(file)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise Refusal(f"objdump cannot read {file}: {done.stderr.strip()}")
    for line in done.stdout.splitlines():
        if found := re.fullmatch(r"\s+NEEDED\s+(\S+)", line):
            yield f"NEEDED {found[1]}"
        elif found := re.fullmatch(r"\s+0x\S+ 0x\S+ \d+ (GLIBC_\S+)", line):
            yield found[1]


def _glibc_versions(facts: Iterable[str]) -> Iterator[tuple[int, ...]]:
    yield (2, 17)  # the oldest that anybody asks for
    for fact in facts:
        if found := re.fullmatch(r"GLIBC_(\d+(?:\.\d+)+)", fact):
            yield tuple(map(int, found[1].split(".")))
        elif fact == "GLIBC_ABI_DT_RELR":
            yield _RELR
