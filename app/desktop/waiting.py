"""What stands where something is going to be: that it is waited for, or why it does not come."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QVBoxLayout, QWidget

from app.desktop.task_dialog import note

BUSY_AFTER = 300  # milliseconds; what comes sooner needs no words


class Waiting(QWidget):
    """Empty for a moment, then `words` and a bar."""

    def __init__(self, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = note(words, self)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._busy = QProgressBar(self, textVisible=False)
        self._busy.setRange(0, 0)
        self._busy.setFixedWidth(160)
        self._busy.setAccessibleName(self.tr("Progress"))
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addStretch(1)
        column.addWidget(self._words)
        column.addWidget(self._busy, 0, Qt.AlignmentFlag.AlignHCenter)
        column.addStretch(1)
        for part in (self._words, self._busy):
            part.hide()
        self._soon = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._soon.timeout.connect(self._on_soon)
        self._soon.start()

    def say(self, words: str) -> None:
        """Say why it does not come."""
        self._soon.stop()
        self._busy.hide()
        self._words.setText(words)
        self._words.show()

    def _on_soon(self) -> None:
        self._words.show()
        self._busy.show()
