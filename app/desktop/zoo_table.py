"""The models as a table: one row per model, sorted by a click on a column's title."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QEvent, QModelIndex, Qt, Signal
from PySide6.QtGui import QFontMetrics, QGuiApplication, QKeyEvent, QKeySequence, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.desktop.pictures_model import Index
from app.desktop.quiet_table import make_quiet, sorting_header
from app.desktop.result_cells import ARROW
from app.desktop.theme import Theme, tabular
from app.desktop.zoo_cells import PAD, ZooDelegate, row_height
from app.desktop.zoo_model import BEST_FIRST, ZooColumn, ZooModel

NAME_LEAST = 40  # average characters of the first column
WIDEST = {  # what a column has room for
    ZooColumn.STATE: "on this computer",
    ZooColumn.TOP1: "100.0 %",
    ZooColumn.PARAMETERS: "1,234 M",
    ZooColumn.GFLOPS: "1,234",
    ZooColumn.SIDE: "999 × 999",
    ZooColumn.SIZE: "999.9 MB",
    ZooColumn.YEAR: "2025",
    ZooColumn.LIBRARY: "torchvision",
    ZooColumn.LICENCE: "cvnets-license",
}

Moves = QAbstractItemView.CursorAction


class ZooTable(QTableView):
    """Shows a `ZooModel`; the name takes the room that is left, and what does not fit is scrolled.

    Signals:
        chosen(str): the key of the model that is current now.
        wanted(str): somebody pressed Enter on it, or clicked it twice.
    """

    chosen = Signal(str)
    wanted = Signal(str)

    def __init__(self, model: ZooModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self._is_arranged = False  # whether the user has set a width
        self.setModel(model)
        self.setItemDelegate(ZooDelegate(theme, self))
        make_quiet(self, QAbstractItemView.SelectionMode.SingleSelection)
        self._prepare_headers()
        self.setAccessibleName(self.tr("Models"))
        theme.changed.connect(self.viewport().update)
        self.activated.connect(self._on_activated)
        self._fit()

    def show_key(self, key: str) -> None:
        """Make this model the current one and let it be seen; none where it is not listed."""
        row = self._model.row_of(key)
        if row < 0:
            self.setCurrentIndex(QModelIndex())
            self.clearSelection()
        elif row != self.currentIndex().row():
            self.setCurrentIndex(self._model.index(row, 0))
            self.scrollTo(self.currentIndex())

    def _prepare_headers(self) -> None:
        header = sorting_header(self)
        header.sectionClicked.connect(self._on_title)
        header.sectionResized.connect(self._on_resized)

    def _fit(self) -> None:
        """Rows as high as the font wants, columns as wide as their words, until the user sets a width."""
        self._model.set_figures(tabular(self.font()))
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        if self._is_arranged:
            return
        metrics = QFontMetrics(self.font())
        widths = {column: self._width(column, widest, metrics) for column, widest in WIDEST.items()}
        rest = self.viewport().width() - sum(widths.values())
        widths[ZooColumn.NAME] = max(rest, NAME_LEAST * metrics.averageCharWidth())
        for column, width in widths.items():
            self.setColumnWidth(column, width)

    def _width(self, column: ZooColumn, widest: str, metrics: QFontMetrics) -> int:
        title = str(self._model.headerData(column, Qt.Orientation.Horizontal))
        return max(metrics.horizontalAdvance(title) + ARROW, metrics.horizontalAdvance(widest) + PAD) + PAD + 2

    def _on_resized(self) -> None:
        self._is_arranged = self._is_arranged or QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton

    def _on_title(self, section: int) -> None:
        """A first click sorts in the way that is wanted most, a second one the other way round."""
        column, query = ZooColumn(section), self._model.query
        is_down = not query.descending if query.column is column else column in BEST_FIRST
        way = Qt.SortOrder.DescendingOrder if is_down else Qt.SortOrder.AscendingOrder
        self.horizontalHeader().setSortIndicator(section, way)
        self._model.set_query(replace(query, column=column, descending=is_down))

    def _on_activated(self, index: Index) -> None:
        if card := self._model.card(index.row()):
            self.wanted.emit(card.key)

    # Qt overrides

    def moveCursor(self, action: Moves, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and last row; left and right scroll."""
        bar, step = self.horizontalScrollBar(), self.fontMetrics().averageCharWidth() * 8
        if action == Moves.MoveHome:
            return self._model.index(0, 0)
        if action == Moves.MoveEnd:
            return self._model.index(self._model.rowCount() - 1, 0)
        if action in (Moves.MoveLeft, Moves.MoveRight):
            bar.setValue(bar.value() + (step if (action == Moves.MoveRight) != self.isRightToLeft() else -step))
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        """Up and down alone: to look at a row moves no columns."""
        bar = self.horizontalScrollBar()
        before = bar.value()
        super().scrollTo(index, hint)
        bar.setValue(before)

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt would paint anew one cell of each; the ring goes round the row."""
        super().currentChanged(current, previous)
        self.viewport().update()
        if card := self._model.card(current.row()) if current.isValid() else None:
            self.chosen.emit(card.key)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """What is copied is what the command line takes."""
        card = self._model.card(self.currentIndex().row())
        if card and event.matches(QKeySequence.StandardKey.Copy):
            QGuiApplication.clipboard().setText(card.key)
            return
        super().keyPressEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
