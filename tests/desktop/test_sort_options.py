"""What is asked before a plan is made, and what a damaged memory of it does."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from app.desktop.main_window import MainWindow
from app.desktop.session import Session
from app.desktop.sort_options import Remembered, SortOptions
from app.results.sorting.steps import Options
from app.values import Way

FOLDER = "Folder to sort into"


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
