"""One sort at a time into a folder."""

from __future__ import annotations

import hashlib
import os
from collections.abc import Iterator
from contextlib import ExitStack, contextmanager
from pathlib import Path

from app.files.locks import one_at_a_time
from app.results.sorting.journal import journal_errors
from app.results.sorting.steps import SortFailure
from app.values import SortTrouble


@contextmanager
def destination_held(destination: Path, sorts: Path) -> Iterator[None]:
    """Hold the lock on a destination while the block lasts; the system lets go of it however the process ends.

    The lock is on a file in `sorts`, so that it needs no right on the destination, and holds for all names of it.

    Raises:
        SortFailure: another process holds it, or there is no place for it.
    """
    name = hashlib.sha256(os.fsencode(os.path.realpath(destination))).hexdigest()[:16]
    with ExitStack() as lock:
        with journal_errors(sorts):
            sorts.mkdir(parents=True, exist_ok=True)
            try:
                lock.enter_context(one_at_a_time(sorts / f".{name}.lock"))
            except BlockingIOError as error:
                raise SortFailure(SortTrouble.BUSY, destination) from error
        yield
