"""The starts of one user, on one screen, with one data folder meet; nobody else comes in."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.desktop.meeting import StartLock, meeting_point, start_lock

pytestmark = pytest.mark.skipif(os.name == "nt", reason="folders with modes")
DATA = Path("/home/ann/data")


@pytest.fixture
def screen(tmp_path: Path) -> dict[str, str]:
    (tmp_path / "run").mkdir(mode=0o700)
    return {"XDG_RUNTIME_DIR": str(tmp_path / "run"), "DISPLAY": ":0"}


def test_the_same_screen_and_folder_are_the_same_place(screen: dict[str, str], tmp_path: Path) -> None:
    here = meeting_point(DATA, screen)
    assert here == meeting_point(DATA, {**screen, "LANG": "de"})
    assert here.lock.parent == tmp_path / "run"
    assert Path(here.server).parent == tmp_path / "run"


@pytest.mark.parametrize("other", [{"DISPLAY": ":1"}, {"WAYLAND_DISPLAY": "wayland-0"}])
def test_another_screen_or_folder_is_another_place(screen: dict[str, str], other: dict[str, str]) -> None:
    assert meeting_point(DATA, screen | other) != meeting_point(DATA, screen)
    assert meeting_point(DATA.parent, screen) != meeting_point(DATA, screen)


@pytest.mark.parametrize("runtime", ["others may write", "missing", "none", "a link", "relative"])
def test_without_a_folder_of_the_users_own_one_is_made(
    screen: dict[str, str], runtime: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    run = tmp_path / "run"
    if runtime == "others may write":
        run.chmod(0o770)
    elif runtime == "a link":
        run.rename(tmp_path / "there")
        run.symlink_to(tmp_path / "there")
    else:
        run.rmdir()
    screen["XDG_RUNTIME_DIR"] = {"none": "", "relative": "run"}.get(runtime, str(run))
    folder = meeting_point(DATA, screen).lock.parent
    assert folder == tmp_path / f"whatsit-{os.getuid()}"
    assert folder.stat().st_mode & 0o777 == 0o700


def test_a_folder_that_others_prepared_is_not_used(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    trap = tmp_path / f"whatsit-{os.getuid()}"
    trap.mkdir()
    trap.chmod(0o777)
    with pytest.raises(PermissionError):
        meeting_point(DATA, {})


def test_the_lock_is_held_once(tmp_path: Path) -> None:
    lock = StartLock(tmp_path / "lock")
    assert start_lock(tmp_path / "lock") is None
    lock.release()
    lock.release()
    again = start_lock(tmp_path / "lock")
    assert again is not None
    again.release()


def test_a_killed_process_lets_go_of_it(tmp_path: Path) -> None:
    code = f"import os; from app.desktop.meeting import *; l = StartLock(Path({str(tmp_path / 'lock')!r})); os.abort()"
    root = Path(__file__).resolve().parents[2]
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, check=False)
    assert done.returncode < 0
    lock = start_lock(tmp_path / "lock")
    assert lock is not None
    lock.release()
