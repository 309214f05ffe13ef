"""A server on this very machine that has one file and sends it in every way but the right one.

The first part of a path is the behaviour; `good` is the right way.
"""

from __future__ import annotations

import gzip
import hashlib
import random
import re
import ssl
import threading
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from email.message import Message
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

CONTENT = random.Random(0).randbytes(300_000)
OTHER = random.Random(1).randbytes(300_000)
SHA256 = hashlib.sha256(CONTENT).hexdigest()
PAGE = b"<!DOCTYPE html><html><body>Welcome to the hotel. <a href='x'>Log in</a></body></html>"
CERTIFICATE = Path(__file__).parent.parent / "loopback.pem"
LONG = 20.0  # seconds, where nothing waits that long


class Handler(BaseHTTPRequestHandler):
    server: Server
    timeout = LONG / 4
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        server = self.server
        name, _, self.rest = self.path.strip("/").partition("/")
        server.tries[self.path] += 1
        self.nth = server.tries[self.path]
        server.asked.append((self.command, self.path, self.headers))
        self.close_connection = True
        with suppress(OSError):  # who asks may leave in the middle
            getattr(self, f"on_{name}")()

    def do_HEAD(self) -> None:
        self.do_GET()

    def log_message(self, *_words: object) -> None:
        """Overrides the line on stderr."""

    # the right way, and what only differs in a part of it

    def on_good(self, *, content: bytes | None = None, etag: str = '"one"', cut: float = 1.0, **more: str) -> None:
        """The range that was asked for, if the validator is that of the content; `cut` is how much of it is sent."""
        content = self.server.content if content is None else content
        begin = self.begin if self.headers["If-Range"] in (None, etag) else 0
        if begin >= len(content) and begin:
            self.send(416, b"", **{"Content-Range": f"bytes */{len(content)}"})
            return
        body = content[begin:]
        ranged = {"Content-Range": f"bytes {begin}-{len(content) - 1}/{len(content)}"} if begin else {}
        headers = {"ETag": etag, "Content-Length": str(len(body)), **ranged, **more}
        self.send(206 if begin else 200, body[: int(len(body) * cut)], **headers)

    def on_chunked(self) -> None:
        self.head(200, **{"Transfer-Encoding": "chunked"})
        self.chunks(CONTENT)
        self.wfile.write(b"0\r\n\r\n")

    def on_until_closed(self) -> None:
        self.head(200)
        self.wfile.write(CONTENT)

    def on_without_validator(self) -> None:
        self.on_good(etag="", cut=0.6 if self.nth == 1 else 1.0)

    def on_weak(self) -> None:
        self.on_good(etag='W/"one"', cut=0.6 if self.nth == 1 else 1.0)

    def on_dated(self) -> None:
        date = "Wed, 21 Oct 2015 07:28:00 GMT"
        self.on_good(etag=date, cut=0.6 if self.nth == 1 else 1.0, **{"Last-Modified": date, "ETag": "odd"})

    # cut and slow

    def on_cut(self) -> None:
        self.on_good(cut=0.6)

    def on_cut_once(self) -> None:
        self.on_good(cut=0.6 if self.nth == 1 else 1.0)

    def on_cut_to_nothing(self) -> None:
        self.on_good(cut=0.0)

    def on_crumbs(self) -> None:
        self.on_good(cut=0.0001)

    def on_chunk_cut(self) -> None:
        self.head(200, **{"Transfer-Encoding": "chunked"})
        self.wfile.write(b"10000\r\n" + CONTENT[:1000])

    def on_odd_chunks(self) -> None:
        self.head(200, **{"Transfer-Encoding": "chunked"})
        self.wfile.write(b"no number\r\n" + CONTENT)

    def on_gone(self) -> None:
        """Leaves without a word."""

    def on_silent(self) -> None:
        self.server.ending.wait(LONG)

    def on_stalls(self) -> None:
        self.on_good(cut=0.5)
        self.server.ending.wait(LONG)

    def on_stalls_once(self) -> None:
        self.on_stalls() if self.nth == 1 else self.on_good()

    def on_drips(self) -> None:
        self.head(200, **{"Content-Length": str(len(CONTENT))})
        self.drip(CONTENT)

    def on_drips_headers(self) -> None:
        self.drip(b"HTTP/1.1 200 OK\r\n" + b"x" * 1000)

    def on_slow(self) -> None:
        self.head(200, **{"Content-Length": str(len(CONTENT))})
        for at in range(0, len(CONTENT), 50_000):
            self.wfile.write(CONTENT[at : at + 50_000])
            self.server.ending.wait(0.02)

    def on_halfway(self) -> None:
        """The second half when the test says so."""
        self.on_good(cut=0.5)
        self.server.may_go_on.wait(LONG)
        self.wfile.write(CONTENT[self.begin + (len(CONTENT) - self.begin) // 2 :])

    # lies

    def on_less(self) -> None:
        self.on_good(**{"Content-Length": str(max(0, len(CONTENT) - self.begin - 1000))})

    def on_more(self) -> None:
        self.on_good(**{"Content-Length": str(len(CONTENT) - self.begin + 1000)})

    def on_immense(self) -> None:
        self.on_good(**{"Content-Length": "9" * 17})

    def on_odd_length(self) -> None:
        self.on_good(**{"Content-Length": "-5"})

    def on_endless(self) -> None:
        self.head(200, **{"Transfer-Encoding": "chunked"})
        while not self.server.ending.is_set():
            self.chunks(CONTENT)

    def on_empty(self) -> None:
        self.send(200, b"")

    def on_corrupt(self) -> None:
        self.on_good(content=corrupted(CONTENT))

    def on_corrupt_once(self) -> None:
        self.on_good(content=corrupted(CONTENT) if self.nth == 1 else CONTENT)

    def on_other(self) -> None:
        self.on_good(content=OTHER, etag='"two"')

    def on_changes(self) -> None:
        """Another file at first, of which some came."""
        self.on_good(content=OTHER, etag='"two"', cut=0.5) if self.nth == 1 else self.on_good()

    def on_changes_unsaid(self) -> None:
        self.on_good(content=OTHER if self.nth == 1 else CONTENT, cut=0.5 if self.nth == 1 else 1.0)

    def on_zipped(self) -> None:
        self.send(200, gzip.compress(CONTENT), **{"Content-Encoding": "gzip"})

    def on_page(self) -> None:
        self.send(200, PAGE, **{"Content-Type": "text/html; charset=utf-8"})

    def on_untold_page(self) -> None:
        self.send(200, b"\r\n" + PAGE)

    # ranges

    def on_no_ranges(self) -> None:
        self.send(200, CONTENT)

    def on_no_ranges_and_cut(self) -> None:
        self.send(200, CONTENT[:200_000], **{"Content-Length": str(len(CONTENT))})

    def on_refused_ranges(self) -> None:
        self.send(416, b"") if self.headers["Range"] else self.on_good(cut=0.6)

    def on_wrong_range(self) -> None:
        if not self.begin:
            self.on_good(cut=0.6)
            return
        size = len(CONTENT)
        self.send(206, CONTENT[5:], **{"Content-Range": f"bytes 5-{size - 1}/{size}"})

    def on_short_ranges(self) -> None:
        """No more than so much at a time."""
        size, end = len(CONTENT), min(self.begin + 100_000, len(CONTENT))
        body = CONTENT[self.begin : end]
        self.send(206, body, **{"Content-Range": f"bytes {self.begin}-{end - 1}/{size}", "ETag": '"one"'})

    def on_odd_range(self) -> None:
        self.send(206, CONTENT[self.begin :], **{"Content-Range": "bytes hello"})

    def on_many_ranges(self) -> None:
        self.send(206, CONTENT, **{"Content-Type": "multipart/byteranges; boundary=x"})

    # statuses and redirections

    def on_status(self) -> None:
        self.send(int(self.rest), b"no")

    def on_busy_once(self) -> None:
        self.send(503, b"", **{"Retry-After": "0"}) if self.nth == 1 else self.on_good()

    def on_busy_long(self) -> None:
        self.send(429, b"", **{"Retry-After": "86400"}) if self.nth == 1 else self.on_good()

    def on_busy_oddly(self) -> None:
        self.send(503, b"", **{"Retry-After": "Fri, 31 Dec 9999 23:59:59 GMT"})

    def on_moved(self) -> None:
        self.redirect(f"http://localhost:{self.server.server_port}/cut_once")

    def on_loop(self) -> None:
        self.redirect(f"{self.path}/x")

    def on_to_disk(self) -> None:
        self.redirect("file:///etc/hostname")

    def on_to_nowhere(self) -> None:
        self.redirect("http://127.0.0.1:1/")

    def on_odd_move(self) -> None:
        self.redirect("http://[::1")

    # nonsense

    def on_nonsense(self) -> None:
        self.wfile.write(b"220 mail.example.org ESMTP\r\n")

    def on_flood(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\n" + b"X: 1\r\n" * 10_000)

    def on_long_header(self) -> None:
        self.wfile.write(b"HTTP/1.1 200 OK\r\nETag: " + b"x" * 100_000 + b"\r\n\r\n")

    def on_hostile(self) -> None:
        """Headers that would do something, were they shown or sent back as they are."""
        self.wfile.write(
            b'HTTP/1.1 200 \x1b[31mred\r\nETag: "a\r\n b"\r\nContent-Range: \x1b]0;x\x07\r\nContent-Encoding: '
            + b"\x1b[31m<b>" * 200
            + b"\r\n\r\n"
        )

    # how it is sent

    @property
    def begin(self) -> int:
        found = re.fullmatch(r"bytes=(\d+)-", self.headers["Range"] or "")
        return int(found[1]) if found else 0

    def head(self, status: int, **headers: str) -> None:
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.end_headers()

    def send(self, status: int, body: bytes, **headers: str) -> None:
        self.head(status, **{"Content-Length": str(len(body)), **headers})
        if self.command != "HEAD":
            self.wfile.write(body)

    def redirect(self, address: str) -> None:
        self.send(302, b"", Location=address)

    def chunks(self, content: bytes) -> None:
        for at in range(0, len(content), 50_000):
            chunk = content[at : at + 50_000]
            self.wfile.write(b"%x\r\n" % len(chunk) + chunk + b"\r\n")

    def drip(self, content: bytes) -> None:
        for byte in content:
            self.wfile.write(bytes([byte]))
            if self.server.ending.wait(0.05):
                return


BEHAVIOURS = sorted(
    {name.removeprefix("on_") for name in vars(Handler) if name.startswith("on_")} - {"status", "halfway"}
)


class Server(ThreadingHTTPServer):
    """Speaks http, or https with the certificate of the tests.

    Attributes:
        content: what the good ways send.
        asked: method, path and headers of each request.
        tries: how often each path was asked for.
        may_go_on: set when the second half may come.
        ending: set when the test is over.
    """

    def __init__(self, handler: type[Handler] = Handler, *, is_safe: bool = False) -> None:
        super().__init__(("127.0.0.1", 0), handler)
        self.daemon_threads, self.block_on_close = False, True
        self.content = CONTENT
        self.asked: list[tuple[str, str, Message]] = []
        self.tries: Counter[str] = Counter()
        self.may_go_on, self.ending = threading.Event(), threading.Event()
        self.scheme = "https" if is_safe else "http"
        if is_safe:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(CERTIFICATE)
            self.socket = context.wrap_socket(self.socket, server_side=True, do_handshake_on_connect=False)

    def address(self, path: str) -> str:
        return f"{self.scheme}://127.0.0.1:{self.server_port}/{path}"

    @property
    def begins(self) -> list[str | None]:
        """The ranges that were asked for."""
        return [headers["Range"] for _, _, headers in self.asked]

    def handle_error(self, *_words: object) -> None:
        """Overrides the traceback on stderr: who asks here leaves in the middle."""


@contextmanager
def serving(server: Server) -> Iterator[Server]:
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield server
    finally:
        server.ending.set()
        server.may_go_on.set()
        server.shutdown()
        thread.join()
        server.server_close()


def corrupted(content: bytes) -> bytes:
    return content[:1000] + bytes([content[1000] ^ 1]) + content[1001:]
