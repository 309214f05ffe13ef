"""Asking a publisher on this very machine, a kind one and many bad ones."""

from __future__ import annotations

import json
import socket
import ssl
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import suppress
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from app import updates
from app.release import Release, UpdateError, UpdateTrouble
from app.updates import LARGEST, newest
from app.web import REDIRECTIONS

CERTIFICATE = Path(__file__).with_name("loopback.pem")
RELEASE = Release("1.2.0", "https://example.org/whatsit")
ANSWER = json.dumps({"version": RELEASE.version, "page": RELEASE.page}).encode()
PATIENT = 20.0  # seconds, where nothing waits that long
SOON = 0.4  # seconds, where something takes too long


class Publisher(BaseHTTPRequestHandler):
    """One path per behaviour."""

    server: Server
    timeout = PATIENT / 4  # for whoever asks and does not read

    def do_GET(self) -> None:
        self.server.asked.append((self.path, self.headers.items()))
        with suppress(OSError):  # who asks may leave in the middle
            getattr(self, f"on_{self.path.strip('/').partition('/')[0]}")()

    def log_message(self, *_words: object) -> None:
        """Overrides the line on stderr."""

    def on_said(self) -> None:
        self._send(200, self.server.answer)

    def on_missing(self) -> None:
        self._send(404, ANSWER)

    def on_refused(self) -> None:
        self._send(401, b"", {"WWW-Authenticate": "Basic realm=x"})

    def on_moved(self) -> None:
        self._send(302, b"", {"Location": "/said", "Set-Cookie": "who=you"})

    def on_downgraded(self) -> None:
        self._send(302, b"", {"Location": f"http://127.0.0.1:{self.server.server_port}/said"})

    def on_disk(self) -> None:
        self._send(302, b"", {"Location": "file:///etc/hostname"})

    def on_loop(self) -> None:
        self._send(302, b"", {"Location": f"{self.path}/x"})

    def on_same(self) -> None:
        self._send(302, b"", {"Location": self.path})

    def on_claims(self) -> None:
        self._begin({"Content-Length": str(100 << 40)})
        self.wfile.write(ANSWER)
        self.server.ending.wait(PATIENT)

    def on_large(self) -> None:
        self._begin({"Content-Length": str(100 << 20)})
        self._drown()

    def on_endless(self) -> None:
        self._begin({})
        self._drown()

    def on_chunks(self) -> None:
        self._begin({"Transfer-Encoding": "chunked"})
        while not self.server.ending.is_set():
            self.wfile.write(b"2710\r\n" + b" " * 10_000 + b"\r\n")

    def on_hindrance(self) -> None:
        self._begin({"Location": "/said", "Content-Length": str(100 << 40)}, status=302)
        self._drown()

    def on_headers(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not self.server.ending.is_set():
            self.wfile.write(b"X: " + b"x" * 10_000 + b"\r\n")

    def on_hangs(self) -> None:
        self.server.ending.wait(PATIENT)

    def on_drip(self) -> None:
        self._begin({})
        self._drip(b" " * 1000)

    def on_slow_headers(self) -> None:
        self._drip(b"HTTP/1.1 200 OK\r\n" + b"x" * 1000)

    def on_cut(self) -> None:
        self._begin({"Content-Length": str(len(ANSWER))})
        self.wfile.write(ANSWER[:10])

    def on_gone(self) -> None:
        """Leaves without a word."""

    def on_nonsense(self) -> None:
        self.wfile.write(b"220 mail.example.org ESMTP\r\n")

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self._begin({"Content-Length": str(len(body)), **(headers or {})}, status)
        self.wfile.write(body)

    def _begin(self, headers: dict[str, str], status: int = 200) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def _drown(self) -> None:
        while not self.server.ending.is_set():
            self.wfile.write(b" " * 10_000)

    def _drip(self, content: bytes) -> None:
        for byte in content:
            self.wfile.write(bytes([byte]))
            self.server.ending.wait(0.1)


class Server(ThreadingHTTPServer):
    """Speaks https, or behind `http` does not.

    Attributes:
        answer: what lies at `/said`.
        asked: the path and the headers of each request.
        ending: set when the test is over.
    """

    def __init__(self, *, is_safe: bool = True) -> None:
        super().__init__(("127.0.0.1", 0), Publisher)
        self.daemon_threads, self.block_on_close = False, True
        self.answer = ANSWER
        self.asked: list[tuple[str, list[tuple[str, str]]]] = []
        self.ending = threading.Event()
        if is_safe:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def address(self, path: str) -> str:
        return f"https://127.0.0.1:{self.server_port}{path}"

    def handle_error(self, *_words: object) -> None:
        """Overrides the traceback on stderr: who asks here leaves in the middle."""


Ask = Callable[..., Release | UpdateError]


def serving(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.ending.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(autouse=True)
def no_proxy(monkeypatch: pytest.MonkeyPatch) -> None:
    """Whatever proxy the computer of the tests has knows nothing of its own 127.0.0.1."""
    monkeypatch.setattr("urllib.request.getproxies", dict)


@pytest.fixture
def trust(monkeypatch: pytest.MonkeyPatch) -> None:
    """The certificate of the tests is one that the system trusts."""

    def context(protocol: int) -> ssl.SSLContext:
        made = ssl.SSLContext(protocol)
        made.load_verify_locations(CERTIFICATE)
        return made

    monkeypatch.setattr("truststore.SSLContext", context)


@pytest.fixture
def server() -> Iterator[Server]:
    yield from serving(Server())


@pytest.fixture
def ask(server: Server, trust: None) -> Ask:
    """Asks for a path of the server."""

    def ask(path: str = "/said", seconds: float = PATIENT) -> Release | UpdateError:
        return newest(server.address(path), lambda: False, seconds)

    return ask


def trouble(answer: Release | UpdateError) -> UpdateTrouble:
    assert isinstance(answer, UpdateError), answer
    return answer.trouble


def test_the_newest_release_is_told(ask: Ask) -> None:
    assert ask() == RELEASE


def test_one_request_that_tells_nothing_about_who_asks(ask: Ask, server: Server) -> None:
    ask()
    (request,) = server.asked
    path, headers = request
    assert path == "/said"
    assert sorted(headers) == [
        ("Accept-Encoding", "identity"),
        ("Connection", "close"),
        ("Host", f"127.0.0.1:{server.server_port}"),
        ("User-Agent", "Whatsit"),
    ]


def test_a_redirection_is_followed_without_cookies(ask: Ask, server: Server) -> None:
    assert ask("/moved") == RELEASE
    assert [path for path, _ in server.asked] == ["/moved", "/said"]
    assert {name for _, headers in server.asked for name, _ in headers} == {
        "Accept-Encoding",
        "Connection",
        "Host",
        "User-Agent",
    }


@pytest.mark.parametrize("path", ["/downgraded", "/disk"])
def test_a_redirection_to_something_else_than_https_is_refused(ask: Ask, server: Server, path: str) -> None:
    assert trouble(ask(path)) is UpdateTrouble.ASTRAY
    assert len(server.asked) == 1


@pytest.mark.parametrize("path", ["/loop", "/same"])
def test_a_redirection_in_circles_ends(ask: Ask, server: Server, path: str) -> None:
    assert trouble(ask(path)) is UpdateTrouble.ASTRAY
    assert len(server.asked) <= REDIRECTIONS + 2


def test_what_comes_with_a_redirection_is_not_read(ask: Ask, server: Server) -> None:
    assert ask("/hindrance") == RELEASE
    assert [path for path, _ in server.asked] == ["/hindrance", "/said"]


@pytest.mark.parametrize(("path", "status"), [("/missing", "404"), ("/refused", "401")])
def test_what_is_not_there_is_said_with_its_status(ask: Ask, server: Server, path: str, status: str) -> None:
    assert ask(path) == UpdateError(UpdateTrouble.REFUSED, status)
    assert len(server.asked) == 1, "no password is tried"


@pytest.mark.parametrize("path", ["/large", "/endless", "/chunks"])
def test_what_is_too_large_is_refused(ask: Ask, path: str) -> None:
    assert trouble(ask(path)) is UpdateTrouble.TOO_LARGE


@pytest.mark.skipif(sys.platform == "win32", reason="limits of POSIX")
def test_what_a_server_claims_to_send_takes_no_memory(ask: Ask) -> None:
    """100 TB are claimed, and room for them would be an error of its own."""
    assert trouble(ask("/claims", SOON)) is UpdateTrouble.TOO_SLOW


def test_the_largest_answer_is_a_matter_of_bytes(ask: Ask, server: Server) -> None:
    server.answer = ANSWER + b" " * (LARGEST - len(ANSWER))
    assert ask() == RELEASE
    server.answer += b" "
    assert trouble(ask()) is UpdateTrouble.TOO_LARGE


@pytest.mark.parametrize("path", ["/hangs", "/drip", "/slow_headers"])
def test_what_takes_too_long_is_given_up(ask: Ask, path: str) -> None:
    """Also a server that sends a byte now and then."""
    begun = time.monotonic()
    assert trouble(ask(path, SOON)) is UpdateTrouble.TOO_SLOW
    assert time.monotonic() - begun < PATIENT / 2


def test_a_name_that_is_looked_for_in_vain_is_given_up(trust: None, monkeypatch: pytest.MonkeyPatch) -> None:
    """The system looks for a name as long as it likes, and nothing can stop it."""
    found = threading.Event()
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_words, **_named: found.wait(PATIENT) and [])
    assert trouble(newest("https://example.org/", lambda: False, SOON)) is UpdateTrouble.TOO_SLOW
    found.set()


def test_who_no_longer_waits_is_not_kept_waiting(ask: Ask, server: Server) -> None:
    begun = time.monotonic()
    newest(server.address("/hangs"), lambda: bool(server.asked), PATIENT)
    assert time.monotonic() - begun < PATIENT / 2


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>log in to the hotel</html>",
        b"\xff\xfe\xfd",
        b"[" * 50_000,
        b"9" * 5_000,
        ANSWER[:-1],
    ],
)
def test_an_answer_that_makes_no_sense_is_said(ask: Ask, server: Server, answer: bytes) -> None:
    server.answer = answer
    assert trouble(ask()) is UpdateTrouble.MEANINGLESS


@pytest.mark.parametrize("path", ["/cut", "/nonsense", "/headers"])
def test_half_an_answer_or_one_of_another_kind_makes_no_sense(ask: Ask, path: str) -> None:
    assert trouble(ask(path)) is UpdateTrouble.MEANINGLESS


def test_a_server_that_says_nothing_is_not_reached(ask: Ask) -> None:
    assert trouble(ask("/gone")) is UpdateTrouble.UNREACHABLE


def test_a_server_that_is_not_there_is_said(trust: None) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # and does not listen
        answer = newest(f"https://127.0.0.1:{taken.getsockname()[1]}/", lambda: False, PATIENT)
    assert trouble(answer) is UpdateTrouble.UNREACHABLE
    assert answer.detail


def test_a_certificate_that_the_system_does_not_trust_is_refused(server: Server) -> None:
    answer = newest(server.address("/said"), lambda: False, PATIENT)
    assert trouble(answer) is UpdateTrouble.UNTRUSTED
    assert answer.detail
    assert server.asked == []


def test_a_certificate_for_another_name_is_refused(server: Server, trust: None) -> None:
    answer = newest(f"https://localhost:{server.server_port}/said", lambda: False, PATIENT)
    assert trouble(answer) is UpdateTrouble.UNTRUSTED
    assert server.asked == []


@pytest.mark.parametrize("kind", [ssl.SSLError, ssl.SSLCertVerificationError])
def test_what_a_system_of_others_says_of_a_certificate_is_told(
    server: Server, monkeypatch: pytest.MonkeyPatch, kind: type[ssl.SSLError]
) -> None:
    """On Windows and macOS not OpenSSL looks at it, and an error has fewer attributes."""

    def refuse(*_words: object, **_named: object) -> None:
        raise kind("Peer sent no certificates to verify")

    monkeypatch.setattr("truststore.SSLContext.wrap_socket", refuse)
    answer = newest(server.address("/said"), lambda: False, PATIENT)
    assert answer == UpdateError(UpdateTrouble.UNTRUSTED, "Peer sent no certificates to verify")


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="where OpenSSL's own variable names what is trusted")
def test_the_certificates_are_the_system_s(server: Server, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("SSL_CERT_FILE", str(CERTIFICATE))
    assert newest(server.address("/said"), lambda: False, PATIENT) == RELEASE


def test_a_server_without_encryption_is_not_trusted(trust: None) -> None:
    for server in serving(Server(is_safe=False)):
        assert trouble(newest(server.address("/said"), lambda: False, PATIENT)) is UpdateTrouble.UNTRUSTED
        assert server.asked == []


def test_http_is_never_asked(trust: None) -> None:
    for server in serving(Server(is_safe=False)):
        address = server.address("/said").replace("https", "http")
        assert trouble(newest(address, lambda: False, PATIENT)) is UpdateTrouble.UNREACHABLE
        assert server.asked == []


class Tunnel:
    """A proxy that does as it is told, or says no."""

    def __init__(self, answer: bytes = b"") -> None:
        self.told: list[bytes] = []
        self._answer = answer
        self._socket = socket.create_server(("127.0.0.1", 0))
        self._socket.settimeout(PATIENT / 4)  # so that a mistake fails here and does not wait
        self.address = f"http://me:secret@127.0.0.1:{self._socket.getsockname()[1]}"
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def close(self) -> None:
        self._thread.join(PATIENT)
        self._socket.close()

    def _serve(self) -> None:
        client, _ = self._socket.accept()
        with client:
            while b"\r\n\r\n" not in b"".join(self.told):
                self.told.append(client.recv(4096))
            if self._answer:
                client.sendall(self._answer)
                return
            host, port = self.told[0].split()[1].decode().split(":")
            client.sendall(b"HTTP/1.1 200 Connection established\r\n\r\n")
            with socket.create_connection((host, int(port))) as target:
                back = threading.Thread(target=_pump, args=(target, client))
                back.start()
                _pump(client, target)
                back.join()


def _pump(source: socket.socket, target: socket.socket) -> None:
    with suppress(OSError):
        while data := source.recv(4096):
            target.sendall(data)
        target.shutdown(socket.SHUT_WR)


@pytest.fixture
def proxy(monkeypatch: pytest.MonkeyPatch) -> Iterator[Callable[..., Tunnel]]:
    """A proxy as the environment or the system names it."""
    made: list[Tunnel] = []

    def make(answer: bytes = b"") -> Tunnel:
        made.append(Tunnel(answer))
        monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": made[0].address})
        monkeypatch.setattr("urllib.request.proxy_bypass", lambda _host: False)
        return made[0]

    yield make
    for tunnel in made:
        tunnel.close()


def test_a_proxy_is_gone_through_and_learns_the_computer_only(
    ask: Ask, server: Server, proxy: Callable[..., Tunnel]
) -> None:
    tunnel = proxy()
    assert ask() == RELEASE
    told = b"".join(tunnel.told).decode()
    assert told.startswith(f"CONNECT 127.0.0.1:{server.server_port} HTTP/1.")
    assert "said" not in told
    assert "Python" not in told


def test_a_proxy_that_refuses_is_said_without_its_password(ask: Ask, proxy: Callable[..., Tunnel]) -> None:
    proxy(b"HTTP/1.1 407 Proxy Authentication Required\r\n\r\n")
    answer = ask()
    assert trouble(answer) is UpdateTrouble.UNREACHABLE
    assert "407" in answer.detail
    assert "secret" not in answer.detail


def test_the_variables_for_proxies_count(server: Server, trust: None, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.undo()
    monkeypatch.setenv("https_proxy", "http://127.0.0.1:1")
    monkeypatch.delenv("no_proxy", raising=False)
    monkeypatch.delenv("NO_PROXY", raising=False)
    assert trouble(newest(server.address("/said"), lambda: False, PATIENT)) is UpdateTrouble.UNREACHABLE
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    assert trouble(newest(server.address("/said"), lambda: False, PATIENT)) is UpdateTrouble.UNTRUSTED


def test_a_proxy_without_sense_is_a_sentence(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("urllib.request.getproxies", lambda: {"https": "http:me:secret"})
    assert ask() == UpdateError(UpdateTrouble.UNREACHABLE)


def test_something_unforeseen_is_raised_where_somebody_waits(ask: Ask, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(_answer: bytes) -> Release:
        raise ZeroDivisionError

    monkeypatch.setattr(updates, "release_in", broken)
    with pytest.raises(ZeroDivisionError):
        ask()
