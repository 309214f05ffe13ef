"""The page that tells how far a sort is."""

from __future__ import annotations

import time

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QLabel, QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import sort_wording
from app.desktop.elided_label import ElidedLabel
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled, tabular
from app.pace import Pace
from app.results.sorting.steps import Handled

_SCALE = 1000  # steps of the bar


class SortProgress(QWidget):
    """Words, a bar, and figures that stand still."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pace = Pace()
        self._headline = QLabel(self)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._figures = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._left = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._left.setObjectName("muted")
        self._note = note(
            self.tr("You can stop at any time: nothing of a half copy stays, and then all can go on or be undone."),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addStretch(1)
        for part in (self._headline, self._bar, self._figures, self._left, self._note):
            column.addWidget(part)
        column.addStretch(2)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._fit()

    def begin(self, words: str) -> None:
        """Something begins."""
        self._pace = Pace()
        self._headline.setText(words)
        self._bar.setRange(0, 0)
        self._figures.setText(self.tr("Getting ready…"))
        self._left.setText("")

    def advance(self, handled: Handled, left: int) -> None:
        """So much is done, and so many files were left alone."""
        is_sized = handled.total_bytes > 0
        done, total = (handled.bytes, handled.total_bytes) if is_sized else (handled.done, handled.total)
        self._pace.note(time.monotonic(), done)
        self._bar.setRange(0, _SCALE)
        self._bar.setValue(round(_SCALE * done / max(1, total)))
        self._figures.setText(sort_wording.figures(handled, self._pace.left(total - done)))
        self._left.setText(sort_wording.left_so_far(left))

    def stopping(self) -> None:
        """Somebody wants it to stop."""
        self._headline.setText(self.tr("Stopping…"))

    def _fit(self) -> None:
        self._headline.setFont(scaled(self.font(), LABEL))
        self._figures.setFont(tabular(self.font()))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
