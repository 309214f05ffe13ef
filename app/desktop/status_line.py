"""The status bar: what goes on, and what answered how fast."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, Qt, QTimer
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QPushButton, QStatusBar, QWidget

from app.desktop import run_wording, wording
from app.desktop.answer_panel import BUSY_AFTER
from app.desktop.elided_label import ElidedLabel
from app.desktop.known_models import title_of
from app.desktop.pictures_model import State
from app.desktop.session import Session
from app.desktop.theme import tabular
from app.values import Classified

STEADY_AFTER = 10  # seconds of work
TELL_EVERY = 1000  # milliseconds


class StatusLine(QStatusBar):
    """Left the pictures and the progress with its stop button; right model, device, precision and time."""

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.setSizeGripEnabled(False)
        self._words = self._label()
        self._answer = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._answer.setObjectName("muted")
        self._answer.setFont(tabular(self._answer.font()))
        self._left = self._label()
        self._since = QElapsedTimer()
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setFixedWidth(140)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._stop = QPushButton(self.tr("Stop"), self)
        self._stop.setObjectName("quiet")
        self._stop.setFocusPolicy(Qt.FocusPolicy.TabFocus)  # a click leaves the keyboard where it is
        self._stop.clicked.connect(session.stop)
        self._looking = False  # for pictures, and for so long that it is worth telling
        self._patience = QTimer(self, singleShot=True, interval=BUSY_AFTER)
        self._patience.timeout.connect(self._set_looking)
        self._rest = QTimer(self, singleShot=True, interval=TELL_EVERY)
        self._rest.timeout.connect(self._on_progressed)
        self._lay_out()
        session.intakes.changed.connect(self._on_intakes)
        session.progressed.connect(self._on_progressed)
        session.model_changed.connect(self._on_answer)
        session.current_changed.connect(self._on_answer)
        session.current_changed.connect(self._on_progressed)
        session.runs.progressed.connect(self._on_run)
        session.runs.rows.selection.selectionChanged.connect(self._on_progressed)
        self._on_progressed()
        self._on_answer()

    def _label(self) -> QLabel:
        label = QLabel(self)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setObjectName("muted")
        label.setFont(tabular(label.font()))
        return label

    def _lay_out(self) -> None:
        """The bar and the button keep their room while they are hidden, so that nothing moves."""
        for widget in (self._bar, self._stop):
            policy = widget.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            widget.setSizePolicy(policy)
        left = QWidget(self)
        row = QHBoxLayout(left)
        row.setContentsMargins(8, 2, 8, 2)
        row.setSpacing(12)
        row.addWidget(self._words)
        row.addWidget(self._bar)
        row.addWidget(self._stop)
        row.addWidget(self._left)
        self.addWidget(left)
        self._answer.setContentsMargins(8, 0, 12, 0)
        self.addPermanentWidget(self._answer)

    def _on_intakes(self) -> None:
        if not self._session.intakes.busy:
            self._patience.stop()
            self._set_looking()
        elif not self._looking and not self._patience.isActive():
            self._patience.start()

    def _set_looking(self) -> None:
        self._looking = self._session.intakes.busy
        self._on_progressed()

    def _on_progressed(self) -> None:
        progress, hosts = self._session.progress, self._session.fetches.hosts
        several = progress.busy and progress.total > 1
        self._bar.setVisible(several)
        self._stop.setVisible(several or self._looking or bool(hosts))
        self._stop.setEnabled(not progress.stopping or self._looking or bool(hosts))
        self._words.setMinimumWidth(self._widest(progress.total) if several else 0)
        if not several:
            self._since.invalidate()
        elif not self._since.isValid():
            self._since.start()
        self._left.setText(self._time_left())
        if several:
            self._bar.setRange(0, progress.total)
            self._bar.setValue(progress.done)
            self._words.setText(self._progress_words())
        elif hosts:
            self._words.setText(wording.fetching(hosts))
        else:
            self._words.setText(self.tr("Looking for pictures…") if self._looking else self._count_words())

    def _progress_words(self) -> str:
        progress = self._session.progress
        words = self.tr("Stopping… %1 of %2") if progress.stopping else self.tr("Classifying… %1 of %2")
        return words.replace("%2", wording.count(progress.total)).replace("%1", wording.count(progress.done))

    def _time_left(self) -> str:
        """Told once it is steady, and where it is long enough to matter."""
        progress, seconds = self._session.progress, self._since.elapsed() / 1000 if self._since.isValid() else 0
        if progress.stopping or seconds < STEADY_AFTER or not progress.done:
            return ""
        left = (progress.total - progress.done) * seconds / progress.done
        return wording.time_left(left) if left > STEADY_AFTER else ""

    def _widest(self, total: int) -> int:
        """Room for the progress at its longest, so that the bar beside it stands still."""
        number = wording.count(total)
        words = self.tr("Classifying… %1 of %2").replace("%2", number).replace("%1", number)
        return self._words.fontMetrics().horizontalAdvance(words)

    def _on_run(self) -> None:
        """A run that goes on beside what is shown is told now and then."""
        if not self._session.is_exhibiting and not self._rest.isActive():
            self._rest.start()

    def _count_words(self) -> str:
        if self._session.is_exhibiting:
            selected = self._session.runs.rows.selected
            return wording.selected(selected) if selected > 1 else ""
        return " · ".join((*self._list_words(), *map(run_wording.beside, self._session.runs.active[-1:])))

    def _list_words(self) -> list[str]:
        pictures = self._session.pictures
        total, failed = pictures.rowCount(), pictures.count(State.FAILED)
        words = wording.pictures(total) if total else ""
        stopped = pictures.count(State.STOPPED)
        parts = [words, wording.not_classified(failed) if failed else "", wording.stopped(stopped) if stopped else ""]
        words = ", ".join(part for part in parts if part)
        return [words] if words else []

    def _on_answer(self) -> None:
        self._answer.setText(self._answer_words())
        self._answer.setToolTip(self._device_words())

    def _answer_words(self) -> str:
        session = self._session
        entry = session.current
        if entry and isinstance(entry.outcome, Classified):
            return wording.answered_by(entry.outcome, title_of(entry.outcome.model))
        if session.trouble:
            return self.tr("No model is loaded")
        if session.ready is None:
            return self.tr("Loading %1…").replace("%1", title_of(session.settings.model))
        ready = session.ready
        return " · ".join((ready.model.title, wording.device_name(ready.device.name), ready.precision))

    def _device_words(self) -> str:
        """Which device was taken, and why none of the better ones."""
        ready = self._session.ready
        if ready is None:
            return ""
        lines = [self.tr("Device: %1").replace("%1", wording.device_words(ready.device))]
        return wording.plain_tool_tip(*lines, *(wording.device_words(device) for device in ready.others))
