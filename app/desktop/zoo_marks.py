"""The marks of models in the plot and its legend; they differ in shape and filling, not by colour alone."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QPainter, QPen, QPolygonF

from app.desktop.theme import Tokens

RADIUS = 4.5  # pixels
RING = 9.0


class Mark(Enum):
    """What a point is; those of higher value are painted above the others."""

    FAINT = 0
    AWAY = 1
    HERE = 2
    BUILTIN = 3


def paint_mark(painter: QPainter, centre: QPointF, mark: Mark, tokens: Tokens) -> None:
    """Paint a mark: a ring, a disc, or a diamond for the model that came with the program."""
    line = {Mark.FAINT: tokens.hairline, Mark.AWAY: tokens.bar}.get(mark, tokens.accent)
    painter.setPen(QPen(QColor(line), 1.5))
    painter.setBrush(QColor(tokens.surface if mark in (Mark.FAINT, Mark.AWAY) else tokens.accent))
    if mark is Mark.BUILTIN:
        painter.drawPolygon(_diamond(centre))
    else:
        painter.drawEllipse(centre, RADIUS, RADIUS)


def paint_ring(painter: QPainter, centre: QPointF, tokens: Tokens, *, has_keyboard: bool) -> None:
    """Paint what goes round the chosen point; it is stronger where the keyboard is."""
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.setPen(QPen(QColor(tokens.accent if has_keyboard else tokens.text), 2 if has_keyboard else 1.5))
    painter.drawEllipse(centre, RING, RING)


def _diamond(centre: QPointF) -> QPolygonF:
    reach = 1.5 * RADIUS
    corners = ((0, -reach), (reach, 0), (0, reach), (-reach, 0))
    return QPolygonF([centre + QPointF(x, y) for x, y in corners])
