"""The film strip: all pictures of this sitting, newest last, with small marks for their states."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QPixmap, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop.pictures_model import Index, PictureRole, PicturesModel, State
from app.desktop.theme import CAPTION, RADIUS, Theme, scaled

THUMBNAIL = 72
PADDING = 6
SMALL_RADIUS = 4
EDGE = 8


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a thumbnail with its caption: the class, or what is known instead."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _paint_frame(self, painter: QPainter, option: QStyleOptionViewItem) -> None:
        tokens, rect = self._theme.tokens, option.rect.adjusted(1, 1, -2, -2)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(Qt.PenStyle.NoPen)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setBrush(QColor(tokens.raised))
            painter.setPen(QColor(tokens.accent))
        painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.drawRoundedRect(rect.adjusted(1, 1, -1, -1), RADIUS - 1, RADIUS - 1)

    def _paint_picture(self, painter: QPainter, area: QRect, pixmap: QPixmap | None) -> None:
        if not isinstance(pixmap, QPixmap):
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.track))
            painter.drawRoundedRect(area, SMALL_RADIUS, SMALL_RADIUS)
            return
        size = pixmap.size().scaled(area.size(), Qt.AspectRatioMode.KeepAspectRatio).expandedTo(QSize(3, 3))
        target = QRect(area.topLeft(), size)
        target.moveCenter(area.center())
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.drawPixmap(target, pixmap)

    def _paint_mark(self, painter: QPainter, area: QRect, state: State) -> None:
        colour = {State.FAILED: self._theme.tokens.error, State.STOPPED: self._theme.tokens.warning}.get(state)
        if colour:
            mark = QRect(area.right() - 13, area.top() + 1, 13, 13)
            painter.setPen(QColor(self._theme.tokens.surface))
            painter.setBrush(QColor(colour))
            painter.drawEllipse(mark)

    def _paint_caption(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, top: int) -> None:
        tokens, font = self._theme.tokens, scaled(option.font, CAPTION)
        state = index.data(PictureRole.STATE)
        painter.setFont(font)
        painter.setPen(QColor({State.FAILED: tokens.error, State.CLASSIFIED: tokens.text}.get(state, tokens.muted)))
        rect = QRect(option.rect.left() + PADDING, top, option.rect.width() - 2 * PADDING, QFontMetrics(font).height())
        caption = QFontMetrics(font).elidedText(
            str(index.data(PictureRole.CAPTION)), Qt.TextElideMode.ElideRight, rect.width()
        )
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | Qt.TextFlag.TextSingleLine, caption)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_frame(painter, option)
        left = option.rect.center().x() - THUMBNAIL // 2
        area = QRect(left, option.rect.top() + PADDING, THUMBNAIL, THUMBNAIL)
        self._paint_picture(painter, area, index.data(Qt.ItemDataRole.DecorationRole))
        self._paint_mark(painter, area, index.data(PictureRole.STATE))
        self._paint_caption(painter, option, index, area.bottom() + PADDING // 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return tile_size(option.font)


def tile_size(font: QFont) -> QSize:
    """Size of a tile, in device-independent pixels."""
    caption = QFontMetrics(scaled(font, CAPTION)).height()
    return QSize(THUMBNAIL + 4 * PADDING, THUMBNAIL + caption + 2 * PADDING + PADDING // 2)


class FilmStrip(QListView):
    """The pictures in a row; the current one is the one shown."""

    def __init__(self, pictures: PicturesModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(pictures)
        self.setItemDelegate(ThumbnailDelegate(theme, self))
        self.setFlow(QListView.Flow.LeftToRight)
        self.setWrapping(False)
        self.setUniformItemSizes(True)
        self.setSpacing(0)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setViewportMargins(EDGE, 4, EDGE, 0)
        self.setAccessibleName(self.tr("Pictures"))
        theme.changed.connect(self.viewport().update)
        self._fit()

    def selected_rows(self) -> list[int]:
        """The rows that are selected, in order."""
        return sorted(index.row() for index in self.selectedIndexes())

    def _fit(self) -> None:
        self.setFixedHeight(tile_size(self.font()).height() + self.horizontalScrollBar().sizeHint().height() + 6)

    # Qt overrides

    def wheelEvent(self, event: QWheelEvent) -> None:
        """An ordinary wheel scrolls the strip sideways."""
        delta = event.angleDelta()
        bar = self.horizontalScrollBar()
        bar.setValue(bar.value() - (delta.x() or delta.y()))
        event.accept()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == event.Type.FontChange:
            self._fit()
