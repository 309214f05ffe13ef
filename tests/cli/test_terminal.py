"""The standard streams, whole and broken."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from app.cli.terminal import is_terminal, libraries_silenced, prepare, prints_blocks, say, terminal_width


def test_a_missing_stderr_is_no_trouble(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.setattr(sys, "stderr", None)
    say("nobody hears")
    with libraries_silenced():
        say("nobody hears")
    assert capsys.readouterr().out == ""


def test_a_closed_stream_is_no_terminal() -> None:
    stream = io.StringIO()
    stream.close()
    assert not is_terminal(stream)
    assert not is_terminal(None)


def test_a_file_is_80_columns_wide(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "200")
    assert terminal_width(io.StringIO()) == 80


def test_an_unknown_encoding_prints_no_blocks() -> None:
    assert not prints_blocks(io.StringIO())
    assert prints_blocks(io.TextIOWrapper(io.BytesIO(), encoding="utf-8"))


def test_what_an_encoding_lacks_becomes_an_escape() -> None:
    raw = io.BytesIO()
    stream = prepare(io.TextIOWrapper(raw, encoding="ascii"))
    stream.write("猫\udce9")
    stream.flush()
    assert raw.getvalue() == b"\\u732b\\udce9"


@pytest.mark.skipif(os.name != "posix", reason="descriptors of POSIX")
def test_c_libraries_are_silenced_and_the_program_is_not() -> None:
    program = """
import os, sys
from app.cli.terminal import libraries_silenced, say
with libraries_silenced():
    os.write(2, b"TIFF warning")
    say("inside")
os.write(2, b"after")
say("wards")
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=True)
    assert done.stderr == b"inside\nafterwards\n"


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("place", ["inside", "after"])
def test_a_native_crash_is_heard_in_the_silence_too(place: str) -> None:
    program = f"""
import faulthandler
from app.cli.terminal import libraries_silenced
faulthandler.enable(2)
with libraries_silenced():
    if {place!r} == "inside":
        faulthandler._sigabrt()
faulthandler._sigabrt()
"""
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, check=False)
    assert done.returncode == -signal.SIGABRT
    assert b"Fatal Python error: Aborted" in done.stderr


@pytest.mark.skipif(sys.platform != "linux", reason="needs Linux's devices")
@pytest.mark.parametrize("place", ["outside", "inside"])
def test_a_full_stderr_changes_no_status(place: str) -> None:
    program = f"""
import sys
from contextlib import nullcontext
from app.cli.terminal import libraries_silenced, say
with libraries_silenced() if {place!r} == "inside" else nullcontext():
    say("nobody hears")
say("nobody hears")
sys.exit(1)
"""
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONUNBUFFERED"}
    environment["PYTHONPATH"] = str(Path(__file__).parents[2])
    with open("/dev/full", "w") as full:
        done = subprocess.run([sys.executable, "-c", program], env=environment, stderr=full, check=False)
    assert done.returncode == 1
