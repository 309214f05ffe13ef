"""Keeps the computer from falling asleep while there is work; its screen may still go dark.

wakepy knows how each system wants to be asked. It waits for answers, so it works in a thread of its own.
"""

from __future__ import annotations

import logging
import sys
import threading
from contextlib import ExitStack
from typing import Any

from PySide6.QtCore import QObject, QThread

from app.desktop.background import Background
from app.desktop.session_bus import ask, open_bus

logger = logging.getLogger(__name__)

PROGRAM = "Whatsit"


class Awake(QObject):
    """Holds the computer awake between `hold` and `release`, where the system can be asked for it.

    Nothing here waits or raises. What the system does not do is a line in the log.
    """

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._holding: _Hold | None = None
        self._threads: set[_Hold] = set()

    @property
    def is_held(self) -> bool:
        """Whether the computer is to stay awake; the system may see it otherwise."""
        return self._holding is not None

    def hold(self, reason: str) -> None:
        """Keep the computer awake from now on; once it is, a second call changes nothing.

        Args:
            reason: what for, in words that a desktop may show.
        """
        if self._holding is None:
            self._holding = _Hold(reason, self)
            self._threads.add(self._holding)
            self._holding.finished.connect(self._on_finished)
            self._holding.start()

    def release(self) -> None:
        """The computer may sleep again."""
        if self._holding is not None:
            self._holding.let_go()
            self._holding = None

    def close(self) -> list[QThread]:
        """Let go; returns the threads that are ending, to be waited for."""
        self.release()
        return list(self._threads)

    def _on_finished(self) -> None:
        thread = self.sender()
        if isinstance(thread, _Hold):
            self._threads.discard(thread)
            thread.deleteLater()


class _Hold(Background):
    """One time of staying awake. A process that ends otherwise is let go of by the system itself."""

    def __init__(self, reason: str, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("awake")
        self._reason = reason
        self._over = threading.Event()

    def let_go(self) -> None:
        """End it."""
        self._over.set()

    # in the thread

    def work(self) -> None:
        try:
            with ExitStack() as lines:
                self._stay(lines)
        except Exception as error:  # a library between us and the desktop may raise anything; the work goes on
            logger.info("the computer may fall asleep: %s: %s", type(error).__name__, error)

    def _stay(self, lines: ExitStack) -> None:
        """Stay awake until it is over; `lines` closes the connections that were opened for it."""
        from wakepy import keep

        with keep.running(on_fail=_tell_failure, dbus_adapter=_dbus_adapter(self._reason, lines)) as mode:
            if mode.active:
                logger.info("the computer is kept awake (%s)", mode.method)
            self._over.wait()


def _tell_failure(result: Any) -> None:
    logger.info("the computer may fall asleep: %s", result.get_failure_text())


def _dbus_adapter(reason: str, lines: ExitStack) -> Any:
    """How wakepy asks the desktops of Linux: in our name.

    Its own adapter leaves connections open where a desktop says no, and collects garbage, for which the window would
    have to wait.
    """
    if sys.platform in ("win32", "darwin"):
        return None
    import wakepy

    words = {"app_id": PROGRAM, "application_name": PROGRAM, "reason": reason, "reason_for_inhibit": reason}

    class Adapter(wakepy.DBusAdapter):
        connection: Any = None

        def process(self, call: Any) -> object:
            if self.connection is None:
                self.connection = lines.enter_context(open_bus())
            method, given = call.method, call.get_kwargs()
            values = call.args if given is None else tuple(words.get(name, value) for name, value in given.items())
            target = (method.service, method.path, method.interface)
            return ask(self.connection, *target, method.name, method.signature, values)

    return Adapter
