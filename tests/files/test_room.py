from __future__ import annotations

import errno
from pathlib import Path

import pytest

from app.files.room import free_bytes, is_full


@pytest.mark.parametrize(("number", "said"), [(errno.ENOSPC, True), (errno.EDQUOT, True), (errno.EACCES, False)])
def test_a_full_drive_is_told_from_others(number: int, said: bool) -> None:
    assert is_full(OSError(number, "")) is said


def test_what_is_free_is_known_of_a_folder_that_is_there(tmp_path: Path) -> None:
    assert (free_bytes(tmp_path) or 0) > 0
    assert free_bytes(tmp_path / "none") is None
