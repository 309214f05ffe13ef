"""The status bar: what goes on, what answered and how fast."""

from __future__ import annotations

import socket
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtWidgets import QLabel, QProgressBar, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.intake import Files
from app.desktop.session import Session
from app.desktop.status_line import StatusLine
from app.values import Device, DeviceState

from .stub import StubPipeline

Maker = Callable[..., list[Path]]
Folder = Callable[..., Path]


@pytest.fixture
def line(session: Session, host: QWidget) -> StatusLine:
    line = StatusLine(session, host)
    line.resize(900, 30)
    host.show()
    return line


def texts(line: StatusLine) -> set[str]:
    return {label.text() for label in line.findChildren(QLabel)} - {""}


def test_the_model_is_told_from_loading_to_ready(line: StatusLine, session: Session, qtbot: QtBot) -> None:
    assert texts(line) == {"Loading EfficientNet-Lite0…"}
    session.start()
    qtbot.waitUntil(lambda: texts(line) == {"EfficientNet-Lite0 · CPU · fp32"})


def test_what_answered_is_told_with_its_time(line: StatusLine, running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(lambda: texts(line) == {"1 picture", "EfficientNet-Lite0 · CPU · fp32 · 14 ms"})


def test_several_pictures_have_a_progress_and_a_stop(
    line: StatusLine, running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    bar, stop = line.findChild(QProgressBar), line.findChild(QPushButton)
    running.take_in(Files(tuple(pictures("a.png", "b.png", "bad.png"))))
    qtbot.waitUntil(lambda: "Classifying… 0 of 3" in texts(line))
    assert bar.isVisible()
    assert (bar.value(), bar.maximum()) == (0, 3)
    assert stop.isEnabled()
    stop.click()
    assert "Stopping… 0 of 3" in texts(line)
    assert not stop.isEnabled()
    qtbot.waitUntil(lambda: any(text.startswith("3 pictures") for text in texts(line)))
    assert not bar.isVisible()
    assert not stop.isVisible()


def test_a_single_picture_needs_no_progress(
    line: StatusLine, running: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    running.take_in(Files(tuple(pictures("a.png"))))
    qtbot.waitUntil(lambda: running.progress.busy)
    assert not line.findChild(QProgressBar).isVisible()


def test_failures_are_counted(line: StatusLine, running: Session, pictures: Maker, qtbot: QtBot) -> None:
    running.take_in(Files(tuple(pictures("a.png", "bad.png"))))
    qtbot.waitUntil(lambda: "2 pictures, 1 could not be classified" in texts(line))


def test_the_tool_tip_says_why_no_better_device_was_taken(line: StatusLine, running: Session) -> None:
    broken = Device("cuda:0", "Old <b>GPU</b>", DeviceState.BROKEN)
    running.ready = replace(running.ready, others=(broken,))
    running.model_changed.emit()
    (tip,) = {label.toolTip() for label in line.findChildren(QLabel)} - {""}
    assert "Device: CPU" in tip
    assert "Old &lt;b&gt;GPU&lt;/b&gt; (it was found, but a test calculation failed)" in tip


def test_a_fetch_is_told_and_can_be_stopped(line: StatusLine, running: Session, qtbot: QtBot) -> None:
    stop = line.findChild(QPushButton)
    with socket.create_server(("127.0.0.1", 0)) as silent:
        running.fetch(QUrl(f"http://127.0.0.1:{silent.getsockname()[1]}/a.jpg"))
        assert "Fetching from 127.0.0.1…" in texts(line)
        assert stop.isVisible()
        assert running.busy
        stop.click()
        qtbot.waitUntil(lambda: not running.busy)
    assert not stop.isVisible()
    assert not any("Fetching" in text for text in texts(line))


def test_a_long_search_is_told_and_can_be_stopped_while_nothing_is_found(
    line: StatusLine, running: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def endless(_intake: object, _number: int, is_over: Callable[[], bool]) -> Iterator[object]:
        while not is_over():
            time.sleep(0.001)
        yield from ()

    monkeypatch.setattr("app.desktop.intakes.gather", endless)
    stop = line.findChild(QPushButton)
    running.take_in(Files((Path("huge"),)))
    assert not stop.isVisible(), "a quick search is not worth a word"
    qtbot.waitUntil(lambda: "Looking for pictures…" in texts(line))
    assert stop.isEnabled()
    stop.click()
    assert not any("Looking" in text for text in texts(line))
    assert not stop.isVisible()
    qtbot.waitUntil(lambda: running.intakes.close() == [])


def test_the_time_left_is_told_once_it_is_steady(
    line: StatusLine, running: Session, pictures: Maker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("app.desktop.status_line.QElapsedTimer.elapsed", lambda _timer: 12_000)
    seen: set[str] = set()
    running.progressed.connect(lambda: seen.update(texts(line)))
    running.take_in(Files(tuple(pictures(*(f"{number}.png" for number in range(60))))))
    qtbot.waitUntil(lambda: not running.busy)
    assert any(text.startswith("about ") and text.endswith(" left") for text in seen)
    assert not any("left" in text for text in texts(line))


def test_a_run_that_goes_on_beside_the_pictures_is_told(
    line: StatusLine, running: Session, halfway: StubPipeline, pictures: Maker, folder: Folder, qtbot: QtBot
) -> None:
    running.take_in(Files(tuple(pictures("a.png"))))
    running.runs.start((folder("Iceland", *(f"{number}.png" for number in range(10))),))
    qtbot.waitUntil(lambda: any(text.startswith("1 picture · “Iceland”: ") for text in texts(line)))


def test_in_a_folder_it_counts_what_is_selected(
    line: StatusLine, running: Session, folder: Folder, qtbot: QtBot
) -> None:
    running.runs.start((folder("Iceland", "a.png", "b.png", "c.png"),))
    rows = running.runs.rows
    qtbot.waitUntil(lambda: rows.model.rowCount() == 3)
    running.exhibit(None)
    assert "3 selected" not in texts(line)
    flag = rows.selection.SelectionFlag
    for row in range(3):
        rows.selection.select(rows.model.index(row, 0), flag.Select | flag.Rows)
    assert "3 selected" in texts(line)
