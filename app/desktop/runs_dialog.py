"""The results that are kept: former runs, to be opened, renamed and forgotten."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, QTimer
from PySide6.QtWidgets import (
    QAbstractItemView,
    QDialog,
    QDialogButtonBox,
    QHBoxLayout,
    QHeaderView,
    QInputDialog,
    QLabel,
    QPushButton,
    QStackedLayout,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.desktop import run_wording
from app.desktop.forgetting import is_sure
from app.desktop.run_strip import TELL_EVERY
from app.desktop.runs_model import RunColumn, RunsModel, UnderWay
from app.desktop.session import Session
from app.results.store import Run
from app.wording import shown


class RunsDialog(QDialog):
    """Lists what the store keeps."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Results"))
        self._session = session
        self._model = RunsModel(self)
        self._table = self._made_table()
        self._none = QLabel(self.tr("No results are kept yet. Drop a folder on the window, or open one."), self)
        self._none.setObjectName("muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._rest = QTimer(self, singleShot=True, interval=TELL_EVERY)
        self._rest.timeout.connect(lambda: self._model.set_active(self._under_way()))
        self._pages = QStackedLayout()
        self._open = self._button(self.tr("Open"), self._on_open)
        self._rename = self._button(self.tr("Rename…"), self._on_rename)
        self._forget = self._button(self.tr("Forget…"), self._on_forget)
        self._forget_all = self._button(self.tr("Forget everything…"), self._on_forget_everything)
        self._open.setDefault(True)
        self._lay_out()
        session.runs.former.changed.connect(self._on_changed)
        session.runs.ended.connect(self._read)
        session.runs.progressed.connect(self._on_progressed)
        self._table.selectionModel().selectionChanged.connect(self._on_selected)
        self._on_changed()
        self.resize(self.sizeHint())  # Qt would make it as low as its wrapped words need it
        self._read()

    def _made_table(self) -> QTableView:
        table = QTableView(self)
        table.setModel(self._model)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        table.setShowGrid(False)
        table.setWordWrap(False)
        table.setTabKeyNavigation(False)
        table.setFrameShape(QTableView.Shape.NoFrame)
        table.setObjectName("plain")
        table.setAccessibleName(self.tr("Results"))
        table.verticalHeader().hide()
        table.verticalHeader().setDefaultSectionSize(table.fontMetrics().height() + 14)
        header = table.horizontalHeader()
        header.setHighlightSections(False)
        header.setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
        header.setSectionResizeMode(RunColumn.NAME, QHeaderView.ResizeMode.Stretch)
        table.doubleClicked.connect(self._on_open)
        return table

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        self._pages.addWidget(self._none)
        self._pages.addWidget(self._table)
        close = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        close.rejected.connect(self.reject)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._open, self._rename, self._forget):
            row.addWidget(button)
        row.addStretch(1)
        row.addWidget(self._forget_all)
        row.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 24, 24, 16)
        column.setSpacing(16)
        column.addLayout(self._pages, 1)
        column.addLayout(row)

    def _read(self) -> None:
        self._session.runs.former.read(self._session.runs.store)

    def _chosen(self) -> list[Run]:
        rows = sorted({index.row() for index in self._table.selectionModel().selectedRows()})
        return [run for row in rows if (run := self._model.run(row))]

    def _on_changed(self) -> None:
        before = {run.id for run in self._chosen()}
        runs = self._session.runs.former.runs
        self._model.set_runs(runs, self._under_way())
        self._show_page(bool(runs))
        self._table.selectRow(next((row for row, run in enumerate(runs) if run.id in before), 0))
        self._on_selected()

    def _under_way(self) -> dict[int, UnderWay]:
        active = self._session.runs.active
        return {run.number: UnderWay(run.tally, run.state) for run in active if run.number is not None}

    def _on_progressed(self) -> None:
        if not self._rest.isActive():
            self._rest.start()

    def _show_page(self, has_runs: bool) -> None:
        """The keyboard goes to the table once there is one; Qt would have given it to Close."""
        comes = has_runs and self._pages.currentWidget() is self._none
        self._pages.setCurrentIndex(int(has_runs))
        if comes:
            self._table.setFocus()

    def _on_selected(self) -> None:
        """What is under way is not forgotten: whoever wants that stops it first."""
        chosen = self._chosen()
        active = {run.number for run in self._session.runs.active}
        self._open.setEnabled(len(chosen) == 1)
        self._rename.setEnabled(len(chosen) == 1)
        self._forget.setEnabled(bool(chosen) and not active & {run.id for run in chosen})
        self._forget_all.setEnabled(bool(self._session.runs.former.runs) and not active)

    def _on_open(self) -> None:
        if len(chosen := self._chosen()) == 1:
            self._session.runs.open(chosen[0])
            self.accept()

    def _on_rename(self) -> None:
        (run,) = self._chosen()
        name, is_wanted = QInputDialog.getText(self, self.tr("Rename"), self.tr("Name"), text=shown(run.name))
        if is_wanted and name.strip():
            self._session.runs.rename(run.id, name.strip())

    def _on_forget(self) -> None:
        chosen = self._chosen()
        words = run_wording.forget_question([shown(run.name) for run in chosen])
        if is_sure(self, words, self.tr("Forget")):
            self._session.runs.forget(*(run.id for run in chosen))

    def _on_forget_everything(self) -> None:
        if is_sure(self, self.tr("Forget all results?"), self.tr("Forget everything")):
            self._session.runs.forget_everything()

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(760, 440)
