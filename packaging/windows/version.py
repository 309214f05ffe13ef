"""The version resource of the two Windows programs, as PyInstaller reads it: `EXE(..., version=PATH)`.

    python packaging/windows/version.py 0.1.0 whatsit.exe OUT

Explorer shows it under Properties, "Open with" takes the program's name from it, and virus scanners mistrust a program
that has none. A manifest of our own is not needed: PyInstaller's allows long paths and names Windows 10, and Qt asks
for the sharp pixels itself.
"""

from __future__ import annotations

import re
import sys
from pathlib import Path

DESCRIPTIONS = {"whatsit.exe": "Whatsit (command line)", "whatsit-window.exe": "Whatsit"}

_TEMPLATE = """\
VSVersionInfo(
  ffi=FixedFileInfo(filevers={numbers}, prodvers={numbers}, mask=0x3F, flags={flags}, OS=0x40004, fileType=0x1),
  kids=[
    StringFileInfo([StringTable("040904B0", [
{strings}
    ])]),
    VarFileInfo([VarStruct("Translation", [0x0409, 1200])]),
  ],
)
"""
_PRERELEASE = 0x2  # VS_FF_PRERELEASE


def numbers(version: str) -> tuple[int, int, int, int]:
    """The four numbers that Windows wants: "1.2.3rc1" is (1, 2, 3, 0).

    Raises:
        ValueError: if the version does not begin with three numbers, or one is over 65,535.
    """
    found = re.match(r"(\d+)\.(\d+)\.(\d+)", version)
    if not found or max(map(int, found.groups())) > 0xFFFF:
        raise ValueError(f"{version!r} is no version like 1.2.3.")
    major, minor, micro = map(int, found.groups())
    return major, minor, micro, 0


def version_resource(version: str, executable: str) -> str:
    """The resource of `executable`, one of `DESCRIPTIONS`, as text.

    Raises:
        KeyError: for another executable.
        ValueError: as `numbers` does.
    """
    strings = {
        "CompanyName": "The Whatsit authors",
        "FileDescription": DESCRIPTIONS[executable],
        "FileVersion": version,
        "InternalName": executable.removesuffix(".exe"),
        "LegalCopyright": "The Whatsit authors. Apache-2.0",
        "OriginalFilename": executable,
        "ProductName": "Whatsit",
        "ProductVersion": version,
    }
    lines = (f'      StringStruct("{name}", "{value}"),' for name, value in strings.items())
    flags = 0 if re.fullmatch(r"[\d.]+", version) else _PRERELEASE
    return _TEMPLATE.format(numbers=numbers(version), flags=flags, strings="\n".join(lines))


if __name__ == "__main__":
    Path(sys.argv[3]).write_text(version_resource(sys.argv[1], sys.argv[2]), encoding="utf-8")
