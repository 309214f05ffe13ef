"""What long work means for the computer and the desktop around the window."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QThread, QTimer
from PySide6.QtWidgets import QWidget

from app.desktop import run_wording, wording
from app.desktop.awake import Awake
from app.desktop.desk import Desk
from app.desktop.folder_run import FolderRun, RunState
from app.desktop.session import Session

SOON = 1_000  # milliseconds, after which a task is long enough to keep the computer awake
LONG = 10_000  # milliseconds, after which somebody may have turned to other things


class Attendance(QObject):
    """Keeps the computer awake during long work: while several pictures are classified, and during tasks, such as
    sorting, undoing, exporting and tagging. Of classifying it shows how far it is, and tells the end.
    """

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._awake = Awake(self)
        self._desk = Desk(window)
        self._since = QElapsedTimer()
        self._run: FolderRun | None = None  # that was worked on last, if it was a run
        self._done = 0
        self._is_stopping = False
        self._is_over = False
        self._has_long_task = False
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._on_long_task)
        session.tasks.changed.connect(self._on_tasks)
        session.progressed.connect(self._on_progressed)
        session.runs.progressed.connect(self._on_progressed)
        session.settings_changed.connect(self._on_progressed)

    @property
    def is_awake(self) -> bool:
        """Whether the computer is to stay awake now."""
        return self._awake.is_held

    def close(self) -> list[QThread]:
        """End it; returns the threads that are ending, to be waited for."""
        self._is_over = True
        self._patience.stop()
        return [*self._awake.close(), *self._desk.close()]

    def _on_progressed(self) -> None:
        if self._is_over:
            return
        share = self._share()
        if share is not None:
            self._go_on(share)
        elif self._since.isValid():
            self._end()
        self._keep_awake()

    def _on_tasks(self) -> None:
        """Most tasks are over in a moment, and the system is not asked for that."""
        if not self._session.tasks.busy:
            self._patience.stop()
            self._has_long_task = False
            self._keep_awake()
        elif not self._has_long_task and not self._patience.isActive() and not self._is_over:
            self._patience.start(SOON)

    def _on_long_task(self) -> None:
        self._has_long_task = True
        self._keep_awake()

    def _keep_awake(self) -> None:
        is_at_work = not self._is_over and (self._has_long_task or self._since.isValid())
        if is_at_work and self._session.settings.keep_awake:
            self._awake.hold(self.tr("Pictures are being worked on"))
        else:
            self._awake.release()

    def _share(self) -> float | None:
        """How far the work is, 0 to 1, or None while there is none that takes long; a run that pauses is none."""
        runs, progress = self._session.runs.active, self._session.progress
        self._run = next((run for run in reversed(runs) if run.state is not RunState.PAUSED), None) or self._run
        if self._run and self._run.is_active and self._run.state is not RunState.PAUSED:
            return self._run.share or 0.0
        if not progress.busy or progress.total < 2:
            return None
        self._run, self._done = None, progress.total
        self._is_stopping |= progress.stopping
        return progress.done / progress.total

    def _go_on(self, share: float) -> None:
        if not self._since.isValid():
            self._since.start()
        self._desk.show_progress(share)

    def _end(self) -> None:
        took, words = self._since.elapsed(), self._words()
        self._since.invalidate()
        self._is_stopping = False
        self._desk.show_progress(None)
        if words and took >= LONG:
            self._desk.tell(*words)

    def _words(self) -> tuple[str, str] | None:
        """Title and words of what came of it; None where a person has stopped it."""
        run, self._run = self._run, None
        if run is None:
            words = self.tr("%1 classified").replace("%1", wording.pictures(self._done))
            return None if self._is_stopping else (self.tr("Whatsit is done"), words)
        if run.error:
            return self.tr("“%1” could not go on").replace("%1", run.name), wording.trouble_words(run.error)
        if run.state is not RunState.DONE:
            return None
        return self.tr("“%1” is done").replace("%1", run.name), run_wording.outcome(run)
