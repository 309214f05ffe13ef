"""Asks the publisher which version is the newest: one request, which tells nothing about who asks.

Proxies are those of the environment or the system, and so are the certificates that are trusted.
"""

from __future__ import annotations

import io
import socket
import ssl
import time
from collections.abc import Callable
from functools import partial
from http.client import HTTPException, HTTPMessage, HTTPResponse, HTTPSConnection, InvalidURL
from threading import Thread
from typing import IO, Any
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

import truststore

from app.release import Release, UpdateError, UpdateFailure, UpdateTrouble, release_in

SECONDS = 10.0  # for all of it
LARGEST = 64 << 10  # bytes of an answer, with its headers
REDIRECTIONS = 3

_LOOK = 0.05  # seconds, after which a person who gave up is noticed
_DETAIL = 200  # characters: some of them come from proxies


def newest(address: str, is_stopped: Callable[[], bool], seconds: float = SECONDS) -> Release | UpdateError:
    """The newest release, or why it is not known.

    Args:
        address: the https address that is asked.
        is_stopped: whether nobody waits any more; then what is returned means nothing.
        seconds: after which it is given up.
    """
    deadline = time.monotonic() + seconds
    question = _Question(address, deadline)
    question.start()
    while question.is_alive() and not is_stopped() and time.monotonic() < deadline:
        question.join(_LOOK)
    answer = question.answer  # once: it may come at this very moment
    if isinstance(answer, Exception):
        raise answer
    return answer or UpdateError(UpdateTrouble.TOO_SLOW)


class _Question(Thread):
    """One request in a thread that is left alone when nobody waits for it any more.

    Nothing can end the search for a computer's address, which may take the system a minute; all else ends at the
    deadline.

    Attributes:
        answer: what came of it, something unforeseen as an exception; None as long as it is under way.
    """

    def __init__(self, address: str, deadline: float) -> None:
        super().__init__(name="question for updates", daemon=True)
        self.answer: Release | UpdateError | Exception | None = None
        self._address = address
        self._deadline = deadline

    def run(self) -> None:
        try:
            self.answer = release_in(_read(self._address, self._deadline))
        except UpdateFailure as failure:
            self.answer = failure.error
        except Exception as error:  # raised again where somebody waits
            self.answer = error


def _read(address: str, deadline: float) -> bytes:
    """What lies at an address.

    Raises:
        UpdateFailure: nothing, or nothing that could be had.
    """
    try:
        with _opener(deadline).open(address, timeout=_left(deadline)) as answer:
            return bytes(answer.read())
    except HTTPError as error:
        error.close()
        astray = 300 <= error.code < 400
        raise UpdateFailure(UpdateTrouble.ASTRAY if astray else UpdateTrouble.REFUSED, str(error.code)) from error
    except OSError as error:
        raise _failure(error) from error
    except (InvalidURL, ValueError) as error:  # no address, be it that of a proxy
        raise UpdateFailure(UpdateTrouble.UNREACHABLE) from error
    except HTTPException as error:
        raise UpdateFailure(UpdateTrouble.MEANINGLESS) from error


def _failure(error: OSError) -> UpdateFailure:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return UpdateFailure(UpdateTrouble.TOO_SLOW)
    if isinstance(cause, ssl.SSLError):
        said = getattr(cause, "verify_message", "") or cause.reason
        return UpdateFailure(UpdateTrouble.UNTRUSTED, str(said)[:_DETAIL])
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else cause
    return UpdateFailure(UpdateTrouble.UNREACHABLE, str(said)[:_DETAIL])


def _opener(deadline: float) -> OpenerDirector:
    """Knows https and nothing else, above all no cookies, no passwords and no files."""
    opener = OpenerDirector()
    opener.addheaders = [("User-Agent", "Whatsit")]  # without it, Python would name itself and its version
    for handler in (
        ProxyHandler(),
        _Https(deadline),
        _Redirections(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


def _left(deadline: float) -> float:
    """Seconds until then.

    Raises:
        TimeoutError: it is past.
    """
    left = deadline - time.monotonic()
    if left <= 0:
        raise TimeoutError
    return left


class _Redirections(HTTPRedirectHandler):
    """Follows a few, to https only."""

    max_redirections = REDIRECTIONS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        if not newurl.lower().startswith("https://"):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)


class _Https(HTTPSHandler):
    """Trusts whom the system trusts, and reads until a deadline."""

    def __init__(self, deadline: float) -> None:
        self._trust = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        super().__init__(context=self._trust)
        self._deadline = deadline

    def https_open(self, req: Request) -> HTTPResponse:
        return self.do_open(self._connection, req, context=self._trust)

    def _connection(self, host: str, **options: Any) -> HTTPSConnection:
        connection = HTTPSConnection(host, **options)
        connection.response_class = partial(_Response, deadline=self._deadline)  # type: ignore[assignment]
        return connection


class _Response(HTTPResponse):
    """An answer of which no part can last longer or be larger than a whole answer may."""

    def __init__(self, sock: socket.socket, *words: Any, deadline: float, **options: Any) -> None:
        super().__init__(sock, *words, **options)
        self.fp = io.BufferedReader(_Wire(sock, self.fp.detach(), deadline))

    def read(self, amt: int | None = None) -> bytes:
        """Make no more room than an answer may need, whatever length the server claims."""
        return super().read(LARGEST + 1 if amt is None else amt)


class _Wire(io.RawIOBase):
    """What comes from a server. A time-out of the socket alone begins anew with each byte."""

    def __init__(self, sock: socket.socket, source: io.RawIOBase, deadline: float) -> None:
        super().__init__()
        self._socket = sock
        self._source = source
        self._deadline = deadline
        self._room = LARGEST

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int | None:
        """Read some bytes; 0 is the end.

        Raises:
            TimeoutError: the deadline is past.
            UpdateFailure: too many have come.
        """
        self._socket.settimeout(_left(self._deadline))
        count = self._source.readinto(buffer)
        self._room -= count or 0
        if self._room < 0:
            raise UpdateFailure(UpdateTrouble.TOO_LARGE)
        return count

    def close(self) -> None:
        self._source.close()
        super().close()
