"""The bars as data."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QModelIndex, QObject, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication

from app.desktop.predictions_model import PredictionRole, PredictionsModel
from app.models.builtin import builtin_model
from app.values import Classified, ImageRef, Prediction

from .stub import classified

Role = Qt.ItemDataRole
REF = ImageRef(Path("cup.jpg"))


@pytest.fixture
def owner(qapp: QApplication) -> QObject:
    return QObject()


@pytest.fixture
def model(owner: QObject) -> PredictionsModel:
    model = PredictionsModel(owner)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal, owner)
    model.set_shown(5, 0.3)
    return model


def test_nothing_is_shown_before_an_answer(model: PredictionsModel) -> None:
    assert model.rowCount() == 0
    assert model.data(QModelIndex()) is None


def test_rows_are_the_likeliest_classes(model: PredictionsModel) -> None:
    answer = classified(REF)
    model.show_answer(answer, builtin_model())
    assert model.rowCount() == 5
    assert [model.index(row).data() for row in range(5)] == [each.label for each in answer.predictions[:5]]
    assert model.index(0).data(PredictionRole.PROBABILITY) == 0.951
    assert model.rowCount(model.index(0)) == 0


@pytest.mark.parametrize(("asked", "got"), [(1, 1), (20, 20), (25, 20)])
def test_as_many_rows_as_asked_for_or_there_are(model: PredictionsModel, asked: int, got: int) -> None:
    model.show_answer(classified(REF), builtin_model())
    model.set_shown(asked, 0.3)
    assert model.rowCount() == got


def test_below_the_least_probability_the_first_is_unknown(model: PredictionsModel) -> None:
    model.show_answer(classified(REF, 0.29), builtin_model())
    assert [model.index(row).data(PredictionRole.UNKNOWN) for row in range(3)] == [True, False, False]
    assert model.index(0).data(Role.AccessibleTextRole).startswith("unknown; espresso, 29.0 per cent")
    assert model.index(0).data() == "espresso", "the bars still show what the model would have guessed"
    model.set_shown(5, 0.29)
    assert model.index(0).data(PredictionRole.UNKNOWN) is False


def test_a_tool_tip_carries_all_names(model: PredictionsModel) -> None:
    spec = builtin_model()
    place = next(place for place, label in enumerate(spec.labels) if len(label.synonyms) > 2)
    answer = Classified(REF, 1, 1, "builtin", "cpu", "fp32", (Prediction(place, spec.labels[place].name, 0.9),))
    model.show_answer(answer, spec)
    for name in spec.labels[place].synonyms:
        assert name in model.index(0).data(Role.ToolTipRole)


def test_labels_are_never_markup(model: PredictionsModel) -> None:
    answer = Classified(REF, 1, 1, "mine", "cpu", "fp32", (Prediction(5000, "<img src='x'> & co", 0.9),))
    model.show_answer(answer, None)
    assert "<img" not in model.index(0).data(Role.ToolTipRole)
    assert "&lt;img" in model.index(0).data(Role.ToolTipRole)


def test_a_screen_reader_hears_the_whole_bar(model: PredictionsModel) -> None:
    model.show_answer(classified(REF), builtin_model())
    assert model.index(0).data(Role.AccessibleTextRole) == "espresso, 95.1 per cent, 1 of 5"


def test_an_answer_can_be_taken_away(model: PredictionsModel) -> None:
    model.show_answer(classified(REF), builtin_model())
    model.show_answer(None, None)
    assert model.rowCount() == 0
    assert model.answer is None


def test_indexes_of_an_older_answer_give_nothing(model: PredictionsModel) -> None:
    model.set_shown(20, 0.3)
    model.show_answer(classified(REF), builtin_model())
    last = model.index(19)
    model.set_shown(3, 0.3)
    assert model.data(last) is None
