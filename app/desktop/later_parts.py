"""The parts that no window needs to open: dialogs, and what they work with. They are loaded once the start is over.

So a dialog opens at once, and as it was installed when the window opened: a packaged program that is brought up to
date meanwhile no longer has what it had.
"""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable, Iterator
from importlib import import_module
from pkgutil import iter_modules

from PySide6.QtCore import QObject, QTimer

from app import desktop

logger = logging.getLogger(__name__)

PAUSE = 100  # milliseconds between two of them, for whatever else the window has to do


def part_names() -> Iterator[str]:
    """The full name of each module of the window, loaded or not."""
    return (part.name for part in iter_modules(desktop.__path__, f"{desktop.__name__}."))


class LaterParts(QObject):
    """Loads what is not loaded yet, one part a turn of the event loop."""

    def __init__(self, parent: QObject | None, load: Callable[[str], object] = import_module) -> None:
        super().__init__(parent)
        self._load = load
        self._names: Iterator[str] = iter(())
        self._timer = QTimer(self, interval=PAUSE)
        self._timer.timeout.connect(self._on_turn)

    def begin(self) -> None:
        """Begin, unless it has begun."""
        if not self._timer.isActive():
            self._names = iter([name for name in part_names() if name not in sys.modules])
            self._timer.start()

    def _on_turn(self) -> None:
        name = next(self._names, None)
        if name is None:
            self._timer.stop()
            return
        try:
            self._load(name)
        except Exception:  # whoever needs it is told then
            logger.exception("%s cannot be loaded", name)
