"""Widgets side by side, and below each other where there is too little room."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.desktop.flow_layout import FlowLayout


class Box(QWidget):
    def __init__(self, width: int, height: int, grows: bool, parent: QWidget) -> None:
        super().__init__(parent)
        self._size = QSize(width, height)
        policy = QSizePolicy.Policy
        self.setSizePolicy(policy.Expanding if grows else policy.Fixed, policy.Fixed)

    def sizeHint(self) -> QSize:
        return self._size

    def minimumSizeHint(self) -> QSize:
        return QSize(self._size.width() // 2, self._size.height())


@pytest.fixture
def flow(host: QWidget) -> FlowLayout:
    """100 wide and growing, 50, 80 and growing; ten pixels between."""
    flow = FlowLayout(10, host)
    flow.setContentsMargins(0, 0, 0, 0)
    for width, height, grows in ((100, 20, True), (50, 30, False), (80, 20, True)):
        flow.addWidget(Box(width, height, grows, host))
    return flow


def rects(flow: FlowLayout, width: int) -> list[tuple[int, int, int]]:
    """Left, top and width of each."""
    flow.setGeometry(QRect(0, 0, width, flow.heightForWidth(width)))
    places = (flow.itemAt(place).geometry() for place in range(flow.count()))
    return [(place.left(), place.top(), place.width()) for place in places]


def test_one_line_where_there_is_room_and_those_that_grow_share_the_rest(flow: FlowLayout) -> None:
    assert flow.heightForWidth(290) == 30
    assert rects(flow, 290) == [(0, 5, 120), (130, 0, 50), (190, 5, 100)]
    assert rects(flow, 250) == [(0, 5, 100), (110, 0, 50), (170, 5, 80)]


def test_nothing_grows_beyond_what_it_may(flow: FlowLayout) -> None:
    flow.itemAt(2).widget().setMaximumWidth(90)
    assert rects(flow, 350) == [(0, 5, 190), (200, 0, 50), (260, 5, 90)]


def test_as_many_lines_as_are_needed(flow: FlowLayout) -> None:
    assert flow.heightForWidth(200) == 30 + 10 + 20
    assert rects(flow, 200) == [(0, 5, 140), (150, 0, 50), (0, 40, 200)]
    assert flow.heightForWidth(90) == 20 + 10 + 30 + 10 + 20
    assert rects(flow, 90) == [(0, 0, 90), (0, 30, 50), (0, 70, 90)]


def test_what_is_hidden_takes_no_room(flow: FlowLayout) -> None:
    flow.itemAt(1).widget().hide()
    flow.itemAt(0).widget().setVisible(True)
    assert flow.heightForWidth(190) == 20


def test_from_right_to_left(flow: FlowLayout, host: QWidget) -> None:
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert rects(flow, 250) == [(150, 5, 100), (90, 0, 50), (0, 5, 80)]


def test_it_asks_for_one_line_and_gives_way_to_its_widest(flow: FlowLayout) -> None:
    assert flow.sizeHint() == QSize(250, 30)
    assert flow.minimumSize().width() == 50
    flow.setContentsMargins(1, 2, 3, 4)
    assert flow.sizeHint() == QSize(254, 36)
    assert flow.heightForWidth(254) == 36


def test_it_holds_and_gives_back_its_items(flow: FlowLayout) -> None:
    item = flow.itemAt(1)
    assert flow.takeAt(1) is item
    assert flow.count() == 2
    assert flow.itemAt(2) is None
    assert flow.takeAt(5) is None
    assert flow.hasHeightForWidth()


def test_an_empty_one_is_no_problem(host: QWidget) -> None:
    flow = FlowLayout(10)
    flow.setGeometry(QRect(0, 0, 100, 100))
    assert flow.heightForWidth(100) >= 0
