"""A process that really dies leaves a report; one that was killed or ended well leaves none."""

from __future__ import annotations

import faulthandler
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.desktop.crash_reports import KEPT, CrashReports

ROOT = Path(__file__).resolve().parents[2]
DYING = """
import faulthandler, sys, time
from pathlib import Path
from app.desktop.crash_reports import CrashReports
reports = CrashReports(Path(sys.argv[1]))
reports.watch()
print("ready", flush=True)
if sys.argv[2] == "crash":
    faulthandler._sigsegv()
if sys.argv[2] == "end":
    reports.end()
    sys.exit(0)
time.sleep(60)
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "crashes"


@pytest.fixture(autouse=True)
def pytests_own_faulthandler() -> Iterator[None]:
    was = faulthandler.is_enabled()
    yield
    if was:
        faulthandler.enable(sys.__stderr__)


def process(folder: Path, how: str) -> subprocess.Popen[str]:
    command = [sys.executable, "-c", DYING, str(folder), how]
    child = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
    assert child.stdout.readline() == "ready\n"
    return child


def ended(folder: Path, how: str) -> int:
    with process(folder, how) as child:
        if how == "killed":
            child.kill()
        return child.wait(30)


@pytest.mark.skipif(os.name == "nt", reason="signals")
def test_a_native_crash_is_offered_once_at_the_next_start(folder: Path) -> None:
    assert ended(folder, "crash") == -signal.SIGSEGV
    reports = CrashReports(folder)
    assert reports.text().startswith("Whatsit ")
    assert "Segmentation fault" in reports.text()
    reports.seen()
    assert reports.earlier.is_file(), "it stays on the disk"
    assert CrashReports(folder).earlier is None


def test_a_report_that_cannot_be_read_says_why(folder: Path) -> None:
    (folder / "new-crash-1.txt").mkdir(parents=True)
    assert "new-crash-1.txt" in CrashReports(folder).text()
    assert CrashReports(folder / "none").text() == ""


@pytest.mark.parametrize("how", ["killed", "end"])
def test_a_kill_and_a_clean_end_leave_nothing(folder: Path, how: str) -> None:
    ended(folder, how)
    assert CrashReports(folder).earlier is None
    assert list(folder.iterdir()) == []


def test_a_process_that_still_runs_is_left_alone(folder: Path) -> None:
    with process(folder, "run") as child:
        assert CrashReports(folder).earlier is None
        assert len(list(folder.iterdir())) == 1
        child.kill()


def test_watching_and_ending_leave_nothing(folder: Path) -> None:
    reports = CrashReports(folder)
    reports.watch()
    assert [path.name for path in folder.iterdir()] == [f"running-{os.getpid()}.txt"]
    reports.end()
    reports.end()
    assert list(folder.iterdir()) == []


def test_only_the_newest_few_are_kept(folder: Path) -> None:
    folder.mkdir()
    for number in range(KEPT + 3):
        report = folder / f"new-crash-{number}.txt"
        report.write_text("a\nb\n")
        os.utime(report, (number, number))
    reports = CrashReports(folder)
    assert reports.earlier == folder / f"new-crash-{KEPT + 2}.txt"
    assert len(list(folder.iterdir())) == KEPT


@pytest.mark.parametrize("name", ["running-.txt", "running-abc.txt", "running-99999999999999999999.txt", "other.txt"])
def test_strange_files_keep_no_report_from_being_found(
    folder: Path, name: str, caplog: pytest.LogCaptureFixture
) -> None:
    folder.mkdir()
    (folder / name).write_text("a\nb\n")
    (folder / "new-crash-1.txt").write_text("a\nb\n")
    assert CrashReports(folder).earlier == folder / "new-crash-1.txt"


def test_a_folder_that_cannot_be_written_is_noted(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    folder.write_text("a file in the way")
    reports = CrashReports(folder)
    reports.watch()
    reports.end()
    assert "crash reports cannot be written" in caplog.text


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a device that is always full")
def test_a_full_disk_keeps_no_window_from_opening(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    reports = CrashReports(folder)
    folder.mkdir()
    (folder / f"running-{os.getpid()}.txt").symlink_to("/dev/full")
    reports.watch()
    reports.end()
    assert "No space left on device" in caplog.text


def test_an_unforeseen_exception_goes_into_the_log(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    try:
        1 / 0  # noqa: B018
    except ZeroDivisionError as error:
        text = CrashReports(folder).note(type(error), error, error.__traceback__)
    assert "ZeroDivisionError" in text
    assert "test_an_unforeseen" in text
    assert text in caplog.text


def test_a_report_survives_a_clock_that_stands_still(folder: Path) -> None:
    """Two crashes in the same second are two reports, or at least one that can be read."""
    folder.mkdir()
    now = time.time()
    for process_id in (4_000_001, 4_000_002):
        report = folder / f"running-{process_id}.txt"
        report.write_text(f"head\nstack {process_id}\n")
        os.utime(report, (now, now))
    assert "stack" in CrashReports(folder).earlier.read_text()
