"""The door to the web, as far as asking for updates and downloading do not show it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from app.web import MIRRORED, Line, Web, WebFailure, WebTrouble

PATIENT = 20.0  # seconds, where nothing waits that long


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(302 if self.path == "/moved" else 200)
        self.send_header("Location", "/here")
        self.send_header("X-Said", self.headers["X-Asked"] or "")
        self.end_headers()
        self.wfile.write(self.path.encode())

    def do_HEAD(self) -> None:
        self.send_response(200)
        self.end_headers()

    def log_message(self, *_words: object) -> None:
        """Overrides the line on stderr."""


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setattr("urllib.request.getproxies", dict)
    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    thread.join()
    server.server_close()


def test_a_mirror_without_encryption_may_send_on_to_another(address: str) -> None:
    with Web(MIRRORED).open(f"{address}/moved", PATIENT, headers={"X-Asked": "x"}) as answer:
        assert answer.read() == b"/here"
        assert answer.headers["X-Said"] == "x"


def test_a_redirection_that_is_not_followed_is_told_with_its_headers(address: str) -> None:
    with pytest.raises(WebFailure) as caught:
        Web(MIRRORED, follows=False).open(f"{address}/moved", PATIENT)
    failure = caught.value
    assert (failure.trouble, failure.status, failure.headers["Location"]) == (WebTrouble.ASTRAY, 302, "/here")


def test_only_the_head_can_be_asked_for(address: str) -> None:
    with Web(MIRRORED).open(f"{address}/x", PATIENT, method="HEAD") as answer:
        assert (answer.status, answer.read()) == (200, b"")


def test_what_a_server_says_of_a_failure_is_bounded() -> None:
    assert len(WebFailure(WebTrouble.UNREACHABLE, "x" * 10_000).detail) == 200


@pytest.mark.parametrize("is_early", [True, False])
def test_who_reads_is_woken_when_the_line_is_hung_up(is_early: bool) -> None:
    ours, theirs = socket.socketpair()
    line = Line()
    with ours, theirs:
        if is_early:  # before there was a connection
            line.hang_up()
        line.hold(ours)
        if not is_early:
            threading.Timer(0.01, line.hang_up).start()
        assert ours.recv(1) == b""
    line.hang_up()  # once more, after all
