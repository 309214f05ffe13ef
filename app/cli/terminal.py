"""The standard streams: what may be missing, broken, or unable to print a character."""

from __future__ import annotations

import faulthandler
import io
import os
import shutil
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from typing import TextIO

from app.results.columns import BLOCKS

WIDTH_ELSEWHERE = 80  # columns where no terminal tells


def say(sentence: str) -> None:
    """One line on stderr; a program without a stderr (a windowed one) stays silent, and so does one whose is broken."""
    if sys.stderr is not None:
        try:
            print(sentence, file=sys.stderr, flush=True)
        except (OSError, ValueError):
            _abandon(sys.stderr)


def is_terminal(stream: TextIO | None) -> bool:
    """Whether somebody is looking at the stream."""
    try:
        return stream is not None and stream.isatty()
    except ValueError:  # it was closed
        return False


def terminal_width(stream: TextIO) -> int:
    """Columns of the terminal behind the stream; 80 where it is a file or a pipe."""
    return shutil.get_terminal_size((WIDTH_ELSEWHERE, 24)).columns if is_terminal(stream) else WIDTH_ELSEWHERE


def prints_blocks(stream: TextIO) -> bool:
    """Whether the stream's encoding has the block characters that bars are made of."""
    try:
        BLOCKS.encode(stream.encoding or "ascii")
    except (UnicodeError, LookupError):
        return False
    return True


def prepare(stream: TextIO, *, encoding: str | None = None, newline: str | None = None) -> TextIO:
    """Let the stream print everything: what its encoding lacks becomes a backslash escape."""
    if isinstance(stream, io.TextIOWrapper):
        stream.reconfigure(encoding=encoding, errors="backslashreplace", newline=newline)
    return stream


def abandon_stdout() -> None:
    """Print nothing more on a broken stdout."""
    if sys.stdout is not None:
        _abandon(sys.stdout)


def _abandon(stream: TextIO) -> None:
    """Point a broken stream at nothing, so that what is still buffered for it causes no error at the end."""
    with suppress(OSError, ValueError, AttributeError):
        nothing = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nothing, stream.fileno())
        os.close(nothing)


def give_up_stdout(error: OSError) -> None:
    """Say that what was printed did not arrive, and print nothing more."""
    abandon_stdout()
    say(f"whatsit: standard output cannot be written ({error.strerror or error}).")


@contextmanager
def libraries_silenced() -> Iterator[None]:
    """While the block lasts, what C libraries print on stderr goes nowhere; the program's own words still arrive.

    So does what Python says of a native crash, if it was asked to.

    libtiff, for one, prints hundreds of lines about a damaged file, into the rows and the progress of a terminal.
    """
    try:
        stderr = sys.stderr
        number = stderr.fileno()
    except (AttributeError, OSError, ValueError):  # there is none, or none that a C library could reach
        number = -1
    if number != _STDERR:
        yield
        return
    stderr.flush()
    kept = os.dup(number)
    _move_crash_words(kept)
    with open(os.devnull, "wb") as nothing:
        os.dup2(nothing.fileno(), number)
    try:
        with open(
            kept, "w", encoding=stderr.encoding, errors="backslashreplace", buffering=1, closefd=False
        ) as sys.stderr:
            yield
    finally:
        sys.stderr = stderr
        os.dup2(kept, number)
        _move_crash_words(number)
        os.close(kept)


def _move_crash_words(descriptor: int) -> None:
    if faulthandler.is_enabled():
        faulthandler.enable(descriptor, all_threads=False)


_STDERR = 2  # the descriptor that C libraries print to
