"""Progress: only for who looks, and never in the way of the rows."""

from __future__ import annotations

import io
import threading

import pytest

from app.cli.progress import Progress


class Terminal(io.StringIO):
    def isatty(self) -> bool:
        return True


def work(progress: Progress, rows: io.StringIO) -> None:
    progress.count("Looking for pictures")
    progress.advance()
    progress.wait("Loading the model")
    progress.measure("Classifying", 3)
    for _ in range(3):
        progress.write("row\n", rows)
        progress.advance()
    progress.say("a note")
    progress.close()


def test_a_file_gets_no_progress(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", stderr := io.StringIO())
    work(Progress(), rows := io.StringIO())
    assert stderr.getvalue() == "a note\n"
    assert rows.getvalue() == "row\n" * 3


def test_a_terminal_gets_phases_and_keeps_whole_rows(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal()
    monkeypatch.setattr("sys.stderr", terminal)
    monkeypatch.setattr("sys.stdout", terminal)
    work(Progress(), terminal)
    drawn = terminal.getvalue()
    for phase in ("Looking for pictures…", "Loading the model…", "Classifying", "/3", "left", "a note\n"):
        assert phase in drawn
    assert sum(line.rpartition("\r")[2] == "row" for line in drawn.split("\n")) == 3
    assert drawn.endswith("  \r")  # the line is wiped


def test_it_leaves_no_thread(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.stderr", Terminal())
    before = threading.enumerate()
    work(Progress(), io.StringIO())
    assert threading.enumerate() == before
