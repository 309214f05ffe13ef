"""Why a picture has no classes, and what a person can do about it; stands where its bars would be."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.bars import MARGIN
from app.desktop.theme import HEADLINE, LABEL, scaled
from app.results.query import State
from app.steps import JobError
from app.values import Failed
from app.wording import shown


class FailurePanel(QWidget):
    """A quiet headline, the reason, what the decoder said, and advice."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._headline = self._label(HEADLINE, "muted")
        self._reason = self._label(LABEL)
        self._detail = self._label(1, "muted")
        self._advice = self._label(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(MARGIN, 2, MARGIN, 0)
        column.setSpacing(4)
        column.addWidget(self._headline)
        column.addSpacing(4)
        column.addWidget(self._reason)
        column.addWidget(self._detail)
        column.addSpacing(12)
        column.addWidget(self._advice)
        column.addStretch(1)

    def show_failure(self, failed: Failed) -> None:
        """Say why this picture could not be classified."""
        headline, reason = wording.state_words(State.FAILED), wording.reason_sentence(failed.reason)
        self._say(headline, reason, shown(failed.detail), wording.advice(failed.reason))

    def show_stopped(self, trouble: JobError | None) -> None:
        """Say that this picture was given up, because of `trouble` or because the user stopped."""
        reason = wording.trouble_words(trouble) if trouble else self.tr("It was stopped before it was classified.")
        both = self.tr("Press F5 to classify it now. Picture › Classify what was stopped does so with all.")
        advice = "" if trouble else both
        self._say(self.tr("stopped"), reason, "", advice)

    def _say(self, headline: str, reason: str, detail: str, advice: str) -> None:
        for label, words in (
            (self._headline, headline),
            (self._reason, reason),
            (self._detail, detail),
            (self._advice, advice),
        ):
            label.setText(words)
            label.setVisible(bool(words))

    def _label(self, size: float, name: str = "") -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        label.setWordWrap(True)
        label.setFont(scaled(label.font(), size))
        label.setObjectName(name)
        return label
