"""Taking pictures off the list, and putting them back."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from PySide6.QtGui import QUndoCommand

from app.desktop import wording
from app.desktop.pictures_model import Entry
from app.values import ImageRef

if TYPE_CHECKING:
    from app.desktop.session import Session

Taken = tuple[tuple[int, Entry], ...]
"""Rows as they were, ascending, and what stood there."""


class Removal(QUndoCommand):
    """Pictures that were taken off the list; undone, they are where they were, and those that waited wait again."""

    def __init__(self, session: Session, refs: Iterable[ImageRef]) -> None:
        self._refs = tuple(refs)
        super().__init__(wording.removal(len(self._refs)))
        self._session = session
        self._taken: Taken = ()

    # Qt overrides

    def redo(self) -> None:
        self._taken = self._session.take_off(self._refs)

    def undo(self) -> None:
        self._session.put_back(self._taken)
