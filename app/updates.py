"""Asks the publisher which version is the newest: one request, which tells nothing about who asks."""

from __future__ import annotations

import time
from collections.abc import Callable
from threading import Thread

from app.release import Release, UpdateError, UpdateFailure, UpdateTrouble, release_in
from app.web import Web, WebFailure, WebTrouble, web_failures

SECONDS = 10.0  # for all of it
LARGEST = 64 << 10  # bytes of an answer

_LOOK = 0.05  # seconds, after which a person who gave up is noticed
_TROUBLES = {
    WebTrouble.UNREACHABLE: UpdateTrouble.UNREACHABLE,
    WebTrouble.UNTRUSTED: UpdateTrouble.UNTRUSTED,
    WebTrouble.TOO_SLOW: UpdateTrouble.TOO_SLOW,
    WebTrouble.REFUSED: UpdateTrouble.REFUSED,
    WebTrouble.ASTRAY: UpdateTrouble.ASTRAY,
    WebTrouble.CUT_OFF: UpdateTrouble.MEANINGLESS,
    WebTrouble.MEANINGLESS: UpdateTrouble.MEANINGLESS,
}


def newest(address: str, is_stopped: Callable[[], bool], seconds: float = SECONDS) -> Release | UpdateError:
    """The newest release, or why it is not known.

    Args:
        address: the https address that is asked.
        is_stopped: whether nobody waits any more; then what is returned means nothing.
        seconds: after which it is given up.
    """
    deadline = time.monotonic() + seconds
    question = _Question(address, seconds)
    question.start()
    while question.is_alive() and not is_stopped() and time.monotonic() < deadline:
        question.join(_LOOK)
    answer = question.answer  # once: it may come at this very moment
    if isinstance(answer, Exception):
        raise answer
    return answer or UpdateError(UpdateTrouble.TOO_SLOW)


class _Question(Thread):
    """One request in a thread that is left alone when nobody waits for it any more.

    Nothing can end the search for a computer's address, which may take the system a minute, and a server that sends a
    byte now and then may keep it busy; it does no harm and ends with the process.

    Attributes:
        answer: what came of it, something unforeseen as an exception; None as long as it is under way.
    """

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(name="question for updates", daemon=True)
        self.answer: Release | UpdateError | Exception | None = None
        self._address = address
        self._seconds = seconds

    def run(self) -> None:
        try:
            self.answer = release_in(_read(self._address, self._seconds))
        except UpdateFailure as failure:
            self.answer = failure.error
        except Exception as error:  # raised again where somebody waits
            self.answer = error


def _read(address: str, seconds: float) -> bytes:
    """What lies at an address; a silence may last so many seconds.

    Raises:
        UpdateFailure: nothing, or nothing that could be had.
    """
    try:
        with Web().open(address, seconds) as answer, web_failures():
            content = bytes(answer.read(LARGEST + 1))
    except WebFailure as failure:
        raise UpdateFailure(_TROUBLES[failure.trouble], failure.detail) from failure
    if len(content) > LARGEST:
        raise UpdateFailure(UpdateTrouble.TOO_LARGE)
    return content
