"""The answer to one request, read in a thread of its own, so that whoever waits for it can always leave."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager, suppress
from dataclasses import dataclass
from email.message import Message
from queue import Empty, Full, Queue
from threading import Event, Thread
from types import TracebackType
from typing import TYPE_CHECKING

from app.models.wanted import Patience, Stopped
from app.web import Line, Web, WebFailure, WebTrouble, web_failures

if TYPE_CHECKING:
    from http.client import HTTPResponse

LOOK = 0.1  # seconds after which a person who gave up is noticed

_BLOCK = 256 << 10  # bytes
_BLOCKS = 16  # that are read ahead


@dataclass(frozen=True, slots=True)
class Head:
    """The beginning of an answer.

    Attributes:
        status: 200 to 299.
        headers: what the server says of it; nothing in it is to be trusted.
    """

    status: int
    headers: Message


@dataclass(frozen=True, slots=True)
class Over:
    """The answer has been read as far as it goes, and as far as was announced."""


Item = Head | bytes | Over


class Stream(Thread, AbstractContextManager["Stream"]):
    """One request. Leaving the block hangs up and waits for nothing.

    What cannot be interrupted, the system's search for a computer's address or a greeting, ends in the thread by
    itself, after `silence` seconds at the latest but for that search; it does no harm and ends with the process.
    """

    def __init__(
        self, web: Web, address: str, silence: float, headers: Mapping[str, str] | None = None, method: str = "GET"
    ) -> None:
        """Prepare to ask for an address.

        Args:
            web: what may be asked.
            address: what is asked for.
            silence: seconds that the connection may be silent.
            headers: of the request.
            method: GET or HEAD.
        """
        super().__init__(name="download", daemon=True)
        self._web = web
        self._address = address
        self._silence = silence
        self._headers = headers
        self._method = method
        self._line = Line()
        self._is_left = Event()
        self._items: Queue[Item | Exception] = Queue(_BLOCKS)

    def __enter__(self) -> Stream:
        self.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, traceback: TracebackType | None
    ) -> None:
        self._is_left.set()
        self._line.hang_up()

    def take(self, seconds: float) -> Item | None:
        """What came next: a `Head`, then blocks, then `Over`; None if nothing did in so many seconds.

        Raises:
            WebFailure: there is no answer, or no more of it.
        """
        try:
            item = self._items.get(timeout=seconds)
        except Empty:
            return None
        if isinstance(item, Exception):
            raise item
        return item

    # in the thread

    def run(self) -> None:
        try:
            with self._web.open(
                self._address, self._silence, headers=self._headers, method=self._method, line=self._line
            ) as answer:
                self._read(answer)
        except Exception as error:  # raised again where somebody waits
            self._put(error)

    def _read(self, answer: HTTPResponse) -> None:
        self._put(Head(answer.status, answer.headers))
        left = answer.length  # None where it is not announced
        while (left is None or left > 0) and not self._is_left.is_set():
            block = _block(answer)
            if not block and left:
                raise WebFailure(WebTrouble.CUT_OFF)
            if not block:
                break
            self._put(block)
            left = None if left is None else left - len(block)
        self._put(Over())

    def _put(self, item: Item | Exception) -> None:
        while not self._is_left.is_set():
            with suppress(Full):
                self._items.put(item, timeout=LOOK)
                return


def _block(answer: HTTPResponse) -> bytes:
    """What came of the body, at the end nothing; what goes wrong in the midst of it has cut it off, whatever it was."""
    try:
        with web_failures():
            return answer.read1(_BLOCK)
    except WebFailure as failure:
        trouble = failure.trouble if failure.trouble is WebTrouble.TOO_SLOW else WebTrouble.CUT_OFF
        raise WebFailure(trouble, failure.detail) from failure


class Listener:
    """Waits for what a stream brings, as long as somebody wants it and it brings enough."""

    def __init__(self, stream: Stream, is_stopped: Callable[[], bool], patience: Patience) -> None:
        self._stream = stream
        self._is_stopped = is_stopped
        self._patience = patience
        self._since = patience.clock()
        self._bytes = 0  # since then

    def listen(self) -> Item | None:
        """What came, or None where nothing did for a moment.

        Raises:
            WebFailure: nothing comes any more, or not enough.
            Stopped: nobody wants it any more.
        """
        if self._is_stopped():
            raise Stopped
        item = self._stream.take(LOOK)
        self._note(item)
        return item

    def _note(self, item: Item | None) -> None:
        now = self._patience.clock()
        self._bytes += len(item) if isinstance(item, bytes) else 0
        if isinstance(item, Head) or self._bytes >= self._patience.least:
            self._since, self._bytes = now, 0
        elif not isinstance(item, Over) and now - self._since > self._patience.silence:
            raise WebFailure(WebTrouble.TOO_SLOW)
