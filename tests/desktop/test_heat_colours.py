"""The colours of heat maps, for Qt."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QPixmap
from PySide6.QtWidgets import QApplication

from app.desktop.heat_colours import gradient, heat_image, over_shown, placed
from app.desktop.previews import Shown
from app.images.heat import STOPS
from app.values import ImageRef

from .stub import heat_map

REF = ImageRef(Path("a.png"))


def shown(width: int, height: int) -> Shown:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(QColor("#808080"))
    return Shown(QPixmap.fromImage(image), 60, 40)


def test_a_gradient_goes_through_all_colours() -> None:
    stops = gradient(QPointF(0, 0), QPointF(10, 0)).stops()
    assert [place for place, _ in stops] == [index / 7 for index in range(8)]
    assert [(colour.red(), colour.green(), colour.blue()) for _, colour in stops] == list(STOPS)


def test_a_map_becomes_an_image_that_is_transparent_where_nothing_speaks(qapp: QApplication) -> None:
    image = heat_image(heat_map(REF))
    assert (image.width(), image.height()) == (4, 4)
    assert image.pixelColor(0, 0) == QColor(*STOPS[-1])
    assert image.pixelColor(3, 0).alpha() == 0


def test_a_part_of_a_picture_is_found_where_the_picture_is() -> None:
    target = QRectF(100, 10, 120, 80)
    assert placed((10, 0, 50, 40), target, Shown(QPixmap(), 60, 40)) == QRectF(120, 10, 80, 80)


def test_the_map_lies_over_its_part_of_the_picture_as_it_was_made_for_the_screen(qapp: QApplication) -> None:
    image = over_shown(shown(30, 20), heat_map(REF), 1.0)
    assert (image.width(), image.height()) == (30, 20)
    assert image.pixelColor(7, 10) == QColor(*STOPS[-1])
    assert image.pixelColor(2, 10) == image.pixelColor(23, 10) == QColor("#808080")
    assert over_shown(shown(30, 20), heat_map(REF), 0.0).pixelColor(7, 10) == QColor("#808080")
