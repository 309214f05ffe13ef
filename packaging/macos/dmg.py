"""Make the disk image of the macOS application: the program, and a link to Applications to drag it on.

    python packaging/macos/dmg.py build/freeze/Whatsit.app dist

If the environment names an identity (sign.py), application and image are signed.

The files are dated by SOURCE_DATE_EPOCH and laid in one order, but two images never have the same bytes: hdiutil writes
the time and a new identifier into each.
"""

from __future__ import annotations

import os
import plistlib
import shutil
import struct
import subprocess
import sys
import tempfile
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

from notices import written
from project import Refusal, status_of
from sign import identity, mach_o_files, sign

from app import __version__

_LC_VERSION_MIN_MACOSX = 0x24
_LC_BUILD_VERSION = 0x32
_HEADER_BYTES = 32
_HEAD_BYTES = 1 << 16


def main(words: list[str] | None = None) -> int:
    bundle, output = map(Path, words if words is not None else sys.argv[1:])
    return status_of("dmg.py", lambda: make(bundle, output / f"whatsit-{__version__}-macos-arm64.dmg"))


def make(bundle: Path, image: Path) -> None:
    """Check and sign the application, and write the image.

    Raises:
        Refusal: if a library needs a newer macOS than the application says, or the licences of its parts are missing.
        CalledProcessError: if a command fails.
    """
    written(bundle)
    check_minimum(bundle)
    if identity():
        sign(bundle)
    with tempfile.TemporaryDirectory() as temporary:
        volume = Path(temporary, "Whatsit")
        lay_out(bundle, volume)
        image.parent.mkdir(parents=True, exist_ok=True)
        subprocess.run(command(volume, image), check=True)
    if identity():
        sign(image)


def lay_out(bundle: Path, volume: Path) -> None:
    """Put into the new folder `volume` what the image shows; links stay links, or the signature would not fit."""
    volume.mkdir()
    shutil.copytree(bundle, volume / bundle.name, symlinks=True)
    (volume / "Applications").symlink_to("/Applications")
    if epoch := os.environ.get("SOURCE_DATE_EPOCH"):
        for path in sorted(volume.rglob("*"), reverse=True):
            if not path.is_symlink():
                os.utime(path, (int(epoch), int(epoch)))


def command(volume: Path, image: Path) -> list[str]:
    # LZFSE (ULFO) opens several times as fast as zlib, on every macOS that the program runs on
    kind = ["-fs", "HFS+", "-format", "ULFO"]
    return ["hdiutil", "create", "-volname", volume.name, "-srcfolder", str(volume), *kind, "-ov", str(image)]


def check_minimum(bundle: Path) -> None:
    """See that no library wants a newer macOS than Info.plist says.

    Raises:
        Refusal: naming the one that wants the newest.
    """
    info = plistlib.loads((bundle / "Contents" / "Info.plist").read_bytes())
    major, minor = map(int, info["LSMinimumSystemVersion"].split("."))
    wanted, file = max((minimum_system(_head(file)), file) for file in mach_o_files(bundle))
    if wanted > (major, minor):
        raise Refusal(f"{file.name} needs macOS {wanted[0]}.{wanted[1]}: raise MINIMUM_SYSTEM in bundle.py.")


def _head(file: Path) -> bytes:
    with file.open("rb") as opened:
        return opened.read(_HEAD_BYTES)


def minimum_system(head: bytes) -> tuple[int, int]:
    """The oldest macOS that a program or library says it runs on; (0, 0) if it does not say.

    Args:
        head: its first bytes, with all load commands. A file for several architectures, of which a build has none,
            says nothing.
    """
    if len(head) < _HEADER_BYTES or head[:4] != b"\xcf\xfa\xed\xfe":
        return 0, 0
    (count,) = struct.unpack_from("<I", head, 16)
    at = _HEADER_BYTES
    for _ in range(count):
        if at + 16 > len(head):
            break
        kind, size, first, second = struct.unpack_from("<4I", head, at)
        if kind in (_LC_BUILD_VERSION, _LC_VERSION_MIN_MACOSX):
            version = second if kind == _LC_BUILD_VERSION else first
            return version >> 16, version >> 8 & 0xFF
        at += max(size, 8)
    return 0, 0


if __name__ == "__main__":
    sys.exit(main())
