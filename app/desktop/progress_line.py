"""A line that tells how far some work is, and takes no more room when it begins."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtWidgets import QProgressBar, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.elided_label import ElidedLabel
from app.desktop.theme import tabular

BUSY_AFTER = 300  # milliseconds; work that is over by then shows nothing
_SCALE = 1000  # steps of the bar


class ProgressLine(QWidget):
    """A bar, and "1,234 of 10,000" above it; nothing is seen while there is nothing to tell."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._total: int | None = None
        self._words = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._words.setObjectName("muted")
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._soon = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._soon.timeout.connect(lambda: self._show(True))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        for part in (self._words, self._bar):
            policy = part.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            part.setSizePolicy(policy)
            column.addWidget(part)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self._fit()
        self._show(False)

    def begin(self, words: str, total: int | None) -> None:
        """Some work begins, which is told in `words` until a figure is known; `total` may be unknown."""
        self._total = total
        self._words.setText(words)
        self._bar.setRange(0, 0)
        self._show(False)
        self._soon.start()

    def advance(self, done: int) -> None:
        """So much of it is done."""
        if self._total:
            self._bar.setRange(0, _SCALE)
            self._bar.setValue(round(_SCALE * min(1.0, done / self._total)))
            figures = self.tr("%1 of %2").replace("%2", wording.count(max(done, self._total)))
        else:
            figures = self.tr("%1 so far")
        self._words.setText(figures.replace("%1", wording.count(done)))

    def tell(self, words: str, done: int, total: int) -> None:
        """So much of it is done, in words of its own; nothing is known where `total` is 0."""
        self._bar.setRange(0, _SCALE if total else 0)
        if total:
            self._bar.setValue(round(_SCALE * min(1.0, done / total)))
        self._words.setText(words)

    def end(self) -> None:
        """It is over."""
        self._soon.stop()
        self._show(False)

    def _show(self, is_seen: bool) -> None:
        self._words.setVisible(is_seen)
        self._bar.setVisible(is_seen)

    def _fit(self) -> None:
        self._words.setFont(tabular(self.font()))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
