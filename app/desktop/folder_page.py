"""The view of a folder: the run above, its classes at the left, its rows in the middle, one picture at the right."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QByteArray, QEvent, QObject, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QGuiApplication, QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.desktop.actions import Looks
from app.desktop.answer_panel import AnswerPanel
from app.desktop.class_list import ClassList
from app.desktop.copying import csv_rows, pictures_mime
from app.desktop.outside import OPENED_MOST
from app.desktop.picture_side import PictureSide
from app.desktop.pictures_model import Entry
from app.desktop.results_pane import ResultsPane
from app.desktop.run_strip import RunStrip
from app.desktop.session import Session
from app.desktop.theme import Theme
from app.results.listing import Row

COPIED_MOST = 10_000  # rows; a clipboard is no export
TABLE_LEAST = 64  # characters that the table has room for before anything else has
KEEP_AFTER = 500  # milliseconds without a move of the slider, after which its place is a setting


class FolderPage(QWidget):
    """Shows the run that is looked at, and does with the selected rows what a person wants.

    Attributes:
        strip, classes, pane, side, answer: its parts.

    Signals:
        selected(): other rows are selected.
        moved(): what lies over the table has to be placed anew.
    """

    selected = Signal()
    moved = Signal()

    def __init__(
        self,
        session: Session,
        theme: Theme,
        looks: Looks,
        actions: Sequence[QAction],
        more: Sequence[QAction | None],
        parent: QWidget,
    ) -> None:
        """`actions` and `more` are those of the strip."""
        super().__init__(parent)
        self._session = session
        self._rows = session.runs.rows
        self.strip = RunStrip(session, actions, more, self)
        self.classes = ClassList(self._rows, theme, self)
        self.pane = ResultsPane(self._rows, theme, self)
        self.side = PictureSide(session, theme, looks, self)
        self.answer = AnswerPanel(session, theme, self)
        self._across = QSplitter(Qt.Orientation.Horizontal, self)
        self._right = QSplitter(Qt.Orientation.Vertical, self)
        self._least = session.settings.least_probability
        self.pane.bar.show_least_probability(self._least)
        if "least_probability" in session.policy.fixed:
            self.pane.bar.fix_least_probability()
        self._moved = QTimer(self, singleShot=True, interval=KEEP_AFTER)
        self._moved.timeout.connect(self._keep_least)
        self._lay_out()
        self.pane.installEventFilter(self)
        self._rows.shown.connect(self._on_shown)
        self._rows.selection.selectionChanged.connect(self.selected)
        self.pane.bar.least_probability_chosen.connect(self._on_least)

    def _lay_out(self) -> None:
        self._right.addWidget(self.side)
        self._right.addWidget(self.answer)
        for part in (self.classes, self.pane, self._right):
            self._across.addWidget(part)
        for splitter in (self._across, self._right):
            splitter.setHandleWidth(1)
            splitter.setChildrenCollapsible(False)
        self._across.setStretchFactor(1, 1)
        self._across.setSizes([self.classes.sizeHint().width(), 600, 300])
        self._right.setStretchFactor(0, 1)
        self._right.setSizes([320, self.answer.sizeHint().height()])
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.strip)
        column.addWidget(self._across, 1)

    def state(self) -> QByteArray:
        """How its parts share the room."""
        return self._across.saveState()

    def restore(self, state: QByteArray) -> None:
        """Share the room as `state` says."""
        self._across.restoreState(state)

    def settle(self) -> None:
        """Before the end: what was chosen a moment ago becomes a setting at once."""
        if self._moved.isActive():
            self._moved.stop()
            self._keep_least()

    def focus(self) -> None:
        """Let the keyboard act on the rows."""
        self.pane.view.setFocus()

    # what a person does

    def copy(self) -> None:
        """Copy the bars where they have the focus, else the files of the selected rows and their names."""
        if self.answer.bars.hasFocus():
            QGuiApplication.clipboard().setText(self.answer.copied_text())
        else:
            self._rows.with_rows(_copy_files, COPIED_MOST)

    def copy_csv(self) -> None:
        """Copy the answers of the selected rows as rows of a table."""
        self._rows.with_rows(self._copy_csv, COPIED_MOST, self._session.settings.top_k)

    def remove(self) -> None:
        """Take the selected rows off the list of the run."""
        self._rows.with_selection(self._session.runs.remove)

    def retry(self) -> None:
        """Classify the selected rows again."""
        self._rows.with_selection(self._session.runs.retry)

    def with_paths(self, then: Callable[[list[Path]], None]) -> None:
        """Call `then` with the files of the selected rows, or as many of them as show that they are too many."""
        self._rows.with_rows(lambda rows: then([row.outcome.ref.path for row in rows]), OPENED_MOST + 1)

    def _copy_csv(self, rows: tuple[Row, ...]) -> None:
        settings = self._session.settings
        text = csv_rows(list(map(_entry, rows)), settings.top_k, settings.least_probability)
        QGuiApplication.clipboard().setText(text)

    def _on_shown(self, row: Row | None) -> None:
        if self.isVisible():
            self._session.exhibit(row.outcome if row else None)

    def _on_least(self, least_probability: float) -> None:
        self._least = least_probability
        self._moved.start()

    def _keep_least(self) -> None:
        self._session.change_settings(replace(self._session.settings, least_probability=self._least))

    def _fit(self) -> None:
        """Where there is too little room for all, the table stays; the picture at the right goes first."""
        table = TABLE_LEAST * self.fontMetrics().averageCharWidth()
        left, right = self.classes.minimumSizeHint().width(), self._right.minimumSizeHint().width()
        self._right.setVisible(self.width() >= left + table + right)
        self.classes.setVisible(self.width() >= left + table)
        self.pane.setMinimumWidth(min(table, self.width()))  # what is beside it may be as wide as in a larger window

    # Qt overrides

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() in (QEvent.Type.Resize, QEvent.Type.Move):
            self.moved.emit()
        return super().eventFilter(watched, event)

    def minimumSizeHint(self) -> QSize:
        return QSize(self.pane.minimumSizeHint().width(), super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        row = self._rows.current
        self._session.exhibit(row.outcome if row else None)

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self._session.end_exhibition()


def _entry(row: Row) -> Entry:
    return Entry(row.outcome.ref, row.outcome, waiting=False)


def _copy_files(rows: tuple[Row, ...]) -> None:
    QGuiApplication.clipboard().setMimeData(pictures_mime(list(map(_entry, rows)), None))
