"""The intakes under way: files and bitmaps that are being turned into pictures, folders into runs."""

from __future__ import annotations

from PySide6.QtCore import QObject, QThread, Signal

from app.desktop.intake import Bitmap, Files, Folders, Found, ModelFile, gather
from app.desktop.tasks import Tasks


class Intakes(QObject):
    """Gathers pictures beside the window.

    Signals:
        found(object): pictures, as a `Found`; none comes after `stop`.
        run_wanted(object): an intake is for a run, as `Folders`; none comes after `stop`.
        model_found(object): an intake is a model to be, as the `Path` of its file or folder; none comes after `stop`.
        broke(str): an intake could not come to its end; the log has the details.
        changed(): `busy` may be another.
    """

    found = Signal(object)
    run_wanted = Signal(object)
    model_found = Signal(object)
    broke = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = Tasks(self)
        self._under_way: set[QObject] = set()

    @property
    def busy(self) -> bool:
        """Whether pictures are still being looked for."""
        return bool(self._under_way)

    def start(self, intake: Files | Bitmap, number: int) -> None:
        """Look for the pictures of an intake; numbers ascend."""
        task = self._tasks.new(lambda is_over: gather(intake, number, is_over))
        task.stepped.connect(self._on_stepped)
        task.broke.connect(self._on_broke)
        self._under_way.add(task)
        task.start()
        self.changed.emit()

    def stop(self) -> None:
        """Stop looking; what is on its way here is dropped, and nobody waits for a disk that does not answer."""
        self._tasks.close()
        self._under_way.clear()
        self.changed.emit()

    def close(self) -> list[QThread]:
        """Stop looking; returns the threads that are ending, to be waited for."""
        self._under_way.clear()
        return self._tasks.close()

    def _on_stepped(self, step: Found | Folders | ModelFile) -> None:
        if self.sender() not in self._under_way:
            return
        self._end(self.sender())
        match step:
            case Found():
                self.found.emit(step)
            case Folders():
                self.run_wanted.emit(step)
            case ModelFile(path):
                self.model_found.emit(path)

    def _on_broke(self, details: str) -> None:
        self._end(self.sender())
        self.broke.emit(details)

    def _end(self, task: QObject) -> None:
        self._under_way.discard(task)
        self.changed.emit()
