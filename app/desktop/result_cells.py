"""How the cells of the results table are painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import wording
from app.desktop.painting import SmallPictures, mark_size, paint_failed, paint_picture, paint_unknown, unit
from app.desktop.results_model import Index, ResultColumn, ResultsModel, probability_of
from app.desktop.theme import Theme, tabular
from app.results.query import State

ROW = 44  # pixels, at least
PAD = 12
ARROW = 22  # room at the end of a title for the arrow that says what is sorted by
BAR = 3
NOTHING = 0.0005  # what reads 0.0 % has no bar

Align = Qt.AlignmentFlag
# Qt turns these round where people write from right to left.
LEFT = Align.AlignLeft | Align.AlignVCenter | Qt.TextFlag.TextSingleLine
RIGHT = Align.AlignRight | Align.AlignVCenter | Qt.TextFlag.TextSingleLine


def row_height(font: QFont) -> int:
    """Of a table of this font: room for a thumbnail, and for a figure above its bar."""
    return max(ROW, QFontMetrics(font).height() + 20)


class CellDelegate(QStyledItemDelegate):
    """Paints the cells of a `ResultsModel`: hairlines below rows, a raised ground below what is selected."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._figures: tuple[QFont, QFont] | None = None
        self._small = SmallPictures()

    def _figure_font(self, font: QFont) -> QFont:
        """Too slow to make for every cell painted."""
        if self._figures is None or self._figures[0] != font:
            self._figures = (QFont(font), tabular(font))
        return self._figures[1]

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = self._theme.tokens, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.raised))
            if index.column() == ResultColumn.NAME and option.state & QStyle.StateFlag.State_Active:
                painter.fillRect(
                    _at_start(option, QRect(rect.topLeft(), QSize(3, rect.height()))), QColor(tokens.accent)
                )
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Above and below the current row, if the keyboard is here."""
        view, rect = self.parent(), option.rect
        if not isinstance(view, QAbstractItemView) or not view.hasFocus() or view.currentIndex().row() != index.row():
            return
        for top in (rect.top(), rect.bottom()):
            painter.fillRect(QRect(rect.left(), top, rect.width(), 1), QColor(self._theme.tokens.accent))

    def _paint_name(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, model: ResultsModel) -> None:
        tokens, rect, row = self._theme.tokens, option.rect, model.row(index.row())
        side = rect.height() - 9
        area = _at_start(option, QRect(rect.left() + 10, rect.top() + 4, side, side))
        pixmap = model.thumbnail(index.row())
        if pixmap:
            pixmap = self._small.fitted(pixmap, area.size(), painter.device().devicePixelRatioF(), fills=True)
        paint_picture(painter, area, pixmap, tokens)
        if row and model.state(row.outcome) is State.FAILED:
            paint_failed(painter, area.center(), tokens)
        rest = rect.adjusted(side + 10 + PAD, 0, -PAD, 0)
        text = model.text(row.outcome, ResultColumn.NAME) if row else str(index.data() or "")
        self._text(painter, option, rest, text, tokens.text if row else tokens.muted, Qt.TextElideMode.ElideMiddle)

    def _paint_probability(
        self, painter: QPainter, option: QStyleOptionViewItem, probability: float, is_known: bool
    ) -> None:
        """The figure above a thin bar."""
        tokens = self._theme.tokens
        inner = _at_start(option, option.rect.adjusted(PAD, 0, -ARROW, -1))
        painter.setFont(self._figure_font(option.font))
        painter.setPen(QColor(tokens.text if is_known else tokens.muted))
        painter.drawText(inner.adjusted(0, 0, 0, -2 * BAR), RIGHT, wording.percent(probability))
        below = inner.center().y() + option.fontMetrics.height() // 2
        track = QRect(inner.left(), min(below, inner.bottom() - 2 * BAR), inner.width(), BAR)
        is_selected = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(track, QColor(tokens.hairline if is_selected else tokens.track))
        if probability >= NOTHING:
            bar = QRect(track.topLeft(), QSize(max(2, round(track.width() * min(1.0, probability))), BAR))
            painter.fillRect(_at_start(option, bar, track), QColor(tokens.bar if is_known else tokens.outline))

    def _paint_state(self, painter: QPainter, option: QStyleOptionViewItem, state: State, text: str) -> None:
        tokens, rect = self._theme.tokens, option.rect
        size = mark_size(option.fontMetrics)
        spot = _at_start(option, QRect(rect.left() + PAD, rect.center().y() - size // 2, size, size)).center()
        if state is State.FAILED:
            paint_failed(painter, spot, tokens, size)
        elif state is State.UNKNOWN:
            paint_unknown(painter, spot, tokens, size)
        rest = rect.adjusted(PAD + size + PAD // 2, 0, -PAD, 0)
        self._text(painter, option, rest, text, tokens.muted, Qt.TextElideMode.ElideRight)

    def _text(
        self,
        painter: QPainter,
        option: QStyleOptionViewItem,
        rect: QRect,
        text: str,
        colour: str,
        elide: Qt.TextElideMode,
    ) -> None:
        painter.setFont(option.font)
        painter.setPen(QColor(colour))
        cut = option.fontMetrics.elidedText(text, elide, rect.width())
        painter.drawText(_at_start(option, rect), LEFT, unit(cut, option.direction))

    def _paint_cell(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, model: ResultsModel) -> None:
        """Asks the model itself: by way of Qt's roles it takes three times as long."""
        row, column = model.row(index.row()), ResultColumn(index.column())
        if column is ResultColumn.NAME:
            self._paint_name(painter, option, index, model)
        if row is None or column is ResultColumn.NAME:
            return
        tokens, state, text = self._theme.tokens, model.state(row.outcome), model.text(row.outcome, column)
        inner = option.rect.adjusted(PAD, 0, -PAD, 0)
        match column:
            case ResultColumn.FOLDER:
                self._text(painter, option, inner, text, tokens.muted, Qt.TextElideMode.ElideLeft)
            case ResultColumn.CLASS:
                colours = {State.CLASSIFIED: tokens.text, State.UNKNOWN: tokens.muted, State.FAILED: tokens.error}
                self._text(painter, option, inner, text, colours[state], Qt.TextElideMode.ElideRight)
            case ResultColumn.PROBABILITY if (probability := probability_of(row.outcome)) is not None:
                self._paint_probability(painter, option, probability, state is State.CLASSIFIED)
            case ResultColumn.STATE:
                self._paint_state(painter, option, state, text)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        self._paint_ring(painter, option, index)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        model = index.model()
        if isinstance(model, ResultsModel):
            self._paint_cell(painter, option, index, model)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, row_height(option.font))


def _at_start(option: QStyleOptionViewItem, rect: QRect, within: QRect | None = None) -> QRect:
    """A part of a cell where the line begins: at the right where people write that way."""
    return QStyle.visualRect(option.direction, within or option.rect, rect)
