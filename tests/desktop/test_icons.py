"""Every icon is there, drawn in the colours of the theme."""

from __future__ import annotations

import re

import pytest
from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QIcon, QImage
from PySide6.QtWidgets import QApplication

from app.desktop.icons import ICONS, application_icon, application_image, svg_pixmap, themed_icon
from app.desktop.theme import DARK, LIGHT
from app.paths import resources

NAMES = sorted(path.stem for path in (resources() / "icons").glob("*.svg"))


def colours(image: QImage) -> set[str]:
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.name().upper() for pixel in pixels if pixel.alpha() == 255}


@pytest.mark.parametrize("name", NAMES)
def test_every_icon_draws_something(qapp: QApplication, name: str) -> None:
    pixmap = svg_pixmap(name, "#123456", 32)
    assert (pixmap.width(), pixmap.height()) == (32, 32)
    image = pixmap.toImage()
    assert any(image.pixelColor(x, y).alpha() for x in range(32) for y in range(32))


def test_an_icon_has_the_colour_of_the_text(qapp: QApplication) -> None:
    for tokens in (LIGHT, DARK):
        icon = themed_icon("close", tokens)
        normal = icon.pixmap(QSize(48, 48), 1.0, QIcon.Mode.Normal).toImage()
        disabled = icon.pixmap(QSize(48, 48), 1.0, QIcon.Mode.Disabled).toImage()
        assert QColor(tokens.text).name().upper() in colours(normal)
        assert QColor(tokens.disabled).name().upper() in colours(disabled)


def test_the_programs_own_icon_comes_in_all_sizes(qapp: QApplication) -> None:
    assert {size.width() for size in application_icon().availableSizes()} == {16, 24, 32, 48, 64, 128, 256}


@pytest.mark.parametrize("size", [16, 24, 32, 48])
def test_the_bars_of_the_programs_icon_end_on_pixels(qapp: QApplication, size: int) -> None:
    """Down the middle of the upper bar: white, and at both ends at once none of it."""
    image = application_image(size)
    column = [image.pixelColor(round(size * 0.375), y).name() for y in range(size)]
    bar = [y for y, colour in enumerate(column) if colour == "#ffffff"]
    assert [bar[0], bar[-1] + 1] == [size // 2, size // 2 + size // 8]
    assert all(QColor(column[y]).lightness() < 160 for y in (bar[0] - 1, bar[-1] + 1))


def test_an_unknown_icon_is_a_mistake_of_ours(qapp: QApplication) -> None:
    with pytest.raises(FileNotFoundError):
        svg_pixmap("nothing", "#000000", 16)


def test_icons_load_nothing_from_elsewhere() -> None:
    for name in NAMES:
        text = (resources() / "icons" / f"{name}.svg").read_text(encoding="utf-8")
        assert re.findall(r"(?:href|src)\s*=", text) == []


def test_the_self_test_knows_every_icon() -> None:
    assert list(ICONS) == NAMES
