"""`whatsit doctor`: is this installation sound?"""

from __future__ import annotations

import sys

from app.cli.checks import all_checks
from app.cli.findings import findings, tell
from app.cli.interrupts import Interrupts
from app.cli.terminal import give_up_stdout, prepare

SOUND, BROKEN = 0, 3


def doctor() -> int:
    """Print a line per finding as it is made; 3 if one of them is a problem, or cannot be printed."""
    with Interrupts() as interrupts:
        try:
            return BROKEN if _problems() else SOUND
        except KeyboardInterrupt:
            return interrupts.status
        except BrokenPipeError:
            raise
        except OSError as error:  # a check's own is a finding; this one is of stdout
            give_up_stdout(error)
            return BROKEN


def _problems() -> int:
    """Print everything; how many problems there are."""
    if sys.stdout is None:
        raise OSError("it is closed")
    prepare(sys.stdout)
    problems = sum(map(tell, (each for name, check in all_checks() for each in findings(name, check))))
    print("\nEverything works." if not problems else f"\nProblems found: {problems}.", flush=True)
    return problems
