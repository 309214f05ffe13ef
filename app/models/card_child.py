"""Asks the libraries for their networks in a child process: importing them would hold up the window for seconds."""

from __future__ import annotations

import logging
import subprocess
import sys
import time
from collections.abc import Callable

from app.models.card_cache import is_kept
from app.own_process import own_command, own_environment

logger = logging.getLogger(__name__)

COMMAND = ("models", "list")
LONGEST = 120.0  # seconds; a slow disk takes a tenth of it
_LISTEN = 0.05  # seconds after which a wait looks whether it is still wanted


def have_cards_kept(is_stopped: Callable[[], bool]) -> None:
    """See to it that `library_cards` answers at once, as far as that is possible; waits, and stops when told to.

    Where no child can be started, or it cannot keep what it found, there is nothing but to ask the libraries here.
    """
    if is_kept():
        return
    try:
        child = _started()
    except OSError as error:
        logger.warning("the libraries cannot be asked in a process of their own: %s", error)
        return
    try:
        _wait(child, is_stopped)
    finally:
        child.kill()
        child.wait()


def _started() -> subprocess.Popen[bytes]:
    """The child; it hears no Ctrl+C of ours, and says nothing."""
    nothing = subprocess.DEVNULL
    flags = 0
    if sys.platform == "win32":
        flags = subprocess.CREATE_NO_WINDOW | subprocess.CREATE_NEW_PROCESS_GROUP
    return subprocess.Popen(
        [*own_command(), *COMMAND],
        stdin=nothing,
        stdout=nothing,
        stderr=nothing,
        env=own_environment(),
        start_new_session=True,
        creationflags=flags,
    )


def _wait(child: subprocess.Popen[bytes], is_stopped: Callable[[], bool]) -> None:
    deadline = time.monotonic() + LONGEST
    while child.poll() is None and time.monotonic() < deadline and not is_stopped():
        time.sleep(_LISTEN)
