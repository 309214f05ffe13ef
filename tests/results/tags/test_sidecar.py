"""Where sidecars lie, and how they are read and written."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.results.tags.packet import LARGEST
from app.results.tags.sidecar import RefusedError, read_sidecar, require_writable, sidecar_path, write_sidecar
from app.results.tags.steps import Naming
from app.values import TagTrouble


@pytest.mark.parametrize(
    ("picture", "full", "stem"),
    [
        ("cat.jpg", "cat.jpg.xmp", "cat.xmp"),
        ("cat.tar.gz", "cat.tar.gz.xmp", "cat.tar.xmp"),
        ("cat", "cat.xmp", "cat.xmp"),
        (".jpg", ".jpg.xmp", ".jpg.xmp"),
    ],
)
def test_its_name_follows_from_the_pictures(tmp_path: Path, picture: str, full: str, stem: str) -> None:
    assert sidecar_path(tmp_path / picture, Naming.FULL) == tmp_path / full
    assert sidecar_path(tmp_path / picture, Naming.STEM) == tmp_path / stem


def test_one_in_capitals_is_the_one_unless_there_is_another(tmp_path: Path) -> None:
    (tmp_path / "cat.jpg.XMP").touch()
    assert sidecar_path(tmp_path / "cat.jpg", Naming.FULL) == tmp_path / "cat.jpg.XMP"
    (tmp_path / "cat.jpg.xmp").touch()
    assert sidecar_path(tmp_path / "cat.jpg", Naming.FULL) == tmp_path / "cat.jpg.xmp"


def test_one_that_is_not_there_has_no_content(tmp_path: Path) -> None:
    found = read_sidecar(tmp_path / "cat.jpg.xmp")
    assert (found.content, found.identity, found.digest) == (None, None, None)


def test_the_largest_is_read_and_no_larger_one(tmp_path: Path) -> None:
    path = tmp_path / "cat.jpg.xmp"
    path.write_bytes(b"x" * LARGEST)
    assert len(read_sidecar(path).content or b"") == LARGEST
    path.write_bytes(b"x" * (LARGEST + 1))
    with pytest.raises(RefusedError) as refused:
        read_sidecar(path)
    assert refused.value.trouble is TagTrouble.TOO_LARGE


def test_what_is_written_and_removed_is_what_was_read(tmp_path: Path) -> None:
    path = tmp_path / "cat.jpg.xmp"
    write_sidecar(read_sidecar(path), b"one")
    assert path.read_bytes() == b"one"
    write_sidecar(read_sidecar(path), None)
    assert os.listdir(tmp_path) == []


@pytest.mark.parametrize("now", [None, b"two", b"one"])
def test_one_that_changed_since_stays(tmp_path: Path, now: bytes | None) -> None:
    path = tmp_path / "cat.jpg.xmp"
    path.write_bytes(b"one")
    before = read_sidecar(path)
    path.unlink()
    if now is not None:
        path.write_bytes(now)
        os.utime(path, ns=(1, 1))
    for content in (b"three", None):
        with pytest.raises(RefusedError) as refused:
            write_sidecar(before, content)
        assert refused.value.trouble is TagTrouble.BUSY
    assert (path.read_bytes() if path.exists() else None) == now


def test_a_name_that_is_too_long_is_a_refusal(tmp_path: Path) -> None:
    path = tmp_path / ("x" * 255)
    with pytest.raises(RefusedError) as refused:
        write_sidecar(read_sidecar(sidecar_path(path, Naming.FULL)), b"one")
    assert refused.value.trouble in (TagTrouble.UNREADABLE, TagTrouble.UNWRITABLE)


def test_one_that_goes_after_it_was_read_is_being_changed_by_somebody(tmp_path: Path) -> None:
    path = tmp_path / "cat.jpg.xmp"
    path.write_bytes(b"<x/>")
    sidecar = read_sidecar(path)
    path.unlink()
    with pytest.raises(RefusedError) as refused:
        require_writable(sidecar)
    assert refused.value.trouble is TagTrouble.BUSY
