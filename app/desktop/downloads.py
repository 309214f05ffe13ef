"""Files of models on their way to this computer: some at once, the others wait for their turn."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject, Signal

from app.desktop.tasks import Task, Tasks
from app.steps import DownloadEnd, DownloadError, DownloadStep, Ending, JobError

AT_ONCE = 2

Fetching = Callable[[Callable[[], bool]], Iterable[DownloadStep | JobError]]
"""Makes the steps; it is given a function that says whether nobody wants the file any more."""


class Transfer(QObject):
    """One file on its way.

    Attributes:
        key: of the model.
        uses_network: whether it is fetched from elsewhere, and not carried.
        step: how far it is; None while it waits for its turn.
        error: why it failed; None while it has not, and where it was stopped.
        is_complete: whether the model can be used now.
        broken: what went wrong that nobody foresaw, or "".

    Signals:
        moved(): `step` is another.
        ended(): nothing more will come.
    """

    moved = Signal()
    ended = Signal()

    def __init__(self, key: str, fetching: Fetching, parent: QObject, *, uses_network: bool) -> None:
        super().__init__(parent)
        self.key = key
        self.uses_network = uses_network
        self.step: DownloadStep | None = None
        self.error: DownloadError | JobError | None = None
        self.is_complete = False
        self.broken = ""
        self._fetching = fetching
        self._task: Task | None = None

    @property
    def is_begun(self) -> bool:
        """Whether it no longer waits."""
        return self._task is not None

    def begin(self, tasks: Tasks) -> None:
        """It is its turn."""
        self._task = tasks.new(self._fetching)
        self._task.stepped.connect(self._on_stepped)
        self._task.broke.connect(self._on_broke)
        self._task.finished.connect(self.ended)
        self._task.start()

    def stop(self) -> None:
        """Nobody wants it any more; what came is kept."""
        if self._task:
            self._task.stop()

    def _on_stepped(self, step: DownloadStep | JobError) -> None:
        if isinstance(step, JobError):
            self.error = step
            return
        if isinstance(step, DownloadEnd):
            self.error = step.error
            self.is_complete = step.ending is Ending.COMPLETED
            return
        self.step = step
        self.moved.emit()

    def _on_broke(self, details: str) -> None:
        self.broken = details


class Downloads(QObject):
    """Owns the transfers: a queue, at most one for each model.

    Signals:
        moved(str): the transfer of this model is somewhere else.
        ended(object): this `Transfer` is over, and was not cancelled.
        settled(): a thread that had been cancelled has let go of its file.
    """

    moved = Signal(str)
    ended = Signal(object)
    settled = Signal()

    def __init__(self, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._wanted: dict[str, Transfer] = {}
        self._busy: dict[str, Transfer] = {}  # begun, and not over yet, whether or not somebody still wants it

    def transfer(self, key: str) -> Transfer | None:
        """The transfer of this model, if there is one."""
        return self._wanted.get(key)

    def add(self, key: str, fetching: Fetching, *, uses_network: bool) -> None:
        """Have a file fetched as soon as it is its turn; a model that is on its way already stays so."""
        if key in self._wanted:
            return
        transfer = Transfer(key, fetching, self, uses_network=uses_network)
        transfer.moved.connect(self._on_moved)
        transfer.ended.connect(self._on_ended)
        self._wanted[key] = transfer
        self.moved.emit(key)
        self._go_on()

    def cancel(self, key: str) -> None:
        """Give a transfer up, at once for whoever looks; the thread lets go of the file a moment later."""
        if transfer := self._wanted.pop(key, None):
            transfer.stop()
            if not transfer.is_begun:
                transfer.deleteLater()
            self.moved.emit(key)
            self._go_on()

    def leave_network(self) -> None:
        """Give up whatever uses the network."""
        for key in [key for key, transfer in self._wanted.items() if transfer.uses_network]:
            self.cancel(key)

    def _go_on(self) -> None:
        """One that was cancelled and is wanted again waits until its former thread has let go of the file."""
        for key, transfer in self._wanted.items():
            if len(self._busy) >= AT_ONCE:
                return
            if not transfer.is_begun and key not in self._busy:
                self._busy[key] = transfer
                transfer.begin(self._tasks)

    def _on_moved(self) -> None:
        transfer = self.sender()
        if isinstance(transfer, Transfer) and self._wanted.get(transfer.key) is transfer:
            self.moved.emit(transfer.key)

    def _on_ended(self) -> None:
        transfer = self.sender()
        if not isinstance(transfer, Transfer):
            return
        self._busy.pop(transfer.key, None)
        if self._wanted.get(transfer.key) is transfer:
            del self._wanted[transfer.key]
            self.moved.emit(transfer.key)
            self.ended.emit(transfer)
        else:
            self.settled.emit()
        transfer.deleteLater()
        self._go_on()
