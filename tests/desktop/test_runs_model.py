"""Former runs as an item model."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.desktop import wording
from app.desktop.folder_run import RunState
from app.desktop.run_steps import Tally
from app.desktop.runs_model import RunColumn, RunsModel, UnderWay
from app.results.store import Run


def run(number: int, name: str = "Iceland", ended: float | None = 2.0) -> Run:
    return Run(number, name, (Path("/photos/<b>"),), "A model", "fp32", 1_700_000_000.0, ended, 1200, 34)


@pytest.fixture
def model(qapp: QApplication) -> RunsModel:
    model = RunsModel(qapp)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, model)
    return model


def row(model: RunsModel, number: int) -> list[str]:
    return [model.index(number, column).data() for column in RunColumn]


def test_a_row_says_what_is_kept(model: RunsModel) -> None:
    model.set_runs([run(2, "a\u202eb", None), run(1)], {})
    assert row(model, 0)[:4] == [r"a\u202eb", wording.count(1234), "34", "unfinished"]
    assert row(model, 1)[3] == "complete"
    assert row(model, 1)[4]
    assert model.run(1).id == 1
    model.set_runs([], {})
    assert (model.rowCount(), model.run(0)) == (0, None)


def test_tips_are_plain_text(model: RunsModel) -> None:
    model.set_runs([run(1)], {})
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "/photos/&lt;b&gt;" in tip


def test_what_is_not_there_is_nothing(model: RunsModel) -> None:
    assert model.data(QModelIndex()) is None
    assert model.headerData(0, Qt.Orientation.Horizontal) == "Name"
    assert model.headerData(99, Qt.Orientation.Horizontal) == ""


@pytest.mark.parametrize(
    ("state", "words"),
    [(RunState.RUNNING, "under way"), (RunState.WAITING, "waiting"), (RunState.PAUSED, "paused")],
)
def test_one_that_is_under_way_tells_how_far_it_is(model: RunsModel, state: RunState, words: str) -> None:
    model.set_runs([run(2, ended=None)], {2: UnderWay(Tally(7, 40, 100), state)})
    assert row(model, 0)[:4] == ["Iceland", "40", "", words]
