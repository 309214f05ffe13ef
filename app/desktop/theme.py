"""Colours, sizes and the style sheet: the one file that owns how things look."""

from __future__ import annotations

from dataclasses import dataclass
from string import Template

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication, QStyleFactory

from app.paths import resources

RADIUS = 6
HEADLINE, LABEL, CAPTION = 1.6, 1.1, 0.85


@dataclass(frozen=True, slots=True)
class Tokens:
    """The colours of one appearance, as #rrggbb. Every text colour has at least 4.5:1 on window and surface."""

    window: str
    surface: str
    raised: str
    text: str
    muted: str
    disabled: str
    hairline: str
    outline: str
    accent: str
    accent_text: str
    track: str
    bar: str
    warning: str
    error: str


LIGHT = Tokens(
    window="#F6F6F7",
    surface="#FFFFFF",
    raised="#ECEDF0",
    text="#1A1B1E",
    muted="#5C616B",
    disabled="#6C717B",
    hairline="#E2E3E7",
    outline="#8A8F99",
    accent="#2F55D4",
    accent_text="#FFFFFF",
    track="#E9EAEE",
    bar="#657CDE",
    warning="#9A5200",
    error="#BE2F29",
)
DARK = Tokens(
    window="#151619",
    surface="#1D1F23",
    raised="#2A2D33",
    text="#ECEDEF",
    muted="#A0A6B1",
    disabled="#868C97",
    hairline="#2D3037",
    outline="#6C727D",
    accent="#8AA4FF",
    accent_text="#10131C",
    track="#2A2D33",
    bar="#5F74C8",
    warning="#F2A93B",
    error="#FF7A72",
)


class Theme(QObject):
    """Applies light or dark to the whole program and follows the system while it runs.

    Signals:
        changed(): after the colours changed; whoever painted with the old ones paints again.
    """

    changed = Signal()

    def __init__(self, application: QApplication, appearance: str) -> None:
        super().__init__(application)
        self._application = application
        self._appearance = appearance
        self.tokens = LIGHT
        application.setStyle(QStyleFactory.create("Fusion"))
        QGuiApplication.styleHints().colorSchemeChanged.connect(self._on_system_changed)
        self._apply()

    def set_appearance(self, appearance: str) -> None:
        """Show "system", "light" or "dark" from now on."""
        if appearance != self._appearance:
            self._appearance = appearance
            self._apply()

    def _on_system_changed(self) -> None:
        if self._appearance == "system":
            self._apply()

    def _apply(self) -> None:
        self.tokens = DARK if self._is_dark() else LIGHT
        self._application.setPalette(palette(self.tokens))
        self._application.setStyleSheet(style_sheet(self.tokens))
        self.changed.emit()

    def _is_dark(self) -> bool:
        if self._appearance == "system":
            return QGuiApplication.styleHints().colorScheme() == Qt.ColorScheme.Dark
        return self._appearance == "dark"


def palette(tokens: Tokens) -> QPalette:
    """Qt's palette for these colours; disabled text keeps a readable contrast."""
    role = QPalette.ColorRole
    colours = {
        role.Window: tokens.window,
        role.WindowText: tokens.text,
        role.Base: tokens.surface,
        role.AlternateBase: tokens.window,
        role.Text: tokens.text,
        role.PlaceholderText: tokens.muted,
        role.Button: tokens.surface,
        role.ButtonText: tokens.text,
        role.BrightText: tokens.error,
        role.Highlight: tokens.accent,
        role.HighlightedText: tokens.accent_text,
        role.Accent: tokens.accent,
        role.Link: tokens.accent,
        role.LinkVisited: tokens.accent,
        role.ToolTipBase: tokens.surface,
        role.ToolTipText: tokens.text,
        role.Light: tokens.surface,
        role.Midlight: tokens.raised,
        role.Mid: tokens.hairline,
        role.Dark: tokens.outline,
        role.Shadow: tokens.hairline,
    }
    result = QPalette()
    for each, colour in colours.items():
        result.setColor(each, QColor(colour))
    for each in (role.WindowText, role.Text, role.ButtonText):
        result.setColor(QPalette.ColorGroup.Disabled, each, QColor(tokens.disabled))
    return result


def scaled(font: QFont, factor: float) -> QFont:
    """The same font, `factor` times as large, whether its size is given in points or pixels."""
    result = QFont(font)
    if font.pointSizeF() > 0:
        result.setPointSizeF(font.pointSizeF() * factor)
    else:
        result.setPixelSize(max(1, round(font.pixelSize() * factor)))
    return result


def tabular(font: QFont) -> QFont:
    """The same font with figures of equal width, for numbers that change."""
    result = QFont(font)
    result.setFeature(QFont.Tag("tnum"), 1)
    return result


def style_sheet(tokens: Tokens) -> str:
    """What the palette cannot say: hairlines, quiet buttons, the focus ring."""
    colours = {name: getattr(tokens, name) for name in Tokens.__slots__}
    shade = "light" if tokens is LIGHT else "dark"
    icons = {
        name: (resources() / "icons" / f"{file}-{shade}.svg").as_posix()
        for name, file in (("down", "chevron-down"), ("up", "chevron-up"), ("check", "check"))
    }
    is_mirrored = QGuiApplication.layoutDirection() == Qt.LayoutDirection.RightToLeft
    # Qt mirrors where things stand, but neither paddings nor the two halves of a slider.
    halves = (tokens.bar, tokens.outline) if is_mirrored else (tokens.outline, tokens.bar)
    sides = {"end": "left" if is_mirrored else "right", "low": halves[0], "high": halves[1]}
    return _STYLE.substitute(colours | icons | sides, radius=RADIUS)


_STYLE = Template("""
QToolBar { background: $surface; border: none; border-bottom: 1px solid $hairline; padding: 6px 8px; spacing: 4px; }
QToolBar QToolButton, QToolButton#quiet, QPushButton#quiet {
    border: 1px solid transparent; border-radius: ${radius}px; padding: 5px 9px; background: transparent; }
QToolBar QToolButton:hover, QToolButton#quiet:hover, QPushButton#quiet:hover { background: $raised; }
QToolBar QToolButton:checked { background: $raised; border-color: $outline; }
QToolBar QToolButton:pressed, QToolButton#quiet:pressed, QPushButton#quiet:pressed { background: $hairline; }
QToolButton#quiet:checked { background: $raised; border-color: $outline; }
QToolBar QToolButton:focus, QToolButton#quiet:focus, QPushButton#quiet:focus { border-color: $accent; }
QToolButton#quiet[popupMode="2"] { padding-$end: 22px; }
QToolButton::menu-indicator { image: url("$down"); subcontrol-origin: border; subcontrol-position: center right;
    right: 6px; width: 12px; height: 12px; }
QPushButton { border: 1px solid $outline; border-radius: ${radius}px; padding: 6px 14px; background: $surface; }
QPushButton, QToolButton, QCheckBox, QRadioButton { outline: none; }
QPushButton:hover { background: $raised; }
QPushButton:pressed { background: $hairline; }
QPushButton:default { background: $accent; color: $accent_text; border-color: $accent; }
QPushButton:focus { border-color: $accent; }
QPushButton:default:focus { border: 2px solid $text; padding: 5px 13px; }
QPushButton:disabled, QPushButton:default:disabled {
    background: $surface; color: $disabled; border-color: $hairline; }
QComboBox { border: 1px solid $outline; border-radius: ${radius}px; padding: 5px 10px; background: $surface; }
QComboBox:hover { background: $raised; }
QComboBox:focus { border-color: $accent; }
QComboBox::drop-down { border: none; width: 24px; }
QComboBox::down-arrow { image: url("$down"); width: 16px; height: 16px; }
QComboBox QAbstractItemView { background: $surface; border: 1px solid $hairline; padding: 4px; outline: none; }
QComboBox QAbstractItemView::item { min-height: 26px; padding: 0 8px; border-radius: 4px; color: $text; }
QComboBox QAbstractItemView::item:disabled { color: $disabled; }
QComboBox QAbstractItemView::item:selected:enabled { background: $accent; color: $accent_text; }
QAbstractSpinBox { border: 1px solid $outline; border-radius: ${radius}px; padding: 5px 0; background: $surface; }
QAbstractSpinBox:focus { border-color: $accent; }
QAbstractSpinBox::up-button, QAbstractSpinBox::down-button { subcontrol-origin: border; width: 24px; border: none; }
QAbstractSpinBox::up-button { subcontrol-position: top right; }
QAbstractSpinBox::down-button { subcontrol-position: bottom right; }
QAbstractSpinBox::up-arrow { image: url("$up"); width: 14px; height: 14px; }
QAbstractSpinBox::down-arrow { image: url("$down"); width: 14px; height: 14px; }
QComboBox:disabled, QAbstractSpinBox:disabled { border-color: $hairline; }
QComboBox::down-arrow:disabled, QAbstractSpinBox::up-arrow:disabled, QAbstractSpinBox::down-arrow:disabled {
    image: none; }
QCheckBox { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: ${radius}px; }
QCheckBox:focus { border-color: $accent; }
QCheckBox::indicator { width: 16px; height: 16px; border: 1px solid $outline; border-radius: 4px;
    background: $surface; }
QCheckBox::indicator:checked { border-color: $accent; background: $accent; image: url("$check"); }
QCheckBox::indicator:disabled { border-color: $hairline; }
QCheckBox::indicator:checked:disabled { border-color: $disabled; background: $disabled; }
QRadioButton { spacing: 8px; padding: 2px; border: 1px solid transparent; border-radius: ${radius}px; }
QRadioButton:focus { border-color: $accent; }
QRadioButton:disabled { color: $disabled; }
QRadioButton::indicator { width: 14px; height: 14px; border: 1px solid $outline; border-radius: 8px;
    background: $surface; }
QRadioButton::indicator:checked { width: 6px; height: 6px; border: 5px solid $accent; background: $accent_text; }
QDialogButtonBox, QMessageBox { dialogbuttonbox-buttons-have-icons: 0; }
QMenuBar { background: $surface; }
QMenuBar::item { padding: 4px 9px; border-radius: 4px; background: transparent; }
QMenuBar::item:selected { background: $raised; }
QMenu { background: $surface; border: 1px solid $hairline; padding: 4px; }
QMenu::item { padding: 6px 28px 6px 24px; border-radius: 4px; }
QMenu::item:selected { background: $accent; color: $accent_text; }
QMenu::item:disabled { color: $disabled; background: transparent; }
QMenu::separator { height: 1px; background: $hairline; margin: 4px 8px; }
QStatusBar { background: $surface; border-top: 1px solid $hairline; }
QStatusBar::item { border: none; }
QSplitter::handle { background: $hairline; }
QToolTip { background: $surface; color: $text; border: 1px solid $outline; padding: 5px; }
QPushButton#link { border: 1px solid transparent; border-radius: ${radius}px; padding: 4px 11px; color: $accent;
    background: transparent; text-align: left; }
QPushButton#link:hover { background: $raised; }
QPushButton#link:disabled { color: $disabled; background: transparent; border-color: transparent; }
QPushButton#link:focus { border-color: $accent; }
QTabWidget::pane { border: none; border-top: 1px solid $hairline; }
QTabBar::tab { padding: 6px 2px; margin-$end: 16px; border: none; border-bottom: 2px solid transparent;
    background: transparent; color: $muted; }
QTabBar::tab:selected { color: $text; border-bottom-color: $accent; }
QTabBar::tab:focus { color: $accent; }
QTableView#plain { background: $surface; border: none; outline: none; }
QTableView#plain::item { padding: 0 9px; border: none; }
QTableView#plain::item:selected { background: $raised; color: $text; }
QLabel#muted { color: $muted; }
QLabel#error { color: $error; }
QFrame#drop { border: 1px dashed $outline; border-radius: ${radius}px; background: $surface; }
QFrame#hairline { background: $hairline; border: none; }
QLineEdit#search, QLineEdit#field { border: 1px solid $outline; border-radius: ${radius}px; padding: 5px 8px;
    background: $surface; }
QLineEdit#search:focus, QLineEdit#field:focus { border-color: $accent; }
QListView#names { border: 1px solid $hairline; outline: none; background: $surface; }
QListView#names:focus { border-color: $accent; }
QListView#names::item { padding: 3px 8px; color: $text; }
QListView#names::item:selected { background: $raised; }
QTreeView { border: 1px solid $hairline; outline: none; background: $surface; selection-background-color: $raised;
    selection-color: $text; }
QTreeView:focus { border-color: $accent; }
QTreeView::item { padding: 4px 0; }
QTreeView::item:selected { background: $raised; color: $text; }
QTreeView#plain { border: none; }
QTreeView#plain::item { padding: 4px 9px; }
QPlainTextEdit { border: 1px solid $outline; border-radius: ${radius}px; padding: 4px; background: $surface; }
QPlainTextEdit:focus { border-color: $accent; }
QTableView { border: none; outline: none; background: $surface; }
QHeaderView { background: $surface; border: none; }
QHeaderView::section { background: $surface; color: $muted; border: none; border-bottom: 1px solid $hairline;
    padding: 6px 22px 6px 12px; }
QTableView#plain QHeaderView::section, QTreeView#plain QHeaderView::section { padding: 6px 12px; }
QHeaderView::section:hover { color: $text; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 14px; height: 14px; subcontrol-position: center right;
    right: 4px; }
QHeaderView::up-arrow { image: url("$up"); }
QHeaderView::down-arrow { image: url("$down"); }
QSlider { min-height: 24px; border: 1px solid transparent; border-radius: ${radius}px; padding: 0 2px; }
QSlider:focus { border-color: $accent; }
QSlider::groove:horizontal { height: 4px; border-radius: 2px; background: $track; }
QSlider::sub-page:horizontal { height: 4px; border-radius: 2px; background: $low; }
QSlider::add-page:horizontal { height: 4px; border-radius: 2px; background: $high; }
QSlider::handle:horizontal { width: 14px; height: 14px; margin: -6px 0; border: 1px solid $surface; border-radius: 8px;
    background: $accent; }
QSlider::sub-page:horizontal:disabled, QSlider::add-page:horizontal:disabled { background: $track; }
QSlider::handle:horizontal:disabled { background: $disabled; }
QScrollBar:horizontal { height: 10px; background: transparent; margin: 0; }
QScrollBar:vertical { width: 10px; background: transparent; margin: 0; }
QAbstractScrollArea::corner { background: transparent; border: none; }
QScrollBar::handle { background: $outline; border-radius: 3px; margin: 2px; min-width: 32px; min-height: 32px; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QProgressBar { border: none; border-radius: 2px; background: $track; max-height: 4px; min-height: 4px; }
QProgressBar::chunk { background: $accent; border-radius: 2px; }
""")
