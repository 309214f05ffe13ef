"""What can be done with a run, why not, and with which rows."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QMenu, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.export_dialog import ExportDialog
from app.desktop.folder_run import RunState
from app.desktop.main_window import MainWindow
from app.desktop.run_strip import RunStrip
from app.desktop.session import Session
from app.desktop.sort_dialog import SortDialog
from app.desktop.tag_dialog import TagDialog
from app.desktop.views import Views

from .conftest import select
from .stub import StubPipeline
from .test_views import action, in_state

WORDS = ("Export…", "Sort into folders…", "Write tags…")


def offered(widget: QWidget) -> list[str]:
    return ["" if each.isSeparator() else plain(each) for each in widget.actions()]


def plain(action: QAction) -> str:
    return action.text().replace("&", "").partition("\t")[0]


def reasons(window: MainWindow) -> list[str]:
    found = (action(window, each) for each in WORDS)
    return ["" if each.isEnabled() else each.toolTip() for each in found]


def sort_button(window: MainWindow) -> QPushButton:
    strip = window.findChild(RunStrip)
    return next(each for each in strip.findChildren(QPushButton) if each.text() == "Sort…")


def test_what_is_grey_says_why(
    window: MainWindow, session: Session, halfway: StubPipeline, folder: Callable[..., Path], qtbot: QtBot
) -> None:
    assert reasons(window) == ["No folder is shown."] * 3
    session.runs.start((folder("many", *(f"{number}.png" for number in range(10))),))
    run = session.runs.shown
    qtbot.waitUntil(lambda: run.tally.done > 0 and len(halfway.answered) > 3)
    assert reasons(window) == ["", *["The run is still going on."] * 2]
    assert "The run is still going on." in sort_button(window).toolTip()
    assert sort_button(window).accessibleDescription() == "The run is still going on."
    halfway.answering.open()
    qtbot.waitUntil(in_state(run, RunState.DONE))
    qtbot.waitUntil(lambda: reasons(window) == ["", "", ""])
    assert "Sort into folders" in sort_button(window).toolTip()
    assert sort_button(window).accessibleDescription() == ""
    assert action(window, "Try again what could not be classified").toolTip() == "All pictures were classified."


def test_of_an_empty_folder_it_says_that_nothing_is_listed(
    window: MainWindow, session: Session, folder: Callable[..., Path], qtbot: QtBot
) -> None:
    session.runs.start((folder("empty"),))
    qtbot.waitUntil(in_state(session.runs.shown, RunState.DONE))
    assert reasons(window) == ["No picture is listed."] * 3


def test_menus_show_the_reasons(window: MainWindow, views: Views) -> None:
    menus = [each for each in window.findChildren(QMenu) if action(window, "Forget…") in each.actions()]
    assert len(menus) == 2
    assert all(each.toolTipsVisible() for each in menus)


def test_rows_offer_what_the_menus_have_in_their_order(views: Views, iceland: Path) -> None:
    pane = views.folder.pane
    of_pictures = ["Copy", "Copy as CSV row", "", "Take off the list", ""]
    of_pictures += ["What the network saw", "Why? The heat map", "Save heat map…", "Copy heat map", ""]
    of_pictures += ["Classify again", "Show in file manager", "Open with its program"]
    assert offered(pane.table) == offered(pane.grid) == [*of_pictures, "", *WORDS]
    assert offered(views.pictures.strip) == of_pictures
    assert "Take off the list" not in offered(views.pictures.answer.bars), "the key would take off what is not selected"
    letters = [each.text()[each.text().index("&") + 1].lower() for each in pane.table.actions() if "&" in each.text()]
    assert len(letters) == len(set(letters))
    (export,) = (each for each in pane.table.actions() if plain(each) == "Export…")
    assert export.text().endswith("\tCtrl+E")


@pytest.mark.parametrize(("words", "kind"), list(zip(WORDS, (ExportDialog, SortDialog, TagDialog), strict=True)))
def test_the_menu_of_a_row_means_that_row(
    window: MainWindow, views: Views, iceland: Path, words: str, kind: type[QDialog], qtbot: QtBot
) -> None:
    select(views, 1)
    next(each for each in views.folder.pane.table.actions() if plain(each) == words).trigger()
    (dialog,) = window.findChildren(kind)

    def chosen() -> str:
        return next(each.text() for each in dialog.findChildren(QRadioButton) if each.isChecked()).replace("&", "")

    qtbot.waitUntil(lambda: chosen() == "The selected ones (1)")
    dialog.close()
