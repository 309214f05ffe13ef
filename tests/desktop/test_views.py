"""What came last is shown, and the actions work on what is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QUrl
from PySide6.QtGui import QAction, QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.folder_page import TABLE_LEAST
from app.desktop.folder_run import RunState
from app.desktop.intake import local_path
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice
from app.desktop.notice_bar import NoticeBar
from app.desktop.session import Session
from app.desktop.threshold import Threshold
from app.desktop.views import Views
from app.policy import Policy
from app.results.store import Store
from app.settings import load_settings

from .conftest import in_state, select
from .stub import StubPipeline, small_picture

Folder = Callable[..., Path]


def action(window: MainWindow, words: str) -> QAction:
    actions = [each for menu in window.menuBar().findChildren(QMenu) for each in menu.actions()]
    return next(each for each in actions if each.text().replace("&", "") == words)


def shown_names(session: Session) -> list[str]:
    with Store(session.runs.store) as store:
        return [outcome.ref.path.name for outcome in store.rows(session.runs.shown.number)]


def test_a_folder_is_shown_with_its_first_picture(
    views: Views, window: MainWindow, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    assert views.is_folder
    assert window.windowTitle() == "Iceland"
    assert session.current.ref.path == iceland / "a.png"
    assert action(window, "Pictures").isVisible()


@pytest.mark.parametrize(("width", "seen"), [(1200, (True, True)), (720, (True, False)), (420, (False, False))])
def test_where_there_is_little_room_the_table_stays(views: Views, iceland: Path, width: int, seen: tuple) -> None:
    page = views.folder
    page.resize(width, 600)
    assert (page.classes.isVisible(), page.answer.isVisible()) == seen
    assert page.pane.isVisible()


def test_parts_that_were_wide_in_a_larger_window_leave_the_table_its_room(views: Views, iceland: Path) -> None:
    page = views.folder
    page.resize(2600, 900)
    page._across.setSizes([500, 1200, 900])
    state = page.state()
    page.resize(1200, 600)
    page.restore(state)
    assert page.pane.width() >= TABLE_LEAST * page.fontMetrics().averageCharWidth()


def test_a_notice_follows_the_table(
    views: Views, window: MainWindow, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    session.noticed.emit(Notice("It broke.", "details"))
    notice, page = window.findChild(NoticeBar), views.folder
    page._across.setSizes([400, 500, 300])

    def middle(widget: QWidget) -> int:
        return widget.mapTo(window, widget.rect().center()).x()

    qtbot.waitUntil(lambda: abs(middle(notice) - middle(page.pane)) <= 1)


def test_a_picture_that_is_dropped_is_shown_and_the_folder_is_a_key_away(
    views: Views, window: MainWindow, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    picture = small_picture(iceland.parent / "dropped.png")
    window.doors.open_paths([picture])
    qtbot.waitUntil(lambda: not views.is_folder)
    assert session.current.ref.path == picture
    action(window, "Table").trigger()
    assert views.is_folder
    assert session.current.ref.path == iceland / "a.png"
    action(window, "Pictures").trigger()
    assert session.current.ref.path == picture


def test_the_shown_picture_follows_the_selection(views: Views, session: Session, iceland: Path, qtbot: QtBot) -> None:
    select(views, 2)
    qtbot.waitUntil(lambda: session.current.ref.path == iceland / "bad.png")
    assert session.current.failure is not None


def test_rows_are_taken_off_the_list_and_put_back(
    views: Views, window: MainWindow, session: Session, iceland: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    select(views, 0, 2)
    views.folder.remove()
    qtbot.waitUntil(lambda: session.runs.rows.model.rowCount() == 2)
    assert shown_names(session) == ["b.png", "c.png"]
    assert notices[-1].words == "2 pictures were taken off the list. The files are where they were."
    assert (iceland / "a.png").exists()
    action(window, "Undo taking 2 pictures off the list").trigger()
    qtbot.waitUntil(lambda: session.runs.rows.model.rowCount() == 4)
    assert shown_names(session) == ["a.png", "b.png", "bad.png", "c.png"]
    qtbot.waitUntil(lambda: session.runs.shown.tally.done == 4)


def test_chosen_rows_are_classified_again(
    views: Views, session: Session, iceland: Path, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    pipeline.answered.clear()
    select(views, 1, 2)
    views.folder.retry()
    qtbot.waitUntil(lambda: pipeline.answered == ["b.png", "bad.png"])
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    tally = session.runs.shown.tally
    assert (tally.done, tally.total, tally.failed) == (4, 4, 1)


def test_only_what_could_not_be_read_is_tried_again(
    window: MainWindow, views: Views, session: Session, iceland: Path, pipeline: StubPipeline, qtbot: QtBot
) -> None:
    pipeline.answered.clear()
    again = action(window, "Try again what could not be classified")
    assert again.isEnabled()
    again.trigger()
    qtbot.waitUntil(lambda: pipeline.answered == ["bad.png"])
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))


def test_selected_files_are_copied(views: Views, session: Session, iceland: Path, qtbot: QtBot) -> None:
    select(views, 0, 1)
    views.folder.copy()
    clipboard = QGuiApplication.clipboard()
    qtbot.waitUntil(lambda: clipboard.text() == f"{iceland / 'a.png'}\n{iceland / 'b.png'}")
    views.folder.copy_csv()
    qtbot.waitUntil(lambda: clipboard.text().count("espresso") >= 2)
    assert clipboard.text().splitlines()[0].startswith(str(iceland / "a.png"))


def test_what_cannot_be_done_now_is_grey(
    window: MainWindow, views: Views, session: Session, halfway: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    def states() -> dict[str, tuple[bool, bool]]:
        words = ("Pause", "Continue", "Cancel", "Export…", "Sort into folders…", "Look for new pictures", "Forget…")
        return {each: (action(window, each).isVisible(), action(window, each).isEnabled()) for each in words}

    assert not any(enabled for _, enabled in states().values())
    session.runs.start((folder("many", *(f"{number}.png" for number in range(10))),))
    run = session.runs.shown
    qtbot.waitUntil(in_state(run, RunState.RUNNING))
    qtbot.waitUntil(lambda: run.tally.done > 0 and len(halfway.answered) > 3)
    running = states()
    assert running["Pause"] == running["Cancel"] == (True, True)
    assert running["Export…"] == (True, True), "of what is there"
    assert running["Continue"] == (False, False)
    assert not running["Sort into folders…"][1]
    assert not running["Forget…"][1]
    action(window, "Pause").trigger()
    assert states()["Continue"] == (True, True)
    assert not states()["Pause"][0]
    action(window, "Continue").trigger()
    action(window, "Cancel").trigger()
    qtbot.waitUntil(in_state(run, RunState.STOPPED))
    assert states()["Continue"] == (True, True)
    assert states()["Sort into folders…"] == (True, True)
    halfway.answering.open()
    action(window, "Continue").trigger()
    qtbot.waitUntil(in_state(run, RunState.DONE))
    assert states()["Continue"] == (False, False)
    assert states()["Look for new pictures"] == (True, True)


def test_of_a_folder_without_pictures_nothing_can_be_written(
    window: MainWindow, session: Session, folder: Folder, notices: list[Notice], qtbot: QtBot
) -> None:
    session.runs.start((folder("empty"),))
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    assert not action(window, "Export…").isEnabled()
    assert not action(window, "Write tags…").isEnabled()
    assert action(window, "Look for new pictures").isEnabled()


def test_the_title_tells_how_far_it_is(
    window: MainWindow, session: Session, halfway: StubPipeline, folder: Folder, qtbot: QtBot
) -> None:
    titles: set[str] = set()
    window.windowTitleChanged.connect(titles.add)
    session.runs.start((folder("many", *(f"{number}.png" for number in range(10))),))
    qtbot.waitUntil(lambda: any(title.endswith(" % of many") for title in titles) and len(halfway.answered) > 3)
    halfway.answering.open()
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    assert window.windowTitle() == "many"


def test_a_run_is_renamed(
    window: MainWindow, session: Session, iceland: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(QInputDialog, "getText", lambda *_words, **_more: ("Summer", True))
    action(window, "Rename…").trigger()
    assert window.windowTitle() == "Summer"
    qtbot.waitUntil(lambda: [run.name for run in session.runs.former.runs] == ["Summer"])


def test_clearing_shows_the_run_no_more_and_keeps_it(
    window: MainWindow, views: Views, session: Session, iceland: Path
) -> None:
    action(window, "Clear the list").trigger()
    assert not views.is_folder
    assert session.runs.shown is None
    assert len(shown_after(session)) == 4


def shown_after(session: Session) -> list[str]:
    with Store(session.runs.store) as store:
        return [outcome.ref.path.name for outcome in store.rows(1)]


def test_the_slider_stands_where_the_run_will_begin_while_it_waits(window: MainWindow, session: Session) -> None:
    slider = window.findChild(Threshold).slider
    assert slider.value() == round(100 * session.settings.least_probability) > 0


def test_the_least_probability_of_the_slider_is_a_setting(
    views: Views, session: Session, iceland: Path, qtbot: QtBot
) -> None:
    views.folder.pane.bar.least_probability_chosen.emit(0.97)
    qtbot.waitUntil(lambda: session.settings.least_probability == 0.97)
    qtbot.waitUntil(lambda: session.runs.rows.query.least_probability == 0.97)


@pytest.mark.parametrize("is_fixed", [True, False])
def test_the_slider_stands_still_if_it_is_fixed(
    session: Session, request: pytest.FixtureRequest, is_fixed: bool
) -> None:
    session.policy = Policy(fixed=frozenset({"least_probability"} if is_fixed else ()))
    window = request.getfixturevalue("window")
    assert window.findChild(Threshold).isEnabledTo(window.views.folder.pane.bar) != is_fixed


def test_a_slider_that_was_moved_a_moment_before_the_end_is_kept(
    views: Views, window: MainWindow, session: Session, iceland: Path
) -> None:
    views.folder.pane.bar.least_probability_chosen.emit(0.97)
    window.close()
    assert load_settings(session.places.settings).least_probability == 0.97


def test_a_slider_that_was_not_moved_changes_no_setting_at_the_end(
    views: Views, window: MainWindow, session: Session, iceland: Path
) -> None:
    session.change_settings(replace(session.settings, least_probability=0.5))
    window.close()
    assert load_settings(session.places.settings).least_probability == 0.5


def test_selected_files_are_shown_and_opened_elsewhere(
    views: Views,
    window: MainWindow,
    iceland: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    shown: list[tuple[Path, ...]] = []
    opened: list[QUrl] = []
    monkeypatch.setattr("app.desktop.outside.reveal", lambda *paths: shown.append(paths) or True)
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: opened.append(url) or True)
    select(views, 0, 1)
    action(window, "Show in file manager").trigger()
    qtbot.waitUntil(lambda: shown == [(iceland / "a.png", iceland / "b.png")])
    action(window, "Open with its program").trigger()
    qtbot.waitUntil(lambda: [local_path(url) for url in opened] == [iceland / "a.png", iceland / "b.png"])
    monkeypatch.setattr("app.desktop.outside.OPENED_MOST", 1)
    action(window, "Open with its program").trigger()
    qtbot.waitUntil(lambda: bool(notices))
    assert notices[0].words == "Select at most 1 picture to open or show it elsewhere."
    assert len(opened) == 2


def test_the_shown_run_is_forgotten_after_a_question(
    window: MainWindow,
    views: Views,
    session: Session,
    iceland: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    asked: list[str] = []
    answers = [False, True]
    monkeypatch.setattr(
        "app.desktop.run_actions.is_sure", lambda _window, words, _yes: asked.append(words) or answers.pop(0)
    )
    action(window, "Forget…").trigger()
    assert session.runs.shown is not None
    action(window, "Forget…").trigger()
    qtbot.waitUntil(lambda: session.runs.shown is None)
    assert asked == ["Forget “Iceland”?"] * 2
    assert not views.is_folder
    assert (iceland / "a.png").exists()
    assert "forgotten" in notices[-1].words
