"""What the desktop around the window is told: how far the work is, and that it is over.

On Linux both go over the session's D-Bus, as GNOME, KDE and their like take them: notifications, and the progress of a
launcher or task bar (https://wiki.ubuntu.com/Unity/LauncherAPI). Elsewhere the task bar draws attention to the window.
"""

from __future__ import annotations

import html
import logging
import sys
from collections.abc import Callable
from queue import SimpleQueue
from typing import Any

from PySide6.QtCore import QObject, QThread
from PySide6.QtWidgets import QApplication, QWidget

from app.desktop.background import Background
from app.desktop.session_bus import announce, ask, open_bus
from app.wording import shown

logger = logging.getLogger(__name__)

PROGRAM = "app.whatsit.Whatsit"  # the name of its desktop file
STEPS = 100  # of the progress that is told

_Telling = Callable[[Any], None]


class Desk(QObject):
    """Tells the desktop around a window; nothing here waits or raises, and a desktop that does not listen is let be."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._line = _Line(self) if sys.platform.startswith("linux") else None
        self._told: int | None = None

    def show_progress(self, share: float | None) -> None:
        """Show on the launcher how much is done, from 0 to 1; None takes it away."""
        step = None if share is None else round(STEPS * min(1.0, max(0.0, share)))
        if step != self._told:
            self._told = step
            self._send(lambda connection: _send_progress(connection, step))

    def tell(self, title: str, words: str) -> None:
        """Tell a person who is not looking at the window; whatever is in the words is shown as it is."""
        if self._window.isActiveWindow():
            return
        QApplication.alert(self._window)
        self._send(lambda connection: _notify(connection, shown(title), shown(words)))

    def close(self) -> list[QThread]:
        """Say no more; returns the thread that is ending, to be waited for."""
        if self._line is None:
            return []
        self.show_progress(None)
        return self._line.close()

    def _send(self, telling: _Telling) -> None:
        if self._line is not None:
            self._line.send(telling)


class _Line(Background):
    """The line to the desktop; it is opened when there is something to say, and given up when nobody is there."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self.setObjectName("desk")
        self._tellings: SimpleQueue[_Telling | None] = SimpleQueue()
        self._is_begun = False

    def send(self, telling: _Telling) -> None:
        """Say something as soon as possible."""
        if not self._is_begun:
            self._is_begun = True
            self.start()
        if not self.isFinished():
            self._tellings.put(telling)

    def close(self) -> list[QThread]:
        """Hang up after what is to be said."""
        self._tellings.put(None)
        return [self]

    # in the thread

    def work(self) -> None:
        try:
            with open_bus() as connection:
                while telling := self._tellings.get():
                    _say(telling, connection)
        except Exception as error:  # no bus, or one that went away: the window does without
            logger.info("the desktop cannot be told anything: %s: %s", type(error).__name__, error)


def _say(telling: _Telling, connection: Any) -> None:
    from jeepney import DBusErrorResponse

    try:
        telling(connection)
    except (DBusErrorResponse, TimeoutError) as error:
        logger.info("the desktop does not take it: %s", error)


def _send_progress(connection: Any, step: int | None) -> None:
    shown_now = {"progress": ("d", (step or 0) / STEPS), "progress-visible": ("b", step is not None)}
    launcher, program = "com.canonical.Unity.LauncherEntry", f"application://{PROGRAM}.desktop"
    announce(connection, "/app/whatsit/Whatsit", launcher, "Update", "sa{sv}", (program, shown_now))


def _notify(connection: Any, title: str, words: str) -> None:
    """A notification; where its text may be markup, ours is not (https://specifications.freedesktop.org/notification)."""
    is_markup = "body-markup" in ask(connection, *_NOTIFICATIONS, "GetCapabilities")[0]
    body = html.escape(words, quote=False) if is_markup else words
    hints = {"desktop-entry": ("s", PROGRAM)}
    values: tuple[Any, ...] = ("Whatsit", 0, PROGRAM, title, body, [], hints, -1)
    ask(connection, *_NOTIFICATIONS, "Notify", "susssasa{sv}i", values)


_NOTIFICATIONS = ("org.freedesktop.Notifications", "/org/freedesktop/Notifications", "org.freedesktop.Notifications")
