"""`whatsit doctor`: is this installation sound?"""

from __future__ import annotations

import sys

from app.cli.checks import Finding, Verdict, all_checks, findings
from app.cli.interrupts import Interrupts
from app.cli.terminal import prepare
from app.wording import shown

SOUND, BROKEN = 0, 3


def doctor() -> int:
    """Print a line per finding as it is made; 3 if one of them is a problem."""
    if sys.stdout is not None:
        prepare(sys.stdout)
    with Interrupts() as interrupts:
        try:
            problems = sum(map(_told, (each for name, check in all_checks() for each in findings(name, check))))
        except KeyboardInterrupt:
            return interrupts.status
    print("\nEverything works." if not problems else f"\nProblems found: {problems}.")
    return BROKEN if problems else SOUND


def _told(finding: Finding) -> bool:
    """Print it, and whether it is a problem."""
    print(f"{finding.verdict.value:<9}{finding.subject:<15}{shown(finding.words)}", flush=True)
    return finding.verdict is Verdict.PROBLEM
