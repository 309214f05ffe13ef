"""Icons drawn from the program's own SVG files in the colours of the theme."""

from __future__ import annotations

from PySide6.QtCore import QByteArray, Qt
from PySide6.QtGui import QIcon, QImage, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from app.desktop.theme import Tokens
from app.paths import resources

ICONS = (
    "ascending",
    "check-dark",
    "check-light",
    "chevron-down-dark",
    "chevron-down-light",
    "chevron-up-dark",
    "chevron-up-light",
    "close",
    "crop",
    "descending",
    "drop",
    "example",
    "filter",
    "folder",
    "grid",
    "paste",
    "picture",
    "plot",
    "question",
    "save",
    "search",
    "table",
    "warning",
    "whatsit",
    "whatsit-small",
    "whatsit-symbolic",
    "why",
)  # all that must lie in resources/icons, for the self-test

SMALL = 24
"""Pixels up to which the program's icon is drawn from its artwork for small sizes."""

_SIZES = (16, 20, 24, 32, 40, 48, 64)


def themed_icon(name: str, tokens: Tokens) -> QIcon:
    """The icon `name` in the text colour, and in the disabled colour where it cannot be used."""
    icon = QIcon()
    for mode, colour in ((QIcon.Mode.Normal, tokens.text), (QIcon.Mode.Disabled, tokens.disabled)):
        drawing = _drawing(name, colour)
        for size in _SIZES:
            icon.addPixmap(QPixmap.fromImage(_drawn(drawing, size)), mode)
    return icon


def application_icon() -> QIcon:
    """The program's own icon."""
    icon = QIcon()
    for size in (16, 24, 32, 48, 64, 128, 256):
        icon.addPixmap(QPixmap.fromImage(application_image(size)))
    return icon


def application_image(size: int) -> QImage:
    """The program's own icon as a square of `size` pixels: drawn for few pixels, where it has few."""
    return svg_image("whatsit-small" if size <= SMALL else "whatsit", "#000000", size)


def svg_pixmap(name: str, colour: str, size: int) -> QPixmap:
    """As `svg_image`, for the screen."""
    return QPixmap.fromImage(svg_image(name, colour, size))


def svg_image(name: str, colour: str, size: int) -> QImage:
    """Draw `resources/icons/NAME.svg` as a square of `size` device pixels, with its `currentColor` replaced."""
    return _drawn(_drawing(name, colour), size)


def _drawing(name: str, colour: str) -> QSvgRenderer:
    source = (resources() / "icons" / f"{name}.svg").read_bytes()
    return QSvgRenderer(QByteArray(source.replace(b"currentColor", colour.encode())))


def _drawn(drawing: QSvgRenderer, size: int) -> QImage:
    image = QImage(size, size, QImage.Format.Format_ARGB32_Premultiplied)
    image.fill(Qt.GlobalColor.transparent)
    painter = QPainter(image)
    drawing.render(painter)
    painter.end()
    return image
