"""What `whatsit sort` and `whatsit undo` have in common: the steps told, and how it ended."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED, SOME_FAILED
from app.cli.interrupts import Interrupts
from app.cli.progress import Progress
from app.cli.terminal import prepare
from app.results.sorting.steps import Handled, LeftAlone, SortEnd, SortError, SortStep
from app.runs.troubles import store_failures
from app.steps import JobFailure
from app.wording import left_sentence, shown, sort_trouble_sentence, trouble_sentence


def told(steps: Iterator[SortStep], words: str, interrupts: Interrupts, progress: Progress) -> SortEnd:
    """Do the work and tell what cannot be done; Ctrl+C ends it, within a large file too."""
    interrupts.patient = True
    done: int | None = None
    for step in steps:
        match step:
            case Handled():
                if done is None:
                    done = max(0, step.done - 1)
                    progress.measure(words, step.total, done)
                progress.advance(step.done - done)
                done = step.done
            case LeftAlone():
                progress.say(f"{shown(step.path)}: {left_sentence(step.why, step.detail)}")
            case SortEnd():
                progress.close()
                return step
    raise RuntimeError("the work stopped without an ending")


def status_of(end: SortEnd, interrupts: Interrupts, progress: Progress) -> int:
    """Say why it ended early, if it did, and what to do next; the exit status."""
    if end.error is not None:
        progress.say(error_sentence(end.error))
    if end.store_error is not None:
        progress.say(_store_sentence(end))
    if end.error is None and not end.is_complete:
        return interrupts.status
    if end.error or end.store_error:
        return JOB_FAILED
    return SOME_FAILED if end.left else ALL_CLASSIFIED


def error_sentence(error: SortError) -> str:
    """What stands against it."""
    return f"whatsit: {sort_trouble_sentence(error.trouble, error.subject, error.detail)}"


def tell(line: str) -> None:
    """One line on standard output, whatever it can print."""
    if sys.stdout is not None:
        print(line, file=prepare(sys.stdout))


def counted(number: int, noun: str) -> str:
    """ "1 file", "2,000 files"."""
    return f"{number:,} {noun}" if number == 1 else f"{number:,} {noun}s"


def _store_sentence(end: SortEnd) -> str:
    try:
        with store_failures():
            if end.store_error is not None:
                raise end.store_error
    except JobFailure as failure:
        return f"What is known of the files does not follow yet; run the same again. {trouble_sentence(failure.error)}"
    return ""
