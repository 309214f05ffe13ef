"""The results as a table: one row per picture, sorted by a click on a column's title."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QItemSelection, QModelIndex, QPoint, Qt
from PySide6.QtGui import QFontMetrics, QGuiApplication, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QTableView, QWidget

from app.desktop import wording
from app.desktop.quiet_table import make_quiet, sorting_header
from app.desktop.result_cells import ARROW, PAD, CellDelegate, row_height
from app.desktop.results_model import Index, ResultColumn
from app.desktop.run_view import RunView
from app.desktop.theme import Theme
from app.results.query import Order

ORDERS = {
    ResultColumn.NAME: Order.NAME,
    ResultColumn.FOLDER: Order.FOLDER,
    ResultColumn.CLASS: Order.CLASS,
    ResultColumn.PROBABILITY: Order.PROBABILITY,
    ResultColumn.STATE: Order.STATE,
}
SHARES = {ResultColumn.NAME: 34, ResultColumn.FOLDER: 18, ResultColumn.CLASS: 28, ResultColumn.STATE: 20}
NEEDS = {  # characters of width below which a column is left out
    ResultColumn.STATE: 100,
    ResultColumn.FOLDER: 70,
    ResultColumn.PROBABILITY: 36,
}

Moves = QAbstractItemView.CursorAction


class ResultsTable(QTableView):
    """Shows the rows of a `RunView`; columns that there is no room for are left out, the name never.

    What it shows beside the name is also told by the panel of the current picture.
    """

    def __init__(self, run_view: RunView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._run_view = run_view
        self._is_arranged = False  # whether the user has set a width
        self._is_fitting = False
        self.setModel(run_view.model)
        own = self.selectionModel()
        self.setSelectionModel(run_view.selection)
        self.horizontalHeader().setSelectionModel(own)  # a title asks each of a million rows whether it is selected
        self.setItemDelegate(CellDelegate(theme, self))
        make_quiet(self, QAbstractItemView.SelectionMode.ExtendedSelection)
        self._prepare_headers()
        self.setAccessibleName(self.tr("Pictures of the run"))
        theme.changed.connect(self.viewport().update)
        run_view.changed.connect(self._on_changed)
        self._fit()

    def rows_seen(self) -> range:
        """The rows on the screen."""
        first = self.rowAt(0)
        if first < 0:
            return range(0)
        last = self.rowAt(self.viewport().height() - 1)
        return range(first, (last if last >= 0 else self._run_view.model.rowCount() - 1) + 1)

    def place(self, old: int, new: int) -> None:
        """Scroll so that row `new` stands where row `old` stood; at the top if `old` is -1."""
        bar = self.verticalScrollBar()
        self.updateGeometries()
        bar.setValue(0 if old < 0 else bar.value() + (new - old) * self.verticalHeader().defaultSectionSize())

    def _prepare_headers(self) -> None:
        header = sorting_header(self)
        header.setStretchLastSection(True)
        header.sectionClicked.connect(self._on_title)
        header.sectionResized.connect(self._on_resized)

    def _fit(self) -> None:
        """Rows as high as the font wants, and columns that fill the width, until the user sets one."""
        self.verticalHeader().setMinimumSectionSize(1)
        self.verticalHeader().setDefaultSectionSize(row_height(self.font()))
        metrics, width = QFontMetrics(self.font()), self.viewport().width()
        characters = width / max(1, metrics.averageCharWidth())
        self._is_fitting = True
        for column, needed in NEEDS.items():
            self.setColumnHidden(column, characters < needed)
        if not self._is_arranged:
            self._share_out(width)
        self._is_fitting = False

    def _share_out(self, width: int) -> None:
        title = self._run_view.model.headerData(ResultColumn.PROBABILITY, Qt.Orientation.Horizontal)
        metrics = QFontMetrics(self.font())
        figure = max(map(metrics.horizontalAdvance, (str(title), wording.percent(1.0)))) + PAD + ARROW + 2
        if self.isColumnHidden(ResultColumn.PROBABILITY):
            figure = 0
        visible = [column for column in SHARES if not self.isColumnHidden(column)]
        rest, shares = max(0, width - figure), sum(SHARES[column] for column in visible)
        if figure:
            self.setColumnWidth(ResultColumn.PROBABILITY, figure)
        for column in visible:
            self.setColumnWidth(column, rest * SHARES[column] // shares)

    def _on_resized(self, section: int, before: int, after: int) -> None:
        """The last column fills what is left by itself; another one is dragged by the user."""
        header = self.horizontalHeader()
        visible = (header.visualIndex(each) for each in ResultColumn if not self.isColumnHidden(each))
        is_last = header.visualIndex(section) >= max(visible)
        is_dragged = QGuiApplication.mouseButtons() != Qt.MouseButton.NoButton
        self._is_arranged = self._is_arranged or (is_dragged and not is_last and not self._is_fitting)

    def _on_title(self, section: int) -> None:
        """A first click sorts in the way that is wanted most, a second one the other way round."""
        query, order = self._run_view.query, ORDERS[ResultColumn(section)]
        if query:
            likeliest_first = order is Order.PROBABILITY
            self._run_view.set_order(order, not query.descending if query.order is order else likeliest_first)

    def _on_changed(self) -> None:
        if query := self._run_view.query:
            column = next(column for column, order in ORDERS.items() if order is query.order)
            way = Qt.SortOrder.DescendingOrder if query.descending else Qt.SortOrder.AscendingOrder
            self.horizontalHeader().setSortIndicator(column, way)

    # Qt overrides

    def moveCursor(self, action: Moves, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End lead to the first and last row; there is nowhere to go within one."""
        rows, column = self._run_view.model.rowCount(), self.horizontalHeader().logicalIndexAt(QPoint(0, 0))
        if action == Moves.MoveHome:
            return self._run_view.model.index(0, max(0, column))
        if action == Moves.MoveEnd:
            return self._run_view.model.index(rows - 1, max(0, column))
        if action in (Moves.MoveLeft, Moves.MoveRight):
            return self.currentIndex()
        return super().moveCursor(action, modifiers)

    def keyboardSearch(self, search: str) -> None:
        """Qt would read a million rows to find a name; there is the search box."""

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Qt would paint anew one cell of each; the ring goes round the row."""
        super().currentChanged(current, previous)
        self.viewport().update()

    def selectionChanged(self, selected: QItemSelection, deselected: QItemSelection) -> None:
        """Qt would list every cell of a million selected rows for screen readers that want the first."""
        super().selectionChanged(_first(selected), QItemSelection())
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


def _first(selection: QItemSelection) -> QItemSelection:
    if selection.isEmpty():
        return QItemSelection()
    index = selection.at(0).topLeft()
    return QItemSelection(index, index)
