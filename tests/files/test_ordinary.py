"""Only ordinary files are opened, and nothing is waited for."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from app.files.ordinary import open_ordinary


def test_an_ordinary_file_is_opened_and_so_is_a_link_to_one(tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"abc")
    (tmp_path / "link").symlink_to(tmp_path / "file")
    with open_ordinary(tmp_path / "link") as file:
        assert file.read() == b"abc"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="a system without pipes in folders")
def test_a_pipe_and_a_device_are_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    for path in (tmp_path / "pipe", Path(os.devnull), tmp_path, tmp_path / "none"):
        with pytest.raises(OSError, match=r"."):
            open_ordinary(path)
