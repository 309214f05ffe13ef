"""A D-Bus of the test's own, and services on it that write down what they are asked."""

from __future__ import annotations

import shutil
import subprocess
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from queue import Empty, SimpleQueue
from typing import Any

import pytest

jeepney = pytest.importorskip("jeepney", reason="Linux")

from jeepney import MatchRule, MessageType, message_bus, new_error, new_method_return  # noqa: E402
from jeepney.io.blocking import open_dbus_connection  # noqa: E402

Reply = tuple[str | None, tuple[Any, ...]]
WAIT = 10.0  # seconds


@contextmanager
def private_bus(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The address of a session bus on which nobody else is; the program under test uses it."""
    if shutil.which("dbus-daemon") is None:
        pytest.skip("there is no dbus-daemon")
    command = ["dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address"]
    with subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as daemon:
        assert daemon.stdout is not None
        address = daemon.stdout.readline().strip()
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
        try:
            yield address
        finally:
            daemon.kill()


class Service:
    """Owns a name on the bus, answers calls with the replies given, and keeps calls and signals in `heard`."""

    def __init__(self, address: str, name: str, replies: dict[str, Reply]) -> None:
        self.heard: SimpleQueue[tuple[str, tuple[Any, ...]]] = SimpleQueue()
        self._replies = replies
        self._connection = open_dbus_connection(bus=address)
        self._ask(message_bus.RequestName(name))
        self._ask(message_bus.AddMatch(MatchRule(type="signal", interface="com.canonical.Unity.LauncherEntry")))
        self._is_over = threading.Event()
        self._thread = threading.Thread(target=self._serve)
        self._thread.start()

    def next(self) -> tuple[str, tuple[Any, ...]]:
        """What is heard next: the member's name and its values."""
        return self.heard.get(timeout=WAIT)

    def nothing(self, seconds: float = 0.2) -> bool:
        """Whether nothing is heard for a while."""
        try:
            self.heard.get(timeout=seconds)
        except Empty:
            return True
        return False

    def close(self) -> None:
        self._is_over.set()
        self._thread.join()
        self._connection.close()

    def _ask(self, message: Any) -> None:
        self._connection.send_and_get_reply(message, timeout=WAIT)

    def _serve(self) -> None:
        while not self._is_over.is_set():
            try:
                message = self._connection.receive(timeout=0.05)
            except TimeoutError:
                continue
            self._hear(message)

    def _hear(self, message: Any) -> None:
        fields = {field.name: value for field, value in message.header.fields.items()}
        member = fields.get("member", "")
        if message.header.message_type is MessageType.method_call:
            self.heard.put((member, message.body))
            if member in self._replies:
                self._connection.send(new_method_return(message, *self._replies[member]))
            else:
                self._connection.send(new_error(message, "org.freedesktop.DBus.Error.UnknownMethod"))
        elif fields.get("interface") == "com.canonical.Unity.LauncherEntry":
            self.heard.put((member, message.body))
