"""Sorting from the window: options, the plan, carrying it out, stopping, going on and undoing."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QRadioButton, QTreeView
from pytestqt.qtbot import QtBot

from app.desktop import sort_steps
from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.desktop.sort_dialog import SortDialog
from app.desktop.sorts_dialog import SortsDialog
from app.desktop.views import Views
from app.results.sorting.carrying import Carrying
from app.results.sorting.journal import Phase
from app.results.sorting.journals import Sort, sorts
from app.results.sorting.plan import Plan
from app.results.sorting.steps import Handled, LeftAlone
from app.values import Classified

from .conftest import choose_some, select
from .seen import button, doubled_keys, shown_words
from .stub import Gate


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "Sorted"


@pytest.fixture
def dialog(window: MainWindow, session: Session, iceland: Path, target: Path, qtbot: QtBot) -> SortDialog:
    return opened(window, session, target, qtbot)


@pytest.fixture
def gate(monkeypatch: pytest.MonkeyPatch) -> Iterator[Gate]:
    """Closed, no second file is handled."""
    gate, real = Gate(), Carrying.steps
    monkeypatch.setattr(sort_steps, "TELL_EVERY", 0.0)

    def steps(self: Carrying) -> Iterator[Handled | LeftAlone]:
        for step in real(self):
            yield step
            gate.pass_through()

    monkeypatch.setattr(Carrying, "steps", steps)
    yield gate
    gate.open()


def opened(window: MainWindow, session: Session, target: Path, qtbot: QtBot) -> SortDialog:
    dialog = SortDialog(session, window)
    dialog.open()
    folder_field(dialog).setText(str(target))
    qtbot.waitUntil(lambda: button(dialog, "Make plan").isEnabled())
    return dialog


def folder_field(dialog: SortDialog) -> QLineEdit:
    return next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Folder to sort into")


def offered(dialog: SortDialog | SortsDialog) -> list[str]:
    return [each.text().replace("&", "") for each in dialog.findChildren(QPushButton) if each.isVisible()]


def box(dialog: SortDialog, choice: str) -> QComboBox:
    return next(each for each in dialog.findChildren(QComboBox) if each.findData(choice) >= 0)


def choose(dialog: SortDialog, choice: str) -> None:
    field = box(dialog, choice)
    field.setCurrentIndex(field.findData(choice))


def plan(dialog: SortDialog, qtbot: QtBot) -> str:
    button(dialog, "Make plan").click()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return shown_words(dialog)


def carry_out(dialog: SortDialog, qtbot: QtBot, press: str = "Copy 3 pictures") -> str:
    button(dialog, press).click()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    return shown_words(dialog)


def names(folder: Path) -> list[str]:
    return sorted(str(path.relative_to(folder)) for path in folder.rglob("*") if path.is_file())


def newest(session: Session) -> Sort:
    return next(sorts(session.places.sorts))


def test_each_letter_leads_to_one_thing(
    window: MainWindow, session: Session, iceland: Path, views: Views, qtbot: QtBot
) -> None:
    choose_some(session, views, qtbot)
    dialog = opened(window, session, iceland.parent / "Sorted", qtbot)
    assert not doubled_keys(dialog)
    dialog.close()


def test_the_menu_leads_here(window: MainWindow, views: Views, iceland: Path) -> None:
    views._actions.sort.trigger()
    (dialog,) = window.findChildren(SortDialog)
    assert folder_field(dialog).text() == str(iceland.parent / "Iceland sorted")
    assert "less than 30 %" in shown_words(dialog)
    assert "For instance: espresso / a.png" in shown_words(dialog)
    dialog.close()


def test_a_plan_says_what_would_happen_and_changes_nothing(
    dialog: SortDialog, session: Session, iceland: Path, target: Path, qtbot: QtBot
) -> None:
    (iceland / "a.xmp").write_text("a sidecar")
    told = plan(dialog, qtbot)
    assert "3 pictures (" in told
    assert "will be copied into 1 folder." in told
    assert "1 companion (sidecar or RAW) goes along." in told
    assert "1 picture stays where it is: it could not be classified." in told
    assert "Nothing has been changed yet." in told
    assert not target.exists()
    assert list(sorts(session.places.sorts)) == []
    tree = dialog.findChild(QTreeView)
    model = tree.model()
    assert [model.index(row, 0).data() for row in range(model.rowCount())] == ["espresso", "Left where they are"]
    tree.expand(model.index(0, 0))
    espresso = model.index(0, 0)
    qtbot.waitUntil(lambda: model.rowCount(espresso) == 4)
    assert {model.index(row, 0, espresso).data() for row in range(4)} == {"a.png", "a.xmp", "b.png", "c.png"}
    dialog.close()


def test_pictures_are_copied_and_the_copies_go_again(
    dialog: SortDialog, session: Session, iceland: Path, target: Path, qtbot: QtBot
) -> None:
    before = {path.name: path.read_bytes() for path in iceland.iterdir()}
    plan(dialog, qtbot)
    told = carry_out(dialog, qtbot)
    assert "3 files were copied into “Sorted”." in told
    assert names(target) == [f"espresso/{name}.png" for name in "abc"]
    assert newest(session).header.phase is Phase.COMPLETE
    assert set(offered(dialog)) == {"Undo", "Show folder", "Close"}
    told = carry_out(dialog, qtbot, "Undo")
    assert "3 files were removed again." in told
    assert not target.exists()
    assert {path.name: path.read_bytes() for path in iceland.iterdir()} == before
    assert newest(session).header.phase is Phase.UNDONE
    dialog.close()


def test_the_table_follows_a_move_and_its_undoing(
    dialog: SortDialog, session: Session, iceland: Path, target: Path, qtbot: QtBot
) -> None:
    rows = session.runs.rows.model

    def folders() -> set[Path]:
        return {row.outcome.ref.path.parent for number in range(rows.rowCount()) if (row := rows.row(number))}

    choose(dialog, "move")
    plan(dialog, qtbot)
    assert "moved" in carry_out(dialog, qtbot, "Move 3 pictures")
    qtbot.waitUntil(lambda: folders() == {target / "espresso", iceland})
    assert "3 files are back where they were." in carry_out(dialog, qtbot, "Undo")
    qtbot.waitUntil(lambda: folders() == {iceland})
    dialog.close()


def test_only_the_selected_ones_are_sorted(
    window: MainWindow, views: Views, session: Session, iceland: Path, target: Path, qtbot: QtBot
) -> None:
    select(views, 0, 3)
    dialog = opened(window, session, target, qtbot)
    assert "2 pictures (" in plan(dialog, qtbot)
    carry_out(dialog, qtbot, "Copy 2 pictures")
    assert names(target) == ["espresso/a.png", "espresso/c.png"]
    dialog.close()


def test_what_the_model_is_not_sure_of_and_what_failed_may_get_folders(
    window: MainWindow, session: Session, iceland: Path, target: Path, qtbot: QtBot
) -> None:
    session.runs.rows.set_least_probability(0.99)
    dialog = opened(window, session, target, qtbot)
    for field in dialog.findChildren(QComboBox):
        if field.findData("leave") >= 0:
            field.setCurrentIndex(field.findData("folder"))
    assert "less than 99 %" in shown_words(dialog)
    plan(dialog, qtbot)
    carry_out(dialog, qtbot, "Copy 4 pictures")
    assert names(target) == ["failed/bad.png", "unknown/a.png", "unknown/b.png", "unknown/c.png"]
    dialog.close()


def test_a_label_cannot_leave_the_destination_and_is_no_markup(
    window: MainWindow, session: Session, iceland: Path, target: Path, qtbot: QtBot
) -> None:
    with closing(sqlite3.connect(session.runs.store)) as store, store:
        store.execute("update method set labels = replace(labels, '\"espresso\"', '\"<b>../x\"')")
    session.runs.rename(session.runs.shown.number, "<b>../x")
    session.runs.rows.retry()
    qtbot.waitUntil(lambda: label_of_first(session) == "<b>../x")
    dialog = opened(window, session, target, qtbot)
    assert "For instance: _b_.._x / a.png" in shown_words(dialog)
    plan(dialog, qtbot)
    model = dialog.findChild(QTreeView).model()
    assert model.index(0, 0).data() == "_b_.._x"
    carry_out(dialog, qtbot)
    assert names(target) == [f"_b_.._x/{name}.png" for name in "abc"]
    assert all(label.textFormat() is Qt.TextFormat.PlainText for label in told_labels(dialog))
    dialog.close()


def label_of_first(session: Session) -> str:
    row = session.runs.rows.model.row(0)
    return row.outcome.predictions[0].label if row and isinstance(row.outcome, Classified) else ""


def told_labels(dialog: SortDialog) -> list[QLabel]:
    """Labels that tell something of files, which is more than the name of a field."""
    return [label for label in dialog.findChildren(QLabel) if label.text() and label.buddy() is None]


def test_an_impossible_template_or_folder_cannot_be_planned(dialog: SortDialog) -> None:
    choose(dialog, "")
    field = next(each for each in dialog.findChildren(QLineEdit) if each.accessibleName() == "Names of the folders")
    for text in ("", "../{label}", "{author}"):
        field.setText(text)
        assert not button(dialog, "Make plan").isEnabled()
        assert "Such folders cannot be made." in shown_words(dialog)
    field.setText("{year}/{label}")
    assert button(dialog, "Make plan").isEnabled()
    for text in ("", "relative/folder", "~nobody-of-this-name/x"):
        folder_field(dialog).setText(text)
        assert not button(dialog, "Make plan").isEnabled()
        assert "Name the folder with its whole path" in shown_words(dialog)
    dialog.close()


def test_what_was_chosen_is_remembered_with_the_recent_pictures(
    dialog: SortDialog, window: MainWindow, session: Session, target: Path, qtbot: QtBot
) -> None:
    choose(dialog, "move")
    choose(dialog, "{source}/{label}")
    plan(dialog, qtbot)
    dialog.close()
    again = SortDialog(session, window)
    assert (folder_field(again).text(), box(again, "move").currentData()) == (str(target), "move")
    assert box(again, "{source}/{label}").currentData() == "{source}/{label}"
    again.close()
    session.recent.forget()
    fresh = SortDialog(session, window)
    assert box(fresh, "move").currentData() == "copy"
    fresh.close()


def test_a_destination_that_cannot_be_written_stands_against_the_plan(
    dialog: SortDialog, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("app.results.sorting.checks.may_write", lambda _folder: False)
    told = plan(dialog, qtbot)
    assert "Nothing can be written into this folder" in told
    assert str(target) in told
    assert "Copy 3 pictures" not in offered(dialog)
    button(dialog, "Back").click()
    assert "Nothing can be written" not in shown_words(dialog)
    assert button(dialog, "Make plan").isVisible()
    dialog.close()


def test_a_file_in_place_of_the_destination_is_told(dialog: SortDialog, target: Path, qtbot: QtBot) -> None:
    target.write_text("a file")
    assert "This is not a folder" in plan(dialog, qtbot)
    assert "Copy 3 pictures" not in offered(dialog)
    dialog.close()


def test_what_vanished_since_stays_and_is_listed(dialog: SortDialog, iceland: Path, target: Path, qtbot: QtBot) -> None:
    plan(dialog, qtbot)
    (iceland / "b.png").unlink()
    told = carry_out(dialog, qtbot)
    assert "2 files were copied" in told
    assert "1 file could not be sorted" in told
    assert dialog.findChild(QPlainTextEdit).toPlainText() == f"{iceland / 'b.png'}: it is no longer there"
    button(dialog, "Copy list").click()
    assert QGuiApplication.clipboard().text() == f"{iceland / 'b.png'}: it is no longer there"
    dialog.close()


def test_the_plan_is_written_down(
    dialog: SortDialog, session: Session, target: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    plan(dialog, qtbot)
    dialog.note(tmp_path / "plan.csv")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    lines = (tmp_path / "plan.csv").read_text().splitlines()
    assert lines[0] == "path,target,note"
    assert len(lines) == 5
    dialog.note(tmp_path / "gone" / "plan.csv")
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "“plan.csv” was not written" in shown_words(dialog)
    dialog.note(session.runs.store)
    assert "Whatsit keeps its own results under this name." in shown_words(dialog)
    assert session.runs.store.read_bytes().startswith(b"SQLite")
    assert not target.exists()
    dialog.close()


def test_cancelled_while_planning_nothing_is_left(
    dialog: SortDialog, session: Session, target: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    gate, closed = Gate(), []
    gate.close()
    real_look, real_close = Plan.look, Plan.close

    def look(self: Plan, *arguments: object) -> Iterator[object]:
        for step in real_look(self, *arguments):  # type: ignore[arg-type]
            gate.pass_through()
            yield step

    monkeypatch.setattr(Plan, "look", look)
    monkeypatch.setattr(Plan, "close", lambda self: (closed.append(self), real_close(self)))
    button(dialog, "Make plan").click()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert not dialog.isVisible()
    gate.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert len(closed) == 1
    assert list(sorts(session.places.sorts)) == []
    assert not target.exists()


def test_stopped_in_the_middle_it_goes_on(
    dialog: SortDialog, session: Session, target: Path, gate: Gate, qtbot: QtBot
) -> None:
    plan(dialog, qtbot)
    gate.close()
    button(dialog, "Copy 3 pictures").click()
    qtbot.waitUntil(lambda: "1 of 3 files" in shown_words(dialog))
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    assert dialog.isVisible()
    assert "Stopping…" in shown_words(dialog)
    gate.open()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    assert "1 file was copied" in shown_words(dialog)
    assert "Stopped. The rest is where it was. It can go on, or be undone, now or later." in shown_words(dialog)
    assert names(target) == ["espresso/a.png"]
    assert newest(session).is_unfinished
    assert "3 files were copied" in carry_out(dialog, qtbot, "Continue")
    assert names(target) == [f"espresso/{name}.png" for name in "abc"]
    dialog.close()


def test_an_unfinished_sort_into_the_folder_stands_in_the_way_and_is_led_to(
    dialog: SortDialog, window: MainWindow, session: Session, target: Path, gate: Gate, qtbot: QtBot
) -> None:
    plan(dialog, qtbot)
    gate.close()
    button(dialog, "Copy 3 pictures").click()
    qtbot.waitUntil(lambda: "1 of 3 files" in shown_words(dialog))
    dialog.reject()
    gate.open()
    qtbot.waitUntil(lambda: not dialog.is_busy)
    dialog.close()
    again = opened(window, session, target, qtbot)
    assert "A sort into this folder is unfinished" in plan(again, qtbot)
    button(again, "Earlier sorts…").click()
    (earlier,) = window.findChildren(SortsDialog)
    qtbot.waitUntil(lambda: "Continue" in offered(earlier))
    earlier.close()


def test_closed_for_good_in_the_middle_it_can_go_on_later(
    dialog: SortDialog, session: Session, target: Path, gate: Gate, qtbot: QtBot
) -> None:
    plan(dialog, qtbot)
    gate.close()
    button(dialog, "Copy 3 pictures").click()
    qtbot.waitUntil(lambda: "1 of 3 files" in shown_words(dialog))
    dialog.close()
    assert dialog.isVisible(), "the first time it only stops"
    dialog.close()
    assert not dialog.isVisible()
    gate.open()
    qtbot.waitUntil(lambda: not session.tasks.busy)
    assert newest(session).is_unfinished
    assert names(target) == ["espresso/a.png"]


def test_the_session_ends_in_the_middle(
    dialog: SortDialog, session: Session, target: Path, gate: Gate, qtbot: QtBot
) -> None:
    plan(dialog, qtbot)
    gate.close()
    button(dialog, "Copy 3 pictures").click()
    qtbot.waitUntil(lambda: "1 of 3 files" in shown_words(dialog))
    threads = session.tasks.close()
    gate.open()
    assert all(thread.wait(5000) for thread in threads)
    assert newest(session).is_unfinished
    assert 1 <= len(names(target)) < 3
    qtbot.waitUntil(lambda: not session.tasks.busy)


def test_a_journal_that_cannot_be_written_is_told_and_the_plan_stays(
    dialog: SortDialog, session: Session, target: Path, qtbot: QtBot
) -> None:
    plan(dialog, qtbot)
    session.places.sorts.parent.mkdir(parents=True, exist_ok=True)
    session.places.sorts.write_text("a file in its place")
    told = carry_out(dialog, qtbot)
    assert "The journal of the sort cannot be read or written" in told
    assert "Copy 3 pictures" in offered(dialog)
    session.places.sorts.unlink()
    assert "3 files were copied" in carry_out(dialog, qtbot)
    dialog.close()


def test_everything_can_be_reached_by_name(dialog: SortDialog, qtbot: QtBot) -> None:
    for kind in (QComboBox, QLineEdit, QRadioButton):
        for field in dialog.findChildren(kind):
            has_name = field.accessibleName() or field.parent().isAncestorOf(field)
            assert has_name
    plan(dialog, qtbot)
    assert dialog.findChild(QTreeView).accessibleName() == "Plan"
    assert dialog.findChild(QTreeView).hasFocus() or not dialog.isActiveWindow()
    dialog.close()


def test_the_keys_of_the_fields_lead_to_them(dialog: SortDialog) -> None:
    for label in dialog.findChildren(QLabel):
        if "&" in label.text():
            field = label.buddy().focusProxy() or label.buddy()
            assert isinstance(field, QComboBox | QLineEdit), label.text()
    dialog.close()


def test_a_second_plan_takes_no_more_room_than_the_first(dialog: SortDialog, qtbot: QtBot) -> None:
    plan(dialog, qtbot)
    before = dialog.size()
    button(dialog, "Back").click()
    plan(dialog, qtbot)
    assert dialog.size() == before
    dialog.close()
