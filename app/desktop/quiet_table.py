"""How tables look and behave: rows are selected and not cells, nothing is framed, and titles sort."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QTableView


def make_quiet(table: QTableView, selection: QAbstractItemView.SelectionMode) -> None:
    """No frame, no grid, whole rows, scrolled by pixels; Tab leaves it."""
    table.setFrameShape(QTableView.Shape.NoFrame)
    table.setShowGrid(False)
    table.setWordWrap(False)
    table.setCornerButtonEnabled(False)
    table.setTabKeyNavigation(False)
    table.setBackgroundRole(QPalette.ColorRole.Base)
    table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
    table.setSelectionMode(selection)
    table.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
    table.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
    table.setHorizontalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)


def sorting_header(table: QTableView) -> QHeaderView:
    """The titles of a table, prepared to sort it; nothing is marked as sorted until somebody sorts."""
    table.verticalHeader().hide()
    table.verticalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
    header = table.horizontalHeader()
    header.setHighlightSections(False)
    header.setSectionsClickable(True)
    header.setSortIndicatorShown(True)
    header.setSortIndicator(-1, Qt.SortOrder.AscendingOrder)
    header.setAccessibleName(QCoreApplication.translate("QuietTable", "Sort by"))
    return header
