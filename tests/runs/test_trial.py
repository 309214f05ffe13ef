"""Only a decoder that dies by itself is guilty."""

from __future__ import annotations

import os
import sys
import threading
from pathlib import Path

import pytest

from app.paths import resources
from app.runs import trial as trial_module
from app.runs.trial import trial
from app.steps import Job
from app.values import Failed, ImageRef, Reason, Stage

from .crashes import hooked

CHELSEA = resources() / "examples" / "chelsea.png"
JOB = Job(1, ())


def verdict(ref: ImageRef, job: Job, stop: threading.Event) -> Failed | None:
    """The end of a trial."""
    steps = trial(ref, job, stop)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


@pytest.fixture(autouse=True)
def hook(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Children decode as pictures that end in a word of `crashes` want it."""
    monkeypatch.setenv("PYTHONPATH", hooked(tmp_path / "hook"))
    return tmp_path / "hook"


@pytest.fixture
def made(tmp_path: Path):
    def made(ending: bytes) -> ImageRef:
        path = tmp_path / os.fsdecode(b"caf\xe9 -x\n.png")
        path.write_bytes(CHELSEA.read_bytes() + ending)
        return ImageRef(path)

    return made


@pytest.mark.parametrize("path", [CHELSEA, Path("gone.png"), Path(__file__)])
def test_whatever_is_found_out_about_it_a_picture_that_kills_nobody_is_innocent(path: Path) -> None:
    assert verdict(ImageRef(path), JOB, threading.Event()) is None


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.parametrize(
    ("ending", "signal"), [(b"deadly", "SIGSEGV"), (b"aborting", "SIGABRT"), (b"hungry", "SIGKILL")]
)
def test_one_that_dies_is_guilty(made, ending: bytes, signal: str) -> None:
    ref = made(ending)
    assert verdict(ref, JOB, threading.Event()) == Failed(ref, Stage.DECODE, Reason.CRASHED, signal)


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_what_ends_a_session_is_no_crash(made) -> None:
    assert verdict(made(b"terminated"), JOB, threading.Event()) is None


def test_one_that_leaves_with_an_error_is_logged_and_innocent(made, caplog: pytest.LogCaptureFixture) -> None:
    assert verdict(made(b"leaving"), JOB, threading.Event()) is None
    assert "ended with status 7" in caplog.text


def test_one_that_never_ends_takes_too_long(made, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial_module, "LONGEST", 1.0)
    ref = made(b"endless")
    assert verdict(ref, JOB, threading.Event()) == Failed(ref, Stage.DECODE, Reason.TOO_SLOW, "more than 1 seconds")


def test_a_stop_ends_the_trial(made) -> None:
    stop = threading.Event()
    timer = threading.Timer(0.2, stop.set)
    timer.start()
    assert verdict(made(b"endless"), JOB, stop) is None
    timer.join()


@pytest.mark.parametrize("program", ["/nowhere/python", ""])
def test_without_a_child_nobody_is_guilty(
    program: str, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    monkeypatch.setattr(sys, "executable", program)
    assert verdict(ImageRef(CHELSEA), JOB, threading.Event()) is None
    assert "cannot be decoded in a process of its own" in caplog.text


def test_an_app_in_the_current_folder_is_not_run(made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "app.py").write_text("raise SystemExit(9)")
    monkeypatch.chdir(tmp_path)
    ref = made(b"deadly")
    assert verdict(ref, JOB, threading.Event()) is not None


@pytest.mark.skipif(sys.platform == "win32", reason="core files")
def test_a_crash_leaves_no_core(made, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import resource

    _, most = resource.getrlimit(resource.RLIMIT_CORE)
    before = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (most, most))
    monkeypatch.chdir(tmp_path)
    try:
        assert verdict(made(b"deadly"), JOB, threading.Event()) is not None
    finally:
        resource.setrlimit(resource.RLIMIT_CORE, before)
    assert not [path for path in tmp_path.iterdir() if path.name.startswith("core")]
    assert (tmp_path / "hook" / "core").read_text() == "(0, 0)"
