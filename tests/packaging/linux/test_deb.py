"""The Debian package: what is in it, whose it is, and that two builds are one."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest
from deb import checksums
from project import ID

from app import __version__

from .frozen import EPOCH

Pack = Callable[..., subprocess.CompletedProcess[str]]
Tool = Callable[[str], str]


@pytest.fixture(scope="module")
def package(frozen: Path, pack: Pack, tool: Tool, tmp_path_factory: pytest.TempPathFactory) -> Path:
    tool("dpkg-deb")
    made = pack("deb.py", frozen, tmp_path_factory.mktemp("deb"))
    assert made.returncode == 0, made.stderr
    return Path(made.stdout.strip())


def shown(*command: str | Path) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout


def test_its_name_says_what_it_is(package: Path) -> None:
    machine = shown("dpkg-deb", "-f", package, "Architecture").strip()
    assert package.name == f"whatsit_{__version__}_{machine}.deb"
    assert [path.name for path in package.parent.iterdir()] == [package.name]


def test_all_belongs_to_root_with_plain_modes(package: Path) -> None:
    lines = [line.split(maxsplit=5) for line in shown("dpkg-deb", "-c", package).splitlines()]
    assert {line[1] for line in lines} == {"root/root"}
    assert {line[0] for line in lines} == {"drwxr-xr-x", "-rw-r--r--", "-rwxr-xr-x", "lrwxrwxrwx"}
    assert [line[5] for line in lines if line[0] == "-rwxr-xr-x"] == [
        "./usr/lib/whatsit/_internal/bin/helper",
        "./usr/lib/whatsit/whatsit",
    ]
    assert {line[5].split("/")[1] for line in lines} == {"", "usr"}


def test_it_has_no_scripts_of_its_own(package: Path, tmp_path: Path) -> None:
    shown("dpkg-deb", "-e", package, tmp_path)
    assert {path.name for path in tmp_path.iterdir()} == {"control", "md5sums"}


def test_unpacked_it_runs_and_has_the_files_that_it_lists(package: Path, tmp_path: Path) -> None:
    shown("dpkg-deb", "-R", package, tmp_path)
    shown(tmp_path / "usr" / "bin" / "whatsit")
    assert (tmp_path / "DEBIAN" / "md5sums").read_text(encoding="utf-8") == checksums(tmp_path)
    assert (tmp_path / "usr" / "share" / "applications" / f"{ID}.desktop").lstat().st_mtime == EPOCH


@pytest.mark.skipif(os.name == "nt" or os.geteuid() != 0, reason="dpkg installs for root only")
def test_it_installs_and_leaves_nothing(package: Path, tmp_path: Path) -> None:
    for name in ("info", "updates"):
        (tmp_path / "var" / "lib" / "dpkg" / name).mkdir(parents=True)
    (tmp_path / "var" / "lib" / "dpkg" / "status").touch()
    dpkg = ("dpkg", f"--root={tmp_path}", "--force-depends", f"--log={tmp_path}/log")
    shown(*dpkg, "--install", package)
    assert (tmp_path / "usr" / "bin" / "whatsit").resolve().is_file()
    shown(*dpkg, "--purge", "whatsit")
    assert not (tmp_path / "usr").exists()


def test_two_builds_are_the_same_bytes(package: Path, frozen: Path, pack: Pack, tmp_path: Path) -> None:
    mask = os.umask(0o077)
    try:
        made = pack("deb.py", frozen, tmp_path, TZ="Asia/Tokyo", LC_ALL="C")
    finally:
        os.umask(mask)
    assert Path(made.stdout.strip()).read_bytes() == package.read_bytes()


@pytest.mark.slow
def test_lintian_has_nothing_to_say(package: Path, tool: Tool) -> None:
    command = [tool("lintian"), "--tag-display-limit", "0", str(package)]
    assert subprocess.run(command, capture_output=True, text=True, check=False).stdout == ""
