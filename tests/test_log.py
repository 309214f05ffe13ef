"""The log file: there when needed, silent when it cannot be."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from app.log import kept_log

PROGRAM = """
import logging, sys, warnings
from pathlib import Path
from app.log import keep_log, kept_log
keep_log(Path(sys.argv[1]))
logging.getLogger("room").info("too quiet")
if len(sys.argv) > 2:
    logging.getLogger("room").error("caf\\udce9 %s", "went wrong")
    warnings.warn("old thing", DeprecationWarning)
    print(kept_log())
"""


def run(*words: str) -> str:
    done = subprocess.run(
        [sys.executable, "-c", PROGRAM, *words], capture_output=True, text=True, check=True, timeout=60
    )
    return done.stdout + done.stderr


def test_nothing_is_made_before_there_is_something_to_write(tmp_path: Path) -> None:
    assert run(str(tmp_path / "deep" / "log")) == ""
    assert list(tmp_path.iterdir()) == []


def test_records_and_warnings_are_kept_and_not_printed(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "log"
    assert run(str(path), "write") == f"{path}\n"
    kept = path.read_text()
    assert "ERROR room: caf\\udce9 went wrong" in kept
    assert "old thing" in kept
    assert "too quiet" not in kept


def test_without_a_log_there_is_none_to_point_at() -> None:
    assert kept_log() is None


def test_a_log_that_cannot_be_written_disturbs_nobody(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    assert run(str(tmp_path / "file" / "log"), "write") == "None\n"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_in_its_place_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "log")
    assert run(str(tmp_path / "log"), "write") == "None\n"
