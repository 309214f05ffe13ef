"""The whole window on the stub pipeline, as a person uses it."""

from __future__ import annotations

import csv
import os
import socket
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRect, Qt, QUrl
from PySide6.QtGui import (
    QAction,
    QColor,
    QDesktopServices,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QImage,
    QKeySequence,
)
from PySide6.QtWidgets import (
    QAbstractButton,
    QApplication,
    QCheckBox,
    QComboBox,
    QDialog,
    QLabel,
    QMenu,
    QPushButton,
    QWidget,
)
from pytestqt.qtbot import QtBot

from app.desktop import wording
from app.desktop.bars import BarsView
from app.desktop.empty_state import DropOverlay, EmptyState
from app.desktop.film_strip import FilmStrip
from app.desktop.intake import Bitmap
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice, Offer
from app.desktop.notice_bar import NoticeBar
from app.desktop.pages import AboutPage, NumbersPage
from app.desktop.picture_view import PictureView
from app.desktop.pictures_model import State
from app.desktop.promise import Promise
from app.desktop.session import Session
from app.desktop.settings_dialog import SettingsDialog
from app.desktop.theme import Theme
from app.desktop.update_dialog import UpdateDialog
from app.desktop.updates import Updates
from app.desktop.zoo_dialog import ZooDialog
from app.desktop.zoo_facts import ZooFacts
from app.settings import Settings
from app.steps import JobError, Trouble
from app.values import Device, DeviceState

from .conftest import wait
from .publishing import NEWER, PUBLISHER, Answers
from .seen import button, shown_words
from .stub import StubPipeline
from .zoo_cards import RESNET, Libraries

Maker = Callable[..., list[Path]]
LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def mime_of(*paths: Path) -> QMimeData:
    mime = QMimeData()
    mime.setUrls([QUrl(path.as_uri()) for path in paths])
    return mime


def drop(window: MainWindow, mime: QMimeData) -> QDropEvent:
    """As Qt delivers it when the mouse is let go; the mime data must outlive the event."""
    place = QPoint(100, 100)
    window.dragEnterEvent(QDragEnterEvent(place, Qt.DropAction.CopyAction, mime, LEFT, NONE))
    event = QDropEvent(QPointF(place), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    window.dropEvent(event)
    return event


def show(window: MainWindow, session: Session, qtbot: QtBot, *paths: Path) -> None:
    """Drop pictures and wait until all have been answered."""
    before = session.pictures.rowCount()
    mime = mime_of(*paths)
    drop(window, mime)
    qtbot.waitUntil(lambda: session.pictures.rowCount() == before + len(paths) and not session.progress.busy)
    qtbot.waitUntil(lambda: session.previews.picture(session.current.ref) is not None)


def child(window: MainWindow, kind: type) -> QWidget:
    """The part of the view that is shown; other views may have one of the same kind."""
    found = window.findChildren(kind)
    (one,) = found if len(found) == 1 else window.views.currentWidget().findChildren(kind)
    return one


def action(window: MainWindow, words: str) -> QAction:
    actions = [each for menu in window.menuBar().findChildren(QMenu) for each in menu.actions()]
    return next(each for each in actions if each.text().replace("&", "") == words)


def names(session: Session) -> list[str]:
    return [session.pictures.index(row).data() for row in range(session.pictures.rowCount())]


def all_texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.text()]


def visible_texts(window: MainWindow) -> list[str]:
    return [label.text() for label in window.findChildren(QLabel) if label.isVisible()]


def test_it_starts_empty_and_says_what_to_do(window: MainWindow) -> None:
    assert child(window, EmptyState).isVisible()
    assert any("Drop a picture or a folder here" in text for text in all_texts(window))
    assert window.windowTitle() == "Whatsit"
    assert not action(window, "Copy").isEnabled()
    assert not action(window, "Take off the list").isEnabled()


def test_it_tells_once_that_it_was_painted(session: Session, theme: Theme, updates: Updates, qtbot: QtBot) -> None:
    window = MainWindow(session, theme, updates)
    qtbot.addWidget(window)
    told: list[bool] = []
    window.painted.connect(lambda: told.append(session.ready is None))
    window.show()
    qtbot.waitUntil(lambda: bool(told))
    window.update()
    qtbot.wait(30)
    assert told == [True]


def test_a_dropped_picture_is_shown_with_its_bars(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    mime = mime_of(*pictures("cup.png"))
    assert drop(window, mime).isAccepted()
    qtbot.waitUntil(lambda: session.predictions.rowCount() == 5)
    assert window.windowTitle() == "cup.png"
    assert child(window, BarsView).isVisible()
    assert not child(window, EmptyState).isVisible()
    qtbot.waitUntil(lambda: any("60 × 40" in text for text in all_texts(window)))
    assert any("EfficientNet-Lite0 · CPU · fp32 · 14 ms" in text for text in all_texts(window))


def test_a_drag_says_what_letting_go_will_do(window: MainWindow, pictures: Maker) -> None:
    mime, overlay = mime_of(*pictures("cup.png")), child(window, DropOverlay)
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    window.dragEnterEvent(event)
    assert event.isAccepted()
    assert overlay.isVisible()
    assert overlay.geometry() == window.rect()
    window.dragLeaveEvent(QDragLeaveEvent())
    assert not overlay.isVisible()


def test_a_drag_promises_no_fetching_where_the_network_is_never_used(window: MainWindow, session: Session) -> None:
    session.change_settings(replace(session.settings, offline=True))
    said: list[str] = []
    child(window, Promise).said.connect(said.append)
    mime = QMimeData()
    mime.setUrls([QUrl("https://example.org/a.jpg")])
    window.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, LEFT, NONE))
    assert said == [wording.never_online()]
    window.dragLeaveEvent(QDragLeaveEvent())


@pytest.mark.parametrize("ended_by", ["leaving", "dropping"])
def test_nothing_is_said_of_a_drag_that_is_over(
    window: MainWindow, pictures: Maker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot, ended_by: str
) -> None:
    surveyed: list[bool] = []
    monkeypatch.setattr("app.desktop.promise.survey", lambda _paths, is_over: surveyed.append(is_over) or iter(()))
    mime = mime_of(*pictures("cup.png"))
    if ended_by == "dropping":
        drop(window, mime)
    else:
        window.dragEnterEvent(QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, LEFT, NONE))
        window.dragLeaveEvent(QDragLeaveEvent())
    qtbot.waitUntil(lambda: bool(surveyed))
    assert surveyed[0](), "the search is told to end"


def test_escape_ends_a_fetch(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    with socket.create_server(("127.0.0.1", 0)) as silent:
        session.fetch(QUrl(f"http://127.0.0.1:{silent.getsockname()[1]}/a.jpg"))
        assert action(window, "Stop").isEnabled()
        qtbot.keyClick(window, Qt.Key.Key_Escape)
        qtbot.waitUntil(lambda: not session.busy)
    assert not action(window, "Stop").isEnabled()


def test_the_reason_of_a_failure_is_copied(
    window: MainWindow, session: Session, pictures: Maker, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "bad.png").write_bytes(b"nothing")
    show(window, session, qtbot, tmp_path / "bad.png")
    action(window, "Copy").trigger()
    assert QGuiApplication.clipboard().text() == "bad.png\tCould not be classified: the file is cut off"


def test_a_drag_of_something_else_is_not_taken(window: MainWindow) -> None:
    mime = QMimeData()
    mime.setText("hello")
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime, LEFT, NONE)
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()
    assert not child(window, DropOverlay).isVisible()


def test_a_broken_picture_says_why_where_its_bars_would_be(
    window: MainWindow, session: Session, tmp_path: Path, qtbot: QtBot
) -> None:
    path = tmp_path / "bad.png"
    path.write_bytes(b"\x89PNG\r\n\x1a\n")
    mime = mime_of(path)
    drop(window, mime)
    qtbot.waitUntil(lambda: session.pictures.count(State.FAILED) == 1)
    assert child(window, PictureView).accessibleName() == "Could not be classified: the file is cut off"
    assert "The file is cut off." in all_texts(window)
    assert not child(window, BarsView).isVisible()
    assert any(text == "1 picture, 1 could not be classified" for text in all_texts(window))


def test_space_toggles_what_the_network_saw(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png"))
    crop = action(window, "What the network saw")
    for widget in (child(window, PictureView), child(window, FilmStrip)):
        widget.setFocus()
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        assert crop.isChecked()
        qtbot.keyClick(widget, Qt.Key.Key_Space)
        assert not crop.isChecked()


def test_delete_removes_what_is_selected(window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot) -> None:
    show(window, session, qtbot, *pictures("a.png", "b.png", "c.png", "d.png"))
    strip = child(window, FilmStrip)
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert names(session) == ["a.png", "d.png"]
    assert session.current.name == "d.png"
    assert strip.currentIndex().row() == 1
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert session.current.name == "a.png"
    qtbot.keyClick(strip, Qt.Key.Key_Delete)
    assert names(session) == []
    assert child(window, EmptyState).isVisible()


def test_the_arrow_keys_show_another_picture(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png", "b.png"))
    strip = child(window, FilmStrip)
    qtbot.keyClick(strip, Qt.Key.Key_Right)
    assert session.current.name == "b.png"
    assert window.windowTitle() == "b.png"


def test_copying_gives_the_picture_and_the_bars_text(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    (path,) = pictures("a.png")
    show(window, session, qtbot, path)
    child(window, PictureView).setFocus()
    qtbot.keySequence(window, QKeySequence(QKeySequence.StandardKey.Copy))
    mime = QGuiApplication.clipboard().mimeData()
    assert mime.urls() == [QUrl(path.as_uri())]
    assert mime.text() == str(path)
    assert mime.hasImage(), "for programs that take no files"
    bars = child(window, BarsView)
    bars.setFocus()
    qtbot.waitUntil(bars.hasFocus)
    qtbot.keySequence(bars, QKeySequence(QKeySequence.StandardKey.Copy))
    assert QGuiApplication.clipboard().text().startswith("espresso\t95.1 %\n")
    action(window, "Copy as CSV row").trigger()
    (row,) = csv.reader([QGuiApplication.clipboard().text()])
    assert row[:2] == [str(path), "classified"]
    assert "espresso" in row


def test_copying_takes_all_that_is_selected(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    paths = pictures("a.png", "b.png", "c.png")
    show(window, session, qtbot, *paths)
    strip = child(window, FilmStrip)
    strip.setFocus()
    qtbot.keyClick(strip, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    action(window, "Copy").trigger()
    assert QGuiApplication.clipboard().mimeData().urls() == [QUrl(path.as_uri()) for path in paths[:2]]
    action(window, "Copy as CSV row").trigger()
    rows = list(csv.reader(QGuiApplication.clipboard().text().splitlines()))
    assert [row[0] for row in rows] == [str(path) for path in paths[:2]]


def test_escape_goes_one_step_back_at_a_time(
    window: MainWindow, session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.answering.close()
    mime = mime_of(*pictures("a.png", "b.png"))
    drop(window, mime)
    qtbot.waitUntil(lambda: session.pictures.rowCount() == 2)
    session.noticed.emit(Notice("Something to know."))
    notice = child(window, NoticeBar)
    assert notice.isVisible()
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    assert not notice.isVisible()
    assert session.progress.busy
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not session.progress.busy)
    assert session.current.state is State.STOPPED
    assert any("It was stopped before it was classified." in text for text in all_texts(window))


@pytest.mark.parametrize("name", ["<img src=x>.png", "<b>a & b</b>.png", "a[*]b.png", "&File.png", "%1 %n.png"])
def test_file_names_are_shown_letter_by_letter(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot, name: str
) -> None:
    safe = name.replace("/", "∕")
    window.resize(1400, 800)
    show(window, session, qtbot, *pictures(safe))
    qtbot.waitUntil(lambda: safe in all_texts(window))
    shown = [label for label in window.findChildren(QLabel) if label.text() == safe]
    assert all(label.textFormat() == Qt.TextFormat.PlainText for label in shown)
    assert all("<img" not in label.toolTip() and "<b>" not in label.toolTip() for label in shown)
    assert safe in window.windowHandle().title()


@pytest.mark.skipif(os.name == "nt", reason="names are text there")
def test_names_that_are_not_utf_8_are_opened_and_shown(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures(os.fsdecode(b"caf\xe9.png")))
    assert window.windowTitle() == "caf\\xe9.png"


def test_it_can_be_as_small_as_its_minimum(window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot) -> None:
    show(window, session, qtbot, *pictures("a.png"))
    window.resize(480, 400)
    qtbot.wait(20)
    inside = QRect(QPoint(), window.size())
    for kind in (PictureView, BarsView, FilmStrip):
        widget = child(window, kind)
        area = QRect(widget.mapTo(window, QPoint()), widget.size())
        assert inside.contains(area)
        assert not widget.visibleRegion().isEmpty()
    window.grab()


@pytest.mark.parametrize("points", [10, 24])
@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_it_is_painted_at_every_font_in_both_appearances(
    window: MainWindow,
    session: Session,
    pictures: Maker,
    qtbot: QtBot,
    qapp: QApplication,
    points: int,
    appearance: str,
) -> None:
    before = qapp.font()
    font = qapp.font()
    font.setPointSizeF(points)
    try:
        qapp.setFont(font)
        session.change_settings(replace(session.settings, appearance=appearance))
        show(window, session, qtbot, *pictures("a.png"))
        window.grab()
    finally:
        qapp.setFont(before)


def test_closing_hides_at_once_and_remembers_the_geometry(
    window: MainWindow, session: Session, theme: Theme, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png"))
    pipeline.answering.close()
    mime = mime_of(*pictures("b.png", "c.png"))
    drop(window, mime)
    qtbot.waitUntil(lambda: session.progress.total == 2)
    window.resize(900, 700)
    with qtbot.waitSignal(window.closed):
        window.close()
    assert not window.isVisible()
    wait(session.close())
    pipeline.answering.open()
    saved = session.places.window.read_text()
    assert "geometry" in saved
    assert "a.png" in saved


def test_the_geometry_comes_back(
    window: MainWindow, session: Session, theme: Theme, updates: Updates, qtbot: QtBot
) -> None:
    window.resize(761, 602)
    window.close()
    again = MainWindow(session, theme, updates)
    qtbot.addWidget(again)
    assert (again.width(), again.height()) == (761, 602)


def test_model_and_device_are_chosen_in_the_toolbar(
    window: MainWindow, session: Session, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    device = next(box for box in window.findChildren(QComboBox) if box.accessibleName() == "Device")
    device.setCurrentIndex(device.findData("cpu"))
    device.activated.emit(device.currentIndex())
    assert session.settings.device == "cpu"
    qtbot.waitUntil(lambda: session.ready is not None)
    assert pipeline.jobs[-1].device == "cpu"


def test_settings_from_elsewhere_show_in_the_toolbar(window: MainWindow, session: Session) -> None:
    session.change_settings(replace(session.settings, device="cuda:7"))
    device = next(box for box in window.findChildren(QComboBox) if box.accessibleName() == "Device")
    assert device.currentData() == "cuda:7"


def test_a_model_that_is_gone_does_not_keep_the_window_from_opening(
    session: Session, theme: Theme, updates: Updates, qtbot: QtBot
) -> None:
    session.settings = Settings(model="gone")
    window = MainWindow(session, theme, updates)
    qtbot.addWidget(window)
    window.show()
    action(window, "What the network saw").toggle()
    assert any("Loading gone…" in text for text in all_texts(window))


def test_a_failing_model_is_said_with_a_way_to_try_again(
    window: MainWindow, session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot, caplog: object
) -> None:
    pipeline.error = JobError(Trouble.WEIGHTS_DAMAGED, "builtin")
    mime = mime_of(*pictures("a.png"))
    drop(window, mime)
    notice = child(window, NoticeBar)
    qtbot.waitUntil(notice.isVisible)
    assert any("No model is loaded" in text for text in all_texts(window))
    pipeline.error = None
    next(each for each in notice.findChildren(QPushButton) if each.text() == "Try again").click()
    qtbot.waitUntil(lambda: session.current.state is State.CLASSIFIED)


def test_a_notice_lies_above_the_status_bar_however_the_window_is_sized(window: MainWindow, session: Session) -> None:
    session.noticed.emit(Notice("many words " * 12, "details", Offer.TRY_AGAIN))
    notice = child(window, NoticeBar)
    for size in ((1400, 900), (720, 480)):
        window.resize(*size)
        assert window.rect().contains(notice.geometry())
        assert notice.geometry().bottom() <= window.statusBar().geometry().top()


@pytest.mark.parametrize(
    ("words", "kind"),
    [("Settings…", SettingsDialog), ("What do these numbers mean?", NumbersPage), ("About Whatsit", AboutPage)],
)
def test_dialogs_open_and_are_deleted_when_closed(
    window: MainWindow, qtbot: QtBot, words: str, kind: type[QDialog]
) -> None:
    action(window, words).trigger()
    dialog = child(window, kind)
    assert dialog.isVisible()
    dialog.close()
    qtbot.waitUntil(lambda: window.findChildren(kind) == [])


def test_the_models_open_from_the_menu_the_tool_bar_and_the_settings(
    window: MainWindow, session: Session, libraries: Libraries, qtbot: QtBot
) -> None:
    def closes(parent: QWidget) -> None:
        dialog = child(parent, ZooDialog)
        assert dialog.isVisible()
        qtbot.waitUntil(lambda: not session.zoo.is_looking)
        dialog.close()
        qtbot.waitUntil(lambda: parent.findChildren(ZooDialog) == [])

    action(window, "Models…").trigger()
    closes(window)
    box = next(box for box in window.findChildren(QComboBox) if box.accessibleName() == "Model")
    box.setCurrentIndex(box.count() - 1)
    box.activated.emit(box.currentIndex())
    closes(window)
    action(window, "Settings…").trigger()
    settings = child(window, SettingsDialog)
    button(settings, "Models…").click()
    closes(settings)
    settings.close()


def test_a_model_that_is_not_here_offers_the_models(
    window: MainWindow,
    session: Session,
    pipeline: StubPipeline,
    libraries: Libraries,
    caplog: pytest.LogCaptureFixture,
    qtbot: QtBot,
) -> None:
    pipeline.error = JobError(Trouble.NOT_DOWNLOADED, RESNET.key)
    session.change_settings(replace(session.settings, model=RESNET.key))
    notice = child(window, NoticeBar)
    qtbot.waitUntil(notice.isVisible)
    button(notice, "Models…").click()
    dialog = child(window, ZooDialog)
    qtbot.waitUntil(lambda: "resnet50" in child(dialog, ZooFacts).toPlainText())
    qtbot.waitUntil(lambda: not session.zoo.is_looking)
    pipeline.error = None
    dialog.close()


def test_recent_pictures_are_in_the_menu(window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot) -> None:
    show(window, session, qtbot, *pictures("a&b.png"))
    (recent,) = [menu for menu in window.findChildren(QMenu) if menu.title().replace("&", "") == "Open recent"]
    assert [each.text() for each in recent.actions()] == ["a&&b.png"]
    session.clear()
    recent.actions()[0].trigger()
    qtbot.waitUntil(lambda: names(session) == ["a&b.png"])


def test_what_the_empty_state_offers_works(window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot) -> None:
    empty = child(window, EmptyState)
    QGuiApplication.clipboard().setText(str(pictures("a.png")[0]))
    empty.paste_wanted.emit()
    qtbot.waitUntil(lambda: names(session) == ["a.png"])
    session.clear()
    empty.example_wanted.emit()
    qtbot.waitUntil(lambda: names(session) == ["chelsea.png"])


def test_clearing_brings_the_empty_state_back(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png", "b.png"))
    action(window, "Clear the list").trigger()
    assert child(window, EmptyState).isVisible()
    assert window.windowTitle() == "Whatsit"


def test_a_cleared_list_comes_back_by_the_notice_or_by_the_keyboard(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png", "b.png"))
    notice = child(window, NoticeBar)
    action(window, "Clear the list").trigger()
    assert notice.isVisible()
    next(button for button in notice.findChildren(QPushButton) if button.text() == "Undo").click()
    assert names(session) == ["a.png", "b.png"]
    action(window, "Clear the list").trigger()
    qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert names(session) == ["a.png", "b.png"]
    assert not notice.isVisible(), "its button would undo something else"
    assert action(window, "Redo taking 2 pictures off the list").isEnabled()


def test_full_screen_comes_and_goes(window: MainWindow, qtbot: QtBot) -> None:
    full = action(window, "Full screen")
    full.trigger()
    qtbot.waitUntil(window.isFullScreen)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert not full.isChecked()


def test_devices_that_do_not_work_say_why_and_cannot_be_chosen(
    window: MainWindow, session: Session, qtbot: QtBot
) -> None:
    session.ready = replace(session.ready, others=(Device("mps", "Apple MPS", DeviceState.NOT_FOUND),))
    session.model_changed.emit()
    device = next(box for box in window.findChildren(QComboBox) if box.accessibleName() == "Device")
    row = device.findData("mps")
    assert device.itemText(row) == "Apple MPS (none was found)"
    assert not device.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled


def test_a_device_that_was_refused_is_greyed_without_a_model(
    window: MainWindow, session: Session, pipeline: StubPipeline, qtbot: QtBot, caplog: object
) -> None:
    mps = Device("mps", "Apple MPS", DeviceState.NOT_BUILT)
    pipeline.error = JobError(Trouble.DEVICE_UNAVAILABLE, "mps", "no", (mps,))
    session.change_settings(Settings(device="mps"))
    qtbot.waitUntil(lambda: session.trouble is not None)
    device = next(box for box in window.findChildren(QComboBox) if box.accessibleName() == "Device")
    assert device.itemText(device.findData("mps")) == "Apple MPS (this build of PyTorch cannot use it)"


def test_tab_reaches_everything_that_can_be_pressed(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png"))
    window.activateWindow()
    child(window, FilmStrip).setFocus()
    reached: list[QWidget] = []
    for _ in range(20):
        qtbot.keyClick(window.focusWidget(), Qt.Key.Key_Tab)
        reached.append(window.focusWidget())
    pressed = {button.text() for button in reached if isinstance(button, QAbstractButton)}
    assert pressed == {"Open", "Folder", "Paste", "What the network saw", "Why?", "What do these numbers mean?"}
    assert all(
        any(isinstance(each, kind) for each in reached) for kind in (QComboBox, PictureView, BarsView, FilmStrip)
    )


def test_a_device_that_cannot_be_used_offers_one_that_can(
    window: MainWindow, session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot, caplog: object
) -> None:
    pipeline.error = JobError(Trouble.DEVICE_UNAVAILABLE, "mps", "no")
    session.change_settings(Settings(device="mps"))
    mime = mime_of(*pictures("a.png"))
    drop(window, mime)
    notice = child(window, NoticeBar)
    qtbot.waitUntil(lambda: notice.isVisible() and session.current is not None)
    qtbot.waitUntil(lambda: any("This device cannot be used" in text for text in visible_texts(window)))
    pipeline.error = None
    next(button for button in notice.findChildren(QPushButton) if button.text() == "Use the best that works").click()
    qtbot.waitUntil(lambda: session.current.state is State.CLASSIFIED)
    assert session.settings.device == "auto"


def test_a_notice_covers_neither_the_name_nor_the_strip(
    window: MainWindow, session: Session, pictures: Maker, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png"))
    notice = child(window, NoticeBar)
    action(window, "Clear the list").trigger()
    show(window, session, qtbot, *pictures("b.png"))
    session.noticed.emit(Notice("Something to know."))
    view = child(window, PictureView)
    area = QRect(view.mapTo(window, QPoint(0, 0)), view.size())
    qtbot.waitUntil(lambda: area.contains(notice.geometry()))


def test_delete_does_nothing_while_a_menu_is_open(
    window: MainWindow, session: Session, pictures: Maker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("a.png"))
    monkeypatch.setattr(QApplication, "activePopupWidget", lambda: window)
    action(window, "Take off the list").trigger()
    assert names(session) == ["a.png"]


def test_what_no_program_can_show_is_named(
    window: MainWindow, session: Session, monkeypatch: pytest.MonkeyPatch, notices: list[Notice]
) -> None:
    monkeypatch.setattr("app.desktop.outside.reveal", lambda *_paths: False)
    action(window, "Show log file").trigger()
    assert str(session.places.log) in notices[-1].words


def test_what_the_window_manager_does_to_the_window_is_known(window: MainWindow, qtbot: QtBot) -> None:
    window.setWindowState(window.windowState() | Qt.WindowState.WindowFullScreen)
    qtbot.waitUntil(action(window, "Full screen").isChecked)
    qtbot.keyClick(window, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: not window.isFullScreen())
    assert not action(window, "Full screen").isChecked()


@pytest.mark.usefixtures("caplog")  # the failure is logged
def test_what_a_failure_stopped_can_be_taken_up_in_the_menu(
    window: MainWindow, session: Session, pipeline: StubPipeline, pictures: Maker, qtbot: QtBot
) -> None:
    pipeline.error = JobError(Trouble.DEVICE_LOST, "cuda:0")
    mime = mime_of(*pictures("cup.png"))
    drop(window, mime)
    qtbot.waitUntil(lambda: session.trouble is not None)
    assert action(window, "Classify what was stopped").isEnabled()
    pipeline.error = None
    action(window, "Classify what was stopped").trigger()
    qtbot.waitUntil(lambda: session.predictions.rowCount() == 5)


def test_a_picture_dragged_out_is_not_dropped_back_in(
    window: MainWindow, session: Session, pictures: Maker, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    show(window, session, qtbot, *pictures("cup.png"))
    monkeypatch.setattr(QDragEnterEvent, "source", lambda _event: window)
    event = QDragEnterEvent(QPoint(5, 5), Qt.DropAction.CopyAction, mime_of(*pictures("b.png")), LEFT, NONE)
    event.ignore()
    window.dragEnterEvent(event)
    assert not event.isAccepted()
    assert not child(window, DropOverlay).isVisible()


def test_pasted_pictures_are_never_copied_as_nothing(window: MainWindow, session: Session, qtbot: QtBot) -> None:
    for colour in ("red", "blue"):
        session.take_in(Bitmap(_plain(colour), colour))
    qtbot.waitUntil(lambda: session.pictures.rowCount() == 2 and not session.progress.busy)
    child(window, FilmStrip).selectAll()
    QGuiApplication.clipboard().setText("kept")
    action(window, "Copy").trigger()
    assert "espresso" in QGuiApplication.clipboard().text()


def _plain(colour: str) -> QImage:
    image = QImage(20, 20, QImage.Format.Format_RGB32)
    image.fill(QColor(colour))
    return image


def test_full_screen_has_a_key_everywhere(window: MainWindow) -> None:
    assert action(window, "Full screen").shortcuts()


def test_every_action_has_a_name_and_no_shortcut_is_used_twice(window: MainWindow) -> None:
    actions = [
        each for menu in window.menuBar().findChildren(QMenu) for each in menu.actions() if not each.isSeparator()
    ]
    assert all(each.text() for each in actions)
    keys = [key.toString() for each in actions for key in each.shortcuts()]
    assert sorted(keys) == sorted(set(keys))


def test_it_comes_to_the_front_as_it_was(window: MainWindow, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot) -> None:
    monkeypatch.setenv("XDG_ACTIVATION_TOKEN", "")
    window.setWindowState(Qt.WindowState.WindowMaximized | Qt.WindowState.WindowMinimized)
    raised: list[bool] = []
    monkeypatch.setattr(window, "raise_", lambda: raised.append(True))
    window.come_forward("token")
    assert window.windowState() & Qt.WindowState.WindowMaximized
    assert not window.isMinimized()
    assert raised == [True]
    assert os.environ["XDG_ACTIVATION_TOKEN"] == "token"
    qtbot.waitUntil(window.isActiveWindow)


@pytest.fixture
def published(window: MainWindow, updates: Updates, answers: Answers) -> MainWindow:
    """A window whose publisher can be asked."""
    updates.publisher = replace(PUBLISHER, homepage="https://example.org")
    updates.changed.emit()
    return window


def can_choose_updates(dialog: QWidget) -> bool:
    return any("newer" in box.text() and box.isVisible() for box in dialog.findChildren(QCheckBox))


def test_without_a_publisher_nothing_about_updates_is_seen(window: MainWindow) -> None:
    assert not action(window, "Check for updates…").isVisible()
    action(window, "About Whatsit").trigger()
    assert not [label for label in child(window, AboutPage).findChildren(QLabel) if label.openExternalLinks()]
    child(window, AboutPage).close()
    action(window, "Settings…").trigger()
    assert not can_choose_updates(child(window, SettingsDialog))
    child(window, SettingsDialog).close()


def test_with_one_all_of_it_is(published: MainWindow) -> None:
    assert action(published, "Check for updates…").isVisible()
    assert action(published, "Check for updates…").isEnabled()
    action(published, "About Whatsit").trigger()
    assert [label for label in child(published, AboutPage).findChildren(QLabel) if label.openExternalLinks()]
    child(published, AboutPage).close()
    action(published, "Settings…").trigger()
    assert can_choose_updates(child(published, SettingsDialog))
    child(published, SettingsDialog).close()


def test_offline_the_check_is_grey_and_says_why(published: MainWindow, session: Session, answers: Answers) -> None:
    session.change_settings(replace(session.settings, offline=True))
    check = action(published, "Check for updates…")
    assert check.isVisible()
    assert not check.isEnabled()
    assert check.toolTip() == "The settings say that the network is never used."
    check.trigger()
    assert answers.asked == []
    session.change_settings(replace(session.settings, offline=False))
    assert check.isEnabled()
    assert "network" not in check.toolTip()


def test_a_check_leads_to_the_page_of_a_newer_version(
    published: MainWindow, answers: Answers, opened_pages: list[str], qtbot: QtBot
) -> None:
    assert answers.asked == []
    action(published, "Check for updates…").trigger()
    dialog = child(published, UpdateDialog)
    qtbot.waitUntil(lambda: "There is a newer version" in shown_words(dialog))
    button(dialog, "Open page…").click()
    assert opened_pages == [NEWER.page]
    assert answers.asked == [PUBLISHER.update_address]


def test_a_notice_leads_to_a_page(window: MainWindow, session: Session, opened_pages: list[str], qtbot: QtBot) -> None:
    session.noticed.emit(Notice("A newer one.", offer=Offer.PAGE, page=NEWER.page, is_calm=True))
    button(child(window, NoticeBar), "Open page…").click()
    assert opened_pages == [NEWER.page]


@pytest.fixture
def opened_pages(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """What the browser was told to open."""
    pages: list[str] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: pages.append(url.toString()) or True)
    return pages
