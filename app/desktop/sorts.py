"""The sorts of former sittings and of this one, read off the window's thread."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.desktop.notice import Notice, Offer
from app.desktop.tasks import Tasks

if TYPE_CHECKING:
    from app.desktop.former_sorts import FormerSort
    from app.results.sorting.journals import Sort


class Sorts(QObject):
    """A list of sorts, the newest first, as it was when it was read last.

    Attributes:
        folder: of the journals.
        former: that list.

    Signals:
        changed(): `former` is another.
        noticed(object): a `Notice`.
    """

    changed = Signal()
    noticed = Signal(object)

    def __init__(self, tasks: Tasks, folder: Path, parent: QObject) -> None:
        super().__init__(parent)
        self.folder = folder
        self.former: tuple[FormerSort, ...] = ()
        self._tasks = tasks

    def read(self) -> None:
        """Read the list anew."""
        task = self._tasks.new(lambda _is_over: _former(self.folder))
        task.stepped.connect(self._on_read)
        task.start()

    def offer_interrupted(self) -> None:
        """Offer to open the newest sort that was interrupted and that nobody works on, if there is one."""
        task = self._tasks.new(lambda _is_over: _interrupted(self.folder))
        task.stepped.connect(self._on_interrupted)
        task.start()

    def _on_read(self, former: tuple[FormerSort, ...]) -> None:
        self.former = former
        self.changed.emit()

    def _on_interrupted(self, sort: Sort) -> None:
        from app.desktop import sort_wording

        self.noticed.emit(Notice(sort_wording.interrupted(sort), offer=Offer.SORTS))


def _former(folder: Path) -> Iterator[tuple[FormerSort, ...]]:
    """In a task, as what follows: the window does not wait for what reads journals."""
    from app.desktop.former_sorts import former_sorts

    return former_sorts(folder)


def _interrupted(folder: Path) -> Iterator[Sort]:
    from app.desktop.former_sorts import interrupted

    return interrupted(folder)
