"""The computer is kept awake where it can be, and nobody waits for it."""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Iterator
from types import SimpleNamespace

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from pytestqt.qtbot import QtBot

from app.desktop.awake import Awake

LINUX = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")


@pytest.fixture
def awake(qapp: QCoreApplication) -> Iterator[Awake]:
    parent = QObject()
    awake = Awake(parent)
    yield awake
    assert all(thread.wait(5000) for thread in awake.close())
    parent.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


class FakeKeep:
    """In place of wakepy: tells how often its mode was entered and left."""

    def __init__(self) -> None:
        self.entered, self.left = threading.Semaphore(0), threading.Semaphore(0)
        self.count = 0
        self.error: Exception | None = None

    def running(self, **_options: object) -> FakeKeep:
        return self

    def __enter__(self) -> SimpleNamespace:
        if self.error:
            raise self.error
        self.count += 1
        self.entered.release()
        return SimpleNamespace(active=True, method="fake")

    def __exit__(self, *_: object) -> None:
        self.left.release()


@pytest.fixture
def keep(monkeypatch: pytest.MonkeyPatch) -> FakeKeep:
    fake = FakeKeep()
    monkeypatch.setattr("wakepy.keep", fake)
    return fake


def test_it_holds_until_it_lets_go(awake: Awake, keep: FakeKeep) -> None:
    awake.hold("work")
    assert awake.is_held
    assert keep.entered.acquire(timeout=5)
    assert not keep.left.acquire(blocking=False)
    awake.release()
    assert not awake.is_held
    assert keep.left.acquire(timeout=5)


def test_holding_twice_is_holding_once(awake: Awake, keep: FakeKeep) -> None:
    for _ in range(3):
        awake.hold("work")
    assert keep.entered.acquire(timeout=5)
    awake.release()
    awake.release()
    assert keep.left.acquire(timeout=5)
    assert keep.count == 1


def test_it_can_be_held_again_at_once(awake: Awake, keep: FakeKeep) -> None:
    for _ in range(5):
        awake.hold("work")
        awake.release()
    awake.hold("work")
    for _ in range(6):
        assert keep.entered.acquire(timeout=5)
    for _ in range(5):
        assert keep.left.acquire(timeout=5)
    assert not keep.left.acquire(blocking=False)


def test_closing_lets_go_and_leaves_no_thread(awake: Awake, keep: FakeKeep) -> None:
    awake.hold("work")
    assert keep.entered.acquire(timeout=5)
    threads = awake.close()
    assert [thread.wait(1000) for thread in threads] == [True]
    assert keep.left.acquire(blocking=False)


def test_a_thread_that_ended_is_forgotten(awake: Awake, keep: FakeKeep, qtbot: QtBot) -> None:
    awake.hold("work")
    awake.release()
    qtbot.waitUntil(lambda: awake.close() == [])


def test_an_error_of_the_library_is_a_line_in_the_log(
    awake: Awake, keep: FakeKeep, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    keep.error = RuntimeError("no such thing")
    with caplog.at_level(logging.INFO):
        awake.hold("work")
        qtbot.waitUntil(lambda: "the computer may fall asleep: RuntimeError: no such thing" in caplog.text)
    assert [record.levelname for record in caplog.records] == ["INFO"]
    awake.hold("work")
    assert awake.is_held, "it is not tried again and again"


@LINUX
@pytest.mark.parametrize("address", [None, "unix:path=/nowhere"])
def test_without_a_bus_the_log_says_so(
    awake: Awake, address: str | None, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    if address:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address)
    with caplog.at_level(logging.INFO, "app"):
        awake.hold("work")
        qtbot.waitUntil(lambda: "the computer may fall asleep" in caplog.text)
    assert {record.levelname for record in caplog.records if record.name.startswith("app")} == {"INFO"}


@LINUX
@pytest.mark.parametrize(
    ("name", "inhibit", "uninhibit"),
    [
        ("org.gnome.SessionManager", ("Whatsit", 42, "because & so", 4), "Uninhibit"),
        ("org.freedesktop.PowerManagement", ("Whatsit", "because & so"), "UnInhibit"),
    ],
)
def test_a_desktop_is_asked_in_our_name(
    awake: Awake, name: str, inhibit: tuple[object, ...], uninhibit: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    from .bus import Service, private_bus

    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    monkeypatch.delenv("XDG_SESSION_DESKTOP", raising=False)
    with private_bus(monkeypatch) as address:
        desktop = Service(address, name, {"Inhibit": ("u", (77,)), uninhibit: (None, ())})
        try:
            awake.hold("because & so")
            assert desktop.next() == ("Inhibit", inhibit)
            assert desktop.nothing(), "it stays awake"
            awake.release()
            assert desktop.next() == (uninhibit, (77,))
        finally:
            threads = awake.close()
            assert all(thread.wait(5000) for thread in threads)
            desktop.close()


@LINUX
def test_a_desktop_that_does_not_answer_keeps_nobody_waiting(
    awake: Awake, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    """A process that hangs owns the name: the thread gives up by itself, and closing does not wait for it for long."""
    from .bus import Service, private_bus

    monkeypatch.delenv("WAKEPY_FAKE_SUCCESS")
    with private_bus(monkeypatch) as address:
        hung = Service(address, "org.gnome.SessionManager", {})
        hung._hear = lambda _message: None  # type: ignore[method-assign]
        try:
            with caplog.at_level(logging.INFO, "app"):
                awake.hold("work")
                qtbot.waitUntil(lambda: "the computer may fall asleep" in caplog.text)
        finally:
            assert all(thread.wait(5000) for thread in awake.close())
            hung.close()


def test_nothing_heavy_is_imported_before_it_is_needed() -> None:
    import subprocess

    code = "import sys, app.desktop.application; print([n for n in ('wakepy', 'jeepney') if n in sys.modules])"
    root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))
    done = subprocess.run([sys.executable, "-c", code], cwd=root, capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
