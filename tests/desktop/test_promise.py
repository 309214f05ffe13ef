"""What is said while something is dragged over the window."""

from __future__ import annotations

import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QObject, QUrl
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from app.desktop import promise as promise_module
from app.desktop.intake import file_url
from app.desktop.promise import Promise
from app.desktop.tasks import Tasks
from app.images.sources import Discovery

from .conftest import wait
from .stub import small_picture


class Said:
    """A promise and all that it said."""

    def __init__(self, owner: QObject) -> None:
        self.tasks = Tasks(owner)
        self.promise = Promise(self.tasks, owner)
        self.words: list[str] = []
        self.promise.said.connect(self.words.append)


@pytest.fixture
def said(qapp: QApplication, qtbot: QtBot) -> Iterator[Said]:
    owner = QObject()
    said = Said(owner)
    yield said
    said.promise.forget()
    wait(said.tasks.close())
    qtbot.wait(10)
    owner.deleteLater()


def mime(*paths: Path) -> QMimeData:
    made = QMimeData()
    made.setUrls([file_url(path) for path in paths])
    return made


def urls(*addresses: str) -> QMimeData:
    made = QMimeData()
    made.setUrls([QUrl(address) for address in addresses])
    return made


def pixels() -> QMimeData:
    made = QMimeData()
    made.setImageData(QImage(2, 2, QImage.Format.Format_RGB32))
    return made


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Two pictures and a text in "Iceland", one picture in "Wales", nothing in "empty", two files beside them."""
    for name in ("Iceland/a.png", "Iceland/deep/b.png", "Wales/c.png", "one.png", "<b>two.png"):
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        small_picture(path)
    (tmp_path / "Iceland" / "notes.txt").write_text("cold")
    (tmp_path / "empty").mkdir()
    return tmp_path


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["one.png"], "Classify “one.png”"),
        (["<b>two.png"], "Classify “<b>two.png”"),
        (["missing.png"], "Classify “missing.png”"),
        (["one.png", "<b>two.png"], "Classify 2 pictures"),
        (["Iceland"], "Classify 2 pictures in “Iceland”"),
        (["Wales"], "Classify 1 picture in “Wales”"),
        (["empty"], "There are no pictures in “empty”"),
        (["Iceland", "one.png"], "Classify 3 pictures"),
        (["Iceland", "Wales"], "Classify 3 pictures"),
        (["empty", "empty"], "There are no pictures in them"),
    ],
)
def test_files_and_folders_are_looked_at(said: Said, folder: Path, qtbot: QtBot, names: list[str], words: str) -> None:
    assert said.promise.look(mime(*(folder / name for name in names)))
    qtbot.waitUntil(lambda: said.words == ["", words])


@pytest.mark.parametrize(
    ("names", "words"),
    [
        (["Iceland"], "Classify the pictures in “Iceland”"),
        (["Iceland", "Wales"], "Classify the pictures in 2 folders"),
        (["Iceland", "one.png"], "Classify 2 files and folders"),
    ],
)
def test_a_count_that_takes_long_is_not_waited_for(
    said: Said, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, names: list[str], words: str
) -> None:
    everything = Discovery.__iter__

    def slowly(discovery: Discovery) -> Iterator[object]:
        time.sleep(0.01)
        yield from everything(discovery)

    monkeypatch.setattr(promise_module, "COUNT_WITHIN", 5)
    monkeypatch.setattr(Discovery, "__iter__", slowly)
    said.promise.look(mime(*(folder / name for name in names)))
    qtbot.waitUntil(lambda: said.words == ["", words])


@pytest.mark.parametrize(
    ("names", "words"), [(["Iceland"], "Classify “Iceland”"), (["Iceland", "one.png"], "Classify 2 files and folders")]
)
def test_a_disk_that_does_not_answer_holds_up_nothing(
    said: Said, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, names: list[str], words: str
) -> None:
    answer = threading.Event()
    looked_in: list[int] = []

    def hangs(_discovery: Discovery) -> Iterator[object]:
        looked_in.append(threading.get_ident())
        answer.wait(5)
        yield from ()

    monkeypatch.setattr(Discovery, "__iter__", hangs)
    said.promise.look(mime(*(folder / name for name in names)))
    qtbot.waitUntil(lambda: said.words == ["", words])
    answer.set()
    assert looked_in != [threading.get_ident()]


def test_a_folder_full_of_other_things_is_left_as_soon_as_the_drag_is(
    said: Said, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    """Nothing is found in it for ever; the task must end all the same."""
    sniffed: list[str] = []

    def slow(path: Path) -> bool:
        sniffed.append(path.name)
        time.sleep(0.01)
        return False

    monkeypatch.setattr("app.images.sources.is_candidate", slow)
    for number in range(500):
        (tmp_path / f"{number}.txt").touch()
    said.promise.look(mime(tmp_path))
    qtbot.waitUntil(lambda: bool(sniffed))
    said.promise.forget()
    qtbot.waitUntil(lambda: not said.tasks.busy)
    assert len(sniffed) < 100
    qtbot.wait(promise_module.SAY_WITHIN + 50)
    assert said.words == [""], "nothing is said of what is gone"


def test_a_folder_that_cannot_be_listed_holds_no_pictures(
    said: Said, folder: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    def refused(_discovery: Discovery, _folder: Path) -> None:
        raise PermissionError

    monkeypatch.setattr(Discovery, "_listed", refused)
    said.promise.look(mime(folder / "Iceland"))
    qtbot.waitUntil(lambda: said.words == ["", "There are no pictures in “Iceland”"])


def test_what_left_the_window_is_not_spoken_of(said: Said, folder: Path, qtbot: QtBot) -> None:
    said.promise.look(mime(folder / "Iceland"))
    said.promise.look(mime(folder / "Wales"))
    qtbot.waitUntil(lambda: "Classify 1 picture in “Wales”" in said.words)
    said.promise.look(mime(folder / "Iceland"))
    said.promise.forget()
    qtbot.wait(50)
    assert not any("Iceland" in words for words in said.words)


def test_nothing_is_said_to_be_fetched_where_the_network_is_never_used(said: Said) -> None:
    assert said.promise.look(urls("https://example.org/a.jpg"), is_offline=True)
    assert said.words == ["The settings say that the network is never used."]


@pytest.mark.parametrize(
    ("addresses", "words"),
    [
        (["https://example.org/a.jpg"], "Fetch from example.org, if you say yes"),
        (["file://server/a.jpg"], "This lies on another computer"),
    ],
)
def test_addresses_are_taken_at_their_word(said: Said, addresses: list[str], words: str) -> None:
    assert said.promise.look(urls(*addresses))
    assert said.words == [words]


def test_pixels_are_promised(said: Said) -> None:
    assert said.promise.look(pixels())
    assert said.words == ["Classify this picture"]


def test_pixels_beside_an_address_are_what_is_taken(said: Said) -> None:
    both = pixels()
    both.setUrls([QUrl("https://example.org/a.jpg")])
    assert said.promise.look(both)
    assert said.words == ["Classify this picture"]


def test_text_that_names_a_folder_is_looked_at(said: Said, folder: Path, qtbot: QtBot) -> None:
    made = QMimeData()
    made.setText(str(folder / "Wales"))
    assert said.promise.look(made)
    qtbot.waitUntil(lambda: said.words == ["", "Classify 1 picture in “Wales”"])


def test_what_can_be_no_picture_is_promised_nothing(said: Said) -> None:
    assert not said.promise.look(urls("ftp://example.org/a.jpg"))
    assert said.words == []
