"""What is known of files follows those that were moved, a second's work at a time: answers, and which tags are ours."""

from __future__ import annotations

import logging
import time
from collections.abc import Sequence
from pathlib import Path

from app.results.database import StoreError
from app.results.moves import Move
from app.results.sorting.journal import Item, Journal, State
from app.results.store import Store
from app.results.tags.journal import Journal as Tags
from app.results.tags.journal import set_aside
from app.values import Way

logger = logging.getLogger(__name__)

EVERY = 1.0  # seconds of work in one transaction


class Following:
    """Tells where files are; from the journal, so that what a crash kept from being told is told the next time.

    Attributes:
        error: why not all of it could be told, or None. Nobody is told more then.
    """

    def __init__(self, journal: Journal, store: Store | None, tags: Path | None) -> None:
        """`store` is told, and the journal of tags at `tags` if there is one."""
        self.error: StoreError | None = None
        self._journal = journal
        self._store = store
        self._tags = tags
        self._is_wanted = journal.header.way is Way.MOVE
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
        if self.error:
            return
        try:
            self._tell(State.DONE, is_followed=True)
            self._tell(State.UNDONE, is_followed=False)
        except StoreError as error:
            self.error = error

    def _tell(self, state: State, *, is_followed: bool) -> None:
        while self._is_wanted and (items := self._journal.unfollowed(state, is_followed=is_followed)):
            if is_followed:  # whatever ends this, the way back is told
                self._journal.will_follow(items)
            moves = [_move(item, is_followed=is_followed) for item in items]
            if self._store:
                self._store.follow(moves)
            if self._tags and self._tags.exists():
                _tell_tags(self._tags, moves)
            self._journal.follow(items, is_followed=is_followed)


def _tell_tags(path: Path, moves: Sequence[Move]) -> None:
    """A journal that is damaged knows nothing that could follow; it is set aside, and keeps no sort from its end."""
    try:
        with Tags(path) as tags:
            tags.follow((move.source, move.target) for move in moves)
    except StoreError as error:
        aside = set_aside(path, error)
        if aside is None:
            raise
        logger.warning("the journal of tags was damaged, and lies at %s now", aside)


def _move(item: Item, *, is_followed: bool) -> Move:
    placed = item.placed or item.stamp
    if is_followed:
        return Move(item.source, item.stamp, item.target, placed)
    return Move(item.target, placed, item.source, item.stamp)
