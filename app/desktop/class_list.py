"""The classes of a run with their counts; a click shows only the pictures of one."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPoint, QRect, QSize, Qt
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPalette
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.desktop import wording
from app.desktop.classes_model import ClassesModel, ClassRole, Index, Kind
from app.desktop.painting import mark_size, paint_failed, paint_unknown, unit
from app.desktop.run_view import RunView
from app.desktop.theme import RADIUS, Theme, tabular
from app.results.query import State

PAD = 12
BAR = 3


def line_height(font: QFont) -> int:
    """Of a class: its label, and a bar below."""
    return QFontMetrics(font).height() + 16


class ClassDelegate(QStyledItemDelegate):
    """Paints label and count above a thin bar, and a mark instead of it for what has no class."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme

    def _paint_ground(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        tokens, rect = self._theme.tokens, option.rect.adjusted(4, 1, -5, -2)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.raised))
        if index.data(ClassRole.ACTIVE):
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
            painter.setBrush(QColor(tokens.accent))
            painter.drawRoundedRect(_mirrored(option, QRect(rect.left(), rect.top() + 6, 3, rect.height() - 11)), 1, 1)
        view = self.parent()
        has_focus = isinstance(view, QAbstractItemView) and view.hasFocus() and view.currentIndex() == index
        if has_focus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(tokens.accent))
            painter.drawRoundedRect(rect, RADIUS, RADIUS)
        if index.data(ClassRole.KIND) is Kind.FAILED:
            line = QRect(option.rect.left() + PAD, option.rect.bottom(), option.rect.width() - 2 * PAD, 1)
            painter.fillRect(line, QColor(tokens.hairline))

    def _paint_words(self, painter: QPainter, option: QStyleOptionViewItem, index: Index, rect: QRect) -> None:
        tokens, count, kind = self._theme.tokens, index.data(ClassRole.COUNT), index.data(ClassRole.KIND)
        figure, font = tabular(option.font), QFont(option.font)
        number = wording.count(count)
        width = QFontMetrics(figure).horizontalAdvance(number)
        painter.setFont(figure)
        painter.setPen(QColor(tokens.muted))
        painter.drawText(rect, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter, number)
        if index.data(ClassRole.ACTIVE) or kind is Kind.ALL:
            font.setWeight(QFont.Weight.DemiBold)
        painter.setFont(font)
        painter.setPen(QColor(tokens.text if count else tokens.muted))
        room = rect.adjusted(0, 0, -width - PAD, 0)
        cut = QFontMetrics(font).elidedText(str(index.data()), Qt.TextElideMode.ElideRight, room.width())
        area = QStyle.visualRect(option.direction, rect, room)
        left = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine
        painter.drawText(area, left, unit(cut, option.direction))

    def _paint_bar(self, painter: QPainter, option: QStyleOptionViewItem, track: QRect, share: float) -> None:
        tokens = self._theme.tokens
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(track, BAR / 2, BAR / 2)
        if not share:
            return
        bar = QRect(track)
        bar.setWidth(max(BAR, round(track.width() * share)))
        painter.setBrush(QColor(tokens.bar))
        painter.drawRoundedRect(QStyle.visualRect(option.direction, track, bar), BAR / 2, BAR / 2)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        self._paint_ground(painter, option, index)
        inner, kind = option.rect.adjusted(PAD + 4, 3, -PAD - 4, -5), index.data(ClassRole.KIND)
        if kind is Kind.CLASS:
            track = QRect(inner.left(), inner.bottom() - BAR, inner.width(), BAR)
            self._paint_bar(painter, option, track, index.data(ClassRole.SHARE))
            inner.setBottom(track.top() - 1)
        elif kind is not Kind.ALL:
            size = mark_size(option.fontMetrics)
            spot = QRect(QPoint(inner.left(), inner.center().y() - size // 2), QSize(size, size))
            paint = paint_failed if kind is Kind.FAILED else paint_unknown
            paint(painter, _mirrored(option, spot).center(), self._theme.tokens, size)
            inner = _mirrored(option, inner.adjusted(size + 8, 0, 0, 0))
        self._paint_words(painter, option, index, inner)
        painter.restore()

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(80, line_height(option.font))


class ClassList(QListView):
    """Follows the counts of a `RunView`; a click or Enter shows one class, once more shows all again."""

    def __init__(self, run_view: RunView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._run_view = run_view
        self._classes = ClassesModel(self)
        self.setModel(self._classes)
        self.setItemDelegate(ClassDelegate(theme, self))
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self.setUniformItemSizes(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setAccessibleName(self.tr("Classes"))
        self.setAccessibleDescription(self.tr("Enter shows only the pictures of a class, and all of them again."))
        self.clicked.connect(self._on_chosen)
        theme.changed.connect(self.viewport().update)
        run_view.counted.connect(self._on_counted)
        run_view.changed.connect(self._on_changed)
        self._on_counted()
        self._on_changed()

    def _on_chosen(self, index: QModelIndex) -> None:
        if not index.isValid():
            return
        kind, is_active = index.data(ClassRole.KIND), index.data(ClassRole.ACTIVE)
        states = {Kind.UNKNOWN: frozenset({State.UNKNOWN}), Kind.FAILED: frozenset({State.FAILED})}
        if kind is Kind.CLASS:
            self._run_view.choose(None if is_active else index.data(ClassRole.LABEL), frozenset(State))
        else:
            self._run_view.choose(None, frozenset(State) if is_active else states.get(kind, frozenset(State)))

    def _on_counted(self) -> None:
        """The keyboard stays on its class, wherever that is now."""
        current = self.currentIndex()
        kept = (current.data(ClassRole.KIND), current.data(ClassRole.LABEL)) if current.isValid() else None
        self._classes.show_counts(self._run_view.counts)
        row = self._classes.row_of(*kept) if kept else -1
        if row >= 0 and row != self.currentIndex().row():
            value = self.verticalScrollBar().value()
            self.setCurrentIndex(self._classes.index(row))
            self.verticalScrollBar().setValue(value)

    def _on_changed(self) -> None:
        if self._run_view.query is None:
            self._classes.show_counts(None)
        self._classes.show_query(self._run_view.query)

    # Qt overrides

    def sizeHint(self) -> QSize:
        metrics, bar = self.fontMetrics(), self.style().pixelMetric(QStyle.PixelMetric.PM_ScrollBarExtent)
        words = metrics.horizontalAdvance(f"{wording.state_words(State.FAILED)}{wording.count(100_000)}")
        return QSize(words + mark_size(metrics) + 8 + 3 * PAD + 8 + bar, 300)

    def minimumSizeHint(self) -> QSize:
        return QSize(max(120, 16 * self.fontMetrics().averageCharWidth()), 2 * line_height(self.font()))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space):
            self._on_chosen(self.currentIndex())
            return
        super().keyPressEvent(event)


def _mirrored(option: QStyleOptionViewItem, rect: QRect) -> QRect:
    return QStyle.visualRect(option.direction, option.rect, rect)
