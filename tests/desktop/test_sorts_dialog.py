"""The sorts that can be undone or gone on with, and the offer at the start."""

from __future__ import annotations

from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QTableView
from pytestqt.qtbot import QtBot

from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice
from app.desktop.session import Session
from app.desktop.sorts_dialog import SortsDialog
from app.desktop.sorts_model import SortColumn
from app.desktop.views import Views
from app.results.sorting.journals import sorts as sorts_of
from app.results.sorting.locks import destination_held

from .conftest import Begin
from .seen import button


def opened(window: MainWindow, session: Session, qtbot: QtBot) -> SortsDialog:
    dialog = SortsDialog(session, window)
    dialog.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    return dialog


def offered(dialog: SortsDialog) -> set[str]:
    return {each.text().replace("&", "") for each in dialog.findChildren(QPushButton) if each.isVisible()}


def words(dialog: SortsDialog) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def rows(dialog: SortsDialog) -> list[tuple[str, ...]]:
    model = dialog.findChild(QTableView).model()
    columns = (SortColumn.NAME, SortColumn.FILES, SortColumn.STATE)
    return [tuple(model.index(row, column).data() for column in columns) for row in range(model.rowCount())]


def work(dialog: SortsDialog, qtbot: QtBot, press: str) -> str:
    button(dialog, press).click()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return words(dialog)


def test_where_nothing_was_sorted_a_sentence_says_so(window: MainWindow, views: Views, qtbot: QtBot) -> None:
    views._actions.undo_sort.trigger()
    (dialog,) = window.findChildren(SortsDialog)
    qtbot.waitUntil(lambda: "Nothing was sorted yet." in words(dialog))
    assert offered(dialog) == {"Close"}
    dialog.close()


def test_the_newest_comes_first_with_what_can_be_done(
    window: MainWindow, session: Session, begin: Begin, qtbot: QtBot
) -> None:
    begin("done")
    begin("cut", most=1)
    dialog = opened(window, session, qtbot)
    assert rows(dialog) == [("cut", "1 of 2 copied", "interrupted"), ("done", "2 copied", "complete")]
    assert offered(dialog) == {"Continue", "Undo", "Show folder", "Close"}
    dialog.findChild(QTableView).selectRow(1)
    assert offered(dialog) == {"Undo", "Show folder", "Close"}
    dialog.close()


def test_one_is_gone_on_with(window: MainWindow, session: Session, begin: Begin, qtbot: QtBot) -> None:
    folder = begin("cut", most=1)
    dialog = opened(window, session, qtbot)
    assert "2 files were copied into “cut”." in work(dialog, qtbot, "Continue")
    assert sorted(path.name for path in folder.rglob("*.jpg")) == ["a.jpg", "b.jpg"]
    dialog.close()


def test_an_older_one_is_undone_and_says_what_stays(
    window: MainWindow, session: Session, begin: Begin, qtbot: QtBot
) -> None:
    folder = begin("older")
    begin("newer")
    (folder / "cat" / "a.jpg").write_bytes(b"the user was here")
    dialog = opened(window, session, qtbot)
    dialog.findChild(QTableView).selectRow(1)
    told = work(dialog, qtbot, "Undo")
    assert "1 file was removed again." in told
    assert "1 file was not removed and stays where it is:" in told
    assert "it was changed since it was sorted" in dialog.findChild(QPlainTextEdit).toPlainText()
    assert sorted(path.name for path in folder.rglob("*.jpg")) == ["a.jpg"]
    dialog.close()
    again = opened(window, session, qtbot)
    assert [row[2] for row in rows(again)] == ["complete", "undone, but for some"]
    again.close()


def test_one_whose_journal_is_gone_meanwhile_is_told(
    window: MainWindow, session: Session, begin: Begin, qtbot: QtBot
) -> None:
    begin("done")
    dialog = opened(window, session, qtbot)
    next(sorts_of(session.places.sorts)).journal.unlink()
    assert "There is no such sort" in work(dialog, qtbot, "Undo")
    qtbot.waitUntil(lambda: "Nothing was sorted yet." in words(dialog))
    dialog.close()


def test_one_that_another_process_works_on_is_left_to_it(
    window: MainWindow, session: Session, begin: Begin, notices: list[Notice], qtbot: QtBot
) -> None:
    folder = begin("cut", most=1)
    with destination_held(folder, session.places.sorts):
        dialog = opened(window, session, qtbot)
        assert rows(dialog)[0][2] == "under way"
        assert offered(dialog) == {"Show folder", "Close"}
        dialog.close()
        session.sorts.offer_interrupted()
        qtbot.waitUntil(lambda: not session.tasks.busy)
    assert notices == []


def test_the_offer_leads_to_the_list(window: MainWindow, session: Session, begin: Begin, qtbot: QtBot) -> None:
    begin("Iceland", most=1)
    session.sorts.offer_interrupted()
    qtbot.waitUntil(window._notice.isVisible)
    button = next(each for each in window._notice.findChildren(QPushButton) if each.text() == "Open…")
    button.click()
    (dialog,) = window.findChildren(SortsDialog)
    qtbot.waitUntil(lambda: len(rows(dialog)) == 1)
    dialog.close()


def test_once_the_list_is_seen_it_is_not_offered_any_more(
    window: MainWindow, session: Session, begin: Begin, qtbot: QtBot
) -> None:
    begin("Iceland", most=1)
    session.sorts.offer_interrupted()
    qtbot.waitUntil(window._notice.isVisible)
    dialog = opened(window, session, qtbot)
    qtbot.waitUntil(lambda: not window._notice.isVisible())
    dialog.close()


def test_where_nothing_was_interrupted_nothing_is_said(
    session: Session, begin: Begin, notices: list[Notice], qtbot: QtBot
) -> None:
    begin("done")
    session.sorts.offer_interrupted()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert notices == []


def test_one_that_is_undone_as_a_whole_has_no_folder_to_show(
    window: MainWindow, session: Session, begin: Begin, qtbot: QtBot
) -> None:
    begin("done")
    dialog = opened(window, session, qtbot)
    assert "2 files were removed again." in work(dialog, qtbot, "Undo")
    dialog.close()
    again = opened(window, session, qtbot)
    assert [row[2] for row in rows(again)] == ["undone"]
    assert offered(again) == {"Close"}
    again.close()
