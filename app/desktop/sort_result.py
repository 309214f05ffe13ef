"""What came of a sort, or of its undoing: how many files, and which were left alone."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import sort_wording
from app.desktop.copied_lines import CopiedLines
from app.desktop.sort_steps import Worked
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled
from app.results.sorting.steps import LeftAlone


class SortResult(QWidget):
    """Gathers what is left alone, and shows it in the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headline = QLabel(self)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._details = note("", self)
        self._staying = note("", self)
        self._above = note("", self)
        self._lines = CopiedLines(self.tr("Files that were left alone, and why"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._headline, self._details, self._staying, self._above):
            column.addWidget(widget)
        column.addWidget(self._lines, 99)
        column.addStretch(1)  # nothing to speak of while there is a list
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._fit()

    @property
    def left(self) -> int:
        """How many files were left alone so far."""
        return self._lines.number

    def clear(self) -> None:
        """Nothing is known yet."""
        self._lines.clear()

    def add(self, left: Iterable[LeftAlone]) -> None:
        """These files were left alone."""
        self._lines.add(map(sort_wording.left_line, left))

    def show_end(self, worked: Worked, *, is_undo: bool, staying: str) -> None:
        """It is over; `staying` says what was meant to stay where it is."""
        end = worked.end
        self._headline.setText(sort_wording.result_headline(end, worked.way, worked.destination, is_undo=is_undo))
        self._details.setText(sort_wording.result_details(end, worked.store_error, is_undo=is_undo))
        self._staying.setText(staying)
        self._above.setText(sort_wording.left_headline(self.left, worked.way, is_undo=is_undo) if self.left else "")
        for label in (self._details, self._staying, self._above):
            label.setVisible(bool(label.text()))
        self._lines.show_all()

    def _fit(self) -> None:
        self._headline.setFont(scaled(self.font(), LABEL))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
