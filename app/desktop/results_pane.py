"""The middle of the folder view: the filter bar, and below it the table, the tiles, or why there are none."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QFrame, QLabel, QProgressBar, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.filter_bar import FilterBar
from app.desktop.results_grid import ResultsGrid
from app.desktop.results_table import ResultsTable
from app.desktop.run_view import RunView
from app.desktop.theme import LABEL, Theme, scaled

BUSY_AFTER = 300  # milliseconds


class ResultsPane(QWidget):
    """Shows a `RunView`.

    Attributes:
        bar: the filter bar.
        table, grid: the two ways to see the same rows, with the same selection.

    Signals:
        view_changed(bool): tiles are shown (true), or the table.
    """

    view_changed = Signal(bool)

    def __init__(self, run_view: RunView, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._run_view = run_view
        self.bar = FilterBar(run_view, theme, self)
        self.table = ResultsTable(run_view, theme, self)
        self.grid = ResultsGrid(run_view, theme, self)
        self._view: ResultsTable | ResultsGrid = self.table
        self._message = _Message(self)
        self._message.acted.connect(self._on_acted)
        self._stack = QStackedWidget(self)
        self._busy = QProgressBar(self)
        self._soon = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._soon.timeout.connect(self._on_late)
        self._lay_out()
        self.bar.grid_wanted.connect(self.show_grid)
        run_view.eye = self._rows_seen
        run_view.placed.connect(self._on_placed)
        run_view.changed.connect(self._on_changed)
        self._on_changed()

    @property
    def view(self) -> ResultsTable | ResultsGrid:
        """The one of the two that is shown."""
        return self._view

    def show_grid(self, is_grid: bool) -> None:
        """Show tiles, or the table; what could be seen still can."""
        view = self.grid if is_grid else self.table
        if view is self._view:
            return
        had_focus, seen = self._view.hasFocus(), self._view.rows_seen()
        self._view = view
        self.bar.show_grid(is_grid)
        self._on_changed()
        current = self._run_view.selection.currentIndex()
        row = current.row() if current.row() in seen else next(iter(seen), -1)
        view.scrollTo(self._run_view.model.index(row, 0))
        if had_focus:
            view.setFocus()
        self.view_changed.emit(is_grid)

    def _lay_out(self) -> None:
        for view in (self.table, self.grid, self._message):
            self._stack.addWidget(view)
        self._busy.setRange(0, 0)
        self._busy.setTextVisible(False)
        self._busy.setAccessibleName(self.tr("Reading the results"))
        policy = self._busy.sizePolicy()
        policy.setRetainSizeWhenHidden(True)
        self._busy.setSizePolicy(policy)
        self._busy.setFixedHeight(2)
        self._busy.hide()
        line = QFrame(self)
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self._busy, line):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)

    def _rows_seen(self) -> range:
        return self._view.rows_seen()

    def _on_placed(self, old: int, new: int) -> None:
        self._view.place(old, new)

    def _on_changed(self) -> None:
        run_view = self._run_view
        if not run_view.is_loading:
            self._soon.stop()
            self._busy.hide()
        elif not self._soon.isActive() and not self._busy.isVisible():
            self._soon.start()
        said = self._said()
        if said:
            self._message.say(*said)
        self._stack.setCurrentWidget(self._message if said else self._view)

    def _on_late(self) -> None:
        self._busy.setVisible(self._run_view.is_loading)
        self._on_changed()

    def _said(self) -> tuple[str, str] | None:
        """What stands in place of the rows, and the words on a button; None where there are rows to be seen."""
        run_view = self._run_view
        if run_view.error:
            return wording.store_words(run_view.error), self.tr("Try again")
        if run_view.query is None or run_view.model.rowCount():
            return None
        if run_view.is_loading:
            return (self.tr("Reading the results…"), "") if self._busy.isVisible() else None
        if run_view.is_filtered:
            return self.tr("No picture matches."), self.tr("Clear filters")
        return self.tr("No picture has been classified yet."), ""

    def _on_acted(self) -> None:
        if self._run_view.error:
            self._run_view.retry()
        else:
            self._run_view.clear_filters()


class _Message(QWidget):
    """A quiet sentence in the middle, and a button if there is something to be done."""

    acted = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setObjectName("muted")
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._words.setFont(scaled(self.font(), LABEL))
        self._act = QPushButton(self)
        self._act.clicked.connect(self.acted)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 24)
        column.setSpacing(16)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._act, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(2)

    def say(self, words: str, act: str) -> None:
        self._words.setText(words)
        self._act.setText(act)
        self._act.setVisible(bool(act))
