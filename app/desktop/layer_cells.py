"""How the modules of a network are painted: each with its share of all computing as a quiet bar."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette
from PySide6.QtWidgets import QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import wording
from app.desktop.layers_model import FOUND, SHARE, LayerColumn
from app.desktop.painting import unit
from app.desktop.pictures_model import Index
from app.desktop.theme import Theme, tabular

BAR = 4
PAD = 12
NOTHING = 0.0005  # what reads 0.0 % has no bar


class LayerDelegate(QStyledItemDelegate):
    """Paints the cells of a `LayersModel`; what the library calls something stays one unit in a line."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _paint_share(self, painter: QPainter, option: QStyleOptionViewItem, text: str, share: float) -> None:
        """A bar, and behind it the figure."""
        tokens, font = self._theme.tokens, tabular(option.font)
        inner = option.rect.adjusted(PAD, 0, -PAD, 0)
        width = figure_width(option.font)
        track = QRect(inner.left(), inner.center().y() - BAR // 2 + 1, inner.width() - width - PAD, BAR)
        is_selected = option.state & QStyle.StateFlag.State_Selected
        self._bar(painter, option, track, track, tokens.hairline if is_selected else tokens.track)
        if share >= NOTHING:
            bar = QRect(track.topLeft(), QSize(max(2, round(track.width() * min(1.0, share))), BAR))
            self._bar(painter, option, bar, track, tokens.bar)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text))
        painter.drawText(inner, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, text)

    def _bar(self, painter: QPainter, option: QStyleOptionViewItem, part: QRect, track: QRect, colour: str) -> None:
        """A part of the track, which begins where the line begins."""
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(colour))
        placed = QStyle.visualRect(option.direction, track, part)
        painter.drawRoundedRect(QStyle.visualRect(option.direction, option.rect, placed), BAR / 2, BAR / 2)

    # Qt overrides

    def initStyleOption(self, option: QStyleOptionViewItem, index: Index) -> None:
        super().initStyleOption(option, index)
        option.text = "" if index.column() == LayerColumn.SHARE else unit(option.text, option.direction)
        if index.column() in (LayerColumn.OUTPUT, LayerColumn.PARAMETERS):
            option.font = tabular(option.font)
        if not index.data(FOUND):  # what is found is in it
            option.palette.setColor(QPalette.ColorRole.Text, QColor(self._theme.tokens.muted))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        super().paint(painter, option, index)
        share = index.data(SHARE) if index.column() == LayerColumn.SHARE else None
        if share:
            painter.save()
            painter.setRenderHint(QPainter.RenderHint.Antialiasing)
            self._paint_share(painter, option, str(index.data()), share)
            painter.restore()


def figure_width(font: QFont) -> int:
    """Of the widest percentage."""
    return QFontMetrics(tabular(font)).horizontalAdvance(wording.percent(1.0))
