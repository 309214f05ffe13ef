"""Fetching from a server on this very machine, a kind one and several bad ones."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import fetch as fetch_module
from app.desktop.fetch import Fetch
from app.desktop.fetches import Fetches

Ended = list[tuple[str, ...]]


class Handler(BaseHTTPRequestHandler):
    """One path per behaviour; `asked` holds the requests."""

    asked: list[tuple[str, str | None]]

    def do_GET(self) -> None:
        self.asked.append((self.path, self.headers.get("Cookie")))
        behaviour = self.path.partition("?")[0].strip("/").partition("/")[0]
        getattr(self, f"on_{behaviour}")()

    def log_message(self, *_words: object) -> None:
        """Overrides the line on stderr."""

    def on_picture(self) -> None:
        self._send(200, b"a picture", {"Set-Cookie": "who=you"})

    def on_page(self) -> None:
        self._send(200, b"<html>", {"Content-Type": "text/html; charset=utf-8"})

    def on_empty(self) -> None:
        self._send(200, b"")

    def on_missing(self) -> None:
        self._send(404, b"not here")

    def on_loop(self) -> None:
        self._send(302, b"", {"Location": f"{self.path}x"})

    def on_moved(self) -> None:
        self._send(301, b"", {"Location": "/picture/there.png"})

    def on_disk(self) -> None:
        self._send(302, b"", {"Location": "file:///etc/hostname"})

    def on_claims(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", str(10 << 30))
        self.end_headers()
        self.wfile.write(b"x" * 1000)

    def on_endless(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.ending.wait(0.001):
                self.wfile.write(b"x" * 10_000)
        except OSError:
            return

    def on_drip(self) -> None:
        self.send_response(200)
        self.end_headers()
        try:
            while not self.server.ending.wait(0.02):
                self.wfile.write(b"x")
        except OSError:
            return

    def on_hangs(self) -> None:
        self.server.ending.wait(10)

    def on_cut(self) -> None:
        self.send_response(200)
        self.send_header("Content-Length", "1000")
        self.end_headers()
        self.wfile.write(b"x" * 10)

    def _send(self, status: int, body: bytes, headers: dict[str, str] | None = None) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(body)))
        for name, value in (headers or {}).items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(body)


class Server(ThreadingHTTPServer):
    ending: threading.Event

    def handle_error(self, *_words: object) -> None:
        """Overrides the traceback on stderr: clients here leave in the middle."""


@pytest.fixture
def server(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    Handler.asked = []
    server = Server(("127.0.0.1", 0), Handler)
    server.daemon_threads, server.block_on_close = False, True
    server.ending = threading.Event()
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    yield server
    server.ending.set()
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture
def ended(qapp: QApplication, server: Server, qtbot: QtBot) -> Iterator[Callable[[str], tuple[object, ...]]]:
    """Fetches a path and gives what came of it: ("fetched", bytes, name) or ("failed", words)."""
    owner = QObject()
    network = QNetworkAccessManager(owner)
    network.setProxy(network.proxy().__class__(network.proxy().ProxyType.NoProxy))

    def fetch(path: str) -> tuple[object, ...]:
        came: list[tuple[object, ...]] = []
        one = Fetch(QUrl(f"http://127.0.0.1:{server.server_port}{path}"), network, owner)
        one.fetched.connect(lambda data, name: came.append(("fetched", data, name)))
        one.failed.connect(lambda words: came.append(("failed", words)))
        qtbot.waitUntil(lambda: bool(came), timeout=8000)
        qtbot.wait(20)
        assert len(came) == 1
        return came[0]

    yield fetch
    network.clearConnectionCache()
    owner.deleteLater()


Fetching = Callable[[str], tuple[object, ...]]


def test_a_picture_is_fetched_with_its_name(ended: Fetching) -> None:
    assert ended("/picture/my%20cat.jpg?size=9") == ("fetched", b"a picture", "my cat.jpg")


def test_a_picture_without_a_name_has_the_servers(ended: Fetching) -> None:
    assert ended("/picture/") == ("fetched", b"a picture", "127.0.0.1")


def test_no_cookie_is_kept(ended: Fetching) -> None:
    ended("/picture/a.jpg")
    ended("/picture/b.jpg")
    assert Handler.asked == [("/picture/a.jpg", None), ("/picture/b.jpg", None)]


def test_a_redirection_is_followed(ended: Fetching) -> None:
    assert ended("/moved") == ("fetched", b"a picture", "there.png")


def test_a_redirection_in_circles_ends(ended: Fetching) -> None:
    kind, words = ended("/loop")
    assert kind == "failed"
    assert words.startswith("The picture was not fetched:")
    assert len(Handler.asked) <= 7


def test_a_redirection_to_this_disk_is_refused(ended: Fetching) -> None:
    assert ended("/disk")[0] == "failed"


def test_a_missing_picture_is_said(ended: Fetching) -> None:
    kind, words = ended("/missing/a.jpg")
    assert kind == "failed"
    assert words == "The picture was not fetched: 127.0.0.1 has no such picture."


def test_a_web_page_is_told_from_a_picture(ended: Fetching) -> None:
    kind, words = ended("/page")
    assert kind == "failed"
    assert words.startswith("This is the address of a web page.")


def test_a_cut_connection_is_said(ended: Fetching) -> None:
    assert ended("/cut")[0] == "failed"


def test_what_claims_to_be_too_large_is_refused_at_once(ended: Fetching) -> None:
    assert ended("/claims") == ("failed", "The picture was not fetched: it is larger than 64 MB.")


def test_what_becomes_too_large_is_refused(ended: Fetching, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch_module, "LARGEST", 100_000)
    assert "larger" in ended("/endless")[1]


@pytest.mark.parametrize("path", ["/hangs", "/drip"])
def test_what_takes_too_long_is_given_up(ended: Fetching, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    """Also a server that sends a byte now and then, for ever."""
    monkeypatch.setattr(fetch_module, "SECONDS", 0.3)
    assert ended(path) == ("failed", "The picture was not fetched: 127.0.0.1 took too long.")


def test_a_server_that_is_not_there_is_said(qapp: QApplication, qtbot: QtBot) -> None:
    owner = QObject()
    came: list[str] = []
    one = Fetch(QUrl("http://127.0.0.1:9/a.jpg"), QNetworkAccessManager(owner), owner)
    one.failed.connect(came.append)
    qtbot.waitUntil(lambda: bool(came))
    assert came[0] == "The picture was not fetched: 127.0.0.1 does not answer."


def test_nothing_fetched_is_still_one_picture(ended: Fetching) -> None:
    assert ended("/empty/a.jpg") == ("fetched", b"", "a.jpg")


def test_what_is_stopped_says_nothing(qapp: QApplication, server: Server, qtbot: QtBot) -> None:
    owner = QObject()
    fetches = Fetches(owner)
    said: list[object] = []
    fetches.fetched.connect(lambda *words: said.append(words))
    fetches.failed.connect(said.append)
    fetches.start(QUrl(f"http://127.0.0.1:{server.server_port}/hangs"))
    fetches.start(QUrl(f"http://127.0.0.1:{server.server_port}/drip"))
    assert fetches.hosts == ("127.0.0.1", "127.0.0.1")
    qtbot.waitUntil(lambda: len(Handler.asked) == 2)
    fetches.stop()
    qtbot.waitUntil(lambda: fetches.hosts == ())
    assert said == []
    owner.deleteLater()


def test_what_ended_is_under_way_no_more(qapp: QApplication, server: Server, qtbot: QtBot) -> None:
    owner = QObject()
    fetches = Fetches(owner)
    with qtbot.waitSignal(fetches.fetched):
        fetches.start(QUrl(f"http://127.0.0.1:{server.server_port}/picture/a.jpg"))
    qtbot.waitUntil(lambda: fetches.hosts == ())
    owner.deleteLater()


def test_a_library_that_is_missing_is_said(qapp: QApplication, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtNetwork", None)
    owner = QObject()
    fetches, said = Fetches(owner), []
    fetches.failed.connect(said.append)
    fetches.start(QUrl("http://127.0.0.1:9/a.jpg"))
    assert said[0].startswith("The picture was not fetched: a library is missing or damaged (")
    assert fetches.hosts == ()
    owner.deleteLater()
