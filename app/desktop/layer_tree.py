"""The tree of a network's modules, and how wide its columns are."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHeaderView, QTreeView, QWidget

from app.desktop.layer_cells import PAD, LayerDelegate, figure_width
from app.desktop.layers_model import LayerColumn, LayersModel
from app.desktop.theme import Theme

NAME_LEAST, KIND_LEAST = 16, 9  # average characters
INDENT = 14  # pixels before a module for each that it is in
BAR_LEAST, BAR_MOST = 24, 72  # pixels
NAME = 0.58  # of what the figures leave to names and types
_WIDEST = {LayerColumn.OUTPUT: "1024 × 112 × 112", LayerColumn.PARAMETERS: "100,000,000"}


class LayerTree(QTreeView):
    """Figures get the room that they need, names and types what is left; it is scrolled where that is too little."""

    def __init__(self, model: LayersModel, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setModel(model)
        self.setItemDelegate(LayerDelegate(theme, self))
        self.setObjectName("plain")
        self.setIndentation(INDENT)
        self.setUniformRowHeights(True)
        self.setAllColumnsShowFocus(True)
        self.setAccessibleName(self.tr("Modules"))
        header = self.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        theme.changed.connect(self.viewport().update)
        self._fit()

    def _fit(self) -> None:
        metrics, header = self.fontMetrics(), self.header()
        for column, widest in _WIDEST.items():
            title = self.model().headerData(column, Qt.Orientation.Horizontal)
            header.resizeSection(column, max(map(metrics.horizontalAdvance, (widest, title))) + 2 * PAD)
        name, kind = (least * metrics.averageCharWidth() + 2 * PAD for least in (NAME_LEAST, KIND_LEAST))
        others = self.viewport().width() - sum(map(header.sectionSize, _WIDEST))
        figure = figure_width(self.font()) + 3 * PAD
        share = min(max(others - name - kind, figure + BAR_LEAST), figure + BAR_MOST)
        name = max(name, round(NAME * (others - share)))
        header.resizeSection(LayerColumn.NAME, name)
        header.resizeSection(LayerColumn.KIND, max(kind, others - share - name))
        header.resizeSection(LayerColumn.SHARE, share)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(96 * self.fontMetrics().averageCharWidth(), 16 * self.fontMetrics().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
