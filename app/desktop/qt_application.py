"""Qt's application under the program's names, and what the system asks of it."""

from __future__ import annotations

import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QEvent
from PySide6.QtGui import QFileOpenEvent
from PySide6.QtWidgets import QApplication

from app import __version__
from app.desktop.desk import PROGRAM
from app.desktop.icons import application_icon
from app.desktop.intake import local_path

Take = Callable[[list[Path]], None]


class Application(QApplication):
    """Takes what macOS asks the program to open; until there is a window for it, it is kept.

    These events come to the application itself. A filter for them would see every other event too, and each would have
    to wait for Python.
    """

    def __init__(self, words: list[str]) -> None:
        super().__init__(words)
        self._take: Take | None = None
        self._kept: list[Path] = []

    def open_with(self, take: Take) -> None:
        """From now on, and for what is kept, `take` is called."""
        self._take = take
        self._hand_on()

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if not isinstance(event, QFileOpenEvent):
            return super().event(event)
        if path := local_path(event.url()):
            self._kept.append(path)
            self._hand_on()
        return True

    def _hand_on(self) -> None:
        if self._take and self._kept:
            kept, self._kept = self._kept, []
            self._take(kept)


def new_application() -> Application:
    """The application, known to the desktop by the program's names; the first word is the instance in X's WM_CLASS."""
    if sys.platform == "win32":
        ctypes.windll.shell32.SetCurrentProcessExplicitAppUserModelID(PROGRAM)  # one button in the task bar
    application = Application(["whatsit"])
    application.setApplicationName("whatsit")
    application.setApplicationDisplayName("Whatsit")
    application.setApplicationVersion(__version__)
    application.setDesktopFileName(PROGRAM)
    application.setWindowIcon(application_icon())
    return application
