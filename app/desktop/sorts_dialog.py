"""The sorts that can be undone or gone on with."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.desktop.former_sorts import FormerSort
from app.desktop.session import Session
from app.desktop.sort_work import SortWorkDialog
from app.desktop.sorts_model import SortColumn, SortsModel
from app.desktop.task_dialog import note
from app.results.sorting.journal import Phase


class SortsDialog(SortWorkDialog):
    """Lists what was sorted, the newest first; undoes it, or goes on with it."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Sorts"))
        self._model = SortsModel(self)
        self._list = _SortList(self._model, self)
        self.add_page(self._list)
        self._undo_it = self.add_button(self.tr("&Undo"), self._on_undo_it)
        self._go_on_with_it = self.add_button(self.tr("&Continue"), self._on_go_on_with_it)
        self._show_it = self.add_button(self.tr("Show &folder"), self._on_show_it)
        self._add_work()
        self._cancel.setText(self.tr("Close"))
        self._list.table.selectionModel().selectionChanged.connect(self._on_selected)
        session.sorts.changed.connect(self._on_changed)
        session.sorts.read()

    def all_buttons(self) -> tuple[QPushButton, ...]:
        return self._undo_it, self._go_on_with_it, self._show_it, *super().all_buttons()

    def _chosen(self) -> FormerSort | None:
        return self._model.sort_at(self._list.table.currentIndex().row())

    def _on_changed(self) -> None:
        if self.is_busy or self._worked:
            return
        self._model.set_sorts(self.session.sorts.former)
        self._list.tell()
        self._on_selected()

    def _on_selected(self) -> None:
        chosen = self._chosen()
        buttons = []
        if chosen and chosen.can_go_on:
            buttons.append(self._go_on_with_it)
        if chosen and chosen.can_be_undone:
            buttons.append(self._undo_it)
        if chosen and not (chosen.sort.header.phase is Phase.UNDONE and not chosen.sort.left):
            buttons.append(self._show_it)  # what is undone as a whole has left nothing there
        self.offer(*buttons)

    def _on_undo_it(self) -> None:
        if chosen := self._chosen():
            header = chosen.sort.header
            self.undo(chosen.sort.journal, header.way, header.destination)

    def _on_go_on_with_it(self) -> None:
        if chosen := self._chosen():
            header = chosen.sort.header
            self.go_on(chosen.sort.journal, header.way, header.destination)

    def _on_show_it(self) -> None:
        if chosen := self._chosen():
            self.show_folder(chosen.sort.header.destination)

    def not_begun(self) -> None:
        self._cancel.setText(self.tr("Close"))
        self.session.sorts.read()


class _SortList(QWidget):
    """The table, or a sentence where there is nothing in it."""

    def __init__(self, model: SortsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._none = note(self.tr("Looking…"), self)
        self.table = self._made_table()
        self._pages = QStackedLayout()
        self._pages.addWidget(self._none)
        self._pages.addWidget(self.table)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(self._pages)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)

    def tell(self) -> None:
        """The model has been filled."""
        is_filled = self._model.rowCount() > 0
        self._none.setText(self.tr("Nothing was sorted yet. “Sort…” above a table puts its pictures into folders."))
        self._pages.setCurrentIndex(int(is_filled))
        if is_filled:
            self.table.setCurrentIndex(self._model.index(0, 0))
            self.table.setFocus()

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setObjectName("plain")
        table.setAccessibleName(self.tr("Sorts"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 14)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setDefaultAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(SortColumn.FOLDER, QHeaderView.ResizeMode.Stretch)
        return table

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(90 * self.fontMetrics().averageCharWidth(), 14 * self.fontMetrics().height())
