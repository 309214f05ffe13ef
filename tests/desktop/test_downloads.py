"""Files come two at a time; whoever cancels is rid of them at once, and may want them again."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from app.desktop.downloads import AT_ONCE, Downloads, Transfer
from app.desktop.tasks import Tasks
from app.steps import (
    DownloadAdvance,
    DownloadEnd,
    DownloadError,
    DownloadStep,
    DownloadTrouble,
    Ending,
    JobError,
    Trouble,
)

from .conftest import wait
from .stub import Gate


class Source:
    """Sends one advance, and its last step once it may."""

    def __init__(self, last: DownloadStep | JobError | Exception | None = None) -> None:
        self.last = last or DownloadEnd(Ending.COMPLETED, Path("x"), "0" * 64, 10)
        self.sending = Gate()
        self.sending.close()
        self.leaving = Gate()
        self.begun = 0
        self.left = False

    def steps(self, is_stopped: Callable[[], bool]) -> Iterator[DownloadStep | JobError]:
        self.begun += 1
        try:
            yield DownloadAdvance(4, 10)
            for _ in range(2000):
                if is_stopped() or self.sending.is_open:
                    break
                time.sleep(0.005)
            if isinstance(self.last, Exception):
                raise self.last
            yield self.last
        finally:
            self.leaving.pass_through()
            self.left = True


@pytest.fixture
def downloads(qapp: QObject) -> Iterator[Downloads]:
    owner = QObject()
    tasks = Tasks(owner)
    yield Downloads(tasks, owner)
    wait(tasks.close())
    owner.deleteLater()


@pytest.fixture
def ended(downloads: Downloads) -> list[Transfer]:
    """The transfers that are over; they live as long as they are looked at."""
    over: list[Transfer] = []
    downloads.ended.connect(over.append)
    return over


def add(downloads: Downloads, *keys: str) -> list[Source]:
    sources = [Source() for _ in keys]
    for key, source in zip(keys, sources, strict=True):
        downloads.add(key, source.steps, uses_network=True)
    return sources


def begun(sources: list[Source]) -> list[int]:
    return [source.begun for source in sources]


def test_one_comes_and_is_told(downloads: Downloads, qtbot: QtBot) -> None:
    came: list[bool] = []
    downloads.ended.connect(lambda transfer: came.append(transfer.is_complete))
    (source,) = add(downloads, "a")
    qtbot.waitUntil(lambda: downloads.transfer("a").step == DownloadAdvance(4, 10))
    source.sending.open()
    qtbot.waitUntil(lambda: came == [True])
    assert downloads.transfer("a") is None


def test_the_others_wait_for_their_turn(downloads: Downloads, qtbot: QtBot) -> None:
    sources = add(downloads, "a", "b", "c", "d")
    qtbot.waitUntil(lambda: begun(sources) == [1] * AT_ONCE + [0, 0])
    assert not downloads.transfer("c").is_begun
    sources[1].sending.open()
    qtbot.waitUntil(lambda: begun(sources) == [1, 1, 1, 0])
    assert downloads.transfer("b") is None


def test_the_same_is_fetched_once(downloads: Downloads, qtbot: QtBot) -> None:
    first, second = add(downloads, "a", "a")
    qtbot.waitUntil(lambda: first.begun == 1)
    assert second.begun == 0


def test_what_is_cancelled_is_gone_at_once_and_another_takes_its_place(downloads: Downloads, qtbot: QtBot) -> None:
    over: list[object] = []
    downloads.ended.connect(over.append)
    sources = add(downloads, "a", "b", "c")
    qtbot.waitUntil(lambda: begun(sources) == [1, 1, 0])
    with qtbot.waitSignal(downloads.settled):
        downloads.cancel("a")
        assert downloads.transfer("a") is None
    assert sources[0].left
    qtbot.waitUntil(lambda: begun(sources) == [1, 1, 1])
    assert over == [], "nobody is told of what nobody wants"


def test_what_waits_is_cancelled_before_it_begins(downloads: Downloads, qtbot: QtBot) -> None:
    sources = add(downloads, "a", "b", "c")
    downloads.cancel("c")
    for source in sources:
        source.sending.open()
    qtbot.waitUntil(lambda: downloads.transfer("a") is None and downloads.transfer("b") is None)
    assert sources[2].begun == 0


def test_what_is_wanted_again_waits_until_its_file_is_let_go_of(downloads: Downloads, qtbot: QtBot) -> None:
    (first,) = add(downloads, "a")
    first.leaving.close()
    qtbot.waitUntil(lambda: first.begun == 1)
    downloads.cancel("a")
    (second,) = add(downloads, "a")
    qtbot.wait(50)
    assert second.begun == 0
    first.leaving.open()
    qtbot.waitUntil(lambda: second.begun == 1)
    assert first.left
    second.sending.open()
    qtbot.waitUntil(lambda: downloads.transfer("a") is None)


@pytest.mark.parametrize(
    "last",
    [
        DownloadEnd(Ending.FAILED, Path("x"), error=DownloadError(DownloadTrouble.CUT_OFF)),
        JobError(Trouble.NO_TIMM, "timm"),
    ],
)
def test_a_failure_says_why(downloads: Downloads, last: DownloadEnd | JobError, qtbot: QtBot) -> None:
    errors: list[object] = []
    downloads.ended.connect(lambda transfer: errors.append((transfer.error, transfer.is_complete)))
    source = Source(last)
    downloads.add("a", source.steps, uses_network=True)
    source.sending.open()
    qtbot.waitUntil(lambda: bool(errors))
    assert errors == [(last.error if isinstance(last, DownloadEnd) else last, False)]


def test_what_nobody_foresaw_is_told_too(downloads: Downloads, caplog: pytest.LogCaptureFixture, qtbot: QtBot) -> None:
    broken: list[str] = []
    downloads.ended.connect(lambda transfer: broken.append(transfer.broken))
    source = Source(ZeroDivisionError("odd"))
    downloads.add("a", source.steps, uses_network=True)
    source.sending.open()
    qtbot.waitUntil(lambda: broken == ["ZeroDivisionError: odd"])


def test_carried_files_go_on_where_the_network_is_not_to_be_used(downloads: Downloads, qtbot: QtBot) -> None:
    fetched, carried = Source(), Source()
    downloads.add("a", fetched.steps, uses_network=True)
    downloads.add("b", carried.steps, uses_network=False)
    downloads.leave_network()
    assert downloads.transfer("a") is None
    assert downloads.transfer("b") is not None
    carried.sending.open()
    qtbot.waitUntil(lambda: downloads.transfer("b") is None)
