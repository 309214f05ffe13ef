"""The answer beside the picture: its bars, or why there are none, and what the numbers mean."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QScrollArea, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.bars import MARGIN, BarsView
from app.desktop.failure_panel import FailurePanel
from app.desktop.pictures_model import Entry, State
from app.desktop.session import Session
from app.desktop.theme import Theme
from app.values import Failed

BUSY_AFTER = 300  # milliseconds: a quick answer needs no busy mark


class AnswerPanel(QWidget):
    """Follows the current picture of the session.

    Signals:
        explanation_wanted(): "What do these numbers mean?" was pressed.
    """

    explanation_wanted = Signal()

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._session = session
        self.bars = BarsView(session.predictions, theme, self)
        self.bars.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self._failure = FailurePanel(self)
        self._reasons = QScrollArea(self)  # a large font in a small window needs more room than there is
        self._pages = QStackedWidget(self)
        self._state = QLabel(self)
        self._state.setTextFormat(Qt.TextFormat.PlainText)
        self._state.setContentsMargins(MARGIN, 0, MARGIN, 0)
        self._explain = QPushButton(self.tr("What do these numbers mean?"), self)
        self._explain.setObjectName("link")
        self._explain.clicked.connect(self.explanation_wanted)
        self._busy = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._busy.timeout.connect(self._on_busy)
        self._lay_out()
        session.current_changed.connect(self._on_changed)
        session.model_changed.connect(self._on_changed)
        session.heat.changed.connect(self._on_heat)
        self.bars.why_wanted.connect(self._on_why)
        self._fit()

    def copied_text(self) -> str:
        """The selected bars as text, or why there are none."""
        entry = self._session.current
        if entry and entry.failure:
            return f"{entry.name}\t{wording.failure_words(entry.failure)}"
        return self.bars.copied_text()

    def _fit(self) -> None:
        """Room for the link, and so for a bar with its percentage and for most labels."""
        self.setMinimumWidth(max(260, self._explain.sizeHint().width() + 16))

    def _lay_out(self) -> None:
        self._pages.addWidget(self.bars)
        self._reasons.setWidget(self._failure)
        self._reasons.setWidgetResizable(True)
        self._reasons.setFrameShape(QScrollArea.Shape.NoFrame)
        self._reasons.viewport().setBackgroundRole(QPalette.ColorRole.Base)
        self._pages.addWidget(self._reasons)
        self._state.setWordWrap(True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(4)
        column.addWidget(self._pages, 1)
        column.addWidget(self._state)
        column.addWidget(self._explain, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_changed(self) -> None:
        entry = self._session.current
        self._busy.stop()
        has_none = entry is not None and (entry.failure is not None or entry.state is State.STOPPED)
        self._pages.setCurrentWidget(self._reasons if has_none else self.bars)
        self._explain.setHidden(has_none)
        if entry and entry.failure:
            self._failure.show_failure(entry.failure)
        elif has_none:
            self._failure.show_stopped(self._session.trouble)
        self._state.setText(self._state_words(entry))
        self.bars.set_waiting(entry is not None and entry.state is State.WAITING)
        if entry and entry.state is State.WAITING:
            self._busy.start()

    def _state_words(self, entry: Entry | None) -> str:
        if entry is None or entry.failure or entry.state is State.STOPPED:
            return ""
        preview = self._session.previews.picture(entry.ref)
        if isinstance(preview, Failed):
            return wording.unshown_words(preview)
        return self._session.heat.words or self._about_bars(entry)

    def _about_bars(self, entry: Entry) -> str:
        is_answered = entry.state is State.CLASSIFIED
        is_meant = is_answered and self._session.predictions.is_multi_label
        return self.tr("Each bar is a probability of its own.") if is_meant else ""

    def _on_why(self, row: int) -> None:
        answer = self._session.predictions.answer
        if answer:
            self._session.heat.choose(answer.predictions[row].index)

    def _on_heat(self) -> None:
        entry = self._session.current
        self._session.predictions.set_explained(self._session.heat.index)
        if entry is not None and entry.state is State.CLASSIFIED:
            self._state.setText(self._state_words(entry))

    def _on_busy(self) -> None:
        if self._session.ready is None and self._session.trouble is None:
            self._state.setText(self.tr("Waiting: the model is being loaded…"))
        elif self._session.progress.busy:
            self._state.setText(self.tr("Waiting for its turn…"))

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
