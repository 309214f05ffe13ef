"""What a check found, and how it is told in the terminal."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from app.steps import JobFailure
from app.wording import shown, trouble_sentence


class Verdict(Enum):
    """How a finding is marked."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor.

    Attributes:
        verdict: whether it is as it should be; a note is neither good nor bad.
        subject: what was looked at.
        words: what was found.
    """

    verdict: Verdict
    subject: str
    words: str


Check = Callable[[], Iterator[Finding]]


def findings(name: str, check: Check) -> Iterator[Finding]:
    """The findings of a check; an exception ends it as a problem, never as a traceback."""
    try:
        yield from check()
    except JobFailure as failure:
        yield Finding(Verdict.PROBLEM, name, trouble_sentence(failure.error))
    except Exception as error:
        yield Finding(Verdict.PROBLEM, name, _words(error))


def tell(finding: Finding) -> bool:
    """Print a line, and whether it is a problem."""
    print(f"{finding.verdict.value:<9}{finding.subject:<15}{shown(finding.words)}", flush=True)
    return finding.verdict is Verdict.PROBLEM


def first_line(error: BaseException) -> str:
    """What an exception says, or the first line of it."""
    return next(iter(str(error).strip().splitlines()), "no details")


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return f"{type(error).__name__}: {first_line(error)}"
