"""The measures of the table's cells; what they show is tested with the table."""

from __future__ import annotations

import pytest
from PySide6.QtGui import QFont, QFontMetrics
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem, QWidget

from app.desktop.result_cells import ROW, CellDelegate, row_height
from app.desktop.results_model import ResultsModel
from app.desktop.theme import Theme

from .results import Thumbnails


@pytest.mark.parametrize("pixels", [9, 13, 32, 64])
def test_a_row_has_room_for_a_thumbnail_and_for_a_figure_above_its_bar(qapp: QApplication, pixels: int) -> None:
    font = QFont()
    font.setPixelSize(pixels)
    assert row_height(font) >= ROW
    assert row_height(font) >= QFontMetrics(font).height() + 12


def test_a_cell_asks_for_that_height(theme: Theme, host: QWidget) -> None:
    thumbnails = Thumbnails()
    option = QStyleOptionViewItem()
    option.font = host.font()
    model = ResultsModel(thumbnails, host)
    assert CellDelegate(theme, host).sizeHint(option, model.index(0, 0)).height() == row_height(host.font())
