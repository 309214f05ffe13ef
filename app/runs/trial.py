"""The trial of a picture that was being decoded when a process died: in a process of its own, which may die of it."""

from __future__ import annotations

import logging
import os
import signal
import subprocess
import sys
import time
from collections.abc import Generator, Sequence
from contextlib import suppress
from pathlib import Path
from threading import Event

from app.inference.decoding import decoded
from app.models.catalog import find_model
from app.own_process import own_command, own_environment
from app.steps import Job
from app.values import Failed, ImageRef, Limits, Reason, Stage

if sys.platform == "win32":
    import msvcrt
else:
    import resource

logger = logging.getLogger(__name__)

COMMAND = "--decode-alone"  # of `whatsit`, followed by the words that `stand_trial` takes; in no help
LONGEST = 60.0  # seconds; the slowest picture within the limits takes a tenth of it
_LISTEN = 0.05  # seconds after which a wait looks whether the run was stopped
_CRASHES = 0xC0000000  # from here on an exit code of Windows is an exception that nobody caught …
_CONTROL_C = 0xC000013A  # … or this


def trial(ref: ImageRef, job: Job, stop: Event) -> Generator[None, None, Failed | None]:
    """Decode a picture in a child process with the model and the limits of `job`; yields while it is waited for.

    Returns:
        Why it must not be decoded in this process: the child died by a signal (CRASHED), or did not end (TOO_SLOW).
        None where it survived, whatever it found out, and where no child could be started, which is logged. None as
        well when `stop` was set: then nothing is known.
    """
    try:
        child = _started(ref.path, job)
    except (OSError, ValueError) as error:
        logger.warning("%r cannot be decoded in a process of its own: %s", ref.path, error)
        return None
    try:
        status = yield from _status(child, stop)
        return _verdict(ref, status, stop)
    finally:
        child.kill()
        child.wait()


def stand_trial(words: Sequence[str]) -> int:
    """In the child: decode the picture that the words name in both ways there are, and be there afterwards.

    Args:
        words: key of the model, most pixels, path.
    """
    _die_quietly()
    model, pixels, path = words
    for is_exact in (True, False):
        decoded(ImageRef(Path(path)), find_model(model).preprocess, Limits(int(pixels)), is_exact=is_exact)
    return 0


def _started(path: Path, job: Job) -> subprocess.Popen[bytes]:
    """The child; it hears no Ctrl+C of ours, and says nothing."""
    words = [*own_command(), COMMAND, job.model, str(job.limits.pixels), os.fspath(path.absolute())]
    nothing = subprocess.DEVNULL
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(
        words,
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        env=own_environment(),
        start_new_session=True,
        creationflags=flags,
    )


def _status(child: subprocess.Popen[bytes], stop: Event) -> Generator[None, None, int | None]:
    """The exit status of the child; None when it does not end, or nobody wants to know any more."""
    deadline = time.monotonic() + LONGEST
    while not stop.is_set() and time.monotonic() < deadline:
        with suppress(subprocess.TimeoutExpired):
            return child.wait(_LISTEN)
        yield
    return None


def _verdict(ref: ImageRef, status: int | None, stop: Event) -> Failed | None:
    if status is None:
        return None if stop.is_set() else Failed(ref, Stage.DECODE, Reason.TOO_SLOW, f"more than {LONGEST:.0f} seconds")
    if crash := _crash(status):
        return Failed(ref, Stage.DECODE, Reason.CRASHED, crash)
    if status:
        logger.warning("the process that decoded %r ended with status %d", ref.path, status)
    return None


def _crash(status: int) -> str:
    """The name of the signal, or the number of the exception, that ended a process; "" where it left by itself."""
    if sys.platform == "win32":
        return f"{status:#x}" if status >= _CRASHES and status != _CONTROL_C else ""
    if status >= 0:
        return ""
    with suppress(ValueError):
        return signal.Signals(-status).name
    return f"signal {-status}"


def _die_quietly() -> None:
    """Leave no core and open no dialogue; end when nobody waits any more; die by what the decoder does, and only by it.

    Whoever ends a session sends these signals to every process in it.
    """
    if sys.platform == "win32":
        msvcrt.SetErrorMode(msvcrt.SEM_FAILCRITICALERRORS | msvcrt.SEM_NOGPFAULTERRORBOX)
        return
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    for number in (signal.SIGINT, signal.SIGTERM, signal.SIGHUP):
        signal.signal(number, signal.SIG_IGN)
    signal.alarm(int(2 * LONGEST))
