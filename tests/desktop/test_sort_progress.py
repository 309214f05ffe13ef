"""How far a sort is: figures, a bar, and what was left alone."""

from __future__ import annotations

import pytest
from PySide6.QtWidgets import QLabel, QProgressBar, QWidget

from app.desktop.sort_progress import SortProgress
from app.results.sorting.steps import Handled


@pytest.fixture
def progress(host: QWidget) -> SortProgress:
    progress = SortProgress(host)
    host.show()
    progress.begin("Copying into “Sorted”…")
    return progress


def words(progress: SortProgress) -> str:
    return "\n".join(label.text() for label in progress.findChildren(QLabel))


def test_it_runs_until_a_figure_is_known(progress: SortProgress) -> None:
    bar = progress.findChild(QProgressBar)
    assert (bar.minimum(), bar.maximum()) == (0, 0)
    assert "Copying into “Sorted”…" in words(progress)
    progress.advance(Handled(1, 10, 900_000, 1_000_000), 0)
    assert bar.value() / bar.maximum() == pytest.approx(0.9), "bytes say more than files"
    assert "1 of 10 files · 900.0 kB of 1.0 MB" in words(progress)


def test_empty_files_are_counted(progress: SortProgress) -> None:
    bar = progress.findChild(QProgressBar)
    progress.advance(Handled(5, 10, 0, 0), 2)
    assert bar.value() / bar.maximum() == pytest.approx(0.5)
    assert "2 files were left alone so far" in words(progress)


def test_it_says_that_it_stops_and_begins_anew(progress: SortProgress) -> None:
    progress.advance(Handled(5, 10, 0, 0), 2)
    progress.stopping()
    assert "Stopping…" in words(progress)
    progress.begin("Undoing…")
    assert "left alone" not in words(progress)
    assert "Undoing…" in words(progress)
