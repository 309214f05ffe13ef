"""Compares a model of the user's own with what its training script said of a few pictures."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QHeaderView,
    QPushButton,
    QSizePolicy,
    QTableView,
    QVBoxLayout,
    QWidget,
)

from app.desktop import own_wording
from app.desktop.check_steps import Checked, Expected
from app.desktop.chooser import Chooser
from app.desktop.own_steps import Added
from app.desktop.pairs_model import PairColumn, PairsModel
from app.desktop.task_dialog import note

LINES = 8  # of the table that are seen at least
RESULT_LINES = 4  # of what came of it, for which there is always room


class CheckPage(QWidget):
    """A table of pictures and what is expected of them, and below it what came of the comparison.

    Signals:
        changed(): other pairs are listed.
        source_wanted(object): pairs are to be read from this `Path`.
    """

    changed = Signal()
    source_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._labels: dict[str, str] = {}
        self._for_pictures, self._for_tables = Chooser(self), Chooser(self)
        self._for_pictures.chosen.connect(self.add_pictures)
        self._for_tables.chosen.connect(lambda paths: self.source_wanted.emit(paths[0]))
        self.model = PairsModel(self)
        self.table = PairsTable(self.model, self)
        self._pictures = self._button(self.tr("Add &pictures…"), self._on_pictures)
        self._csv = self._button(self.tr("From a CS&V file…"), self._on_csv)
        self._take_off = self._button(self.tr("Take &off"), self.table.take_off)
        self._result = note("", self)
        self._lay_out()
        self.model.modelReset.connect(self._on_changed)
        self.model.dataChanged.connect(self._on_changed)
        self.table.selectionModel().selectionChanged.connect(self._on_selected)
        self._on_selected()

    @property
    def rows(self) -> tuple[Expected, ...]:
        """What is listed, if something is expected of each picture; else none."""
        rows = self.model.rows
        return rows if all(row.text for row in rows) else ()

    def show_model(self, added: Added) -> None:
        """Check this model; nothing is listed yet."""
        self._labels = {label.casefold(): label for label in added.labels}
        self.model.set_rows(())
        self._result.setText("")

    def show_checked(self, checked: Checked) -> None:
        """Say what came of it."""
        self._say(own_wording.checked(checked))

    def show_changed(self) -> None:
        """Say that the setting was taken."""
        self._say(own_wording.setting_kept())

    def add_pictures(self, paths: Iterable[Path]) -> None:
        """List these pictures; of one in a folder that is called like a class, that is expected."""
        self.model.add(Expected(path, self._labels.get(path.parent.name.casefold(), "")) for path in paths)
        open_rows = [place for place, row in enumerate(self.model.rows) if not row.text]
        if open_rows:
            self.edit(open_rows[0])

    def edit(self, row: int) -> None:
        """Let the keyboard say what is expected in this row."""
        index = self.model.index(row, PairColumn.EXPECTED)
        self.table.setFocus()
        self.table.setCurrentIndex(index)
        self.table.edit(index)

    def take_keyboard(self) -> None:
        """Let the keyboard add pictures."""
        self._pictures.setFocus()

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        words = self.tr(
            "List a few pictures of which you know what your script printed: the label, with its probability if you "
            "have it (“cat 0.93”), or the scores of all classes. Drop them here, or take a CSV file with a path and a "
            "label in each line."
        )
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._pictures, self._csv, self._take_off):
            row.addWidget(button)
        row.addStretch(1)
        self._result.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._result.setMinimumHeight(RESULT_LINES * self._result.fontMetrics().lineSpacing())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(note(words, self))
        column.addWidget(self.table, 1)
        column.addLayout(row)
        column.addWidget(self._result)

    def _say(self, words: str) -> None:
        self._result.setText(words)

    def _on_changed(self) -> None:
        self._say("")
        self._on_selected()
        self.changed.emit()

    def _on_selected(self) -> None:
        self._take_off.setEnabled(self.table.selectionModel().hasSelection())

    def _on_pictures(self) -> None:
        self._for_pictures.ask_file(self.tr("Pictures to compare"), [f"{self.tr('All files')} (*)"], several=True)

    def _on_csv(self) -> None:
        filters = [f"{self.tr('Tables')} (*.csv *.tsv *.txt)", f"{self.tr('All files')} (*)"]
        self._for_tables.ask_file(self.tr("Pairs to compare"), filters)


class PairsTable(QTableView):
    """Several lines high at least; Delete takes rows off."""

    def __init__(self, model: PairsModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._pairs = model
        self.setModel(model)
        self.setObjectName("plain")
        self.setAccessibleName(self.tr("Pictures and what the script said"))
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        trigger = QAbstractItemView.EditTrigger
        self.setEditTriggers(
            trigger.SelectedClicked | trigger.DoubleClicked | trigger.EditKeyPressed | trigger.AnyKeyPressed
        )
        self.setShowGrid(False)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.verticalHeader().hide()
        self.verticalHeader().setDefaultSectionSize(self.fontMetrics().height() + 14)
        self.horizontalHeader().setHighlightSections(False)
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)

    def take_off(self) -> None:
        """List the selected rows no more."""
        self._pairs.take_off(index.row() for index in self.selectionModel().selectedRows())

    # Qt overrides

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self.take_off()
        else:
            super().keyPressEvent(event)

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), LINES * self.verticalHeader().defaultSectionSize())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height() // 2)
