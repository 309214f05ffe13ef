"""Accuracy against cost: a point for each model whose source states both."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from enum import Enum

from PySide6.QtCore import QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFocusEvent,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from app.cards import Card
from app.desktop import zoo_wording
from app.desktop.plot_scale import Scale
from app.desktop.theme import CAPTION, Theme, scaled, tabular
from app.desktop.zoo import Zoo
from app.desktop.zoo_marks import Mark, paint_mark, paint_ring
from app.desktop.zoo_model import ZooModel
from app.wording import shown

GAP = 8
REACH = 14  # pixels around a point in which the mouse means it
_TICK = 76  # pixels that there are at least between two ticks of the cost
_RUNG = 36  # the same of the accuracy


class Cost(Enum):
    """What a model costs."""

    GFLOPS = "gflops"
    PARAMETERS = "parameters"


@dataclass(frozen=True, slots=True)
class Point:
    """A model in the plot; `cost` is in billions of operations, or in millions of parameters."""

    card: Card
    cost: float
    top1: float


class ZooPlot(QWidget):
    """Shows what a `ZooModel` lists among all that can be shown; the keyboard goes from point to point.

    Left and right lead to the next cheaper or dearer model, up and down to the next more or less accurate one. What is
    not listed is faint and cannot be chosen; the built-in model is always marked, to compare with.

    Signals:
        chosen(str): the key of the model that somebody chose.
    """

    chosen = Signal(str)

    def __init__(self, zoo: Zoo, model: ZooModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoo = zoo
        self._model = model
        self._theme = theme
        self._cost = Cost.GFLOPS
        self._points: list[Point] = []
        self._across, self._up = Scale(0.1, 10, is_log=True), Scale(50, 100)
        self._key = ""
        self._hovered: Point | None = None
        self.setMouseTracking(True)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Accuracy against cost"))
        theme.changed.connect(self.update)
        zoo.changed.connect(self._on_changed)
        zoo.stood.connect(self.update)
        model.modelReset.connect(self._on_reset)
        self._on_changed()

    @property
    def points(self) -> Sequence[Point]:
        """All that are shown, listed or not, the cheapest first."""
        return self._points

    def place_of(self, key: str) -> QPointF | None:
        """Where the point of a model is; None where it has none."""
        return next((self._place(point) for point in self._points if point.card.key == key), None)

    def set_cost(self, cost: Cost) -> None:
        """Show this cost."""
        if cost is not self._cost:
            self._cost = cost
            self._on_changed()

    def show_key(self, key: str) -> None:
        """Mark this model as the chosen one."""
        self._key = key
        point = self._point(key)
        self.setAccessibleDescription(self._said(point) if point else "")
        QAccessible.updateAccessibility(QAccessibleEvent(self, QAccessible.Event.DescriptionChanged))
        self.update()

    # what there is

    def _on_changed(self) -> None:
        found = (self._made(card) for card in self._zoo.cards)
        self._points = sorted((point for point in found if point), key=lambda point: (point.cost, point.top1))
        self._across = Scale.around((point.cost for point in self._points), is_log=True)
        self._up = Scale.around(point.top1 for point in self._points)
        self._on_reset()

    def _on_reset(self) -> None:
        self._hovered = None
        self.update()

    def _made(self, card: Card) -> Point | None:
        millions = card.parameters and card.parameters / 1e6
        cost = card.gflops if self._cost is Cost.GFLOPS else millions
        return Point(card, cost, card.top1) if cost and card.top1 else None

    def _point(self, key: str) -> Point | None:
        return next((point for point in self._points if point.card.key == key), None)

    def _is_listed(self, point: Point) -> bool:
        return self._model.row_of(point.card.key) >= 0

    def _listed(self) -> list[Point]:
        return [point for point in self._points if self._is_listed(point)]

    # places

    def _area(self) -> QRectF:
        """Where the points are; figures are at the left and below, in every language."""
        metrics = self._metrics()
        left = metrics.horizontalAdvance("00") + 2 * GAP
        below = 2 * metrics.height() + 2 * GAP
        above = metrics.height() + 2 * GAP
        return QRectF(self.rect()).adjusted(left, above, -2 * GAP, -below)

    def _metrics(self) -> QFontMetrics:
        return QFontMetrics(scaled(self.font(), CAPTION))

    def _place(self, point: Point) -> QPointF:
        area = self._area()
        across, up = self._across.place(point.cost), self._up.place(point.top1)
        return QPointF(area.left() + across * area.width(), area.bottom() - up * area.height())

    def _nearest(self, where: QPointF) -> Point | None:
        near = ((self._distance(point, where), point) for point in self._listed())
        distance, point = min(near, key=lambda pair: pair[0], default=(REACH + 1.0, None))
        return point if distance <= REACH else None

    def _distance(self, point: Point, where: QPointF) -> float:
        apart = self._place(point) - where
        return float((apart.x() ** 2 + apart.y() ** 2) ** 0.5)

    # painting

    def _mark(self, point: Point) -> Mark:
        if zoo_wording.source(point.card) == "builtin":
            return Mark.BUILTIN
        if not self._is_listed(point):
            return Mark.FAINT
        return Mark.HERE if self._zoo.is_here(point.card.key) else Mark.AWAY

    def _paint_axes(self, painter: QPainter) -> None:
        area, metrics, tokens = self._area(), painter.fontMetrics(), self._theme.tokens
        line = metrics.height()
        for value in self._up.ticks(max(2, int(area.height() / _RUNG))):
            y = area.bottom() - self._up.place(value) * area.height()
            painter.setPen(QColor(tokens.hairline))
            painter.drawLine(round(area.left()), round(y), round(area.right()), round(y))
            painter.setPen(QColor(tokens.muted))
            figure = QRectF(0, y - line / 2, area.left() - GAP, line)
            painter.drawText(figure, Qt.AlignmentFlag.AlignRight, zoo_wording.tick(value))
        for value in self._across.ticks(max(2, int(area.width() / _TICK))):
            x = area.left() + self._across.place(value) * area.width()
            painter.setPen(QColor(tokens.hairline))
            painter.drawLine(round(x), round(area.top()), round(x), round(area.bottom()))
            painter.setPen(QColor(tokens.muted))
            figure = QRectF(x - _TICK / 2, area.bottom() + GAP / 2, _TICK, line)
            painter.drawText(figure, Qt.AlignmentFlag.AlignHCenter, zoo_wording.tick(value))
        self._paint_titles(painter, area)

    def _paint_titles(self, painter: QPainter, area: QRectF) -> None:
        line = painter.fontMetrics().height()
        across = {
            Cost.GFLOPS: self.tr("GFLOPs, logarithmic"),
            Cost.PARAMETERS: self.tr("Millions of parameters, logarithmic"),
        }[self._cost]
        above = QRectF(GAP, GAP / 2, self.width() - 2 * GAP, line)
        painter.drawText(
            above,
            Qt.AlignmentFlag.AlignLeft | Qt.TextFlag.TextDontClip,
            zoo_wording.in_line(self.tr("Top-1 accuracy in per cent")),
        )
        below = QRectF(area.left(), area.bottom() + GAP + line, area.width(), line)
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter | Qt.TextFlag.TextDontClip, zoo_wording.in_line(across))

    def _paint_points(self, painter: QPainter) -> None:
        """What is not listed goes below, what is here above."""
        for point in sorted(self._points, key=lambda point: self._mark(point).value):
            paint_mark(painter, self._place(point), self._mark(point), self._theme.tokens)

    def _paint_names(self, painter: QPainter) -> None:
        builtin, chosen = self._point("builtin"), self._point(self._key)
        if chosen:
            paint_ring(painter, self._place(chosen), self._theme.tokens, has_keyboard=self.hasFocus())
        told = self._hovered or chosen
        if builtin and (not told or self._distance(told, self._place(builtin)) > _TICK):
            self._paint_name(painter, builtin, shown(builtin.card.title))
        if told:
            self._paint_name(painter, told, self._said(told))

    def _paint_name(self, painter: QPainter, point: Point, words: str) -> None:
        """Beside the point, on a ground of its own, and never outside."""
        metrics, tokens = painter.fontMetrics(), self._theme.tokens
        wide, high = metrics.horizontalAdvance(words) + 2 * GAP, metrics.height() + GAP
        place = self._place(point)
        left = place.x() + 12 if place.x() + 12 + wide <= self.width() else place.x() - 12 - wide
        top = min(max(0.0, place.y() - high / 2), self.height() - high)
        ground = QRectF(max(0.0, left), top, wide, high)
        painter.setPen(QColor(tokens.hairline))
        painter.setBrush(QColor(tokens.surface))
        painter.drawRoundedRect(ground, 4, 4)
        painter.setPen(QColor(tokens.text))
        painter.drawText(ground, Qt.AlignmentFlag.AlignCenter, words)

    def _said(self, point: Point) -> str:
        """ "resnet50 · 80.9 % · 4.09 GFLOPs"."""
        is_compute = self._cost is Cost.GFLOPS
        cost = zoo_wording.cost(point.card) if is_compute else zoo_wording.millions(point.card.parameters)
        return " · ".join((shown(point.card.title), zoo_wording.top1(point.card), cost))

    # the keyboard

    def _step(self, key: int) -> Point | None:
        """Where an arrow key leads from the chosen point; to the first one from nowhere."""
        listed = self._listed()
        if key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            listed.sort(key=lambda point: (point.top1, point.cost))
        ends = {Qt.Key.Key_Home: 0, Qt.Key.Key_End: -1}
        if not listed or key in ends:
            return listed[ends[Qt.Key(key)]] if listed else None
        here = next((place for place, point in enumerate(listed) if point.card.key == self._key), None)
        if here is None:
            return listed[0]
        further = here + (1 if key in (Qt.Key.Key_Right, Qt.Key.Key_Up) else -1)
        return listed[min(max(further, 0), len(listed) - 1)]

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self.update()
        return super().event(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        painter.setFont(tabular(scaled(self.font(), CAPTION)))
        self._paint_axes(painter)  # hairlines are crisp
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_points(painter)
        self._paint_names(painter)

    def sizeHint(self) -> QSize:
        return QSize(480, 360)

    def minimumSizeHint(self) -> QSize:
        return QSize(200, 160)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        hovered = self._nearest(event.position())
        if hovered is not self._hovered:
            self._hovered = hovered
            self.setCursor(Qt.CursorShape.PointingHandCursor if hovered else Qt.CursorShape.ArrowCursor)
            self.update()

    def leaveEvent(self, event: QEvent) -> None:
        self._on_reset()
        super().leaveEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        if point := self._nearest(event.position()):
            self.chosen.emit(point.card.key)

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.update()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() not in _KEYS:
            super().keyPressEvent(event)
        elif point := self._step(event.key()):
            self._hovered = None
            self.chosen.emit(point.card.key)


_KEYS = (
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
