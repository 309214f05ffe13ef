"""Every way in; nothing touches the network before the user says yes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6 import QtGui
from PySide6.QtCore import QMimeData, Qt, QUrl
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtNetwork import QNetworkAccessManager
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QLabel, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.doors import Doors
from app.desktop.fetches import Fetches
from app.desktop.intake import ElsewhereFiles, WebAddress
from app.desktop.notice import Notice
from app.desktop.session import Session
from app.paths import resources

Maker = Callable[..., list[Path]]


@pytest.fixture
def doors(running: Session, host: QWidget) -> Doors:
    return Doors(running, host)


@pytest.fixture
def asked(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    """Every address that would have been fetched."""
    urls: list[QUrl] = []
    monkeypatch.setattr(QNetworkAccessManager, "get", lambda _network, request: urls.append(request.url()))
    return urls


def names(session: Session) -> list[str]:
    return [session.pictures.index(row).data() for row in range(session.pictures.rowCount())]


def url_mime(*urls: str) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(url) for url in urls])
    return mime


def the_question(host: QWidget) -> QMessageBox:
    (box,) = host.findChildren(QMessageBox)
    return box


def press(box: QMessageBox, words: str) -> None:
    (button,) = [each for each in box.findChildren(QAbstractButton) if each.text().replace("&", "") == words]
    button.click()


def test_the_example_comes_with_the_program(doors: Doors, running: Session, qtbot: QtBot) -> None:
    doors.open_example()
    qtbot.waitUntil(lambda: names(running) == ["chelsea.png"])
    assert running.current.ref.path.parent == resources() / "examples"


def test_dropped_files_are_taken_in(doors: Doors, running: Session, pictures: Maker, qtbot: QtBot) -> None:
    paths = pictures("a.png", "b.png")
    assert doors.drop(url_mime(*(path.as_uri() for path in paths)))
    qtbot.waitUntil(lambda: names(running) == ["a.png", "b.png"])


def test_what_can_be_no_picture_is_not_taken(doors: Doors) -> None:
    mime = QMimeData()
    mime.setText("hello")
    assert not doors.drop(mime)


def test_pixels_that_never_come_are_said(doors: Doors, notices: list[Notice]) -> None:
    mime = QMimeData()
    mime.setData("application/x-qt-image", b"")
    assert not doors.drop(mime)
    assert notices[0].words == "The other program did not hand the picture over."


@pytest.mark.parametrize(
    ("content", "notice"), [("hello", "The clipboard holds no picture, file or path."), ("", "The clipboard holds")]
)
def test_a_clipboard_without_pictures_says_so(doors: Doors, notices: list[Notice], content: str, notice: str) -> None:
    QGuiApplication.clipboard().setText(content)
    doors.paste()
    assert notices[0].words.startswith(notice)


def test_a_bitmap_is_pasted(doors: Doors, running: Session, qtbot: QtBot) -> None:
    image = QImage(30, 20, QImage.Format.Format_RGB32)
    image.fill("green")
    QGuiApplication.clipboard().setImage(image)
    doors.paste()
    qtbot.waitUntil(lambda: names(running) == ["Pasted picture"])


def test_a_path_is_pasted(doors: Doors, running: Session, pictures: Maker, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setText(str(pictures("a b.png")[0]))
    doors.paste()
    qtbot.waitUntil(lambda: names(running) == ["a b.png"])


def test_copied_files_are_pasted(doors: Doors, running: Session, pictures: Maker, qtbot: QtBot) -> None:
    QGuiApplication.clipboard().setMimeData(url_mime(pictures("a.png")[0].as_uri()))
    doors.paste()
    qtbot.waitUntil(lambda: names(running) == ["a.png"])


def test_the_dialogs_lead_in(
    doors: Doors, running: Session, pictures: Maker, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    (path,) = pictures("a.png")
    asked_for: list[tuple[str, ...]] = []

    def chosen(_parent: QWidget, *words: str, options: QFileDialog.Option) -> tuple[list[str], str]:
        asked_for.append(words)
        return [str(path)], ""

    monkeypatch.setattr(QFileDialog, "getOpenFileNames", chosen)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: str(tmp_path))
    doors.open_pictures()
    qtbot.waitUntil(lambda: names(running) == ["a.png"])
    assert "*.jpg" in asked_for[0][2]
    assert "*.eps" not in asked_for[0][2]
    pictures("b.png")
    doors.open_folder()
    qtbot.waitUntil(lambda: running.runs.shown is not None)
    assert running.runs.shown.roots == (tmp_path,)
    doors.open_pictures()
    assert asked_for[1][1] == str(tmp_path), "the dialog opens where the last one ended"


def test_a_dialog_that_is_cancelled_does_nothing(
    doors: Doors, running: Session, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_words, options: ([], ""))
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_words: "")
    doors.open_pictures()
    doors.open_folder()
    qtbot.wait(20)
    assert names(running) == []


def test_a_web_address_is_asked_about_first(doors: Doors, host: QWidget, asked: list[QUrl]) -> None:
    doors.drop(url_mime("https://example.org/cat.jpg"))
    box = the_question(host)
    assert "example.org" in box.text()
    assert asked == []
    assert box.defaultButton().text().replace("&", "") == "Cancel"
    box.close()


def test_no_is_no(doors: Doors, host: QWidget, asked: list[QUrl], qtbot: QtBot) -> None:
    doors.take(WebAddress(QUrl("https://example.org/cat.jpg")))
    press(the_question(host), "Cancel")
    qtbot.wait(20)
    assert asked == []


def test_escape_is_no(doors: Doors, host: QWidget, asked: list[QUrl], qtbot: QtBot) -> None:
    doors.take(WebAddress(QUrl("https://example.org/cat.jpg")))
    qtbot.keyClick(the_question(host), Qt.Key.Key_Escape)
    qtbot.wait(20)
    assert asked == []


def test_yes_fetches_it(doors: Doors, host: QWidget, monkeypatch: pytest.MonkeyPatch) -> None:
    fetched: list[QUrl] = []
    monkeypatch.setattr(Fetches, "start", lambda _fetches, url: fetched.append(url))
    doors.take(WebAddress(QUrl("https://example.org/cat.jpg")))
    press(the_question(host), "Fetch")
    assert fetched == [QUrl("https://example.org/cat.jpg")]


def test_offline_nothing_is_asked_or_fetched(
    doors: Doors, running: Session, host: QWidget, asked: list[QUrl], notices: list[Notice]
) -> None:
    running.settings = replace(running.settings, offline=True)
    doors.take(WebAddress(QUrl("https://example.org/cat.jpg")))
    assert host.findChildren(QMessageBox) == []
    assert asked == []
    assert notices[0].words == "The picture was not fetched: the settings say that the network is never used."


def test_choosing_offline_ends_what_is_being_fetched(
    doors: Doors, running: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    stopped: list[bool] = []
    monkeypatch.setattr(Fetches, "stop", lambda _fetches: stopped.append(True))
    running.change_settings(replace(running.settings, top_k=7))
    assert stopped == []
    running.change_settings(replace(running.settings, offline=True))
    assert stopped == [True]


def test_an_address_is_never_markup(doors: Doors, host: QWidget) -> None:
    doors.take(WebAddress(QUrl("https://example.org/<img src='x'>/<b>bold</b>&lt;i&gt;" + "x" * 2000)))
    box = the_question(host)
    for label in box.findChildren(QLabel):
        assert label.textFormat() == Qt.TextFormat.PlainText or not QtGui.Qt.mightBeRichText(label.text())
    assert len(box.informativeText()) < 700
    box.close()


def test_files_of_another_computer_are_refused_in_words(doors: Doors, running: Session, notices: list[Notice]) -> None:
    assert doors.drop(url_mime("file://server/share/a.jpg"))
    assert "another computer" in notices[0].words
    assert names(running) == []


def test_an_elsewhere_address_is_shown_as_text(doors: Doors, notices: list[Notice]) -> None:
    doors.take(ElsewhereFiles(QUrl("file://server/a%1b.jpg")))
    assert "server" in notices[0].words
