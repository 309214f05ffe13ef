"""Every kind of picture that is decoded has its MIME type, and none that is not."""

from __future__ import annotations

from pathlib import Path

import pytest
from mime import TYPES, picture_types
from project import Refusal

from app.images import formats

DATABASE = Path("/usr/share/mime/globs2")  # of shared-mime-info


def test_the_table_has_every_extension_that_can_be_decoded_and_no_other() -> None:
    decodable = formats._DECODED_EXTENSIONS | formats._TGA_EXTENSIONS | formats._RAW_EXTENSIONS
    assert TYPES.keys() == decodable


def test_the_types_are_those_of_what_is_decoded_here() -> None:
    assert {"image/jpeg", "image/png", "image/webp", "image/heic", "image/x-tga"} <= set(picture_types())
    assert ("image/x-nikon-nef" in picture_types()) == formats.RAW.supported
    assert picture_types() == sorted(set(picture_types()))


def test_an_extension_without_a_type_stops_the_build() -> None:
    with pytest.raises(Refusal, match=r"\.new"):
        picture_types({".png", ".new"})


def test_desktops_give_files_these_types_too() -> None:
    """An older database may lack a type; a file that it calls differently would not be offered."""
    if not DATABASE.exists():
        pytest.skip("shared-mime-info is not installed")
    theirs: dict[str, set[str]] = {}
    for line in DATABASE.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            _, name, pattern = line.split(":")[:3]
            theirs.setdefault(pattern.removeprefix("*").lower(), set()).add(name)
    older = {"image/heic": "image/heif", "image/heic-sequence": "image/heif", "image/heif-sequence": "image/heif"}
    offered = set(TYPES.values())
    missed = {e: theirs[e] for e in TYPES if e in theirs and not theirs[e] & (offered | set(older.values()))}
    assert missed == {}
