"""The desktop hears how far the work is and that it is over, and what is said to it is never markup."""

from __future__ import annotations

import logging
import sys
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QThread
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.desk import Desk

from .bus import Service, private_bus

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="D-Bus")
NAME = "org.freedesktop.Notifications"


@pytest.fixture
def address(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    with private_bus(monkeypatch) as address:
        yield address


@pytest.fixture
def desk(host: QWidget) -> Iterator[Desk]:
    desk = Desk(host)
    yield desk
    assert all(wait(thread) for thread in desk.close())


def wait(thread: QThread) -> bool:
    return thread.wait(5000)


def desktop(address: str, *capabilities: str) -> Service:
    return Service(address, NAME, {"GetCapabilities": ("as", (list(capabilities),)), "Notify": ("u", (5,))})


@pytest.fixture
def markup(address: str) -> Iterator[Service]:
    service = desktop(address, "body", "body-markup")
    yield service
    service.close()


def notified(service: Service) -> tuple[object, ...]:
    assert service.next()[0] == "GetCapabilities"
    name, values = service.next()
    assert name == "Notify"
    return values


def test_a_notification_tells_what_is_to_be_told(desk: Desk, markup: Service) -> None:
    desk.tell("Whatsit is done", "12 pictures")
    program, replaces, icon, title, body, actions, hints, expires = notified(markup)
    assert (program, title, body) == ("Whatsit", "Whatsit is done", "12 pictures")
    assert (replaces, icon, actions, expires) == (0, "app.whatsit.Whatsit", [], -1)
    assert hints == {"desktop-entry": ("s", "app.whatsit.Whatsit")}


def test_what_is_told_is_no_markup(desk: Desk, markup: Service) -> None:
    desk.tell("<b>a</b>", "<img src='file:///etc/passwd'> & \x1b\u202ename")
    *_, title, body, _actions, _hints, _expires = notified(markup)
    assert title == "<b>a</b>", "a title never is"
    assert body == "&lt;img src='file:///etc/passwd'&gt; &amp; \\x1b\\u202ename"


def test_a_desktop_without_markup_gets_the_words_as_they_are(desk: Desk, address: str) -> None:
    service = desktop(address, "body")
    try:
        desk.tell("a", "b & c")
        assert notified(service)[4] == "b & c"
    finally:
        service.close()


def test_who_looks_at_the_window_is_told_nothing(
    desk: Desk, host: QWidget, markup: Service, monkeypatch: pytest.MonkeyPatch
) -> None:
    alerts: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", lambda widget, *_: alerts.append(widget))
    monkeypatch.setattr(host, "isActiveWindow", lambda: True)
    desk.tell("a", "b")
    assert alerts == []
    monkeypatch.setattr(host, "isActiveWindow", lambda: False)
    desk.tell("c", "d")
    assert alerts == [host]
    assert notified(markup)[3] == "c"


def test_the_launcher_shows_how_far_the_work_is(desk: Desk, markup: Service) -> None:
    for share in (0.0, 0.004, 0.5, 0.5, 7.0, None, None):
        desk.show_progress(share)
    heard = [markup.next() for _ in range(4)]
    assert markup.nothing()
    uri = "application://app.whatsit.Whatsit.desktop"
    assert heard == [
        ("Update", (uri, {"progress": ("d", value), "progress-visible": ("b", is_visible)}))
        for value, is_visible in ((0.0, True), (0.5, True), (1.0, True), (0.0, False))
    ]


def test_closing_takes_the_progress_away(desk: Desk, markup: Service) -> None:
    desk.show_progress(0.5)
    threads = desk.close()
    assert [wait(thread) for thread in threads] == [True]
    assert [markup.next()[1][1]["progress-visible"] for _ in range(2)] == [("b", True), ("b", False)]


def test_a_desktop_that_takes_no_notifications_is_let_be(
    desk: Desk, address: str, caplog: pytest.LogCaptureFixture, qtbot: QtBot
) -> None:
    with caplog.at_level(logging.INFO, "app"):
        desk.tell("a", "b")
        qtbot.waitUntil(lambda: "the desktop does not take it" in caplog.text)
    service = desktop(address)
    try:
        desk.tell("c", "d")
        assert notified(service)[3] == "c", "the line still stands"
    finally:
        service.close()
    assert {record.levelname for record in caplog.records} == {"INFO"}


@pytest.mark.parametrize("address_of_nobody", [None, "unix:path=/nowhere", "nonsense"])
def test_without_a_bus_the_window_does_without(
    desk: Desk,
    address_of_nobody: str | None,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
) -> None:
    if address_of_nobody:
        monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", address_of_nobody)
    with caplog.at_level(logging.INFO, "app"):
        desk.show_progress(0.5)
        qtbot.waitUntil(lambda: "the desktop cannot be told anything" in caplog.text)
    for _ in range(1000):
        desk.tell("a", "b")
    assert [record.levelname for record in caplog.records] == ["INFO"]


def test_nothing_is_begun_before_there_is_something_to_say(desk: Desk) -> None:
    assert [thread.isRunning() for thread in desk.close()] == [False]


def test_elsewhere_only_the_task_bar_is_asked(host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.desktop.desk.sys.platform", "win32")
    alerts: list[QWidget] = []
    monkeypatch.setattr(QApplication, "alert", lambda widget, *_: alerts.append(widget))
    desk = Desk(host)
    desk.show_progress(0.5)
    desk.tell("a", "b")
    assert alerts == [host]
    assert desk.close() == []
