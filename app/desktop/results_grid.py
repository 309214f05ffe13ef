"""The results as a grid of thumbnails, with class and probability below each."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import (
    QAccessible,
    QAccessibleEvent,
    QColor,
    QFont,
    QFontMetrics,
    QPainter,
    QPaintEvent,
    QPalette,
    QPixmap,
    QRegion,
    QResizeEvent,
    QWheelEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from app.desktop import wording
from app.desktop.painting import LINE, SmallPictures, paint_failed, paint_frame, paint_picture, paint_unknown, unit
from app.desktop.results_model import Index, ResultRole, ResultsModel
from app.desktop.run_view import RunView
from app.desktop.theme import CAPTION, LABEL, Theme, scaled, tabular
from app.results.listing import Row
from app.results.query import State
from app.values import Classified

THUMBNAIL = 144
PADDING = 8
EDGE = 8

Moves = QAbstractItemView.CursorAction
ScrollHint = QAbstractItemView.ScrollHint


class TileDelegate(QStyledItemDelegate):
    """Paints a picture with two lines below it: the class, and how probable it is or why there is none."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self._fonts: tuple[QFont, QFont, QFont] | None = None
        self._small = SmallPictures()

    def _fonts_for(self, font: QFont) -> tuple[QFont, QFont]:
        """Of the two lines; too slow to make for every tile painted."""
        if self._fonts is None or self._fonts[0] != font:
            self._fonts = (QFont(font), *tile_fonts(font))
        return self._fonts[1:]

    def _paint_lines(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, row: Row, top: int) -> None:
        tokens, state, model = self._theme.tokens, index.data(ResultRole.STATE), index.model()
        if not isinstance(model, ResultsModel):
            return
        colours = {State.CLASSIFIED: tokens.text, State.UNKNOWN: tokens.muted, State.FAILED: tokens.error}
        lines = (
            (model.class_words(row.outcome), colours[state]),
            (_second_line(model, row), tokens.muted),
        )
        rect = option.rect.adjusted(PADDING, 0, -PADDING, 0)
        for (text, colour), font in zip(lines, self._fonts_for(option.font), strict=True):
            metrics = QFontMetrics(font)
            painter.setFont(font)
            painter.setPen(QColor(colour))
            cut = metrics.elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
            area = QRect(rect.left(), top, rect.width(), metrics.height())
            painter.drawText(area, Qt.AlignmentFlag.AlignCenter | LINE, unit(cut, option.direction))
            top += metrics.height()

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_frame(painter, option, self._theme.tokens)
        left = option.rect.center().x() - THUMBNAIL // 2
        area = QRect(left, option.rect.top() + PADDING, THUMBNAIL, THUMBNAIL)
        pixmap = index.data(Qt.ItemDataRole.DecorationRole)
        if isinstance(pixmap, QPixmap):
            pixmap = self._small.fitted(pixmap, area.size(), painter.device().devicePixelRatioF())
        paint_picture(painter, area, pixmap, self._theme.tokens)
        row, state = index.data(ResultRole.ROW), index.data(ResultRole.STATE)
        spot = QPoint(area.right() - 10, area.top() + 10)
        if state is State.FAILED:
            paint_failed(painter, spot, self._theme.tokens)
        elif state is State.UNKNOWN:
            paint_unknown(painter, spot, self._theme.tokens)
        if row:
            self._paint_lines(painter, option, index, row, area.bottom() + PADDING // 2)
        painter.restore()


def tile_fonts(font: QFont) -> tuple[QFont, QFont]:
    """Of the class, and of the line below it."""
    return scaled(font, (LABEL + CAPTION) / 2), tabular(scaled(font, CAPTION))


def tile_size(font: QFont) -> QSize:
    """The least size of a tile, in device-independent pixels."""
    high = sum(QFontMetrics(each).height() for each in tile_fonts(font))
    return QSize(THUMBNAIL + 4 * PADDING, THUMBNAIL + high + 2 * PADDING + PADDING // 2)


def _second_line(model: ResultsModel, row: Row) -> str:
    outcome = row.outcome
    if isinstance(outcome, Classified) and outcome.predictions:
        return wording.percent(outcome.predictions[0].probability)
    return model.state_words(outcome)


class ResultsGrid(QListView):
    """Shows the rows of a `RunView` as tiles of one size.

    Qt's own layout walks through all rows; here every place follows from its number, so a million tiles cost no more
    than ten. It stays a `QListView` because that is what screen readers are told of.
    """

    def __init__(self, run_view: RunView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._run_view = run_view
        self.setModel(run_view.model)
        own = self.selectionModel()
        self.setSelectionModel(run_view.selection)
        own.deleteLater()
        self.setItemDelegate(TileDelegate(theme, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setAccessibleName(self.tr("Pictures of the run"))
        theme.changed.connect(self.viewport().update)

    @property
    def columns(self) -> int:
        """How many tiles stand side by side."""
        return max(1, (self.viewport().width() - 2 * EDGE) // tile_size(self.font()).width())

    def rows_seen(self) -> range:
        """The rows on the screen."""
        high, columns = tile_size(self.font()).height(), self.columns
        first = max(0, self.verticalOffset() - EDGE) // high
        last = max(0, self.verticalOffset() + self.viewport().height() - EDGE - 1) // high
        return range(first * columns, min((last + 1) * columns, self._rows()))

    def place(self, old: int, new: int) -> None:
        """Scroll so that row `new` stands where row `old` stood; at the top if `old` is -1."""
        self.updateGeometries()
        bar, high = self.verticalScrollBar(), tile_size(self.font()).height()
        bar.setValue(0 if old < 0 else bar.value() + (new // self.columns - old // self.columns) * high)

    def _rows(self) -> int:
        return self._run_view.model.rowCount()

    def _first_tile(self) -> tuple[int, int, int]:
        """Its left edge, and the width and height of all; what no tile gets is left at both sides."""
        size, columns, room = tile_size(self.font()), self.columns, self.viewport().width() - 2 * EDGE
        width = max(size.width(), room // columns)
        return EDGE + max(0, room - columns * width) // 2, width, size.height()

    def _tile(self, row: int) -> QRect:
        """Where a row stands, on the viewport."""
        line, place = divmod(row, self.columns)
        left, width, high = self._first_tile()
        rect = QRect(left + place * width, EDGE + line * high - self.verticalOffset(), width, high)
        return QStyle.visualRect(self.layoutDirection(), self.viewport().rect(), rect)

    def _row_near(self, point: QPoint) -> int:
        """The row at a point of the viewport, or the nearest one."""
        columns, (left, width, high) = self.columns, self._first_tile()
        place = QStyle.visualPos(self.layoutDirection(), self.viewport().rect(), point)
        line = (place.y() + self.verticalOffset() - EDGE) // high
        across = min(max(0, (place.x() - left) // width), columns - 1)
        return min(max(0, line * columns + across), self._rows() - 1)

    def _paint_tile(self, painter: QPainter, option: QStyleOptionViewItem, row: int) -> None:
        index, state = self._run_view.model.index(row, 0), QStyle.StateFlag
        option.rect = self._tile(row)
        option.state = state.State_Enabled | state.State_Active
        if self.selectionModel().isSelected(index):
            option.state |= state.State_Selected
        if self.hasFocus() and index.row() == self.currentIndex().row():
            option.state |= state.State_HasFocus
        self.itemDelegate().paint(painter, option, index)

    def _tell_focus(self, row: int) -> None:
        """Let screen readers follow the keyboard; older versions of Qt tell them of every cell of a row."""
        children = QAccessible.queryAccessibleInterface(self).childCount()
        event = QAccessibleEvent(self, QAccessible.Event.Focus)
        event.setChild(row * max(1, children // self._rows()))
        QAccessible.updateAccessibility(event)

    # Qt overrides: where things are

    def visualRect(self, index: Index) -> QRect:
        return self._tile(index.row()) if index.isValid() else QRect()

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._row_near(point)
        is_there = row >= 0 and self._tile(row).contains(point)
        return self._run_view.model.index(row, 0) if is_there else QModelIndex()

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def horizontalOffset(self) -> int:
        return 0

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        return QRegion(self.viewport().rect())

    def scrollTo(self, index: Index, hint: ScrollHint = ScrollHint.EnsureVisible) -> None:
        if not index.isValid():
            return
        tile, bar, room = self.visualRect(index), self.verticalScrollBar(), self.viewport().height()
        if hint is ScrollHint.PositionAtCenter:
            bar.setValue(bar.value() + tile.center().y() - room // 2)
        elif hint is ScrollHint.PositionAtTop or tile.top() < 0:
            bar.setValue(bar.value() + tile.top() - EDGE)
        elif hint is ScrollHint.PositionAtBottom or tile.bottom() > room:
            bar.setValue(bar.value() + min(tile.bottom() + EDGE - room, tile.top()))

    def moveCursor(self, action: Moves, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        rows, columns = self._rows(), self.columns
        if rows == 0:
            return QModelIndex()
        page = columns * max(1, self.viewport().height() // tile_size(self.font()).height())
        is_turned = self.isRightToLeft()
        steps = {
            Moves.MoveLeft: 1 if is_turned else -1,
            Moves.MoveRight: -1 if is_turned else 1,
            Moves.MovePrevious: -1,
            Moves.MoveNext: 1,
            Moves.MoveUp: -columns,
            Moves.MoveDown: columns,
            Moves.MovePageUp: -page,
            Moves.MovePageDown: page,
            Moves.MoveHome: -rows,
            Moves.MoveEnd: rows,
        }
        current = max(0, self.currentIndex().row())
        wanted = current + steps[action]
        if action in (Moves.MoveUp, Moves.MoveDown) and not 0 <= wanted < rows:
            wanted = current
        return self._run_view.model.index(min(max(0, wanted), rows - 1), 0)

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        """From the row at one corner to the row at the other, as they are read."""
        if not self._rows():
            return
        first, last = sorted((self._row_near(rect.topLeft()), self._row_near(rect.bottomRight())))
        model = self._run_view.model
        self.selectionModel().select(QItemSelection(model.index(first, 0), model.index(last, 0)), command)

    # Qt overrides: what Qt's list would do for all rows

    def selectAll(self) -> None:
        model, flag = self._run_view.model, QItemSelectionModel.SelectionFlag
        if self._rows():
            rows = QItemSelection(model.index(0, 0), model.index(self._rows() - 1, model.columnCount() - 1))
            self.selectionModel().select(rows, flag.ClearAndSelect)

    def doItemsLayout(self) -> None:
        QAbstractItemView.doItemsLayout(self)

    def updateGeometries(self) -> None:
        high, room = tile_size(self.font()).height(), self.viewport().height()
        lines = -(-self._rows() // self.columns)
        bar = self.verticalScrollBar()
        bar.setPageStep(room)
        bar.setSingleStep(max(1, high // 3))
        bar.setRange(0, max(0, lines * high + 2 * EDGE - room))
        QAbstractItemView.updateGeometries(self)

    def dataChanged(self, first: Index, last: Index, roles: Sequence[int] = ()) -> None:
        QAbstractItemView.dataChanged(self, first, last, list(roles))

    def scrollContentsBy(self, across: int, down: int) -> None:
        self.viewport().scroll(across, down)

    def currentChanged(self, current: Index, previous: Index) -> None:
        QAbstractItemView.currentChanged(self, current, previous)
        if current.isValid() and self.hasFocus() and QAccessible.isActive():
            self._tell_focus(current.row())

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        QAbstractItemView.selectionChanged(self, QItemSelection(), QItemSelection())
        self.viewport().update()

    def keyboardSearch(self, search: str) -> None:
        """Qt would read a million rows to find a name; there is the search box."""

    def resizeEvent(self, event: QResizeEvent) -> None:
        QAbstractItemView.resizeEvent(self, event)
        self.updateGeometries()

    def wheelEvent(self, event: QWheelEvent) -> None:
        QAbstractItemView.wheelEvent(self, event)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter, option = QPainter(self.viewport()), QStyleOptionViewItem()
        self.initViewItemOption(option)
        for row in reversed(self.rows_seen()):  # what is asked for last is made first, and people look from the top
            if event.region().intersects(self._tile(row)):
                self._paint_tile(painter, option, row)
