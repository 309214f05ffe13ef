"""The bars: label, bar and percentage of the likeliest classes; the first is the headline."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEasingCurve, QPointF, QRect, QSize, Qt, QVariantAnimation, Signal
from PySide6.QtGui import (
    QColor,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from app.desktop import wording
from app.desktop.heat_colours import gradient
from app.desktop.painting import LINE, unit
from app.desktop.predictions_model import Index, PredictionRole, PredictionsModel
from app.desktop.theme import HEADLINE, LABEL, RADIUS, Theme, scaled, tabular

MARGIN = 12
GAP = 4
GROW = 150  # milliseconds
NOTHING = 0.0005  # what reads 0.0 % has no bar
MARK = 4  # the width of what marks the class whose heat map is wanted


@dataclass(frozen=True, slots=True)
class _Measures:
    """Fonts and heights of a row, which follow the view's font."""

    label: QFont
    figure: QFont
    bar: int
    figure_width: int
    height: int

    @classmethod
    def of(cls, font: QFont, headline: bool) -> _Measures:
        label = scaled(font, HEADLINE if headline else LABEL)
        if headline:
            label.setWeight(QFont.Weight.DemiBold)
        figure = tabular(scaled(font, LABEL))
        bar = max(6, QFontMetrics(font).height() // (2 if headline else 3))
        line = max(bar, QFontMetrics(figure).height())
        height = QFontMetrics(label).height() + GAP // 2 + line + (20 if headline else 12)
        return cls(label, figure, bar, QFontMetrics(figure).horizontalAdvance(wording.percent(1.0)), height)


class BarDelegate(QStyledItemDelegate):
    """Paints a class as a label above its bar and percentage."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.grown = 1.0

    def paint_row(self, painter: QPainter, rect: QRect, font: QFont, index: Index | None, headline: bool) -> None:
        """Paint a row, or the empty track of one when there is no answer yet."""
        measures = _Measures.of(font, headline)
        inner = rect.adjusted(MARGIN, 2, -MARGIN, -2)
        figures = QRect(inner)
        label_height = QFontMetrics(measures.label).height()
        figures.setTop(inner.top() + label_height + GAP // 2)
        figures.setHeight(max(measures.bar, QFontMetrics(measures.figure).height()))
        track = QRect(figures)
        track.setRight(figures.right() - measures.figure_width - MARGIN)
        track = QRect(track.left(), track.center().y() - measures.bar // 2, track.width(), measures.bar)
        track = _mirrored(painter, inner, track)
        probability = float(index.data(PredictionRole.PROBABILITY)) if index else 0.0
        self._paint_bar(painter, track, probability * self.grown, headline)
        if index:
            self._paint_label(painter, QRect(inner.topLeft(), QSize(inner.width(), label_height)), measures, index)
            painter.setFont(measures.figure)
            painter.setPen(QColor(self._theme.tokens.text))
            right = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
            painter.drawText(figures, right, wording.percent(probability))

    def _paint_bar(self, painter: QPainter, track: QRect, share: float, headline: bool) -> None:
        tokens = self._theme.tokens
        radius = min(RADIUS, track.height()) / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(tokens.track))
        painter.drawRoundedRect(track, radius, radius)
        if share >= NOTHING:
            bar = QRect(track)
            bar.setWidth(max(2, round(track.width() * min(1.0, share))))
            painter.setBrush(QColor(tokens.accent if headline else tokens.bar))
            painter.drawRoundedRect(_mirrored(painter, track, bar), min(radius, bar.width() / 2), radius)

    def _paint_label(self, painter: QPainter, rect: QRect, measures: _Measures, index: Index) -> None:
        label = str(index.data(PredictionRole.LABEL))
        if not index.data(PredictionRole.UNKNOWN):
            self._text(painter, rect, measures.label, self._theme.tokens.text, label)
            return
        quiet = QFont(measures.label)
        quiet.setWeight(QFont.Weight.Normal)
        unknown = self.tr("unknown")
        self._text(painter, rect, quiet, self._theme.tokens.muted, unknown)
        offset = QFontMetrics(quiet).horizontalAdvance(unknown) + MARGIN
        rest = rect.adjusted(offset, 0, 0, QFontMetrics(measures.figure).descent() - QFontMetrics(quiet).descent())
        rest = _mirrored(painter, rect, rest)
        guess = self.tr("perhaps %1").replace("%1", label)
        self._text(painter, rest, measures.figure, self._theme.tokens.muted, guess, Qt.AlignmentFlag.AlignBottom)

    def _text(
        self,
        painter: QPainter,
        rect: QRect,
        font: QFont,
        colour: str,
        text: str,
        vertical: Qt.AlignmentFlag = Qt.AlignmentFlag.AlignVCenter,
    ) -> None:
        painter.setFont(font)
        painter.setPen(QColor(colour))
        elided = QFontMetrics(font).elidedText(text, Qt.TextElideMode.ElideRight, rect.width())
        words = unit(elided, painter.layoutDirection())
        painter.drawText(rect, vertical | LINE, words)

    # Qt overrides

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if option.state & QStyle.StateFlag.State_Selected:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(QColor(self._theme.tokens.raised))
            painter.drawRoundedRect(option.rect.adjusted(2, 0, -2, 0), RADIUS, RADIUS)
        if option.state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._theme.tokens.accent))
            painter.drawRoundedRect(option.rect.adjusted(2, 0, -3, -1), RADIUS, RADIUS)
        self.paint_row(painter, option.rect, option.font, index, index.row() == 0)
        if index.data(PredictionRole.EXPLAINED):
            self._paint_mark(painter, option.rect)
        painter.restore()

    def _paint_mark(self, painter: QPainter, rect: QRect) -> None:
        """In the margin, so that nothing moves; in the colours of the map, the most above."""
        mark = rect.adjusted(GAP, 6, 0, -6)
        mark.setWidth(MARK)
        mark = _mirrored(painter, rect, mark)
        painter.setPen(QColor(self._theme.tokens.outline))
        painter.setBrush(gradient(QPointF(mark.bottomLeft()), QPointF(mark.topLeft())))
        painter.drawRoundedRect(mark, MARK / 2, MARK / 2)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        return QSize(160, _Measures.of(option.font, index.row() == 0).height)


ROWS = 5  # bars that there is room for wherever there is a choice


class BarsView(QListView):
    """The bars of one picture: keyboard, selection, copying and screen readers come from Qt's list view.

    While the answer is to come it shows the empty tracks, so that nothing moves when the answer comes.

    Signals:
        why_wanted(int): a bar was clicked, or Enter or Space pressed on it; the row.
    """

    why_wanted = Signal(int)

    def __init__(self, predictions: PredictionsModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(predictions)
        self.setItemDelegate(BarDelegate(theme, self))
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFrameShape(QListView.Shape.NoFrame)
        self.setAccessibleName(self.tr("Likeliest classes"))
        self._predictions = predictions
        self._waiting = False
        self._pressed: int | None = None  # the row where a click began
        self._growth = QVariantAnimation(self)
        self._growth.setStartValue(0.0)
        self._growth.setEndValue(1.0)
        self._growth.setEasingCurve(QEasingCurve.Type.OutCubic)
        self._growth.valueChanged.connect(self._on_grown)
        predictions.modelReset.connect(self._on_reset)
        theme.changed.connect(self.viewport().update)

    def set_waiting(self, waiting: bool) -> None:
        """Show empty tracks while there is an answer to come."""
        self._waiting = waiting
        self._keep_room()
        self.viewport().update()

    def _keep_room(self) -> None:
        """Where the bars to come will need a scroll bar it is there before, so that nothing moves.

        Without a picture there are none to come.
        """
        policy = Qt.ScrollBarPolicy
        is_used = self._waiting or self._predictions.rowCount() > 0
        rows = sum(_Measures.of(self.font(), row == 0).height for row in range(self._predictions.shown))
        needs_bar = is_used and rows > self.viewport().height()
        self.setVerticalScrollBarPolicy(policy.ScrollBarAlwaysOn if needs_bar else policy.ScrollBarAlwaysOff)

    def copied_text(self) -> str:
        """The selected bars (all, when none is selected) as lines of label, tab and percentage."""
        return "\n".join(f"{label}\t{wording.percent(probability)}" for label, probability in self._copied())

    def _copied(self) -> list[tuple[str, float]]:
        rows = sorted(index.row() for index in self.selectedIndexes()) or range(self._predictions.rowCount())
        indexes = [self._predictions.index(row) for row in rows]
        return [(index.data(PredictionRole.LABEL), index.data(PredictionRole.PROBABILITY)) for index in indexes]

    def _on_reset(self) -> None:
        self._growth.stop()
        self._keep_room()
        wanted = self.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration, None, self)
        if self._predictions.rowCount() and wanted and self.isVisible():
            self._growth.setDuration(min(GROW, wanted))
            self._growth.start()
        else:
            self._on_grown(1.0)

    def _on_grown(self, grown: float) -> None:
        delegate = self.itemDelegate()
        if isinstance(delegate, BarDelegate):
            delegate.grown = grown
        self.viewport().update()

    # Qt overrides

    def paintEvent(self, event: QPaintEvent) -> None:
        if self._predictions.rowCount():
            super().paintEvent(event)
            return
        if not self._waiting:
            return
        painter = QPainter(self.viewport())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        top, delegate = 0, self.itemDelegate()
        for row in range(self._predictions.shown):
            height = _Measures.of(self.font(), row == 0).height
            if isinstance(delegate, BarDelegate):
                rect = QRect(0, top, self.viewport().width(), height)
                delegate.paint_row(painter, rect, self.font(), None, row == 0)
            top += height

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._keep_room()

    def sizeHint(self) -> QSize:
        """As high as the first few bars; more of them scroll."""
        rows = range(min(ROWS, self._predictions.shown))
        return QSize(super().sizeHint().width(), sum(_Measures.of(self.font(), row == 0).height for row in rows))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Esc takes the selection back, unless a heat map is nearer: then that goes."""
        row = self.currentIndex().row()
        if event.key() in _CHOOSING and event.modifiers() in _PLAIN and row >= 0:
            self.why_wanted.emit(row)
        elif event.key() == Qt.Key.Key_Escape and self.selectedIndexes() and not self._is_explaining():
            self.clearSelection()
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        super().mousePressEvent(event)
        is_plain = event.button() == Qt.MouseButton.LeftButton and event.modifiers() in _PLAIN
        self._pressed = self.indexAt(event.position().toPoint()).row() if is_plain else None

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Its first half was a click, and the second takes nothing back."""
        self._pressed = None

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        row, pressed = self.indexAt(event.position().toPoint()).row(), self._pressed
        self._pressed = None
        if row >= 0 and row == pressed:
            self.why_wanted.emit(row)

    def _is_explaining(self) -> bool:
        rows = range(self._predictions.rowCount())
        return any(self._predictions.index(row).data(PredictionRole.EXPLAINED) for row in rows)


_PLAIN = (Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier)  # the others select
_CHOOSING = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)


def _mirrored(painter: QPainter, area: QRect, rect: QRect) -> QRect:
    """Where `rect` lies in `area` for whoever reads from the right."""
    return QStyle.visualRect(painter.layoutDirection(), area, rect)
