"""One process at a time; and one rule where a file system knows no locks."""

from __future__ import annotations

import errno
import os
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path

import pytest

from app.files import locks
from app.files.locks import is_new, one_at_a_time, passing_lock, require_lock
from app.results.sorting.locks import destination_held
from app.results.store import Store
from app.results.tags.journal import Journal as Tags

posix = pytest.mark.skipif(sys.platform == "win32", reason="flock")
ROOT = Path(__file__).resolve().parents[2]
HOLDING = """
import sys
from pathlib import Path
from app.files.locks import one_at_a_time
with one_at_a_time(Path(sys.argv[1])):
    print("held", flush=True)
    sys.stdin.read()
"""


def no_locks(*_: object) -> None:
    raise OSError(errno.ENOLCK, os.strerror(errno.ENOLCK))


def test_a_second_one_is_told(tmp_path: Path) -> None:
    with one_at_a_time(tmp_path / "lock"), pytest.raises(BlockingIOError), one_at_a_time(tmp_path / "lock"):
        pass
    with one_at_a_time(tmp_path / "lock"):
        pass


def test_one_that_waits_gets_it_when_the_first_one_ends(tmp_path: Path) -> None:
    command = [sys.executable, "-c", HOLDING, str(tmp_path / "lock")]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True) as process:
        assert process.stdin
        assert process.stdout
        assert process.stdout.readline() == "held\n"
        with pytest.raises(BlockingIOError), one_at_a_time(tmp_path / "lock"):
            pass
        process.stdin.close()
        with one_at_a_time(tmp_path / "lock", lambda: False):
            assert process.wait(60) == 0


def test_a_passing_lock_leaves_nothing_behind(tmp_path: Path) -> None:
    path = tmp_path / "lock"
    for _ in range(2):
        with passing_lock(path):
            with pytest.raises(BlockingIOError), passing_lock(path):
                pass
            assert path.exists()
        assert not path.exists()


@posix
def test_a_passing_lock_is_on_the_file_that_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever held it removes it between our opening and our locking, and a third one makes another."""
    path, others = tmp_path / "lock", ExitStack()

    def remove(descriptor: int) -> bool:
        monkeypatch.undo()
        path.unlink()
        others.enter_context(passing_lock(path))
        return locks._locked(descriptor)

    monkeypatch.setattr(locks, "_locked", remove)
    with others, pytest.raises(BlockingIOError), passing_lock(path):
        pass


@posix
def test_without_locks_a_passing_one_lets_everybody_in(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr("fcntl.flock", no_locks)
    with passing_lock(tmp_path / "lock"), passing_lock(tmp_path / "lock"):
        pass
    assert "no locks where" in caplog.text


def test_a_lock_that_cannot_be_made_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError), one_at_a_time(tmp_path / "gone" / "lock"):
        pass


@posix
def test_without_locks_the_work_goes_on_and_the_log_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    """The store, sorting and tagging alike; a second one is not kept out."""
    monkeypatch.setattr(locks.fcntl, "flock", no_locks)
    with ExitStack() as open_things:
        for _time in range(2):
            open_things.enter_context(Store(tmp_path / "results.sqlite"))
            open_things.enter_context(destination_held(tmp_path / "sorted", tmp_path))
            open_things.enter_context(Tags(tmp_path / "tags.sqlite"))
    assert len(caplog.records) == 8, "tags have a database too"
    assert all("no locks" in record.message for record in caplog.records)


@posix
def test_but_nothing_is_proved_by_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with (tmp_path / "part").open("x+b") as file:
        require_lock(file.fileno())
        monkeypatch.setattr(locks.fcntl, "flock", no_locks)
        assert is_new(file.fileno(), tmp_path / "part")
        with pytest.raises(OSError, match=os.strerror(errno.ENOLCK)):
            require_lock(file.fileno())


@posix
def test_a_new_file_is_one_while_it_has_its_name_and_nobody_else_its_lock(tmp_path: Path) -> None:
    path = tmp_path / "part"
    with path.open("x+b") as file:
        with path.open("r+b") as other:
            require_lock(other.fileno())
            assert not is_new(file.fileno(), path)
        assert is_new(file.fileno(), path)
        path.unlink()
        assert not is_new(file.fileno(), path)
        path.touch()
        assert not is_new(file.fileno(), path)
