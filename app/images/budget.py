"""The memory that all decoding threads share."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager
from typing import Protocol

DECODED_BYTES = 512 << 20


class Budget(Protocol):
    """What a decoding thread asks before it decodes."""

    def claim(self, nbytes: int) -> AbstractContextManager[None]:
        """Hold `nbytes` while the block runs; wait until they are free."""


class DecodeBudget:
    """A number of bytes that several threads share, first come, first served.

    Huge pictures thereby decode one at a time, and none waits for ever behind a stream of small ones.
    """

    def __init__(self, total: int = DECODED_BYTES) -> None:
        """Share `total` bytes, at least 1."""
        self._total = total
        self._held = 0
        self._waiting: deque[object] = deque()
        self._changed = threading.Condition()

    @contextmanager
    def claim(self, nbytes: int) -> Iterator[None]:
        """Hold `nbytes` while the block runs; wait until they are free.

        A claim larger than the whole budget waits until nobody holds anything, and then holds all of it.
        """
        amount = min(nbytes, self._total)
        self._take(amount)
        try:
            yield
        finally:
            with self._changed:
                self._held -= amount
                self._changed.notify_all()

    def _take(self, amount: int) -> None:
        ticket = object()
        with self._changed:
            self._waiting.append(ticket)
            try:
                self._changed.wait_for(lambda: self._waiting[0] is ticket and self._held + amount <= self._total)
                self._held += amount
            finally:
                self._waiting.remove(ticket)
                self._changed.notify_all()
