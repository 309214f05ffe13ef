"""Exports from the window: what is asked, what is written, and what is left when it does not end well."""

from __future__ import annotations

import csv
import errno
import importlib.util
import json
import os
import threading
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QApplication,
    QCheckBox,
    QComboBox,
    QFileDialog,
    QLabel,
    QLineEdit,
    QMessageBox,
    QPushButton,
    QSpinBox,
)
from pytestqt.qtbot import QtBot

from app.desktop import export_dialog, export_steps
from app.desktop.export_dialog import ExportDialog
from app.desktop.main_window import MainWindow
from app.desktop.notice import Notice, Offer
from app.desktop.session import Session
from app.desktop.views import Views
from app.results.query import State
from app.values import Outcome

from .conftest import choose_some, select, wait
from .seen import button, doubled_keys, shown_words
from .stub import Gate


@pytest.fixture
def dialog(window: MainWindow, session: Session, iceland: Path, qtbot: QtBot) -> ExportDialog:
    return opened(window, session, qtbot)


def opened(window: MainWindow, session: Session, qtbot: QtBot) -> ExportDialog:
    dialog = ExportDialog(session, window)
    dialog.open()
    qtbot.waitUntil(button(dialog, "Export…").isEnabled)
    return dialog


def choose(dialog: ExportDialog, key: str) -> None:
    box = dialog.findChild(QComboBox)
    box.setCurrentIndex(box.findData(key))


def error(dialog: ExportDialog) -> str:
    return dialog.findChild(QLabel, "error").text()


def written(path: Path, notices: list[Notice], qtbot: QtBot) -> list[str]:
    """The names of the pictures in an export that ended well."""
    qtbot.waitUntil(lambda: any(notice.path == path for notice in notices))
    with path.open(encoding="utf-8-sig", newline="") as file:
        return [Path(row["path"]).name for row in csv.DictReader(file)]


def held(monkeypatch: pytest.MonkeyPatch) -> Gate:
    """A gate before the second row of every export, which tells of each row."""
    gate, export = Gate(), export_steps.export
    monkeypatch.setattr("app.results.export.EVERY", 0.0)

    def rows(outcomes: Iterable[Outcome]) -> Iterator[Outcome]:
        for number, outcome in enumerate(outcomes):
            if number:
                gate.pass_through()
            yield outcome

    monkeypatch.setattr(export_steps, "export", lambda outcomes, *words, **more: export(rows(outcomes), *words, **more))
    gate.close()
    return gate


def test_the_menu_leads_here(window: MainWindow, views: Views, iceland: Path) -> None:
    views._actions.export.trigger()
    (dialog,) = window.findChildren(ExportDialog)
    assert dialog.isVisible()
    dialog.close()


def test_each_letter_leads_to_one_thing(
    window: MainWindow, session: Session, iceland: Path, views: Views, qtbot: QtBot
) -> None:
    choose_some(session, views, qtbot)
    dialog = opened(window, session, qtbot)
    assert not doubled_keys(dialog)
    dialog.close()


def test_all_rows_are_written_and_said(
    dialog: ExportDialog, window: MainWindow, tmp_path: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    path = tmp_path / "answers.csv"
    dialog.write(path)
    assert written(path, notices, qtbot) == ["a.png", "b.png", "bad.png", "c.png"]
    assert notices[-1] == Notice("4 rows were written to “answers.csv”.", offer=Offer.REVEAL, path=path)
    assert not path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert not window.findChildren(ExportDialog) or not window.findChildren(ExportDialog)[0].isVisible()


def test_only_what_is_selected_is_written(
    window: MainWindow,
    views: Views,
    session: Session,
    iceland: Path,
    tmp_path: Path,
    notices: list[Notice],
    qtbot: QtBot,
) -> None:
    select(views, 1, 2)
    dialog = opened(window, session, qtbot)
    dialog.write(tmp_path / "answers.csv")
    assert written(tmp_path / "answers.csv", notices, qtbot) == ["b.png", "bad.png"]


def test_only_what_the_filters_choose_is_written(
    window: MainWindow, session: Session, iceland: Path, tmp_path: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    rows = session.runs.rows
    rows.set_states(frozenset({State.FAILED}))
    qtbot.waitUntil(lambda: rows.model.rowCount() == 1 and not rows.is_loading)
    dialog = opened(window, session, qtbot)
    dialog.write(tmp_path / "answers.csv")
    assert written(tmp_path / "answers.csv", notices, qtbot) == ["bad.png"]
    assert notices[-1].words == "1 row was written to “answers.csv”."


def test_the_least_probability_of_the_moment_makes_classes_unknown(
    window: MainWindow, session: Session, iceland: Path, tmp_path: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    session.runs.rows.set_least_probability(0.99)
    dialog = opened(window, session, qtbot)
    assert "less than 99 %" in shown_words(dialog)
    dialog.write(tmp_path / "answers.csv")
    written(tmp_path / "answers.csv", notices, qtbot)
    with (tmp_path / "answers.csv").open(newline="") as file:
        assert [row["class"] for row in csv.DictReader(file)] == ["unknown", "unknown", "", "unknown"]


def test_classes_and_the_mark_of_unicode_are_a_choice(
    dialog: ExportDialog, tmp_path: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    dialog.findChild(QSpinBox).setValue(2)
    dialog.findChild(QCheckBox).setChecked(True)
    dialog.write(tmp_path / "answers.csv")
    written(tmp_path / "answers.csv", notices, qtbot)
    heading = (tmp_path / "answers.csv").read_bytes().splitlines()[0]
    assert heading.startswith(b"\xef\xbb\xbfpath,")
    assert b"label_2" in heading
    assert b"label_3" not in heading


@pytest.mark.parametrize("key", ["jsonl", "xlsx", "parquet"])
def test_every_format_is_written(
    dialog: ExportDialog, tmp_path: Path, notices: list[Notice], qtbot: QtBot, key: str
) -> None:
    path = tmp_path / f"answers.{key}"
    dialog.findChild(QCheckBox).setChecked(True)
    choose(dialog, key)
    assert not dialog.findChild(QCheckBox).isEnabled(), "the mark is for CSV"
    dialog.write(path)
    qtbot.waitUntil(lambda: bool(notices))
    begins = {"jsonl": b"{", "xlsx": b"PK", "parquet": b"PAR1"}
    assert path.read_bytes().startswith(begins[key])
    if key == "jsonl":
        assert len([json.loads(line) for line in path.read_text().splitlines()]) == 4


def test_json_lines_know_no_unknown(dialog: ExportDialog) -> None:
    choose(dialog, "jsonl")
    assert "none is replaced by “unknown”" in shown_words(dialog)


def test_parquet_is_grey_where_its_library_is_missing(
    window: MainWindow, session: Session, iceland: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr(
        export_dialog, "find_spec", lambda name: None if name == "pyarrow" else importlib.util.find_spec
    )
    box = opened(window, session, qtbot).findChild(QComboBox)
    item = box.model().item(box.findData("parquet"))
    assert item.text() == "Parquet (pyarrow is not installed)"
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled


@pytest.mark.parametrize("how", ["escape", "quit"])
def test_stopping_in_the_middle_leaves_the_old_file_and_nothing_else(
    dialog: ExportDialog,
    session: Session,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    how: str,
) -> None:
    gate = held(monkeypatch)
    place = tmp_path / "exports"
    place.mkdir()
    (place / "answers.csv").write_text("old")
    dialog.write(place / "answers.csv")
    qtbot.waitUntil(lambda: len(list(place.iterdir())) == 2)
    if how == "escape":
        qtbot.keyClick(QApplication.focusWidget() or dialog, Qt.Key.Key_Escape)
        gate.open()
        qtbot.waitUntil(lambda: not session.tasks.busy)
    else:
        threads = session.close()
        gate.open()
        wait(threads)
    assert [path.name for path in place.iterdir()] == ["answers.csv"]
    assert (place / "answers.csv").read_text() == "old"
    assert notices == []


@pytest.mark.parametrize(
    ("number", "words"),
    [(errno.ENOSPC, "There is no room left on the disk."), (errno.EROFS, "Nothing may be written there.")],
)
def test_a_file_that_cannot_be_written_is_said_and_another_can_be_chosen(
    dialog: ExportDialog,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
    number: int,
    words: str,
) -> None:
    def refuse(_file: int) -> None:
        raise OSError(number, os.strerror(number))

    place = tmp_path / "exports"
    place.mkdir()
    with monkeypatch.context() as full:
        full.setattr("app.files.whole_file.os.fsync", refuse)
        dialog.write(place / "answers.csv")
        qtbot.waitUntil(lambda: bool(error(dialog)))
    assert error(dialog).startswith(words)
    assert error(dialog).endswith("“answers.csv” was not written.")
    assert list(place.iterdir()) == []
    dialog.write(place / "answers.csv")
    assert len(written(place / "answers.csv", notices, qtbot)) == 4


def test_too_many_rows_for_a_sheet_are_said(
    dialog: ExportDialog, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    monkeypatch.setattr("app.results.tables.XLSX_ROWS", 2)
    choose(dialog, "xlsx")
    dialog.write(tmp_path / "answers.xlsx")
    qtbot.waitUntil(lambda: error(dialog).startswith("A sheet holds"))
    choose(dialog, "csv")
    assert error(dialog) == "", "the advice was taken"
    assert not (tmp_path / "answers.xlsx").exists()


def test_the_results_themselves_are_never_written_over(dialog: ExportDialog, session: Session, qtbot: QtBot) -> None:
    before = session.runs.store.stat().st_size
    for path in (session.runs.store, session.runs.store.with_name("results.sqlite-wal"), session.places.tags):
        dialog.write(path)
        assert error(dialog) == ""
        qtbot.waitUntil(lambda: error(dialog).startswith("Whatsit keeps its own results under this name."))
        assert not dialog.is_busy
    assert session.runs.store.stat().st_size == before


def file_dialog(dialog: ExportDialog, qtbot: QtBot) -> QFileDialog:
    button(dialog, "Export…").click()
    (asked,) = dialog.findChildren(QFileDialog)
    return asked


def test_the_file_is_asked_for_with_a_name_and_the_folder_is_remembered(
    window: MainWindow, session: Session, iceland: Path, tmp_path: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    session.runs.shown.rename("../A: 1.5")
    session.recent.keep_folder(tmp_path)
    dialog = opened(window, session, qtbot)
    qtbot.waitUntil(lambda: not session.tasks.busy)
    asked = file_dialog(dialog, qtbot)
    assert asked.acceptMode() is QFileDialog.AcceptMode.AcceptSave
    (suggested,) = asked.selectedFiles()
    assert Path(suggested).parent == tmp_path
    assert Path(suggested).name.endswith("A_ 1.5.csv")
    assert "/" not in Path(suggested).name
    (tmp_path / "here").mkdir()
    asked.setDirectory(str(tmp_path / "here"))
    asked.selectFile("answers.csv")
    asked.accept()
    assert len(written(tmp_path / "here" / "answers.csv", notices, qtbot)) == 4
    assert session.recent.folder == tmp_path / "here"


@pytest.mark.parametrize("typed", ["answers", "Iceland 1.5"])
def test_a_name_without_extension_gets_one(
    dialog: ExportDialog, tmp_path: Path, notices: list[Notice], qtbot: QtBot, typed: str
) -> None:
    asked = file_dialog(dialog, qtbot)
    asked.setDirectory(str(tmp_path))
    asked.findChild(QLineEdit).setText(typed)
    asked.accept()
    assert len(written(tmp_path / f"{typed}.csv", notices, qtbot)) == 4


@pytest.mark.parametrize("role", [QMessageBox.ButtonRole.AcceptRole, QMessageBox.ButtonRole.RejectRole])
def test_a_file_that_only_gets_its_name_from_us_is_asked_about(
    dialog: ExportDialog, tmp_path: Path, notices: list[Notice], qtbot: QtBot, role: QMessageBox.ButtonRole
) -> None:
    (tmp_path / "answers.csv").write_text("old")
    asked = file_dialog(dialog, qtbot)
    asked.setDirectory(str(tmp_path))
    asked.findChild(QLineEdit).setText("answers")
    asked.accept()
    qtbot.waitUntil(lambda: bool(dialog.findChildren(QMessageBox)))
    (box,) = dialog.findChildren(QMessageBox)
    assert box.text() == "“answers.csv” exists already. Replace it?"
    next(each for each in box.buttons() if box.buttonRole(each) is role).click()
    if role is QMessageBox.ButtonRole.AcceptRole:
        assert len(written(tmp_path / "answers.csv", notices, qtbot)) == 4
    else:
        assert not dialog.is_busy
        assert (tmp_path / "answers.csv").read_text() == "old"


def test_another_extension_is_left_as_it_was_typed(
    dialog: ExportDialog, tmp_path: Path, notices: list[Notice], qtbot: QtBot
) -> None:
    asked = file_dialog(dialog, qtbot)
    asked.setDirectory(str(tmp_path))
    asked.findChild(QLineEdit).setText("answers.txt")
    asked.accept()
    assert len(written(tmp_path / "answers.txt", notices, qtbot)) == 4


def test_a_name_of_another_format_is_not_written_as_this_one(dialog: ExportDialog, tmp_path: Path) -> None:
    dialog._on_file(str(tmp_path / "answers.XLSX"))
    assert "“answers.XLSX” would be a file of Excel" in error(dialog)
    assert not dialog.is_busy
    choose(dialog, "xlsx")
    assert not error(dialog)


def test_pictures_are_never_written_over(dialog: ExportDialog, iceland: Path, qtbot: QtBot) -> None:
    before = (iceland / "a.png").read_bytes()
    dialog.write(iceland / "a.png")
    qtbot.waitUntil(lambda: error(dialog) == "“a.png” is a picture. Choose another name.")
    assert (iceland / "a.png").read_bytes() == before


def test_a_drive_that_is_slow_to_answer_holds_up_nothing(
    window: MainWindow,
    session: Session,
    iceland: Path,
    tmp_path: Path,
    notices: list[Notice],
    monkeypatch: pytest.MonkeyPatch,
    qtbot: QtBot,
) -> None:
    drive, place = Gate(), tmp_path / "slow"
    place.mkdir()
    stat = os.stat

    def slow(path: Any, *words: Any, **more: Any) -> os.stat_result:
        if str(path).startswith(str(place)):
            if threading.current_thread() is threading.main_thread():
                pytest.fail("the window waits for the drive")
            drive.pass_through()
        return stat(path, *words, **more)

    session.recent.keep_folder(place)
    drive.close()
    monkeypatch.setattr(os, "stat", slow)
    dialog = opened(window, session, qtbot)
    assert dialog._folder != place
    dialog._on_file(str(place / "answers"))
    assert dialog.is_busy
    drive.open()
    assert len(written(place / "answers.csv", notices, qtbot)) == 4
    monkeypatch.undo()


def test_the_file_can_be_shown(
    dialog: ExportDialog, window: MainWindow, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, qtbot: QtBot
) -> None:
    revealed: list[Path] = []
    monkeypatch.setattr("app.desktop.outside.reveal", lambda path: bool(revealed.append(path)) or True)
    dialog.write(tmp_path / "answers.csv")
    show = window._notice.findChild(QPushButton, "link")
    qtbot.waitUntil(show.isVisible)
    assert show.text() == "Show in file manager"
    show.click()
    assert revealed == [tmp_path / "answers.csv"]
