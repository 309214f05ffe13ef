"""The classes of a model as a table that can be searched."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView, QVBoxLayout, QWidget

from app.desktop import inside_wording
from app.desktop.found_bar import FoundBar
from app.desktop.labels_model import LabelColumn, LabelsModel
from app.desktop.theme import Theme, tabular
from app.values import ClassLabel

PAD = 12
_WIDEST = {LabelColumn.NUMBER: "21,843", LabelColumn.NAME: "black-and-tan coonhound", LabelColumn.WORDNET: "n07920052"}


class LabelsPage(QWidget):
    """All classes, or those that are searched."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = LabelsModel(self)
        self.bar = FoundBar(theme, self.tr("Words in the names of a class."), self)
        self.bar.searched.connect(self._on_searched)
        self._table = self._made_table()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 12, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.bar)
        column.addWidget(self._table, 1)
        self._fit()

    def show_labels(self, labels: tuple[ClassLabel, ...]) -> None:
        """Show these classes."""
        self._model.set_labels(labels)
        self._on_searched(self.bar.words)

    def _on_searched(self, words: str) -> None:
        self._model.set_words(words)
        self._table.scrollToTop()
        self.bar.tell(inside_wording.labels(self._model.rowCount(), self._model.total))

    def _made_table(self) -> QTableView:
        table = _Table(self)
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setObjectName("plain")
        table.setAccessibleName(self.tr("Classes"))
        table.verticalHeader().hide()
        table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)  # or each row would be measured
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(LabelColumn.OTHERS, QHeaderView.ResizeMode.Stretch)
        return table

    def _fit(self) -> None:
        """Columns as wide as what may stand in them; the other names get the rest."""
        self._table.setFont(tabular(self.font()))
        metrics, header = self._table.fontMetrics(), self._table.horizontalHeader()
        self._table.verticalHeader().setDefaultSectionSize(metrics.height() + 10)
        for column, widest in _WIDEST.items():
            title = self._model.headerData(column, Qt.Orientation.Horizontal)
            header.resizeSection(column, max(map(metrics.horizontalAdvance, (widest, title))) + 3 * PAD)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


class _Table(QTableView):
    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(80 * self.fontMetrics().averageCharWidth(), 16 * self.fontMetrics().height())
