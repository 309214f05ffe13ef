"""How pictures and their states are painted, in the film strip, the table and the grid alike."""

from __future__ import annotations

from collections import OrderedDict

from PySide6.QtCore import QPoint, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyle, QStyleOptionViewItem

from app.desktop.elided_label import isolated
from app.desktop.theme import RADIUS, Tokens

SMALL_RADIUS = 4
MARK = 13


class SmallPictures:
    """Pictures at the size at which they are painted: made well once, since a painter scales badly or slowly."""

    def __init__(self, most: int = 512) -> None:
        """`most` of them are kept, the newest."""
        self._most = most
        self._kept: OrderedDict[tuple[int, int, int, bool], QPixmap] = OrderedDict()

    def fitted(self, pixmap: QPixmap, area: QSize, ratio: float, *, fills: bool = False) -> QPixmap:
        """The picture within the area, in its own shape, or filling it as a part of itself.

        Args:
            pixmap: the picture.
            area: in device-independent pixels.
            ratio: device pixels to one of them.
            fills: which of the two.
        """
        key = (pixmap.cacheKey(), round(area.width() * ratio), round(area.height() * ratio), fills)
        if key in self._kept:
            self._kept.move_to_end(key)
            return self._kept[key]
        made = _fitted(pixmap, QSize(key[1], key[2]), fills)
        made.setDevicePixelRatio(ratio)
        self._kept[key] = made
        if len(self._kept) > self._most:
            self._kept.popitem(last=False)
        return made


def _fitted(pixmap: QPixmap, area: QSize, fills: bool) -> QPixmap:
    shape = Qt.AspectRatioMode.KeepAspectRatioByExpanding if fills else Qt.AspectRatioMode.KeepAspectRatio
    size = pixmap.size().scaled(area, shape).expandedTo(QSize(3, 3))
    made = pixmap.scaled(size, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
    if not fills:
        return made
    part = QRect(QPoint(), area)
    part.moveCenter(made.rect().center())
    return made.copy(part)


def paint_frame(painter: QPainter, option: QStyleOptionViewItem, tokens: Tokens) -> None:
    """Below a tile: a raised ground with a thin line if it is selected, and a thicker line if the keyboard is there."""
    is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
    width = 2 if option.state & QStyle.StateFlag.State_HasFocus else int(is_selected)
    if not width:
        return
    edge = 2 + width / 2
    painter.setPen(QPen(QColor(tokens.accent), width))
    painter.setBrush(QColor(tokens.raised) if is_selected else Qt.BrushStyle.NoBrush)
    painter.drawRoundedRect(QRectF(option.rect).adjusted(edge, edge, -edge, -edge), RADIUS, RADIUS)


def paint_picture(painter: QPainter, area: QRect, pixmap: QPixmap | None, tokens: Tokens) -> None:
    """A picture in the middle of its area, as large as fits; a quiet tile while there is none."""
    if not isinstance(pixmap, QPixmap):
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(area, SMALL_RADIUS, SMALL_RADIUS)
        return
    size = pixmap.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio)
    target = QRect(area.topLeft(), size.expandedTo(QSize(3, 3)))
    target.moveCenter(area.center())
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.drawPixmap(target, pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)  # a hairline is a pixel, not two halves
    painter.setPen(QColor(tokens.hairline))  # a white picture would not be seen
    painter.setBrush(Qt.BrushStyle.NoBrush)
    painter.drawRect(target.adjusted(0, 0, -1, -1))
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)


def mark_size(metrics: QFontMetrics) -> int:
    """Of a mark beside words of this font."""
    return max(MARK, 2 * round(0.42 * metrics.height()) - 1)


def paint_failed(painter: QPainter, centre: QPoint, tokens: Tokens, size: int = MARK) -> None:
    """A cross in a disc: what could not be classified."""
    _disc(painter, centre, tokens.error, tokens.surface, size)
    arm = size // 4
    for across in (QPoint(arm, arm), QPoint(arm, -arm)):
        painter.drawLine(centre - across, centre + across)


def paint_stopped(painter: QPainter, centre: QPoint, tokens: Tokens) -> None:
    """A bar in a disc: what was stopped."""
    _disc(painter, centre, tokens.warning, tokens.surface, MARK)
    painter.drawLine(centre - QPoint(3, 0), centre + QPoint(3, 0))


def paint_unknown(painter: QPainter, centre: QPoint, tokens: Tokens, size: int = MARK) -> None:
    """A question mark in a ring: what is unknown."""
    painter.setPen(QPen(QColor(tokens.muted), 1.5))
    painter.setBrush(QColor(tokens.surface))
    painter.drawEllipse(QPointF(centre), size / 2, size / 2)
    font = QFont(painter.font())
    font.setPixelSize(size - 3)
    font.setWeight(QFont.Weight.DemiBold)
    painter.setFont(font)
    around = QRect(centre - QPoint(size, size), centre + QPoint(size, size))
    painter.drawText(around, Qt.AlignmentFlag.AlignCenter, "?")


# The marks of a unit may come from a font with other measures, which moves the line a little: it is not cut for that.
LINE = Qt.TextFlag.TextSingleLine | Qt.TextFlag.TextDontClip


def unit(text: str, direction: Qt.LayoutDirection) -> str:
    """Text from outside as one unit in a line, whichever way the program is written."""
    return f"\u2068{text}\u2069" if direction == Qt.LayoutDirection.RightToLeft else isolated(text)


def _disc(painter: QPainter, centre: QPoint, colour: str, line: str, size: int) -> None:
    painter.setPen(QColor(line))
    painter.setBrush(QColor(colour))
    painter.drawEllipse(centre, size // 2, size // 2)
    painter.setPen(QPen(QColor(line), 1.5))
