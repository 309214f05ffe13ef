"""The paths in the results store follow the files that were moved, a second's work at a time."""

from __future__ import annotations

import time

from app.results.database import StoreError
from app.results.moves import Move
from app.results.sorting.journal import Item, Journal, State
from app.results.store import Store
from app.values import Way

EVERY = 1.0  # seconds of work in one transaction


class Following:
    """Tells a store where files are; from the journal, so that what a crash kept from it is told the next time.

    Attributes:
        error: why the store does not know all of it, or None. It is not asked again then.
    """

    def __init__(self, journal: Journal, store: Store | None) -> None:
        self.error: StoreError | None = None
        self._journal = journal
        self._store = store if journal.header.way is Way.MOVE else None
        self._since = time.monotonic()

    def now_and_then(self) -> None:
        """Tell what has come, if a second has passed."""
        if time.monotonic() - self._since >= EVERY:
            self.all()
            self._since = time.monotonic()

    def all(self) -> None:
        """Tell everything.

        Raises:
            SortFailure: the journal cannot be read or written.
        """
        self._journal.flush()
        try:
            self._tell(State.DONE, is_followed=True)
            self._tell(State.UNDONE, is_followed=False)
        except StoreError as error:
            self.error = error

    def _tell(self, state: State, *, is_followed: bool) -> None:
        while (
            self._store and not self.error and (items := self._journal.unfollowed(state, is_followed=not is_followed))
        ):
            self._store.follow(_move(item, is_followed=is_followed) for item in items)
            self._journal.follow(items, is_followed=is_followed)


def _move(item: Item, *, is_followed: bool) -> Move:
    placed = item.placed or item.stamp
    if is_followed:
        return Move(item.source, item.stamp, item.target, placed)
    return Move(item.target, placed, item.source, item.stamp)
