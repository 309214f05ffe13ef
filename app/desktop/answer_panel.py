"""The answer beside the picture: five bars, the picture's name and size, and what the numbers mean."""

from __future__ import annotations

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QPalette, QResizeEvent
from PySide6.QtWidgets import QLabel, QPushButton, QSizePolicy, QVBoxLayout, QWidget

from app.desktop import wording
from app.desktop.bars import MARGIN, BarsView
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
        self._state = self._plain_label()
        self._name = self._plain_label()
        self._facts = self._plain_label()
        self._facts.setObjectName("muted")
        self._explain = QPushButton(self.tr("What do these numbers mean?"), self)
        self._explain.setObjectName("link")
        self._explain.clicked.connect(self.explanation_wanted)
        self._busy = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._busy.timeout.connect(self._on_busy)
        self._lay_out()
        session.current_changed.connect(self._on_changed)
        session.model_changed.connect(self._on_changed)
        self.setMinimumWidth(260)

    def _plain_label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setContentsMargins(MARGIN, 0, MARGIN, 0)
        return label

    def _lay_out(self) -> None:
        self._state.setWordWrap(True)
        self._state.setAlignment(Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 16, 8, 12)
        column.setSpacing(4)
        column.addWidget(self.bars, 1)
        column.addWidget(self._state)
        column.addSpacing(8)
        column.addWidget(self._name)
        column.addWidget(self._facts)
        column.addSpacing(4)
        column.addWidget(self._explain, 0, Qt.AlignmentFlag.AlignLeft)

    def _on_changed(self) -> None:
        entry = self._session.current
        self._busy.stop()
        self._name.setToolTip(wording.plain_tool_tip(str(entry.ref.path)) if entry else "")
        self._set_name(entry.name if entry else "")
        self._facts.setText(self._fact_words(entry))
        self._state.setText(self._state_words(entry))
        self.bars.set_waiting(entry is not None and entry.state is State.WAITING)
        if entry and entry.state is State.WAITING:
            self._busy.start()

    def _set_name(self, name: str) -> None:
        room = max(40, self._name.width() - 2 * MARGIN)
        self._name.setText(self._name.fontMetrics().elidedText(name, Qt.TextElideMode.ElideMiddle, room))

    def _fact_words(self, entry: Entry | None) -> str:
        if entry is None:
            return ""
        shown = self._session.previews.picture(entry.ref)
        return wording.size_words(shown.width, shown.height) if shown and not isinstance(shown, Failed) else " "

    def _state_words(self, entry: Entry | None) -> str:
        is_stopped = entry is not None and entry.state is State.STOPPED
        return self.tr("Stopped before it was classified.") if is_stopped else ""

    def _on_busy(self) -> None:
        if self._session.ready is None and self._session.trouble is None:
            self._state.setText(self.tr("Waiting: the model is being loaded…"))
        elif self._session.progress.busy:
            self._state.setText(self.tr("Waiting for its turn…"))

    # Qt overrides

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        entry = self._session.current
        self._set_name(entry.name if entry else "")
