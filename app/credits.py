"""The libraries whose work is in the program, and what each says of itself."""

from __future__ import annotations

import sys
from importlib import metadata
from pathlib import Path

_OF_LINUX = ("jeepney",) if sys.platform.startswith("linux") else ()
LIBRARIES = (
    "torch",
    "torchvision",
    "safetensors",
    "PySide6-Essentials",
    "Pillow",
    "pi-heif",
    *_OF_LINUX,
    "platformdirs",
    "tqdm",
    "truststore",
    "wakepy",
    "XlsxWriter",
)
NOTICES = "THIRD-PARTY-NOTICES.txt"  # in a package: the licences of everything inside, word for word
UNKNOWN = "—"


def licence_of(library: str) -> str:
    """Its licence in a line; UNKNOWN where it tells none, or lacks what it says of itself."""
    try:
        about = metadata.metadata(library)
    except metadata.PackageNotFoundError:
        return UNKNOWN
    said = [about[field] for field in ("License-Expression", "License") if field in about]
    classified = [
        kind.rpartition(" :: ")[2] for kind in about.get_all("Classifier", []) if kind.startswith("License ::")
    ]
    return next((words.splitlines()[0] for words in (*said, *classified)), UNKNOWN)


def version_of(library: str) -> str:
    """Its version; UNKNOWN where it lacks what it says of itself."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return UNKNOWN


def notices_file() -> Path | None:
    """Where a package has the licences of everything inside; None where the program was installed by pip."""
    folder = Path(sys.executable).parent
    places = (folder / NOTICES, folder.parent / "Resources" / NOTICES)  # the second in an application for macOS
    return next((place for place in places if place.is_file()), None)
