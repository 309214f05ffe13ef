"""Rows of a run that are to be classified again, as places."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator
from threading import Event

from app.results.listing import Listing
from app.results.query import Query
from app.results.store import Store
from app.runs.discovered import Place, stamp_of
from app.values import Failed, ImageRef, Outcome, Stage


class Chosen:
    """The pictures of the rows that a query chooses when this is entered; rows that are gone are passed over.

    They are read a page at a time, so that a million take no more memory than one.

    Attributes:
        skipped: nothing.
    """

    def __init__(self, store: Store, query: Query, stop: Event) -> None:
        self._store = store
        self._query = query
        self._stop = stop
        self._listing: Listing | None = None
        self.skipped: Counter[str] = Counter()

    @property
    def total(self) -> int | None:
        """How many rows were chosen."""
        return self._listing.count if self._listing else None

    def __enter__(self) -> Chosen:
        """Choose them; raises StoreError."""
        self._listing = self._store.listed(self._query)
        return self

    def __exit__(self, *_: object) -> None:
        if self._listing:
            self._listing.close()

    def __iter__(self) -> Iterator[Place]:
        """Each row's picture, with its stamp as it is when it is asked for.

        Raises:
            StoreError: the rows cannot be read.
        """
        for row in self._listing.rows(top_k=1) if self._listing else ():
            if self._stop.is_set():
                return
            yield Place(_item(row.outcome), row.position)


def _item(outcome: Outcome) -> ImageRef | Failed:
    """A folder that could not be listed stays what it is: only a run over it finds what it holds."""
    path = outcome.ref.path
    if isinstance(outcome, Failed) and outcome.stage is Stage.FIND and os.path.isdir(path):
        return outcome
    return ImageRef(path, stamp=stamp_of(path))
