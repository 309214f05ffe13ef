"""Pictures at the size at which they are painted, and marks that are told apart."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QImage, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QStyle, QStyleOptionViewItem

from app.desktop.painting import (
    MARK,
    SmallPictures,
    mark_size,
    paint_failed,
    paint_frame,
    paint_picture,
    paint_stopped,
    paint_unknown,
    unit,
)
from app.desktop.theme import DARK, LIGHT, Tokens

CHOSEN, HERE = QStyle.StateFlag.State_Selected, QStyle.StateFlag.State_HasFocus


@pytest.fixture
def striped(qapp: QApplication) -> QPixmap:
    """300 x 100: red, green and blue, each 100 wide."""
    pixmap = QPixmap(300, 100)
    painter = QPainter(pixmap)
    for place, colour in enumerate(("#ff0000", "#00ff00", "#0000ff")):
        painter.fillRect(100 * place, 0, 100, 100, QColor(colour))
    painter.end()
    return pixmap


def painted(paint: object) -> QImage:
    image = QImage(60, 60, QImage.Format.Format_RGB32)
    image.fill(QColor(LIGHT.surface))
    painter = QPainter(image)
    paint(painter)
    painter.end()
    return image


def framed(tokens: Tokens, *flags: QStyle.StateFlag) -> QImage:
    option = QStyleOptionViewItem()
    option.rect = QRect(0, 0, 60, 60)
    option.state = QStyle.StateFlag.State_Enabled
    for flag in flags:
        option.state |= flag
    return painted(lambda painter: paint_frame(painter, option, tokens))


@pytest.mark.parametrize("tokens", [LIGHT, DARK])
@pytest.mark.parametrize(
    ("flags", "width", "is_raised"),
    [((), 0, False), ((CHOSEN,), 1, True), ((HERE,), 2, False), ((CHOSEN, HERE), 2, True)],
)
def test_a_frame_tells_what_is_selected_and_where_the_keyboard_is(
    tokens: Tokens, flags: tuple[QStyle.StateFlag, ...], width: int, is_raised: bool
) -> None:
    image = framed(tokens, *flags)
    across = [image.pixelColor(x, 30).name().upper() for x in range(30)]
    assert across.count(tokens.accent) == width, "whole pixels, which is what their contrast is reckoned for"
    assert across[-1] == (tokens.raised if is_raised else LIGHT.surface)


def test_a_picture_fits_into_its_area_or_fills_it(striped: QPixmap) -> None:
    small = SmallPictures()
    fitted = small.fitted(striped, QSize(30, 30), 1.0)
    assert fitted.size() == QSize(30, 10)
    filling = small.fitted(striped, QSize(30, 30), 1.0, fills=True)
    assert filling.size() == QSize(30, 30)
    colours = {filling.toImage().pixelColor(x, 15).name() for x in (2, 15, 27)}
    assert colours == {"#00ff00"}, "the middle of the picture"


def test_a_fine_screen_gets_more_pixels(striped: QPixmap) -> None:
    fitted = SmallPictures().fitted(striped, QSize(30, 30), 2.0)
    assert fitted.size() == QSize(60, 20)
    assert fitted.deviceIndependentSize().toSize() == QSize(30, 10)


def test_a_picture_is_made_small_once_and_the_oldest_goes(striped: QPixmap) -> None:
    small = SmallPictures(most=2)
    first = small.fitted(striped, QSize(30, 30), 1.0)
    small.fitted(striped, QSize(20, 20), 1.0)
    assert small.fitted(striped, QSize(30, 30), 1.0).cacheKey() == first.cacheKey()
    small.fitted(striped, QSize(10, 10), 1.0)
    assert len(small._kept) == 2
    assert small.fitted(striped, QSize(30, 30), 1.0).cacheKey() == first.cacheKey(), "what is looked at stays"


def test_a_thin_picture_does_not_vanish(qapp: QApplication) -> None:
    line = QPixmap(4000, 1)
    line.fill(QColor("#000000"))
    assert SmallPictures().fitted(line, QSize(30, 30), 1.0).height() >= 3


def test_a_picture_stands_in_the_middle_of_its_area(striped: QPixmap) -> None:
    image = painted(lambda painter: paint_picture(painter, QRect(10, 10, 40, 40), striped, LIGHT))
    assert image.pixelColor(30, 30) == QColor("#00ff00")
    assert image.pixelColor(12, 12) == QColor(LIGHT.surface)
    assert image.pixelColor(30, 20) == QColor(LIGHT.surface)
    assert image.pixelColor(14, 30) == QColor("#ff0000")


def test_while_there_is_no_picture_there_is_a_quiet_tile(qapp: QApplication) -> None:
    image = painted(lambda painter: paint_picture(painter, QRect(10, 10, 40, 40), None, LIGHT))
    assert image.pixelColor(30, 30) == QColor(LIGHT.track)


def test_marks_are_told_apart_without_their_colours(qapp: QApplication) -> None:
    shapes = []
    for paint in (paint_failed, paint_stopped, paint_unknown):
        image = painted(lambda painter, paint=paint: paint(painter, QPoint(30, 30), LIGHT))
        ground = QColor(LIGHT.surface)
        shapes.append(frozenset((x, y) for x in range(60) for y in range(60) if image.pixelColor(x, y) != ground))
    assert len(set(shapes)) == 3
    assert all(shape for shape in shapes)


def test_marks_grow_with_the_font(qapp: QApplication) -> None:
    small, large = QFont(), QFont()
    small.setPixelSize(12)
    large.setPixelSize(40)
    assert mark_size(QFontMetrics(small)) == MARK
    assert mark_size(QFontMetrics(large)) > 1.5 * MARK
    big = painted(lambda painter: paint_failed(painter, QPoint(30, 30), LIGHT, 31))
    assert big.pixelColor(30, 18) == QColor(LIGHT.error)


def test_a_name_is_one_unit_in_every_direction() -> None:
    left, right = Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft
    assert unit("cup.jpg", left) == "cup.jpg"
    assert unit("cup.jpg", right) == "\u2068cup.jpg\u2069"
    assert unit("שלום.jpg", left) == "\u2068שלום.jpg\u2069"
