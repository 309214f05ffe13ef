"""The heart of the window: bars that can be read, copied and reached by keyboard."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QKeySequence
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.bars import MARGIN, BarsView
from app.desktop.predictions_model import PredictionsModel
from app.desktop.theme import DARK, LIGHT, Theme
from app.models.builtin import builtin_model
from app.values import Classified, ImageRef, Prediction

from .stub import classified

REF = ImageRef(Path("cup.jpg"))


@pytest.fixture
def predictions(qapp: QApplication) -> PredictionsModel:
    model = PredictionsModel(QObject(qapp))
    model.set_shown(5, 0.3)
    return model


@pytest.fixture
def view(predictions: PredictionsModel, theme: Theme, host: QWidget) -> BarsView:
    view = BarsView(predictions, theme, host)
    view.resize(340, 300)
    return view


def painted(view: BarsView, ratio: float = 1.0) -> QImage:
    image = QImage(view.size() * ratio, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(ratio)
    image.fill(QColor(LIGHT.surface))
    view.render(image)
    return image


def pixels(image: QImage) -> list[memoryview]:
    """The rows of an image as 0xffrrggbb."""
    flat = memoryview(image.constBits()).cast("B").cast("I")
    return [flat[row * image.width() : (row + 1) * image.width()] for row in range(image.height())]


def colours(image: QImage, left: int, right: int) -> set[int]:
    return {pixel for row in pixels(image) for pixel in row[left:right]}


def argb(colour: str) -> int:
    return QColor(colour).rgb()


@pytest.mark.parametrize("ratio", [1.0, 1.5, 2.0])
@pytest.mark.parametrize("points", [10, 14, 24])
@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_bars_are_painted_at_every_size(
    view: BarsView, predictions: PredictionsModel, theme: Theme, ratio: float, points: int, appearance: str
) -> None:
    theme.set_appearance(appearance)
    font = QFont(view.font())
    font.setPointSizeF(points)
    view.setFont(font)
    predictions.show_answer(classified(REF), builtin_model())
    accent = argb((DARK if appearance == "dark" else LIGHT).accent)
    image = painted(view, ratio)
    assert accent in colours(image, 0, image.width())
    heights = [view.visualRect(predictions.index(row)).height() for row in range(5)]
    assert heights[0] > heights[1] > 0


def test_rows_grow_with_the_font(view: BarsView, predictions: PredictionsModel) -> None:
    predictions.show_answer(classified(REF), builtin_model())
    small = view.sizeHintForRow(0)
    font = QFont(view.font())
    font.setPointSizeF(24)
    view.setFont(font)
    assert view.sizeHintForRow(0) > small


def test_the_length_of_a_bar_is_its_share(view: BarsView, predictions: PredictionsModel) -> None:
    lengths = []
    for probability in (1.0, 0.5, 0.31):
        predictions.show_answer(classified(REF, probability), builtin_model())
        headline = pixels(painted(view))[: view.visualRect(predictions.index(0)).height()]
        lengths.append(max(list(row).count(argb(LIGHT.accent)) for row in headline))
    assert lengths[1] == pytest.approx(lengths[0] / 2, abs=3)
    assert lengths[2] == pytest.approx(lengths[0] * 0.31, abs=3)


def test_from_right_to_left_a_bar_begins_at_the_right_and_its_figure_ends_at_the_left(
    view: BarsView, predictions: PredictionsModel
) -> None:
    view.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    predictions.show_answer(classified(REF, 0.31), builtin_model())
    image = painted(view)
    middle = image.width() // 2
    assert argb(LIGHT.accent) in colours(image, middle, image.width())
    assert argb(LIGHT.accent) not in colours(image, 0, middle)
    figures = colours(image, MARGIN, MARGIN + QFontMetrics(view.font()).horizontalAdvance("31"))
    assert {argb(LIGHT.track), argb(LIGHT.bar)}.isdisjoint(figures)


@pytest.mark.parametrize(("probability", "is_painted"), [(0.00049, False), (0.0005, True)])
def test_what_reads_nothing_has_no_bar(
    view: BarsView, predictions: PredictionsModel, probability: float, is_painted: bool
) -> None:
    predictions.show_answer(Classified(REF, 6, 4, "builtin", "cpu", "fp32", (Prediction(1, "a", probability),)), None)
    assert (argb(LIGHT.accent) in colours(painted(view), 0, 40)) is is_painted


def test_a_long_label_is_elided_and_keeps_its_margin(view: BarsView, predictions: PredictionsModel) -> None:
    labels = [Prediction(place, "a very long name of a class " * 9, 0.19) for place in range(5)]
    predictions.show_answer(Classified(REF, 1, 1, "mine", "cpu", "fp32", tuple(labels)), None)
    image = painted(view)
    assert len(colours(image, image.width() - MARGIN + 1, image.width())) == 1
    assert view.horizontalScrollBar().maximum() == 0
    assert "a very long name of a class " * 2 in predictions.index(0).data(Qt.ItemDataRole.ToolTipRole)


def test_an_unsure_headline_is_quiet(view: BarsView, predictions: PredictionsModel) -> None:
    predictions.show_answer(classified(REF, 0.31), builtin_model())
    sure = painted(view)
    predictions.set_shown(5, 0.32)
    assert painted(view) != sure
    assert "espresso" in predictions.index(0).data(Qt.ItemDataRole.DisplayRole)


def test_nothing_is_painted_without_a_picture(view: BarsView) -> None:
    assert colours(painted(view), 0, view.width()) == {argb(LIGHT.surface)}


def test_empty_tracks_wait_for_the_answer_where_the_bars_will_be(view: BarsView, predictions: PredictionsModel) -> None:
    view.set_waiting(True)
    empty = painted(view)
    predictions.show_answer(classified(REF, 0.31), builtin_model())
    full = painted(view)
    x = view.width() - 2 * MARGIN - 90
    places = [[y for y, row in enumerate(pixels(image)) if row[x] == argb(LIGHT.track)] for image in (empty, full)]
    assert places[0]
    assert places[0] == places[1]


def test_all_bars_are_copied_as_text(view: BarsView, predictions: PredictionsModel) -> None:
    predictions.show_answer(classified(REF), builtin_model())
    lines = view.copied_text().splitlines()
    assert len(lines) == 5
    assert lines[0] == "espresso\t95.1 %"


def test_only_what_is_selected_is_copied(view: BarsView, predictions: PredictionsModel) -> None:
    predictions.show_answer(classified(REF), builtin_model())
    view.setCurrentIndex(predictions.index(1))
    assert view.copied_text() == f"{builtin_model().labels[0].name}\t2.5 %"


def test_nothing_is_copied_without_an_answer(view: BarsView) -> None:
    assert view.copied_text() == ""


def test_the_keyboard_walks_the_bars(view: BarsView, predictions: PredictionsModel, qtbot: QtBot) -> None:
    predictions.show_answer(classified(REF), builtin_model())
    view.setCurrentIndex(predictions.index(0))
    qtbot.keyClick(view, Qt.Key.Key_Down)
    assert view.currentIndex().row() == 1
    qtbot.keyClick(view, Qt.Key.Key_End)
    assert view.currentIndex().row() == 4
    qtbot.keySequence(view, QKeySequence(QKeySequence.StandardKey.SelectAll))
    assert len(view.selectedIndexes()) == 5
    qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.selectedIndexes() == []


def test_every_bar_has_words_for_a_screen_reader(view: BarsView, predictions: PredictionsModel) -> None:
    predictions.show_answer(classified(REF), builtin_model())
    assert view.accessibleName()
    assert all(predictions.index(row).data(Qt.ItemDataRole.AccessibleTextRole) for row in range(5))


@pytest.mark.parametrize("count", [5, 20])
def test_nothing_moves_when_the_answer_comes(view: BarsView, predictions: PredictionsModel, count: int) -> None:
    """Where there will be a scroll bar it is there before."""
    view.window().resize(340, 500)
    view.resize(340, 500)
    view.window().show()
    view.show()
    predictions.set_shown(count, 0.3)
    view.set_waiting(True)
    waiting = view.viewport().width()
    predictions.show_answer(classified(REF), builtin_model())
    view.set_waiting(False)
    assert view.viewport().width() == waiting
    has_bar = view.verticalScrollBarPolicy() is Qt.ScrollBarPolicy.ScrollBarAlwaysOn
    assert has_bar == (count == 20)


def test_without_a_picture_there_is_nothing_to_scroll(view: BarsView, predictions: PredictionsModel) -> None:
    view.resize(340, 100)
    view.window().show()
    view.show()
    assert not view.verticalScrollBar().isVisible()
    predictions.show_answer(classified(REF), builtin_model())
    assert view.verticalScrollBar().isVisible()
    predictions.show_answer(None, None)
    assert not view.verticalScrollBar().isVisible()


def test_it_asks_for_room_for_the_first_bars(view: BarsView, predictions: PredictionsModel) -> None:
    five = view.sizeHint().height()
    predictions.set_shown(20, 0.3)
    assert view.sizeHint().height() == five
    predictions.set_shown(2, 0.3)
    assert 0 < view.sizeHint().height() < five
