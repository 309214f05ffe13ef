"""What is asked before a plan is made, and what a damaged memory of it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QItemSelectionModel
from PySide6.QtWidgets import QFileDialog, QLabel, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.desktop.sort_options import Remembered, SortOptions
from app.results.sorting.steps import Options
from app.values import Way

FOLDER = "Folder to sort into"
ROW = QItemSelectionModel.SelectionFlag.ClearAndSelect | QItemSelectionModel.SelectionFlag.Rows


@pytest.fixture
def options(window: MainWindow, session: Session, iceland: Path) -> SortOptions:
    return SortOptions(session, window)


def test_it_begins_with_copies_beside_the_folder(options: SortOptions, iceland: Path) -> None:
    assert options.options == Options(iceland.parent / "Iceland sorted", Way.COPY, "{label}", True, False, 0.3)


@pytest.mark.parametrize("kept", [{}, {"way": 7, "folder": None}, {"unheard of": "x"}])
def test_a_memory_that_makes_no_sense_is_none(kept: dict[str, object]) -> None:
    assert Remembered.of(kept) == Remembered()


def test_a_memory_of_choices_that_are_none_any_more(window: MainWindow, session: Session, iceland: Path) -> None:
    session.recent.keep_choices("sort", {"way": "teleport", "unknown": "eat", "template": "{day}"})
    options = SortOptions(session, window)
    assert options.way is Way.COPY
    assert options.template == "{day}", "one that was written"
    assert options.options is not None
    assert options.options.sorts_unknown


@pytest.mark.parametrize(
    ("row", "least", "fate", "said"),
    [
        (0, 0.3, "folder", "For instance: espresso / a.png"),
        (0, 0.99, "folder", "For instance: unknown / a.png"),
        (0, 0.99, "leave", "For instance: a.png stays where it is, because its class is unknown."),
        (2, 0.3, "folder", "For instance: bad.png stays where it is, because it could not be classified."),
    ],
)
def test_the_example_is_what_the_plan_would_do(
    window: MainWindow, session: Session, iceland: Path, qtbot: QtBot, row: int, least: float, fate: str, said: str
) -> None:
    rows = session.runs.rows
    rows.set_least_probability(least)
    rows.selection.select(rows.model.index(row, 0), ROW)
    rows.selection.setCurrentIndex(rows.model.index(row, 0), ROW)
    qtbot.waitUntil(lambda: not rows.is_loading and rows.current == rows.model.row(row))
    session.recent.keep_choices("sort", {"unknown": fate})
    options = SortOptions(session, window)
    assert said in [label.text() for label in options.findChildren(QLabel)]
    assert options.options is not None


def test_a_folder_is_browsed_for(options: SortOptions, tmp_path: Path, qtbot: QtBot) -> None:
    next(each for each in options.findChildren(QPushButton) if "Browse" in each.text()).click()
    dialog = options.findChild(QFileDialog)
    dialog.fileSelected.emit(str(tmp_path / "elsewhere"))
    dialog.reject()
    assert options.destination == tmp_path / "elsewhere"


def test_home_may_be_written_short(options: SortOptions, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    next(each for each in options.findChildren(QLineEdit) if each.accessibleName() == FOLDER).setText("~/Sorted")
    assert options.destination == tmp_path / "Sorted"
