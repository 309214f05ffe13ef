"""The portable archive: one folder, owned by nobody in particular, the same bytes every time."""

from __future__ import annotations

import os
import subprocess
import tarfile
from collections.abc import Callable
from pathlib import Path

import pytest
from needs import Needs, machine_of
from portable import readme

from app import __version__

from .frozen import EPOCH

Pack = Callable[..., subprocess.CompletedProcess[str]]
TOP = f"whatsit-{__version__}"


@pytest.fixture(scope="module")
def archive(frozen: Path, pack: Pack, tool: Callable[[str], str], tmp_path_factory: pytest.TempPathFactory) -> Path:
    tool("zstd")
    made = pack("portable.py", frozen, tmp_path_factory.mktemp("portable"))
    assert made.returncode == 0, made.stderr
    return Path(made.stdout.strip())


@pytest.fixture
def unpacked(archive: Path, tmp_path: Path) -> Path:
    plain = tmp_path / "plain.tar"
    subprocess.run(["zstd", "-q", "-d", archive, "-o", plain], check=True)
    return plain


def test_its_name_says_what_it_is(archive: Path, frozen: Path) -> None:
    assert archive.name == f"{TOP}-linux-{machine_of(frozen / 'whatsit')[1]}.tar.zst"


def test_its_members_are_settled(unpacked: Path) -> None:
    with tarfile.open(unpacked) as tar:
        members = {each.name.removeprefix(f"{TOP}/"): each for each in tar}
    assert {(each.uid, each.gid, each.uname, each.mtime) for each in members.values()} == {(0, 0, "root", EPOCH)}
    runs = {name for name, each in members.items() if each.isfile() and each.mode == 0o755}
    assert runs == {"whatsit", "_internal/bin/helper"}
    assert members["_internal/libthing.so"].linkname == "libthing.so.1"
    assert {"LICENSE", "README.txt"} < members.keys()


def test_unpacked_it_runs(unpacked: Path, tmp_path: Path) -> None:
    with tarfile.open(unpacked) as tar:
        tar.extractall(tmp_path, filter="data")
    assert subprocess.run([tmp_path / TOP / "whatsit"], check=False).returncode == 0


def test_two_builds_are_the_same_bytes(archive: Path, frozen: Path, pack: Pack, tmp_path: Path) -> None:
    made = pack("portable.py", frozen, tmp_path, TZ="Asia/Tokyo")
    assert Path(made.stdout.strip()).read_bytes() == archive.read_bytes()


@pytest.mark.parametrize("packer", ["exit 1", "head -c 100000 > /dev/null; exit 1", "cat > /dev/null; exit 1"])
def test_a_packer_that_fails_is_a_sentence(frozen: Path, pack: Pack, tmp_path: Path, packer: str) -> None:
    (tmp_path / "zstd").write_text(f"#!/bin/sh\n{packer}\n", encoding="utf-8")
    (tmp_path / "zstd").chmod(0o755)
    made = pack("portable.py", frozen, tmp_path / "out", PATH=f"{tmp_path}:{os.environ['PATH']}")
    assert (made.returncode, made.stdout) == (1, "")
    assert made.stderr == "portable.py: zstd could not pack the archive.\n"


def test_a_full_disk_is_a_sentence_and_leaves_no_archive_that_is_cut(
    frozen: Path, pack: Pack, tool: Callable[[str], str], tmp_path: Path
) -> None:
    tool("zstd")
    archive = tmp_path / f"{TOP}-linux-{machine_of(frozen / 'whatsit')[1]}.tar.zst"
    archive.write_text("an earlier one")
    archive.with_name(f"unfinished-{archive.name}").symlink_to("/dev/full")
    made = pack("portable.py", frozen, tmp_path)
    assert made.returncode == 1
    assert made.stderr.endswith("portable.py: zstd could not pack the archive.\n")
    assert [path.read_text() for path in tmp_path.iterdir()] == ["an earlier one"]


def test_the_readme_says_what_is_needed() -> None:
    text = readme(Needs(("amd64", "x86_64"), (2, 36), ("libegl1", "xkb-data")))
    assert "./whatsit" in text
    assert "glibc 2.36 or newer" in text
    assert "libegl1, xkb-data" in text
