"""What came of tagging: how many pictures, and which could not be changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import tag_wording
from app.desktop.copied_lines import CopiedLines
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled
from app.results.tags.steps import Counts, Refusal


class TagResult(QWidget):
    """Gathers what tagging tells, and shows it in the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headline = QLabel(self)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._lost = note("", self)
        self._others = note("", self)
        self._lines = CopiedLines(self.tr("Pictures that could not be changed, and why"), self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._headline, self._others, self._lines):
            column.addWidget(widget, 99 * (widget is self._lines))
        column.addWidget(self._lost)
        column.addStretch(1)  # nothing to speak of while there is a list
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._fit()
        self.clear()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._lines.clear()
        self._lost.hide()

    def add(self, refusals: Iterable[Refusal]) -> None:
        """These pictures could not be changed."""
        self._lines.add(map(tag_wording.refusal_line, refusals))

    def journal_lost(self, aside: Path) -> None:
        """The journal was damaged and begins anew."""
        self._lost.setText(tag_wording.journal_lost(aside))
        self._lost.show()

    def show_counts(self, counts: Counts, *, is_removal: bool) -> None:
        """It is over."""
        self._headline.setText(tag_wording.done(counts.changed, is_removal=is_removal))
        self._others.setText("\n".join(tag_wording.others(counts, is_removal=is_removal)))
        self._others.setVisible(bool(self._others.text()))
        self._lines.show_all()

    def _fit(self) -> None:
        self._headline.setFont(scaled(self.font(), LABEL))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
