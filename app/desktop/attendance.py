"""What long work means for the computer and the desktop around the window."""

from __future__ import annotations

from PySide6.QtCore import QElapsedTimer, QObject, QThread
from PySide6.QtWidgets import QWidget

from app.desktop import wording
from app.desktop.awake import Awake
from app.desktop.desk import Desk
from app.desktop.session import Session

LONG = 10_000  # milliseconds, after which somebody may have turned to other things


class Attendance(QObject):
    """Keeps the computer awake while several pictures are classified, shows how far it is, and tells the end."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(session)
        self._session = session
        self._awake = Awake(self)
        self._desk = Desk(window)
        self._since = QElapsedTimer()
        self._done = 0
        self._is_stopping = False
        self._is_over = False
        session.progressed.connect(self._on_progressed)
        session.settings_changed.connect(self._on_progressed)

    @property
    def is_awake(self) -> bool:
        """Whether the computer is to stay awake now."""
        return self._awake.is_held

    def close(self) -> list[QThread]:
        """End it; returns the threads that are ending, to be waited for."""
        self._is_over = True
        return [*self._awake.close(), *self._desk.close()]

    def _on_progressed(self) -> None:
        progress = self._session.progress
        if self._is_over:
            return
        if progress.busy and progress.total > 1:
            self._go_on(progress.done, progress.total)
            self._is_stopping |= progress.stopping
        elif self._since.isValid():
            self._end()

    def _go_on(self, done: int, total: int) -> None:
        if not self._since.isValid():
            self._since.start()
        self._done = total
        if self._session.settings.keep_awake:
            self._awake.hold(self.tr("Pictures are being classified"))
        else:
            self._awake.release()
        self._desk.show_progress(done / total)

    def _end(self) -> None:
        is_told = self._since.elapsed() >= LONG and not self._is_stopping
        self._since.invalidate()
        self._is_stopping = False
        self._awake.release()
        self._desk.show_progress(None)
        if is_told:
            self._desk.tell(
                self.tr("Whatsit is done"), self.tr("%1 classified").replace("%1", wording.pictures(self._done))
            )
