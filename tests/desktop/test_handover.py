"""What a start hands over, to whom, and how long it waits; `Reception` is the other end."""

from __future__ import annotations

import os
import socket
import stat
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import handover, reception
from app.desktop.errand import GREETING, Errand, written
from app.desktop.handover import hand_over
from app.desktop.meeting import ALONE, MeetingPoint, Standing, StartLock, start_lock
from app.desktop.reception import Reception

pytestmark = pytest.mark.skipif(os.name == "nt", reason="sockets with names in the file system")

ERRAND = Errand((Path("/é"), Path("/photos/new\nline.jpg"), Path(os.fsdecode(b"/caf\xe9.jpg"))), "token")
DONE, UNANSWERED = Standing(is_done=True), Standing(is_unanswered=True)


@pytest.fixture(autouse=True)
def short_turns(monkeypatch: pytest.MonkeyPatch) -> None:
    """What waits for a socket keeps Python to itself, and here both ends are in one process."""
    monkeypatch.setattr(handover, "LISTEN", 1)


@pytest.fixture
def point(user_folders: Path) -> MeetingPoint:
    folder = Path(os.environ["XDG_RUNTIME_DIR"])
    return MeetingPoint(str(folder / "socket"), folder / "lock")


@pytest.fixture
def taken() -> list[Errand]:
    return []


@pytest.fixture
def first(qapp: QApplication, point: MeetingPoint, taken: list[Errand]) -> Iterator[Reception]:
    """A window that listens."""
    owner = QObject()
    first = Reception(taken.append, owner)
    assert first.open(point.server)
    yield first
    first.close()
    owner.deleteLater()


@pytest.fixture
def visit(point: MeetingPoint, qtbot: QtBot) -> Callable[..., Standing]:
    """Another start, in a thread of its own; the window lives on meanwhile."""

    def visit(errand: Errand = ERRAND) -> Standing:
        standings: list[Standing] = []
        thread = threading.Thread(target=lambda: standings.append(hand_over(point, errand)))
        thread.start()
        qtbot.waitUntil(lambda: not thread.is_alive())
        return standings[0]

    return visit


@pytest.fixture
def stuck(point: MeetingPoint) -> Iterator[socket.socket]:
    """A window that hangs: somebody listens, but never answers."""
    with socket.socket(socket.AF_UNIX) as stuck:
        stuck.bind(point.server)
        stuck.listen()
        yield stuck


def test_everything_is_handed_over(first: Reception, visit: Callable[..., Standing], taken: list[Errand]) -> None:
    assert visit() == DONE
    assert visit(Errand()) == DONE
    assert taken == [ERRAND, Errand()]


def test_a_large_errand_too(first: Reception, visit: Callable[..., Standing], taken: list[Errand]) -> None:
    errand = Errand(tuple(Path(f"/photos/{number}.jpg") for number in range(20_000)))
    assert visit(errand) == DONE
    assert taken == [errand]


@pytest.mark.usefixtures("first")
def test_nobody_else_may_speak_to_it(point: MeetingPoint) -> None:
    assert stat.S_IMODE(os.stat(point.server).st_mode) & 0o077 == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="only Linux tells who it is")
def test_another_user_is_sent_away(
    first: Reception, visit: Callable[..., Standing], taken: list[Errand], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "PATIENCE", 0.2)
    monkeypatch.setattr("os.getuid", lambda: 12345)
    assert visit() == UNANSWERED, "nor is anything told to somebody else's window"
    monkeypatch.setattr(handover, "is_own", lambda _descriptor: True)
    assert visit() == ALONE
    assert taken == []


def test_who_finds_nobody_is_the_first(point: MeetingPoint) -> None:
    standing = hand_over(point, ERRAND)
    assert standing.point == point
    assert standing.lock is not None
    assert start_lock(point.lock) is None
    standing.lock.release()


def test_what_a_killed_window_left_is_taken_over(point: MeetingPoint, taken: list[Errand], qapp: QApplication) -> None:
    with socket.socket(socket.AF_UNIX) as killed:
        killed.bind(point.server)
        killed.listen()
    standing = hand_over(point, ERRAND)
    assert standing.lock is not None
    standing.lock.release()
    owner = QObject()
    next_one = Reception(taken.append, owner)
    assert next_one.open(point.server)
    next_one.close()
    owner.deleteLater()
    assert not os.path.exists(point.server)


def test_one_that_hangs_is_not_waited_for(stuck: socket.socket, point: MeetingPoint) -> None:
    began = time.monotonic()
    assert hand_over(point, ERRAND) == UNANSWERED
    assert 1.9 < time.monotonic() - began < 4
    visitor, _ = stuck.accept()
    assert visitor.recv(100) == b"", "nothing was told to it that it could open later"
    visitor.close()


def test_one_that_starts_is_waited_for(
    stuck: socket.socket, point: MeetingPoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "PATIENCE", 0.05)
    lock = StartLock(point.lock)
    standings: list[Standing] = []
    thread = threading.Thread(target=lambda: standings.append(hand_over(point, ERRAND)))
    thread.start()
    visitor, _ = stuck.accept()
    thread.join(0.4)
    assert thread.is_alive()
    visitor.sendall(GREETING)
    expected, said = written(ERRAND), b""
    while len(said) < len(expected):
        said += visitor.recv(100)
    visitor.sendall(b"taken\n")
    thread.join()
    visitor.close()
    lock.release()
    assert (said, standings) == (expected, [DONE])


def test_one_that_begins_to_listen_is_found(
    qapp: QApplication, point: MeetingPoint, taken: list[Errand], qtbot: QtBot
) -> None:
    lock = StartLock(point.lock)
    standings: list[Standing] = []
    threads = [threading.Thread(target=lambda: standings.append(hand_over(point, ERRAND))) for _ in range(10)]
    for thread in threads:
        thread.start()
    owner = QObject()
    first = Reception(taken.append, owner)
    assert first.open(point.server)
    qtbot.waitUntil(lambda: len(standings) == 10)
    lock.release()
    for thread in threads:
        thread.join()
    assert standings == [DONE] * 10
    assert taken == [ERRAND] * 10
    first.close()
    owner.deleteLater()


def test_one_that_never_comes_to_its_end_is_not_waited_for_ever(
    point: MeetingPoint, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(handover, "STARTING", 0.2)
    lock = StartLock(point.lock)
    assert hand_over(point, ERRAND) == ALONE
    lock.release()


def test_where_there_can_be_no_lock_nobody_waits(point: MeetingPoint) -> None:
    with pytest.raises(FileNotFoundError):
        hand_over(MeetingPoint(point.server, Path("/nowhere/lock")), ERRAND)


def test_one_of_another_language_is_left_alone(stuck: socket.socket, point: MeetingPoint) -> None:
    standings: list[Standing] = []
    thread = threading.Thread(target=lambda: standings.append(hand_over(point, ERRAND)))
    thread.start()
    visitor, _ = stuck.accept()
    visitor.sendall(b"whatsit 9\n")
    assert visitor.recv(100) == b""
    thread.join()
    visitor.close()
    assert standings == [UNANSWERED]


def test_a_window_that_closes_takes_nothing(
    first: Reception, visit: Callable[..., Standing], taken: list[Errand], point: MeetingPoint
) -> None:
    """Whoever was greeted, but not told that it was taken, becomes the first itself."""
    greet = reception._Visitor.greet
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(reception._Visitor, "greet", lambda visitor: (greet(visitor), first.close()))
        standing = visit()
    assert standing.point == point
    assert taken == []
    standing.lock.release()


@pytest.mark.parametrize("nonsense", [b"\xff" * 8, b"\0\0\0\5x\0a.jp", b"\0\0\0\1xyz"])
def test_nonsense_is_sent_away(
    first: Reception, point: MeetingPoint, taken: list[Errand], nonsense: bytes, qtbot: QtBot
) -> None:
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.connect(point.server)
        visitor.setblocking(False)
        visitor.sendall(nonsense.ljust(9, b"g"))
        qtbot.waitUntil(lambda: ended(visitor))
    assert taken == []


def test_who_says_nothing_is_sent_away(
    first: Reception, point: MeetingPoint, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(reception, "PATIENCE", 20)
    with socket.socket(socket.AF_UNIX) as visitor:
        visitor.connect(point.server)
        visitor.setblocking(False)
        qtbot.waitUntil(lambda: ended(visitor))


def ended(visitor: socket.socket) -> bool:
    try:
        return visitor.recv(100) == b""
    except BlockingIOError:
        return False
    except ConnectionResetError:
        return True


def test_a_name_that_is_too_long_is_no_trouble(qapp: QApplication, tmp_path: Path) -> None:
    owner = QObject()
    assert not Reception(lambda _errand: None, owner).open(str(tmp_path / ("x" * 200)))
    owner.deleteLater()
