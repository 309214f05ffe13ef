"""Which files belong to a picture: sidecars, and the RAW beside a JPEG."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path, PurePath

# What cameras call RAW files; `images.formats` has the same list, which this room does not know.
_WORDS = """
    .3fr .ari .arw .cr2 .cr3 .crw .dcr .dng .erf .fff .iiq .k25 .kdc .mef .mos .mrw .nef .nrw .orf .pef .raf .raw .rw2
    .rwl .sr2 .srf .srw .x3f
"""
RAW = frozenset(_WORDS.split())
_SIDECARS = (".xmp", ".aae")


def is_raw(name: str) -> bool:
    """Whether this is a camera's RAW file, by its name."""
    return PurePath(name).suffix.lower() in RAW


def beside(folder: Path) -> Iterator[tuple[str, str, bool]]:
    """Files in a folder that may go along with a picture: stem or name of the picture, their name, whether RAW.

    `a.xmp` and `a.cr2` belong to `a.jpg`, and so does `a.jpg.xmp`.

    Raises:
        OSError: the folder cannot be listed.
    """
    with os.scandir(folder) as entries:
        for entry in entries:
            name = PurePath(entry.name)
            is_companion = name.suffix.lower() in _SIDECARS or is_raw(entry.name)
            if is_companion and not entry.name.startswith(".") and entry.is_file(follow_symlinks=False):
                yield name.stem, entry.name, is_raw(entry.name)
