"""The second page of sorting: what would happen, before anything does."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHeaderView, QLabel, QPushButton, QSizePolicy, QTreeView, QVBoxLayout, QWidget

from app.desktop import sort_wording
from app.desktop.plan_model import PlanColumn, PlanModel
from app.desktop.sort_steps import Planned
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled, tabular
from app.values import Way

PAD = 12
LEAST_LINES = 6  # of text, that the tree is always high
_WIDEST = {PlanColumn.FILES: "100,000", PlanColumn.SIZE: "100.0 GB", PlanColumn.NOTE: "is there already or so"}


class _Tree(QTreeView):
    """Asks for little height, or the page would be scrolled as well where the screen has no more."""

    def sizeHint(self) -> QSize:
        is_filled = bool(self.model()) and self.model().rowCount() > 0
        return QSize((110 if is_filled else 40) * self.fontMetrics().averageCharWidth(), self.minimumHeight())


class PlanPage(QWidget):
    """The plan in a sentence, in a few more, and as a tree.

    Attributes:
        model: the tree.

    Signals:
        noting_wanted(): the plan is to be written to a file.
    """

    noting_wanted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.model = PlanModel(self)
        self._headline = QLabel(self)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._details = note("", self)
        self._nothing_yet = note(self.tr("This is a plan. Nothing has been changed yet."), self)
        self._tree = self._made_tree()
        self._save = QPushButton(self.tr("&Save plan…"), self)
        self._save.setAutoDefault(False)
        self._save.clicked.connect(self.noting_wanted)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._headline, self._details, self._nothing_yet):
            column.addWidget(widget)
        column.addWidget(self._tree, 1)
        column.addWidget(self._save, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._fit()

    def show_plan(self, planned: Planned, way: Way) -> None:
        """Show this plan."""
        summary, tree = planned.summary, planned.tree
        folders = sum(1 for branch in tree.below() if isinstance(branch.source, int))
        self._headline.setText(sort_wording.plan_headline(summary, way, folders))
        self._details.setText(sort_wording.plan_details(summary))
        self._details.setVisible(bool(self._details.text()))
        self.model.set_tree(tree)
        self._tree.updateGeometry()
        for row, branch in enumerate(tree.branches):
            if len(tree.branches) == 1 or not branch.name:
                self._tree.expand(self.model.index(row, 0))
        self._tree.setCurrentIndex(self.model.index(0, 0))
        self._tree.setFocus()

    def _made_tree(self) -> QTreeView:
        tree = _Tree(self)
        tree.setModel(self.model)
        tree.setUniformRowHeights(True)
        tree.setAllColumnsShowFocus(True)
        tree.setAccessibleName(self.tr("Plan"))
        header = tree.header()
        header.setStretchLastSection(False)
        header.setSectionsMovable(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        header.setSectionResizeMode(PlanColumn.NAME, QHeaderView.ResizeMode.Stretch)
        tree.clicked.connect(self.model.read_on)
        tree.selectionModel().currentChanged.connect(self.model.read_on)
        tree.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        return tree

    def _on_scrolled(self) -> None:
        """The row that stands for more is seen: then there shall be more."""
        height = self._tree.viewport().height()
        step = max(1, self._tree.sizeHintForRow(0))
        for y in range(height - 1, -1, -step):
            self.model.read_on(self._tree.indexAt(QPoint(4 * step, y)))

    def _fit(self) -> None:
        """Columns as wide as what may stand in them; the name gets the rest."""
        self._headline.setFont(scaled(self.font(), LABEL))
        self._tree.setFont(tabular(self.font()))
        self._tree.setMinimumHeight(LEAST_LINES * self.fontMetrics().height())
        metrics, header = self._tree.fontMetrics(), self._tree.header()
        for column, widest in _WIDEST.items():
            title = self.model.headerData(column, Qt.Orientation.Horizontal)
            header.resizeSection(column, max(map(metrics.horizontalAdvance, (widest, title))) + 3 * PAD)

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
