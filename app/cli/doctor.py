"""`whatsit doctor`: is this installation sound?"""

from __future__ import annotations

import sys
from collections.abc import Iterator

from app.cli.checks import all_checks
from app.cli.findings import Finding, findings
from app.cli.report import report


def doctor() -> int:
    """Print a line per finding as it is made; 3 if one of them is a problem, or cannot be printed."""
    return report(_found())


def _found() -> Iterator[Finding]:
    """Raises OSError where nobody would see anything."""
    if sys.stdout is None:
        raise OSError("it is closed")
    for name, check in all_checks():
        yield from findings(name, check)
