"""Rows of a run that are to be classified again, as places."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from threading import Event

from app.results.store import Store
from app.runs.discovered import Place, stamp_of
from app.values import Failed, ImageRef, Outcome, Stage


class Chosen:
    """The pictures of these rows, in the order of the run; rows that are gone are passed over.

    Attributes:
        skipped: nothing.
    """

    def __init__(self, store: Store, run: int, positions: Sequence[bytes], stop: Event) -> None:
        self._store = store
        self._run = run
        self._positions = positions
        self._stop = stop
        self.skipped: Counter[str] = Counter()

    @property
    def total(self) -> int | None:
        """How many rows were chosen."""
        return len(self._positions)

    def __enter__(self) -> Chosen:
        return self

    def __exit__(self, *_: object) -> None:
        """Nothing is held."""

    def __iter__(self) -> Iterator[Place]:
        """Each row's picture, with its stamp as it is when it is asked for.

        Raises:
            StoreError: the rows cannot be read.
        """
        for position, outcome in self._store.chosen(self._run, self._positions):
            if self._stop.is_set():
                return
            yield Place(_item(outcome), position)


def _item(outcome: Outcome) -> ImageRef | Failed:
    """A folder that could not be listed stays what it is: only a run over it finds what it holds."""
    path = outcome.ref.path
    if isinstance(outcome, Failed) and outcome.stage is Stage.FIND and os.path.isdir(path):
        return outcome
    return ImageRef(path, stamp=stamp_of(path))
