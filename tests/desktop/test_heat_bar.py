"""The line below a picture that says what the colours over it mean."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QColor, QIcon, QPixmap
from PySide6.QtWidgets import QLabel, QSlider, QWidget

from app.desktop.heat_bar import HeatBar
from app.desktop.session import Session
from app.images.heat import STOPS

from .seen import painted


@pytest.fixture
def bar(session: Session, host: QWidget) -> HeatBar:
    host.resize(800, 100)
    bar = HeatBar(session.heat, QAction(QIcon(QPixmap(16, 16)), "Save heat map…", host), host)
    bar.resize(500, 32)
    host.show()
    return bar


def words(bar: HeatBar) -> list[QLabel]:
    return [label for label in bar.findChildren(QLabel) if label.isVisible()]


def test_where_there_is_little_room_the_legend_goes(bar: HeatBar) -> None:
    assert [label.text() for label in words(bar)] == ["little", "much"]
    bar.resize(130, 32)
    assert words(bar) == []
    assert bar.findChild(QSlider).isVisible()
    bar.resize(500, 32)
    assert [label.text() for label in words(bar)] == ["little", "much"]


@pytest.mark.parametrize("direction", [Qt.LayoutDirection.LeftToRight, Qt.LayoutDirection.RightToLeft])
def test_the_legend_reads_as_the_language_does(direction: Qt.LayoutDirection, bar: HeatBar) -> None:
    bar.setLayoutDirection(direction)
    scale = next(child for child in bar.findChildren(QWidget) if type(child).__name__ == "_Scale")
    image = painted(scale)
    ends = [image.pixelColor(x, image.height() // 2).lightness() for x in (3, image.width() - 4)]
    is_mirrored = direction is Qt.LayoutDirection.RightToLeft
    assert (ends[0] > ends[1]) is is_mirrored
    assert max(ends) == pytest.approx(QColor(*STOPS[-1]).lightness(), abs=60)


def test_the_slider_and_the_heat_map_have_one_opacity(bar: HeatBar, session: Session) -> None:
    slider = bar.findChild(QSlider)
    slider.setValue(30)
    assert session.heat.opacity == 0.3
    session.heat.set_opacity(0.9)
    assert slider.value() == 90
    assert slider.accessibleName() == "Opacity of the heat map"
