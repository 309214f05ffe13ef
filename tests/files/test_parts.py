"""What a killed process leaves is removed at the next time, and what a living one writes is not."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

import pytest

from app.files import locks
from app.files.parts import open_part, remove_stale_parts
from app.files.whole_file import whole_file

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="locks of POSIX")
ROOT = Path(__file__).resolve().parents[2]
WRITING = """
import sys, time
from pathlib import Path
from app.files.whole_file import whole_file
with whole_file(Path(sys.argv[1])) as file:
    file.write("half")
    file.flush()
    print("writing", flush=True)
    time.sleep(60)
"""


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[subprocess.Popen[str]]:
    """A process in the midst of writing `rows.csv`."""
    command = [sys.executable, "-c", WRITING, str(tmp_path / "rows.csv")]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdout
        assert process.stdout.readline() == "writing\n"
        yield process
        process.kill()


def write(path: Path) -> None:
    with whole_file(path) as file:
        file.write("new")


def test_what_a_killed_process_left_goes_when_the_file_is_written_again(
    tmp_path: Path, writer: subprocess.Popen[str]
) -> None:
    writer.kill()
    writer.wait()
    assert len(os.listdir(tmp_path)) == 1
    write(tmp_path / "rows.csv")
    assert os.listdir(tmp_path) == ["rows.csv"]


def test_what_a_living_process_writes_stays(tmp_path: Path, writer: subprocess.Popen[str]) -> None:
    (before,) = os.listdir(tmp_path)
    write(tmp_path / "rows.csv")
    assert sorted(os.listdir(tmp_path)) == [before, "rows.csv"]


def test_it_is_held_until_it_has_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    replace = os.replace

    def late(part: Path, target: Path) -> None:
        remove_stale_parts(target)
        replace(part, target)

    monkeypatch.setattr("app.files.whole_file.os.replace", late)
    write(tmp_path / "rows.csv")
    assert (tmp_path / "rows.csv").read_text() == "new"


@pytest.mark.parametrize(
    "name",
    [".rows.csv.part", ".rows.csv.0123abc.part", ".rows.csv.0123ABCD.part", "rows.csv.01234567.part",
     ".rows.csv.01234567.part2", ".rows.csv.01234567.\n.part", ".other.csv.01234567.part", ".rows.csv.01234567"],
)  # fmt: skip
def test_other_peoples_files_stay(tmp_path: Path, name: str) -> None:
    (tmp_path / name).touch()
    remove_stale_parts(tmp_path / "rows.csv")
    assert os.listdir(tmp_path) == [name]


def test_links_and_folders_of_that_name_stay(tmp_path: Path) -> None:
    (tmp_path / "precious").write_text("data")
    (tmp_path / ".rows.csv.01234567.part").symlink_to("precious")
    (tmp_path / ".rows.csv.89abcdef.part").mkdir()
    remove_stale_parts(tmp_path / "rows.csv")
    assert len(os.listdir(tmp_path)) == 3


def opened(part: Path) -> BinaryIO:
    return open(part, "x+b")


def left_part(target: Path) -> Path:
    """What a process that died left of a file."""
    part, file = open_part(target, opened)
    file.close()
    return part


def test_a_name_that_is_too_long_for_its_part_is_found_again(tmp_path: Path) -> None:
    target = tmp_path / ("é" * 127)
    left_part(target)
    remove_stale_parts(target)
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_not_there_is_no_trouble(tmp_path: Path) -> None:
    remove_stale_parts(tmp_path / "none" / "rows.csv")


def test_without_locks_files_are_written_and_nothing_is_removed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def no_locks(*_: object) -> None:
        raise OSError(errno.ENOTSUP, "no locks here")

    monkeypatch.setattr(locks.fcntl, "flock", no_locks)
    part = left_part(tmp_path / "rows.csv")
    write(tmp_path / "rows.csv")
    assert sorted(os.listdir(tmp_path)) == sorted([part.name, "rows.csv"])


@pytest.mark.parametrize("age", [-1e6, 0.0, 1e6])
def test_no_clock_says_whose_a_part_is(tmp_path: Path, age: float) -> None:
    when = time.time() - age
    _, file = open_part(tmp_path / "rows.csv", opened)
    with file:
        living = Path(file.name)
        dead = left_part(tmp_path / "rows.csv")
        for part in (living, dead):
            os.utime(part, (when, when))
        remove_stale_parts(tmp_path / "rows.csv")
        assert (living.exists(), dead.exists()) == (True, False)


def test_a_part_that_is_taken_for_a_dead_ones_before_it_has_its_lock_is_made_again(tmp_path: Path) -> None:
    made: list[Path] = []

    def swept_once(part: Path) -> BinaryIO:
        made.append(part)
        file = opened(part)
        if len(made) == 1:
            remove_stale_parts(tmp_path / "rows.csv")
        return file

    part, file = open_part(tmp_path / "rows.csv", swept_once)
    with file:
        assert len(made) == 2
        assert os.listdir(tmp_path) == [part.name]
        remove_stale_parts(tmp_path / "rows.csv")
        assert part.exists()
