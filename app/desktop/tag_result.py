"""What came of tagging: how many pictures, and which could not be changed."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QEvent, QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLabel, QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import tag_wording
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled
from app.results.tags.steps import Counts, Refusal

MOST = 10_000  # refusals in the list; whoever unplugs a drive has a million


class TagResult(QWidget):
    """Gathers what tagging tells, and shows it in the end."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._lines: list[str] = []
        self._refused = 0
        self._headline = QLabel(self)
        self._headline.setTextFormat(Qt.TextFormat.PlainText)
        self._headline.setWordWrap(True)
        self._lost = note("", self)
        self._others = note("", self)
        self._list = _Lines(self)
        self._list.setAccessibleName(self.tr("Pictures that could not be changed, and why"))
        self._copy = QPushButton(self.tr("C&opy list"), self)
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._list.toPlainText()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for widget in (self._headline, self._others, self._list):
            column.addWidget(widget, 99 * (widget is self._list))
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._lost)
        column.addStretch(1)  # nothing to speak of while there is a list
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._fit()
        self.clear()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._lines.clear()
        self._refused = 0
        self._lost.hide()

    def add(self, refusals: Iterable[Refusal]) -> None:
        """These pictures could not be changed."""
        for refusal in refusals:
            self._refused += 1
            if self._refused <= MOST:
                self._lines.append(tag_wording.refusal_line(refusal))

    def journal_lost(self, aside: Path) -> None:
        """The journal was damaged and begins anew."""
        self._lost.setText(tag_wording.journal_lost(aside))
        self._lost.show()

    def show_counts(self, counts: Counts, *, is_removal: bool) -> None:
        """It is over."""
        self._headline.setText(tag_wording.done(counts.changed, is_removal=is_removal))
        self._others.setText("\n".join(tag_wording.others(counts, is_removal=is_removal)))
        self._others.setVisible(bool(self._others.text()))
        more = [tag_wording.more_refusals(self._refused - MOST)] if self._refused > MOST else []
        self._list.setPlainText("\n".join([*self._lines, *more]))
        for widget in (self._list, self._copy):
            widget.setVisible(bool(self._lines))

    def _fit(self) -> None:
        self._headline.setFont(scaled(self.font(), LABEL))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


class _Lines(QPlainTextEdit):
    """Lines to be read and copied; where there is room, more of them are seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, readOnly=True, tabChangesFocus=True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 6 * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
