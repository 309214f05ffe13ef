"""Drives of other computers."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.results import drives
from app.results.drives import is_on_network

MOUNTS = """\
/dev/sda1 / ext4 rw 0 0
server:/export /net nfs4 rw 0 0
//nas/photos /home/me/My\\040Photos cifs rw 0 0
me@host: /home/me/far fuse.sshfs rw 0 0
/dev/sdb1 /net/local ext4 rw 0 0
"""

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="the system's own list of mounts")


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("/home/me/results.sqlite", False),
        ("/net/results.sqlite", True),
        ("/net/deep/er/results.sqlite", True),
        ("/network/results.sqlite", False),
        ("/home/me/My Photos/results.sqlite", True),
        ("/home/me/far/results.sqlite", True),
        ("/net/local/results.sqlite", False),
    ],
)
def test_the_longest_mount_point_decides(
    path: str, expected: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "mounts").write_text(MOUNTS)
    monkeypatch.setattr(drives, "_MOUNTS", tmp_path / "mounts")
    assert is_on_network(Path(path)) is expected


def test_where_nothing_is_known_a_drive_is_local(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drives, "_MOUNTS", tmp_path / "gone")
    assert not is_on_network(tmp_path / "results.sqlite")
