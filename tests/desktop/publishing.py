"""Publishers for tests: one who answers without a network, and one on this computer who never answers."""

from __future__ import annotations

import socket
from collections.abc import Callable

from app.publisher import Publisher
from app.release import Release, UpdateError

PUBLISHER = Publisher(update_address="https://updates.example.org/newest.json")
NEWER = Release("99.0.0", "https://example.org/whatsit")


class Answers:
    """Takes the place of `app.updates.newest`.

    Attributes:
        answer: what is said, or an exception.
        asked: the addresses that were asked.
    """

    def __init__(self) -> None:
        self.answer: Release | UpdateError | Exception = NEWER
        self.asked: list[str] = []

    def newest(self, address: str, is_stopped: Callable[[], bool]) -> Release | UpdateError:
        self.asked.append(address)
        if isinstance(self.answer, Exception):
            raise self.answer
        return self.answer


class Deaf:
    """Takes connections and never says a word."""

    def __init__(self) -> None:
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.setblocking(False)
        self._taken: list[socket.socket] = []

    @property
    def publisher(self) -> Publisher:
        return Publisher(update_address=f"https://127.0.0.1:{self._socket.getsockname()[1]}/newest.json")

    @property
    def asked(self) -> int:
        """How many connections there were."""
        try:
            while True:
                self._taken.append(self._socket.accept()[0])
        except BlockingIOError:
            return len(self._taken)

    def close(self) -> None:
        for each in (*self._taken, self._socket):
            each.close()
