"""`whatsit doctor`: a line per finding, and a status."""

from __future__ import annotations

import signal
from collections.abc import Iterator

import pytest

from app.cli import doctor as module
from app.cli.findings import Finding, Verdict
from app.cli.main import main

Capture = pytest.CaptureFixture[str]


def use(monkeypatch: pytest.MonkeyPatch, *made: Finding | type[BaseException]) -> None:
    def check() -> Iterator[Finding]:
        for each in made:
            if isinstance(each, Finding):
                yield each
            else:
                signal.raise_signal(signal.SIGINT)

    monkeypatch.setattr(module, "all_checks", lambda: (("it", check),))


def test_everything_in_order(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    use(monkeypatch, Finding(Verdict.OK, "Python", "3.11"), Finding(Verdict.NOTE, "window", "no screen"))
    assert main(["doctor"]) == 0
    assert capsys.readouterr().out == (
        "ok       Python         3.11\nnote     window         no screen\n\nEverything works.\n"
    )


def test_a_problem_gives_status_3_and_the_rest_is_checked(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    use(monkeypatch, Finding(Verdict.PROBLEM, "a", "bad\x1b[31m\n"), Finding(Verdict.OK, "b", "good"))
    assert main(["doctor"]) == 3
    said = capsys.readouterr().out
    assert "problem  a              bad\\x1b[31m\\n\nok       b" in said
    assert said.endswith("Problems found: 1.\n")


def test_findings_that_nobody_gets_are_a_problem(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    use(monkeypatch, Finding(Verdict.OK, "a", "good"))
    monkeypatch.setattr("sys.stdout", None)
    assert main(["doctor"]) == 3
    assert capsys.readouterr().err == "whatsit: standard output cannot be written (it is closed).\n"


def test_it_can_be_interrupted(monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    use(monkeypatch, Finding(Verdict.OK, "a", "good"), KeyboardInterrupt)
    assert main(["doctor"]) == 130
    assert capsys.readouterr().err == ""
