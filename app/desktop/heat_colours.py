"""The colours of heat maps, for Qt."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QImage, QLinearGradient, QPainter

from app.desktop.previews import Shown
from app.images.heat import STOPS, coloured
from app.steps import HeatMap


def gradient(least: QPointF, most: QPointF) -> QLinearGradient:
    """All colours from one point, of nothing, to another, of the most."""
    colours = QLinearGradient(least, most)
    for place, colour in enumerate(STOPS):
        colours.setColorAt(place / (len(STOPS) - 1), QColor(*colour))
    return colours


def heat_image(heat: HeatMap) -> QImage:
    """The colours of a map at full opacity, as large as what the network saw."""
    pixels = coloured(heat).tobytes()
    image = QImage(pixels, heat.side, heat.side, 4 * heat.side, QImage.Format.Format_RGBA8888)
    return image.convertToFormat(QImage.Format.Format_ARGB32_Premultiplied)


def placed(box: tuple[float, float, float, float], target: QRectF, shown: Shown) -> QRectF:
    """Where a part of a picture (left, top, right, bottom in its pixels) is, when all of it is painted at `target`."""
    left, top, right, bottom = box
    across, down = target.width() / shown.width, target.height() / shown.height
    return QRectF(
        target.left() + left * across, target.top() + top * down, (right - left) * across, (bottom - top) * down
    )


def over_shown(shown: Shown, heat: HeatMap, opacity: float) -> QImage:
    """A picture as it was made for the screen, with a heat map over what the network saw of it."""
    image = shown.pixmap.toImage().convertToFormat(QImage.Format.Format_RGB32)
    painter = QPainter(image)
    painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
    painter.setOpacity(opacity)
    painter.drawImage(placed(heat.box, QRectF(image.rect()), shown), heat_image(heat))
    painter.end()
    return image
