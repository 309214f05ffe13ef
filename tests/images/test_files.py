"""Only files are opened; the rest of the ways in which that fails stand in test_decode."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.images.diagnosis import Refusal
from app.images.files import open_file
from app.values import ImageRef, Reason


def test_the_bytes_of_a_file_and_of_what_has_none(tmp_path):
    (tmp_path / "a").write_bytes(b"abc")
    with open_file(ImageRef(tmp_path / "a")) as file:
        assert file.read() == b"abc"
    with open_file(ImageRef(Path("pasted picture"), b"abc")) as file:
        assert file.read() == b"abc"


def test_a_file_that_becomes_something_else_between_looking_and_opening(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"abc")
    closed = []
    real = os.fstat
    folder = os.stat(tmp_path)
    monkeypatch.setattr(os, "fstat", lambda number: closed.append(number) or folder)
    with pytest.raises(Refusal) as caught:
        open_file(ImageRef(tmp_path / "a"))
    assert caught.value.reason is Reason.NOT_A_FILE
    monkeypatch.setattr(os, "fstat", real)
    with pytest.raises(OSError, match="descriptor"):
        os.fstat(closed[-1])


def test_systems_without_the_flags_of_unix(tmp_path, monkeypatch):
    (tmp_path / "a").write_bytes(b"abc")
    for flag in ("O_NONBLOCK", "O_CLOEXEC"):
        monkeypatch.delattr(os, flag, raising=False)
    with open_file(ImageRef(tmp_path / "a")) as file:
        assert file.read() == b"abc"
