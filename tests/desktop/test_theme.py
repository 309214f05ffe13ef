"""Colours that can be read, and a look that follows the settings and the system."""

from __future__ import annotations

import re
from dataclasses import asdict
from itertools import product
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QCheckBox, QPushButton, QRadioButton, QWidget
from pytestqt.qtbot import QtBot

from app.desktop.theme import DARK, LIGHT, Theme, Tokens, palette, scaled, style_sheet, tabular

BOTH = pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
PLAIN = ("window", "surface")
TEXTS = [
    *product(("text", "muted", "disabled", "error"), PLAIN),
    *product(("text", "muted", "error"), ("raised",)),  # the selected bar and the selected thumbnail
    *product(("text",), ("hairline", "track")),  # a pressed button
    *product(("accent",), ("surface", "raised")),  # a link, also under the mouse
    ("accent_text", "accent"),
]
SHAPES = [
    *product(("outline", "accent", "warning", "error"), PLAIN),
    *product(("bar", "accent"), ("track", "surface")),
]


def contrast(one: str, other: str) -> float:
    """WCAG 2.2, "contrast ratio": 1 to 21."""
    lighter, darker = sorted((luminance(one), luminance(other)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def luminance(colour: str) -> float:
    def linear(value: float) -> float:
        return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4

    rgb = QColor(colour).getRgbF()[:3]
    return sum(weight * linear(value) for weight, value in zip((0.2126, 0.7152, 0.0722), rgb, strict=True))


def test_the_contrast_is_computed_as_wcag_says() -> None:
    assert contrast("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast("#777777", "#FFFFFF") == pytest.approx(4.48, abs=0.01)


def test_the_half_of_a_slider_that_is_left_out_is_on_the_side_where_reading_begins(qapp: QApplication) -> None:
    def low() -> str:
        return re.search(r"sub-page:horizontal {.*background: (\S+);", style_sheet(LIGHT))[1]

    assert low() == LIGHT.outline
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert low() == LIGHT.bar
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)


@BOTH
@pytest.mark.parametrize(("text", "background"), TEXTS)
def test_text_can_be_read(tokens: Tokens, text: str, background: str) -> None:
    assert contrast(getattr(tokens, text), getattr(tokens, background)) >= 4.5


@BOTH
@pytest.mark.parametrize(("shape", "background"), SHAPES)
def test_shapes_can_be_seen(tokens: Tokens, shape: str, background: str) -> None:
    assert contrast(getattr(tokens, shape), getattr(tokens, background)) >= 3.0


@BOTH
def test_the_palette_can_be_read_in_every_state(tokens: Tokens) -> None:
    colours, role = palette(tokens), QPalette.ColorRole
    pairs = [
        (role.WindowText, role.Window),
        (role.Text, role.Base),
        (role.ButtonText, role.Button),
        (role.ToolTipText, role.ToolTipBase),
        (role.PlaceholderText, role.Base),
        (role.HighlightedText, role.Highlight),
        (role.Link, role.Base),
    ]
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive, QPalette.ColorGroup.Disabled):
        for text, background in pairs:
            assert contrast(colours.color(group, text).name(), colours.color(group, background).name()) >= 4.5


@BOTH
def test_every_colour_is_a_colour(tokens: Tokens) -> None:
    assert all(re.fullmatch("#[0-9A-F]{6}", colour) for colour in asdict(tokens).values())


@BOTH
def test_the_style_sheet_names_nothing_that_is_missing(tokens: Tokens) -> None:
    sheet = style_sheet(tokens)
    assert "$" not in sheet
    for place in re.findall(r'url\("(.+?)"\)', sheet):
        assert Path(place).is_file()
    assert sheet.count("{") == sheet.count("}")


def test_an_appearance_is_shown_at_once(theme: Theme, qapp: QApplication, qtbot: QtBot) -> None:
    with qtbot.waitSignal(theme.changed):
        theme.set_appearance("dark")
    assert theme.tokens is DARK
    assert qapp.palette().color(QPalette.ColorRole.Window) == QColor(DARK.window)
    with qtbot.waitSignal(theme.changed):
        theme.set_appearance("light")
    assert theme.tokens is LIGHT


def test_system_follows_the_system_while_running(theme: Theme, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.set_appearance("system")
    hints = QGuiApplication.styleHints()
    monkeypatch.setattr(Theme, "_is_dark", lambda _theme: True)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is DARK


def test_a_chosen_appearance_does_not_follow(theme: Theme, monkeypatch: pytest.MonkeyPatch) -> None:
    theme.set_appearance("light")
    monkeypatch.setattr(Theme, "_is_dark", lambda _theme: True)
    QGuiApplication.styleHints().colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert theme.tokens is LIGHT


def test_fonts_are_scaled_in_points_and_in_pixels(qapp: QApplication) -> None:
    points, pixels = QFont(), QFont()
    points.setPointSizeF(10)
    pixels.setPixelSize(20)
    assert scaled(points, 1.6).pointSizeF() == pytest.approx(16)
    assert scaled(pixels, 1.6).pixelSize() == 32
    assert points.pointSizeF() == 10


def test_tabular_figures_keep_the_font(qapp: QApplication) -> None:
    font = QFont()
    font.setPointSizeF(13)
    assert tabular(font).pointSizeF() == 13


@pytest.mark.parametrize("kind", [QPushButton, QCheckBox, QRadioButton])
def test_the_keyboard_is_shown_by_one_ring(kind: type[QWidget], host: QWidget, qtbot: QtBot) -> None:
    host.setStyleSheet(style_sheet(LIGHT))
    button = kind("Back", host)
    button.resize(120, 40)
    host.show()
    host.activateWindow()
    inside = button.rect().adjusted(4, 4, -4, -4)
    before = button.grab(inside).toImage()
    button.setFocus(Qt.FocusReason.TabFocusReason)
    qtbot.waitUntil(button.hasFocus)
    host.setAttribute(Qt.WidgetAttribute.WA_KeyboardFocusChange)  # as after Tab
    assert button.grab(inside).toImage() == before
