"""Where the rows of a command go: standard output, or a file that is whole or absent."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from app.cli.interrupts import Interrupts
from app.cli.layouts import encoding_of, newline_of
from app.cli.terminal import abandon_stdout, prepare, say
from app.files.whole_file import whole_file
from app.wording import shown

ALL_CLASSIFIED, SOME_FAILED, WRONG_USE, JOB_FAILED = range(4)


class UnfinishedError(Exception):
    """Leaves the block of a whole file, so that half an export never gets its name."""

    def __init__(self, status: int) -> None:
        super().__init__(status)
        self.status = status


def write_rows(options: argparse.Namespace, interrupts: Interrupts, write: Callable[[TextIO], int]) -> int:
    """Let `write` write text to where `options.output` says; its exit status, or that of what kept it from ending.

    Raises:
        BrokenPipeError: whoever reads the rows has gone, whatever name the pipe has.
    """

    def write_there() -> int:
        with _destination(options, interrupts) as file:
            return write(file)

    return reported(options, write_there)


def reported(options: argparse.Namespace, write: Callable[[], int]) -> int:
    """Let `write` write to where `options.output` says; what keeps it from that is said.

    Raises:
        BrokenPipeError: whoever reads the rows has gone.
    """
    try:
        return write()
    except UnfinishedError as unfinished:
        return unfinished.status
    except OSError as error:
        if isinstance(error, BrokenPipeError):
            raise
        if not options.output:
            abandon_stdout()
        say(f"whatsit: the answers cannot be written to {_name(options)} ({error.strerror or error}).")
        return JOB_FAILED


@contextmanager
def _destination(options: argparse.Namespace, interrupts: Interrupts) -> Iterator[TextIO]:
    """Raises OSError where nothing can be written, or what was written did not arrive."""
    newline = newline_of(options.format)
    if options.output:
        with whole_file(Path(options.output), newline=newline, beginning=interrupts.unfinished.append) as file:
            yield file
        return
    if sys.stdout is None:
        raise OSError("it is closed")
    yield prepare(sys.stdout, encoding=encoding_of(options.format), newline=newline)
    sys.stdout.flush()


def _name(options: argparse.Namespace) -> str:
    return shown(options.output) if options.output else "standard output"
