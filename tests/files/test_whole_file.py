"""Exports are the old file or the new one, never half of one."""

from __future__ import annotations

import errno
import os
import resource
import stat
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from app.files import whole_file as module
from app.files.whole_file import whole_file

linux_only = pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices")
as_root_only = pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="changes its user")


def test_the_file_appears_when_the_block_ends(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    with whole_file(path) as file:
        file.write("a\n")
        assert not path.exists()
    assert path.read_text() == "a\n"
    assert os.listdir(tmp_path) == ["rows.csv"]


@pytest.mark.parametrize("error", [ValueError, KeyboardInterrupt, GeneratorExit])
def test_the_old_file_stays_when_the_block_fails(tmp_path: Path, error: type[BaseException]) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old")
    with pytest.raises(error), whole_file(path) as file:  # noqa: PT012
        file.write("new")
        raise error
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["rows.csv"]


@pytest.mark.parametrize("call", ["fsync", "chmod", "replace"])
@pytest.mark.parametrize("code", [errno.ENOSPC, errno.EIO, errno.EROFS])
def test_the_old_file_stays_whichever_call_fails(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, call: str, code: int
) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old")

    def fail(*_: object) -> None:
        raise OSError(code, os.strerror(code))

    monkeypatch.setattr(module.os, call, fail)
    with pytest.raises(OSError, match=os.strerror(code)), whole_file(path) as file:
        file.write("new")
    assert path.read_text() == "old"
    assert os.listdir(tmp_path) == ["rows.csv"]


def test_a_full_disk_leaves_nothing_behind(tmp_path: Path) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (4096, hard))
    try:
        with pytest.raises(OSError, match="large"), whole_file(tmp_path / "rows.csv") as file:
            file.write("x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (soft, hard))
    assert os.listdir(tmp_path) == []


def test_a_folder_that_is_missing_is_told(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), whole_file(tmp_path / "none" / "rows.csv"):
        pass


def test_a_folder_is_no_file(tmp_path: Path) -> None:
    with pytest.raises(IsADirectoryError), whole_file(tmp_path):
        pass
    assert os.listdir(tmp_path) == []


def test_permissions_stay_as_they_were(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old")
    path.chmod(0o640)
    with whole_file(path) as file:
        file.write("new")
    assert stat.S_IMODE(path.stat().st_mode) == 0o640


def test_a_new_file_gets_the_permissions_of_any_new_file(tmp_path: Path) -> None:
    (tmp_path / "plain").write_text("")
    with whole_file(tmp_path / "rows.csv"):
        pass
    assert (tmp_path / "rows.csv").stat().st_mode == (tmp_path / "plain").stat().st_mode


@as_root_only
def test_a_write_protected_file_is_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "rows.csv"
    path.write_text("old")
    path.chmod(0o444)
    tmp_path.chmod(0o777)
    child = os.fork()
    if child == 0:
        os.seteuid(65534)
        try:
            with whole_file(path) as file:
                file.write("new")
        except PermissionError:
            os._exit(0)
        os._exit(1)
    assert os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) == 0
    assert path.read_text() == "old"


def test_a_link_keeps_pointing_at_the_file_that_is_replaced(tmp_path: Path) -> None:
    (tmp_path / "real").write_text("old")
    (tmp_path / "link").symlink_to("real")
    with whole_file(tmp_path / "link") as file:
        file.write("new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text() == "new"


def test_a_dangling_link_gets_its_file(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    with whole_file(tmp_path / "link") as file:
        file.write("new")
    assert (tmp_path / "real").read_text() == "new"


def test_a_long_name_fits(tmp_path: Path) -> None:
    path = tmp_path / ("é" * 127)
    with whole_file(path) as file:
        file.write("new")
    assert path.read_text() == "new"


def test_undecodable_text_is_escaped(tmp_path: Path) -> None:
    with whole_file(tmp_path / "rows") as file:
        file.write(os.fsdecode(b"caf\xe9"))
    assert (tmp_path / "rows").read_text() == "caf\\udce9"


@pytest.fixture
def no_renaming(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever runs these as root keeps the machine's devices even if the code under test is wrong."""
    monkeypatch.setattr(module.os, "replace", lambda *_: pytest.fail("a device would have been replaced"))


@linux_only
@pytest.mark.usefixtures("no_renaming")
def test_a_device_is_written_to_and_not_replaced() -> None:
    with whole_file(Path("/dev/null")) as file:
        file.write("gone")
    assert stat.S_ISCHR(os.stat("/dev/null").st_mode)


@linux_only
@pytest.mark.usefixtures("no_renaming")
def test_a_full_device_is_told() -> None:
    with pytest.raises(OSError, match="space"), whole_file(Path("/dev/full")) as file:
        file.write("x")
    assert stat.S_ISCHR(os.stat("/dev/full").st_mode)


@linux_only
@pytest.mark.parametrize("name", ["/dev/fd/{}", "/proc/self/fd/{}", "/proc/{process}/fd/{}"])
def test_an_open_descriptor_is_written_to_and_neither_replaced_nor_emptied(tmp_path: Path, name: str) -> None:
    with open(tmp_path / "shell", "a") as shell:
        before = os.fstat(shell.fileno()).st_ino
        print("before", file=shell, flush=True)
        with whole_file(Path(name.format(shell.fileno(), process=os.getpid()))) as file:
            file.write("rows\n")
        print("after", file=shell)
    assert (tmp_path / "shell").read_text() == "before\nrows\nafter\n"
    assert (tmp_path / "shell").stat().st_ino == before


@linux_only
def test_whoever_opened_standard_output_goes_on_behind_the_rows(tmp_path: Path) -> None:
    program = """
from pathlib import Path
from app.files.whole_file import whole_file
with whole_file(Path("/dev/stdout")) as file:
    file.write("rows\\n")
"""
    with open(tmp_path / "shell", "w") as shell:
        print("before", file=shell, flush=True)
        root = Path(__file__).resolve().parents[2]
        subprocess.run([sys.executable, "-c", program], cwd=root, stdout=shell, check=True)
        os.write(shell.fileno(), b"after\n")
    assert (tmp_path / "shell").read_text() == "before\nrows\nafter\n"


@linux_only
def test_a_pipe_is_written_to_and_not_replaced(tmp_path: Path) -> None:
    path = tmp_path / "pipe"
    os.mkfifo(path)
    read: list[str] = []
    reader = threading.Thread(target=lambda: read.append(path.read_text()))
    reader.start()
    with whole_file(path) as file:
        file.write("rows")
    reader.join()
    assert read == ["rows"]
    assert stat.S_ISFIFO(path.stat().st_mode)
