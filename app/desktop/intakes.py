"""The intakes under way: folders and bitmaps that are being turned into pictures."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from app.desktop.intake import Bitmap, Files, Found, Gathered, gather
from app.desktop.tasks import Tasks


class Intakes(QObject):
    """Gathers pictures beside the window.

    Signals:
        found(object): pictures, as a `Found`; none comes after `stop`.
        gathered(object): an intake came to its end, as a `Gathered`.
        broke(str): an intake could not come to its end; the log has the details.
        changed(): `busy` may be another.
    """

    found = Signal(object)
    gathered = Signal(object)
    broke = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._tasks.changed.connect(self.changed)
        self._last = self._ended = 0

    @property
    def busy(self) -> bool:
        """Whether pictures are still being looked for."""
        return self._tasks.busy and self._last > self._ended

    def start(self, intake: Files | Bitmap, number: int) -> None:
        """Look for the pictures of an intake; numbers ascend."""
        self._last = number
        task = self._tasks.new(lambda is_over: gather(intake, number, is_over))
        task.stepped.connect(self._on_stepped)
        task.broke.connect(self.broke)
        task.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stop looking; what is on its way here is dropped."""
        self._tasks.close()
        self._ended = self._last
        self.changed.emit()

    def close(self) -> list[QThread]:
        """Stop looking; returns the threads that are ending, to be waited for."""
        self._ended = self._last
        return self._tasks.close()

    def _on_stepped(self, step: Found | Gathered) -> None:
        if isinstance(step, Gathered):
            self.gathered.emit(step)
        elif step.intake > self._ended:
            self.found.emit(step)
