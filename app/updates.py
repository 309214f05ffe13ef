"""Asks the publisher which version is the newest: one request, which tells nothing about who asks.

Proxies are those of the environment or the system, and so are the certificates that are trusted.
"""

from __future__ import annotations

import ssl
import time
from collections.abc import Callable
from http.client import HTTPException, HTTPMessage, InvalidURL
from threading import Thread
from typing import IO
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
LARGEST = 64 << 10  # bytes of an answer
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
    question = _Question(address, seconds)
    question.start()
    while question.is_alive() and not is_stopped() and time.monotonic() < deadline:
        question.join(_LOOK)
    answer = question.answer  # once: it may come at this very moment
    if isinstance(answer, Exception):
        raise answer
    return answer or UpdateError(UpdateTrouble.TOO_SLOW)


class _Question(Thread):
    """One request in a thread that is left alone when nobody waits for it any more.

    Nothing can end the search for a computer's address, which may take the system a minute, and a server that sends a
    byte now and then may keep it busy; it does no harm and ends with the process.

    Attributes:
        answer: what came of it, something unforeseen as an exception; None as long as it is under way.
    """

    def __init__(self, address: str, seconds: float) -> None:
        super().__init__(name="question for updates", daemon=True)
        self.answer: Release | UpdateError | Exception | None = None
        self._address = address
        self._seconds = seconds

    def run(self) -> None:
        try:
            self.answer = release_in(_read(self._address, self._seconds))
        except UpdateFailure as failure:
            self.answer = failure.error
        except Exception as error:  # raised again where somebody waits
            self.answer = error


def _read(address: str, seconds: float) -> bytes:
    """What lies at an address; a silence may last so many seconds.

    Raises:
        UpdateFailure: nothing, or nothing that could be had.
    """
    try:
        with _opener().open(address, timeout=seconds) as answer:
            content = bytes(answer.read(LARGEST + 1))
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
    if len(content) > LARGEST:
        raise UpdateFailure(UpdateTrouble.TOO_LARGE)
    return content


def _failure(error: OSError) -> UpdateFailure:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return UpdateFailure(UpdateTrouble.TOO_SLOW)
    if isinstance(cause, ssl.SSLError):
        named = (getattr(cause, name, "") for name in ("verify_message", "reason"))  # not every error has them
        said = next(filter(None, named), "".join(map(str, cause.args[-1:])))
        return UpdateFailure(UpdateTrouble.UNTRUSTED, str(said)[:_DETAIL])
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else cause
    return UpdateFailure(UpdateTrouble.UNREACHABLE, str(said)[:_DETAIL])


def _opener() -> OpenerDirector:
    """Knows https and nothing else, above all no cookies, no passwords and no files."""
    opener = OpenerDirector()
    opener.addheaders = [("User-Agent", "Whatsit")]  # without it, Python would name itself and its version
    for handler in (
        ProxyHandler(),
        HTTPSHandler(context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)),
        _Redirections(),
        HTTPErrorProcessor(),
        HTTPDefaultErrorHandler(),
        UnknownHandler(),
    ):
        opener.add_handler(handler)
    return opener


class _Redirections(HTTPRedirectHandler):
    """Follows a few, to https only."""

    max_redirections = REDIRECTIONS

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        fp.close()  # or urllib would read to its end what comes with the redirection
        if not newurl.lower().startswith("https://"):
            raise HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
