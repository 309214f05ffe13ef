"""The libraries whose work is in the program, and what each says of itself."""

from __future__ import annotations

from importlib import metadata

LIBRARIES = ("torch", "PySide6-Essentials", "Pillow", "pi-heif", "platformdirs", "tqdm", "truststore", "XlsxWriter")
UNKNOWN = "—"


def licence_of(library: str) -> str:
    """Its licence in a line; UNKNOWN where it tells none, or lacks what it says of itself."""
    try:
        about = metadata.metadata(library)
    except metadata.PackageNotFoundError:
        return UNKNOWN
    said = [about[field] for field in ("License-Expression", "License") if field in about]
    return said[0].splitlines()[0] if said else UNKNOWN


def version_of(library: str) -> str:
    """Its version; UNKNOWN where it lacks what it says of itself."""
    try:
        return metadata.version(library)
    except metadata.PackageNotFoundError:
        return UNKNOWN
