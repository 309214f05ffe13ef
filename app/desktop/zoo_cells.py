"""How the cells of the models' table are painted."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter
from PySide6.QtWidgets import QAbstractItemView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop.painting import unit
from app.desktop.pictures_model import Index
from app.desktop.standing import NOT_FOR_USE, UNDER_WAY, Standing
from app.desktop.theme import Theme
from app.desktop.zoo_model import ZooColumn, ZooModel

PAD = 12
BAR = 3
_AIR = 16  # pixels above and below the words of a row together
_QUIET = (ZooColumn.LIBRARY, ZooColumn.LICENCE, ZooColumn.STATE)


def row_height(font: QFont) -> int:
    """Of a table of this font."""
    return QFontMetrics(font).height() + _AIR


class ZooDelegate(QStyledItemDelegate):
    """Paints the cells of a `ZooModel`: hairlines below rows, a raised ground below the one that is selected."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = self._theme.tokens, option.rect
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(rect, QColor(tokens.raised))
            if index.column() == ZooColumn.NAME:
                mark = QRect(rect.left(), rect.top(), 3, rect.height())
                painter.fillRect(QStyle.visualRect(option.direction, rect, mark), QColor(tokens.accent))
        painter.fillRect(QRect(rect.left(), rect.bottom(), rect.width(), 1), QColor(tokens.hairline))

    def _paint_ring(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Above and below the current row, if the keyboard is here."""
        view, rect = self.parent(), option.rect
        if isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex().row() == index.row():
            for top in (rect.top(), rect.bottom()):
                painter.fillRect(QRect(rect.left(), top, rect.width(), 1), QColor(self._theme.tokens.accent))

    def _colour(self, standing: Standing, column: int) -> str:
        tokens = self._theme.tokens
        if column == ZooColumn.STATE and standing in NOT_FOR_USE:
            return tokens.error
        return tokens.muted if column in _QUIET else tokens.text

    def _paint_text(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, model: ZooModel) -> None:
        font = index.data(Qt.ItemDataRole.FontRole)
        painter.setFont(font if isinstance(font, QFont) else option.font)
        painter.setPen(QColor(self._colour(model.standing(index.row()), index.column())))
        inner = option.rect.adjusted(PAD, 0, -PAD, 0)
        side = Qt.TextElideMode.ElideMiddle if index.column() == ZooColumn.NAME else Qt.TextElideMode.ElideRight
        cut = painter.fontMetrics().elidedText(str(index.data()), side, inner.width())
        line = index.data(Qt.ItemDataRole.TextAlignmentRole) | Qt.TextFlag.TextSingleLine
        painter.drawText(inner, line, unit(cut, option.direction))

    def _paint_progress(self, painter: QPainter, option: QStyleOptionViewItem, share: float) -> None:
        """A thin bar below the figure."""
        tokens = self._theme.tokens
        inner = option.rect.adjusted(PAD, 0, -PAD, 0)
        track = QRect(inner.left(), inner.bottom() - 2 * BAR, inner.width(), BAR)
        is_selected = option.state & QStyle.StateFlag.State_Selected
        painter.fillRect(track, QColor(tokens.hairline if is_selected else tokens.track))
        bar = QRect(track.topLeft(), QSize(round(track.width() * share), BAR))
        painter.fillRect(QStyle.visualRect(option.direction, track, bar), QColor(tokens.accent))

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        self._paint_ground(painter, option, index)
        self._paint_ring(painter, option, index)
        model = index.model()
        if isinstance(model, ZooModel):
            self._paint_text(painter, option, index, model)
            if index.column() == ZooColumn.STATE and model.standing(index.row()) in UNDER_WAY:
                self._paint_progress(painter, option, model.share(model.cards[index.row()].key) or 0.0)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, row_height(option.font))
