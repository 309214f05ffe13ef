"""Sign the macOS application (every library inside, then the bundle, under the hardened runtime) or its disk image.

    python packaging/macos/sign.py dist/Whatsit.app
    python packaging/macos/sign.py dist/whatsit-0.1.0-macos-arm64.dmg

The identity, a "Developer ID Application" in the keychain, comes from the environment's WHATSIT_MAC_IDENTITY. What has
none is signed by PyInstaller, "ad hoc": enough for the machine that built it, and for no release.
"""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ENTITLEMENTS = Path(__file__).resolve().with_name("entitlements.plist")
_MACH_O = (b"\xcf\xfa\xed\xfe", b"\xca\xfe\xba\xbe")  # 64 bits; several architectures in one file
_CLASS_FILE = 45  # a Java class begins like several architectures, of which nobody has as many


def main(words: list[str] | None = None) -> int:
    (target,) = map(Path, words if words is not None else sys.argv[1:])
    if not identity():
        print("sign.py: WHATSIT_MAC_IDENTITY names no identity.", file=sys.stderr)
        return 1
    sign(target)
    return 0


def identity() -> str:
    return os.environ.get("WHATSIT_MAC_IDENTITY", "")


def sign(target: Path) -> None:
    """Sign an application or a disk image with `identity()`.

    Raises:
        CalledProcessError: if a command fails.
    """
    for command in commands(target, identity()):
        subprocess.run(command, check=True)


def commands(target: Path, identity: str) -> Iterator[list[str]]:
    """What is to be run, in order."""
    if target.suffix == ".dmg":
        yield [*_codesign(identity), str(target)]
    else:
        yield from _bundle_commands(target, identity)


def _bundle_commands(bundle: Path, identity: str) -> Iterator[list[str]]:
    """What lies deepest comes first, since the outer seal covers the inner ones."""
    program = bundle / "Contents" / "MacOS"
    for library in mach_o_files(bundle):
        if library.parent != program:
            yield [*_codesign(identity), str(library)]
    for executable in mach_o_files(program):
        yield [*_codesign(identity), "--entitlements", str(ENTITLEMENTS), str(executable)]
    yield [*_codesign(identity), "--entitlements", str(ENTITLEMENTS), str(bundle)]
    yield ["codesign", "--verify", "--deep", "--strict", "--verbose=2", str(bundle)]


def _codesign(identity: str) -> list[str]:
    return ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", identity]


def mach_o_files(folder: Path) -> list[Path]:
    """Programs and libraries below `folder`, the deepest first; no links, which lead to files that are there anyway."""
    files = (Path(root, name) for root, _, names in os.walk(folder) for name in names)
    found = [file for file in files if not file.is_symlink() and is_mach_o(file)]
    return sorted(found, key=lambda file: (-len(file.parts), file))


def is_mach_o(file: Path) -> bool:
    with file.open("rb") as opened:
        head = opened.read(8)
    if head[:4] == _MACH_O[1]:
        return 0 < int.from_bytes(head[4:8], "big") < _CLASS_FILE
    return head[:4] == _MACH_O[0]


if __name__ == "__main__":
    sys.exit(main())
