"""A start of the program finds out whether there is a window already, and hands everything over to it.

Nothing is handed over before the other has greeted, and nothing counts as handed over before it has said so. So a
window that hangs, or is just being closed, costs no picture and opens none twice.

Who finds nobody takes a lock, looks once more, and is the first. It keeps the lock until somebody listens at its socket
and its network was tried: then the others wait for it, however busy it is. A socket that a killed process left is
removed under the lock.
"""

from __future__ import annotations

import ctypes
import sys
import time
from enum import Enum

from PySide6.QtNetwork import QLocalSocket

from app.desktop.errand import GREETING, TAKEN, Errand, written
from app.desktop.meeting import ALONE, MeetingPoint, Standing, start_lock
from app.desktop.peers import is_own

PATIENCE = 2.0  # seconds that a window has for its answer
STARTING = 60.0  # seconds, while it starts: on a busy machine more windows would only make it worse
LISTEN = 100  # milliseconds, after which it looks whether it has waited enough
_AGAIN = 0.05  # seconds between two looks


class _Answer(Enum):
    TAKEN = "it has taken everything"
    ABSENT = "nobody is there"
    GONE = "it was there, but is gone"
    SILENT = "it does not answer"


def hand_over(point: MeetingPoint, errand: Errand) -> Standing:
    """Hand the errand to the window that is there, or be the first one.

    Raises:
        OSError: the lock's file cannot be made.
        ValueError: the errand is too large.
    """
    began = time.monotonic()
    while True:
        answer = _Visit(point).answer(errand)
        lock = start_lock(point.lock)
        if answer is _Answer.ABSENT and lock:
            answer = _Visit(point).answer(errand)  # somebody may have been quicker
            if answer is _Answer.ABSENT:
                return Standing(point=point, lock=lock)
        if lock:
            lock.release()
        if answer is _Answer.TAKEN:
            return Standing(is_done=True)
        if answer is _Answer.SILENT:
            return Standing(is_unanswered=True)
        if time.monotonic() - began > (PATIENCE if lock else STARTING):
            return ALONE
        time.sleep(_AGAIN)


class _Visit:
    """One call at the socket of the first."""

    def __init__(self, point: MeetingPoint) -> None:
        self._point = point
        self._socket = QLocalSocket()
        self._heard = b""
        self._began = time.monotonic()

    def answer(self, errand: Errand) -> _Answer:
        """What comes of it; the socket is closed afterwards."""
        socket = self._socket
        socket.connectToServer(self._point.server)
        if not socket.waitForConnected(round(1000 * PATIENCE)):
            is_busy = socket.error() is QLocalSocket.LocalSocketError.SocketTimeoutError
            return _Answer.SILENT if is_busy else _Answer.ABSENT
        try:
            return self._talk(errand)
        finally:
            socket.abort()

    def _talk(self, errand: Errand) -> _Answer:
        if not is_own(self._socket.socketDescriptor()):
            return _Answer.SILENT
        if trouble := self._hear(GREETING):
            return trouble
        _let_come_forward()
        self._socket.write(written(errand))
        self._heard, self._began = b"", time.monotonic()
        return self._hear(TAKEN) or _Answer.TAKEN

    def _hear(self, word: bytes) -> _Answer | None:
        """Wait for a word; None when it was said."""
        while len(self._heard) < len(word):
            if self._socket.waitForReadyRead(LISTEN):
                self._heard += bytes(self._socket.readAll().data())
            elif self._socket.state() is not QLocalSocket.LocalSocketState.ConnectedState:
                return _Answer.GONE
            elif self._is_late():
                return _Answer.SILENT
        return None if self._heard == word else _Answer.SILENT

    def _is_late(self) -> bool:
        waited = time.monotonic() - self._began
        return waited > STARTING or (waited > PATIENCE and not self._is_starting())

    def _is_starting(self) -> bool:
        lock = start_lock(self._point.lock)
        if lock:
            lock.release()
        return lock is None


def _let_come_forward() -> None:
    """On Windows only who was started by the user may come to the front, or let others."""
    if sys.platform == "win32":
        ctypes.windll.user32.AllowSetForegroundWindow(-1)
