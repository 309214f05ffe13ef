"""What came of a sort, or of its undoing: how many files, and which were left alone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import sort_wording
from app.desktop.sort_steps import Worked
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled
from app.results.sorting.steps import LeftAlone

MOST = 10_000  # files in the list; whoever unplugs a drive has a million


class SortResult(QWidget):
    """Gathers what is left alone, and shows it in the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self.left = 0
        self._headline = QLabel(self)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._details = note("", self)
        self._staying = note("", self)
        self._above = note("", self)
        self._list = QPlainTextEdit(self, readOnly=True, tabChangesFocus=True)
        self._list.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self._list.setAccessibleName(self.tr("Files that were left alone, and why"))
        self._copy = QPushButton(self.tr("C&opy list"), self)
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._list.toPlainText()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._headline, self._details, self._staying, self._above):
            column.addWidget(widget)
        column.addWidget(self._list, 1)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addStretch()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._fit()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._lines.clear()
        self.left = 0

    def add(self, left: Iterable[LeftAlone]) -> None:
        """These files were left alone."""
        for each in left:
            self.left += 1
            if self.left <= MOST:
                self._lines.append(sort_wording.left_line(each))

    def show_end(self, worked: Worked, *, is_undo: bool, staying: str) -> None:
        """It is over; `staying` says what was meant to stay where it is."""
        end = worked.end
        self._headline.setText(sort_wording.result_headline(end, worked.way, worked.destination, is_undo=is_undo))
        self._details.setText(sort_wording.result_details(end, worked.store_error, is_undo=is_undo))
        self._staying.setText(staying)
        self._above.setText(sort_wording.left_headline(self.left, worked.way, is_undo=is_undo))
        more = [sort_wording.more(self.left - MOST)] if self.left > MOST else []
        self._list.setPlainText("\n".join([*self._lines, *more]))
        for label in (self._details, self._staying):
            label.setVisible(bool(label.text()))
        for widget in (self._above, self._list, self._copy):
            widget.setVisible(self.left > 0)

    def _fit(self) -> None:
        self._headline.setFont(scaled(self.font(), LABEL))
        self._list.setMinimumHeight(5 * self.fontMetrics().height())

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
