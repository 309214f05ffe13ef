"""Taking pictures off a list, and putting them back."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Any

from PySide6.QtGui import QUndoCommand

from app.desktop import wording
from app.desktop.pictures_model import Taken
from app.results.query import Query
from app.results.store import Store
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


Edit = Callable[[Callable[[Store], object], Callable[[Any], None]], None]
"""Changes the store off the window's thread, and hands over what that gave."""


class RowsRemoval(QUndoCommand):
    """Rows that were taken off the list of a run, in the store."""

    def __init__(self, query: Query, number: int, edit: Edit) -> None:
        """`query` chooses `number` rows."""
        super().__init__(wording.removal(number))
        self._query = query
        self._edit = edit
        self._made: list[int] = []  # the numbers of its removals; more than one where it was soon undone and redone
        self._is_wanted = True

    def _on_removed(self, removal: int | None) -> None:
        if removal is not None:
            self._made.append(removal)
        if not self._is_wanted:  # undone before it was done
            self._put_back()

    def _put_back(self) -> None:
        made, self._made = self._made, []
        if made:
            self._edit(lambda store: _put_back(store, made), lambda _nothing: None)

    # Qt overrides

    def redo(self) -> None:
        self._is_wanted = True
        self._edit(lambda store: store.remove(self._query), self._on_removed)

    def undo(self) -> None:
        self._is_wanted = False
        self._put_back()


def _put_back(store: Store, removals: list[int]) -> None:
    for removal in removals:
        store.put_back(removal)
