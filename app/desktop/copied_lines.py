"""A list of lines to be read and copied: what was left alone or refused, and why."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QPlainTextEdit, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import wording

MOST = 10_000  # lines; whoever unplugs a drive has a million


class CopiedLines(QWidget):
    """Gathers lines while there is work, and shows them in the end with a button that copies them; hidden without any.

    Attributes:
        number: how many lines there would be if none were left out.
    """

    def __init__(self, name: str, parent: QWidget, copy: str = "") -> None:
        """`name` is what screen readers call the list; `copy` stands on the button, where it is no list."""
        super().__init__(parent)
        self.number = 0
        self._lines: list[str] = []
        self._text = _Text(self)
        self._text.setAccessibleName(name)
        self._copy = QPushButton(copy or self.tr("C&opy list"), self)
        self._copy.setAutoDefault(False)
        self._copy.clicked.connect(lambda: QGuiApplication.clipboard().setText(self._text.toPlainText()))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._text, 1)
        column.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignLeft)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.hide()

    def clear(self) -> None:
        """Nothing is known yet."""
        self._lines.clear()
        self.number = 0

    def add(self, lines: Iterable[str]) -> None:
        """Keep these lines, and what does not fit as a number."""
        for line in lines:
            self.number += 1
            if self.number <= MOST:
                self._lines.append(line)

    def show_all(self) -> None:
        """No more are to come."""
        left_out = self.tr("and %1 more").replace("%1", wording.count(self.number - MOST))
        self._text.setPlainText("\n".join([*self._lines, *([left_out] if self.number > MOST else [])]))
        self.setVisible(self.number > 0)


class _Text(QPlainTextEdit):
    """Six lines high at least; where there is room, more of them are seen."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, readOnly=True, tabChangesFocus=True)
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(super().sizeHint().width(), 6 * self.fontMetrics().lineSpacing())

    def minimumSizeHint(self) -> QSize:
        return QSize(0, self.sizeHint().height())
