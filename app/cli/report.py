"""Findings printed as they are made, and the exit status that they give."""

from __future__ import annotations

import sys
from collections.abc import Iterable

from app.cli.findings import Finding, Verdict
from app.cli.interrupts import Interrupts
from app.cli.terminal import give_up_stdout, prepare
from app.wording import shown

SOUND, BROKEN = 0, 3


def report(found: Iterable[Finding]) -> int:
    """Print a line per finding, and how many problems there are; a windowed program has nowhere to print.

    Returns:
        3 if one of them is a problem, or cannot be printed.
    """
    with Interrupts() as interrupts:
        try:
            return BROKEN if _problems(found) else SOUND
        except KeyboardInterrupt:
            return interrupts.status
        except BrokenPipeError:
            raise
        except OSError as error:  # a check's own is a finding; this one is of stdout
            give_up_stdout(error)
            return BROKEN


def _problems(found: Iterable[Finding]) -> int:
    if sys.stdout is not None:
        prepare(sys.stdout)
    problems = sum(map(_told, found))
    _say("\nEverything works." if not problems else f"\nProblems found: {problems}.")
    return problems


def _told(finding: Finding) -> bool:
    """Whether it is a problem, once it is said."""
    _say(f"{finding.verdict.value:<9}{finding.subject:<15}{shown(finding.words)}")
    return finding.verdict is Verdict.PROBLEM


def _say(line: str) -> None:
    if sys.stdout is not None:
        print(line, flush=True)
