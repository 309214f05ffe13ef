"""What a check found."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import Enum

from app.steps import JobFailure
from app.wording import trouble_sentence


class Verdict(Enum):
    """How a finding is marked."""

    OK = "ok"
    NOTE = "note"
    PROBLEM = "problem"


@dataclass(frozen=True, slots=True)
class Finding:
    """One line of the doctor or of the self-test.

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


def first_line(error: BaseException) -> str:
    """What an exception says, or the first line of it."""
    return next(iter(str(error).strip().splitlines()), "no details")


def _words(error: Exception) -> str:
    if isinstance(error, OSError) and error.filename and error.strerror:
        return f"{error.filename}: {error.strerror}"
    return f"{type(error).__name__}: {first_line(error)}"
