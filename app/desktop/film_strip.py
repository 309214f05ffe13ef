"""The film strip: all pictures of this sitting, newest last, with small marks for their states."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QPainter, QPalette, QWheelEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop.painting import LINE, paint_failed, paint_frame, paint_picture, paint_stopped, unit
from app.desktop.pictures_model import Index, PictureRole, PicturesModel, State
from app.desktop.theme import CAPTION, Theme, scaled

THUMBNAIL = 72
PADDING = 6
EDGE = 8


@dataclass(frozen=True, slots=True)
class _Captions:
    """The font of the captions below tiles of a font, and its measures: too slow to make for every tile painted."""

    of: QFont
    font: QFont
    metrics: QFontMetrics


class ThumbnailDelegate(QStyledItemDelegate):
    """Paints a thumbnail with its caption: the class, or what is known instead."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._captions: _Captions | None = None

    def _captions_for(self, font: QFont) -> _Captions:
        if self._captions is None or self._captions.of != font:
            small = scaled(font, CAPTION)
            self._captions = _Captions(QFont(font), small, QFontMetrics(small))
        return self._captions

    def _paint_mark(self, painter: QPainter, area: QRect, state: State) -> None:
        """A cross for what failed, a bar for what was stopped: told apart without their colours too."""
        centre = QPoint(area.right() - 8, area.top() + 8)
        if state is State.FAILED:
            paint_failed(painter, centre, self._theme.tokens)
        elif state is State.STOPPED:
            paint_stopped(painter, centre, self._theme.tokens)

    def _paint_caption(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, top: int) -> None:
        tokens, captions = self._theme.tokens, self._captions_for(option.font)
        state = index.data(PictureRole.STATE)
        is_answered = state is State.CLASSIFIED
        painter.setFont(captions.font)
        painter.setPen(QColor({State.FAILED: tokens.error, State.CLASSIFIED: tokens.text}.get(state, tokens.muted)))
        rect = QRect(option.rect.left() + PADDING, top, option.rect.width() - 2 * PADDING, captions.metrics.height())
        # The end of a class says least; of a file name, the middle.
        elide = Qt.TextElideMode.ElideRight if is_answered else Qt.TextElideMode.ElideMiddle
        caption = captions.metrics.elidedText(str(index.data(PictureRole.CAPTION)), elide, rect.width())
        painter.drawText(rect, Qt.AlignmentFlag.AlignCenter | LINE, unit(caption, option.direction))

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, option, self._theme.tokens)
        left = option.rect.center().x() - THUMBNAIL // 2
        area = QRect(left, option.rect.top() + PADDING, THUMBNAIL, THUMBNAIL)
        paint_picture(painter, area, index.data(Qt.ItemDataRole.DecorationRole), self._theme.tokens)
        self._paint_mark(painter, area, index.data(PictureRole.STATE))
        self._paint_caption(painter, option, index, area.bottom() + PADDING // 2)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return tile_size(option.font)


def tile_size(font: QFont) -> QSize:
    """Size of a tile, in device-independent pixels."""
    caption = QFontMetrics(scaled(font, CAPTION))
    width = max(THUMBNAIL, 9 * caption.averageCharWidth()) + 4 * PADDING
    return QSize(width, THUMBNAIL + caption.height() + 2 * PADDING + PADDING // 2)


ScrollHint = QAbstractItemView.ScrollHint


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

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        """No tile changes its size, so none is laid out anew: of ten thousand that takes too long for each answer."""
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        """The neighbours of a picture are seen too, and what was far away comes to the middle."""
        tile, room = self.visualRect(index), self.viewport().width()
        if tile.left() > room + tile.width() or tile.right() < -tile.width():
            hint = ScrollHint.PositionAtCenter
        if hint is ScrollHint.EnsureVisible:
            for row in (index.row() - 1, index.row() + 1):
                if 0 <= row < self.model().rowCount():
                    super().scrollTo(self.model().index(row, 0), hint)
        super().scrollTo(index, hint)

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
