"""Taking pictures off the list, and putting them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtGui import QUndoCommand

from app.desktop import wording
from app.desktop.pictures_model import Taken
from app.values import ImageRef


class Removal(QUndoCommand):
    """Pictures that were taken off the list; undone, they are where they were, and those that waited wait again."""

    def __init__(
        self,
        refs: Iterable[ImageRef],
        take_off: Callable[[tuple[ImageRef, ...]], Taken],
        put_back: Callable[[Taken], None],
    ) -> None:
        """`take_off` and `put_back` do it and undo it."""
        self._refs = tuple(refs)
        super().__init__(wording.removal(len(self._refs)))
        self._take_off = take_off
        self._put_back = put_back
        self._taken: Taken = ()

    # Qt overrides

    def redo(self) -> None:
        self._taken = self._take_off(self._refs)

    def undo(self) -> None:
        self._put_back(self._taken)
