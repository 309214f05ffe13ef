"""The one door to the web: whatever the program asks there goes through here, and tells nothing about who asks.

Proxies are those of the environment or the system, and so are the certificates that are trusted. There are no cookies,
no passwords and no files. Whatever goes wrong is a `WebFailure`.
"""

from __future__ import annotations

import socket
import ssl
from collections.abc import Iterator, Mapping
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from email.message import Message
from enum import Enum
from functools import partial
from http.client import (
    HTTPConnection,
    HTTPException,
    HTTPMessage,
    HTTPResponse,
    HTTPSConnection,
    IncompleteRead,
    InvalidURL,
)
from typing import IO, Any, cast
from urllib.error import HTTPError, URLError
from urllib.request import (
    HTTPDefaultErrorHandler,
    HTTPErrorProcessor,
    HTTPHandler,
    HTTPRedirectHandler,
    HTTPSHandler,
    OpenerDirector,
    ProxyHandler,
    Request,
    UnknownHandler,
)

import truststore

REDIRECTIONS = 3
SAFE = frozenset(("https",))
MIRRORED = frozenset(("https", "http"))  # where a person named a mirror that begins with http

_DETAIL = 200  # characters: some of them come from proxies


class WebTrouble(Enum):
    """Why there is no answer."""

    UNREACHABLE = "the address cannot be reached"
    UNTRUSTED = "the connection cannot be trusted"
    TOO_SLOW = "nothing came for too long"
    REFUSED = "there is no answer at the address"
    ASTRAY = "the address leads elsewhere"
    CUT_OFF = "the answer was cut off"
    MEANINGLESS = "the answer makes no sense"


class WebFailure(Exception):
    """Raised where an answer cannot be had.

    Attributes:
        trouble: why.
        detail: the status, or what the system says about it, at most 200 characters; or "".
        status: that of an answer that came in place of the one that was asked for, else 0.
        headers: those of that answer.
    """

    def __init__(self, trouble: WebTrouble, detail: str = "", status: int = 0, headers: Message | None = None) -> None:
        super().__init__(trouble.value, detail)
        self.trouble = trouble
        self.detail = detail[:_DETAIL]
        self.status = status
        self.headers = headers if headers is not None else Message()


class Line:
    """The connection of one request, so that another thread can hang up while one waits for the answer.

    Before there is a connection there is nothing to hang up: the search for a computer's address and the greeting of
    a server that speaks https end by themselves.
    """

    def __init__(self) -> None:
        self._socket: socket.socket | None = None
        self._is_over = False

    def hold(self, connected: socket.socket) -> None:
        """This is the connection."""
        self._socket = connected
        if self._is_over:  # looked at last, as `hang_up` looks at the socket last: one of the two sees the other
            self.hang_up()

    def hang_up(self) -> None:
        """Whoever reads from the connection reads to its end or fails, at once."""
        self._is_over = True
        if self._socket is not None:
            with suppress(OSError):  # it is closed already
                socket.socket.shutdown(self._socket, socket.SHUT_RDWR)  # not that of ssl, which changes what is read


@dataclass(frozen=True, slots=True)
class Web:
    """What may be asked.

    Attributes:
        schemes: with which addresses may begin; https alone, unless a person named a mirror that has no encryption.
        follows: whether a redirection is followed, from https to https only; one that is not is a `WebFailure` with its
            headers.
    """

    schemes: frozenset[str] = SAFE
    follows: bool = True

    def open(
        self,
        address: str,
        seconds: float,
        *,
        headers: Mapping[str, str] | None = None,
        method: str = "GET",
        line: Line | None = None,
    ) -> HTTPResponse:
        """The answer, of which nothing is read yet.

        Args:
            address: what is asked for.
            seconds: that a silence may last, now and while it is read.
            headers: of the request, beside those that every request has.
            method: GET or HEAD.
            line: gets the connection.

        Raises:
            WebFailure: there is none.
        """
        with web_failures():
            request = Request(address, headers=dict(headers or {}), method=method)
            answer: HTTPResponse = self._opener(line or Line()).open(request, timeout=seconds)
        return answer

    def _opener(self, line: Line) -> OpenerDirector:
        """Knows its schemes and nothing else, above all no cookies, no passwords and no files."""
        opener = OpenerDirector()
        opener.addheaders = [("User-Agent", "Whatsit")]  # without it, Python would name itself and its version
        for handler in (
            ProxyHandler(),
            *(kind(line) for scheme, kind in (("https", _Safe), ("http", _Plain)) if scheme in self.schemes),
            _Redirections(self),
            HTTPErrorProcessor(),
            HTTPDefaultErrorHandler(),
            UnknownHandler(),
        ):
            opener.add_handler(handler)
        return opener


@contextmanager
def web_failures() -> Iterator[None]:
    """Raise a `WebFailure` for whatever the libraries of the web raise; nothing else may be done in the block."""
    try:
        yield
    except HTTPError as error:
        error.close()
        trouble = WebTrouble.ASTRAY if 300 <= error.code < 400 else WebTrouble.REFUSED
        raise WebFailure(trouble, str(error.code), error.code, error.headers) from error
    except OSError as error:
        raise _failure(error) from error
    except (InvalidURL, ValueError) as error:  # no address, be it that of a proxy
        raise WebFailure(WebTrouble.UNREACHABLE) from error
    except IncompleteRead as error:
        raise WebFailure(WebTrouble.CUT_OFF) from error
    except HTTPException as error:
        raise WebFailure(WebTrouble.MEANINGLESS) from error


def _failure(error: OSError) -> WebFailure:
    cause = error.reason if isinstance(error, URLError) else error
    if isinstance(cause, TimeoutError):
        return WebFailure(WebTrouble.TOO_SLOW)
    if isinstance(cause, ssl.SSLError):
        named = (getattr(cause, name, "") for name in ("verify_message", "reason"))  # not every error has them
        said = next(filter(None, named), "".join(map(str, cause.args[-1:])))
        return WebFailure(WebTrouble.UNTRUSTED, str(said))
    said = cause.strerror if isinstance(cause, OSError) and cause.strerror else cause
    return WebFailure(WebTrouble.UNREACHABLE, str(said))


class _Safe(HTTPSHandler):
    """Asks servers that speak https and have a certificate that the system trusts."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def https_open(self, req: Request) -> HTTPResponse:
        context = truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
        return self.do_open(partial(_SafeConnection, context=context, line=self._line), req)


class _Plain(HTTPHandler):
    """Asks servers that speak http."""

    def __init__(self, line: Line) -> None:
        super().__init__()
        self._line = line

    def http_open(self, req: Request) -> HTTPResponse:
        return self.do_open(partial(_PlainConnection, line=self._line), req)


class _PlainConnection(HTTPConnection):
    """Lets the line of its request hold its socket."""

    def __init__(self, host: str, *, line: Line, **named: Any) -> None:
        super().__init__(host, **named)
        self._line = line

    def connect(self) -> None:
        super().connect()
        self._line.hold(self.sock)


class _SafeConnection(_PlainConnection, HTTPSConnection):
    pass


class _Redirections(HTTPRedirectHandler):
    """Follows a few: to https, or from http to http, where that may be asked at all."""

    max_redirections = REDIRECTIONS

    def __init__(self, web: Web) -> None:
        self._web = web

    def http_error_302(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage
    ) -> HTTPResponse | None:
        """One that leads to what is no address leads astray; urllib raises ValueError there, and closes nothing."""
        try:
            return cast("HTTPResponse | None", super().http_error_302(req, fp, code, msg, headers))
        except ValueError as error:
            raise HTTPError(req.full_url, code, msg, headers, fp) from error

    http_error_301 = http_error_303 = http_error_307 = http_error_308 = http_error_302

    def redirect_request(
        self, req: Request, fp: IO[bytes], code: int, msg: str, headers: HTTPMessage, newurl: str
    ) -> Request | None:
        fp.close()  # or urllib would read to its end what comes with the redirection
        scheme = newurl.partition(":")[0].lower()
        is_safe = scheme in self._web.schemes and scheme in ("https", req.type)
        if not is_safe or not self._web.follows:
            raise HTTPError(req.full_url, code, msg, headers, fp)
        return super().redirect_request(req, fp, code, msg, headers, newurl)
