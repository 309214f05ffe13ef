"""Tagging from the window: what is wanted, and the steps of its task."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

from app.results.database import StoreError
from app.results.query import Query
from app.results.tags.steps import TagStep, Wish
from app.results.tags.tagging import tag, untag
from app.results.view import View


@dataclass(frozen=True, slots=True)
class TagOrder:
    """What is to be done.

    Attributes:
        store: the file of the store.
        query: which rows.
        journal: the file that keeps what was written.
        wish: which classes become tags; None takes away what was written.
    """

    store: Path
    query: Query
    journal: Path
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class Untagged:
    """The last step where the store or the journal could not be used; all sidecars are whole.

    Attributes:
        error: why.
    """

    error: StoreError


def tag_steps(order: TagOrder, is_over: Callable[[], bool]) -> Iterator[TagStep | Untagged]:
    """Write or take away tags; whoever closes this between two steps leaves nothing half done."""
    try:
        with View(order.store, is_over) as view, closing(view.rows(order.query)) as rows:
            outcomes = (row.outcome for row in rows)
            if order.wish is None:
                yield from untag(outcomes, order.journal, is_over=is_over)
            else:
                yield from tag(outcomes, order.wish, order.journal, is_over=is_over)
    except StoreError as error:
        yield Untagged(error)
