"""Opens the window and sees to it that everything ends."""

from __future__ import annotations

import logging
import os
import signal
import sys
import time
from pathlib import Path
from types import TracebackType

from PySide6.QtCore import QObject, QThread, QTimer
from PySide6.QtWidgets import QApplication

from app.desktop import wording
from app.desktop.attendance import Attendance
from app.desktop.crash_reports import CrashReports
from app.desktop.errand import Errand
from app.desktop.languages import Language
from app.desktop.later_parts import LaterParts
from app.desktop.main_window import MainWindow
from app.desktop.meeting import ALONE, MeetingPoint, Standing
from app.desktop.notice import Notice
from app.desktop.qt_application import new_application
from app.desktop.session import Session
from app.desktop.start import Start
from app.desktop.theme import Theme
from app.desktop.updates import Updates
from app.paths import resources
from app.policy import Policy
from app.publisher import read_publisher

logger = logging.getLogger(__name__)

LAST_WAIT = 2.5  # seconds that threads get to end, of the five in which the process must be gone


class Program(QObject):
    """The parts of a running window, in the order in which they are made and ended."""

    def __init__(self, application: QApplication, start: Start, reports: CrashReports) -> None:
        super().__init__(application)
        self._reports = reports
        self._standing = ALONE
        self._policy, settings = start.policy, start.settings
        self.language = Language(application, settings.language, self)
        self.theme = Theme(application, settings.appearance)
        self.session = Session(settings, start.places, self, start.policy)
        if not settings.history and "history" not in start.policy.closed:
            self.session.recent.forget()  # what was remembered before it was fixed
        self.updates = Updates(self.session, read_publisher(resources() / "publisher.toml"))
        self.window = MainWindow(self.session, self.theme, self.updates)
        self._attendance = Attendance(self.session, self.window)
        self._later_parts = LaterParts(self)
        self.session.model_changed.connect(self._on_model)
        self.window.painted.connect(self._on_painted)
        self.window.closed.connect(application.quit)
        sys.excepthook = self._on_exception

    def stand(self, standing: Standing) -> None:
        """Be what this start is: the first one listens to others, and holds them up until its network was tried."""
        self._standing = standing  # Qt keeps no hold of the lock
        if standing.is_unanswered:
            words = self.tr("Another window of Whatsit does not answer, so this one was opened.")
            self.session.noticed.emit(Notice(words, is_calm=True))
        if standing.point and standing.lock:
            self.session.model_changed.connect(standing.lock.release)
            self._listen(standing.point)

    def end(self) -> None:
        """Stop every thread and wait for it; a thread that cannot be stopped does not keep the process alive."""
        deadline = time.monotonic() + LAST_WAIT
        threads = [*self.updates.close(), *self._attendance.close(), *self.session.close()]
        late = [thread.objectName() or "thread" for thread in threads if not _waited(thread, deadline)]
        self.session.runs.remove_passing_store()
        self._reports.end()
        sys.excepthook = sys.__excepthook__
        if late:
            logger.warning("ended without waiting longer for: %s", ", ".join(late))
            logging.shutdown()
            os._exit(0)

    def _listen(self, point: MeetingPoint) -> None:
        from app.desktop.reception import Reception

        reception = Reception(self._on_errand, self)
        self.window.closed.connect(reception.close)
        reception.open(point.server)

    def _on_errand(self, errand: Errand) -> None:
        if errand.paths:
            self.window.doors.open_paths(errand.paths)
        self.window.come_forward(errand.token)

    def _on_painted(self) -> None:
        self.session.start()
        if self._policy.trouble:
            self._tell_trouble(self._policy)
        report = self._reports.earlier
        if report:
            words = self.tr("Whatsit ended unexpectedly last time. A report lies on this computer; nobody was told.")
            self.session.noticed.emit(Notice(words, f"{report}\n{self._reports.text()}"))
            self._reports.seen()

    def _tell_trouble(self, policy: Policy) -> None:
        words = self.tr("What your administrator set for this computer cannot be read. Please tell your administrator.")
        self.session.noticed.emit(Notice(words, f"{policy.path}: {policy.trouble}"))

    def _on_model(self) -> None:
        """The network was tried: the start is over."""
        if self.session.ready or self.session.trouble:
            self._later_parts.begin()

    def _on_exception(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        details = self._reports.note(kind, error, trace)
        words = wording.logged(self.tr("Something went wrong inside Whatsit."))
        self.session.noticed.emit(Notice(words, details))


def open_window(paths: list[Path], start: Start) -> int:
    """Open the window with these pictures; returns the exit code when it was closed.

    Args:
        paths: pictures and folders.
        start: what is known of it.
    """
    reports = CrashReports(start.places.crashes)
    reports.watch()  # before Qt meets the screen and its drivers
    application = new_application()
    program = Program(application, start, reports)
    try:
        program.window.show()
        if paths:
            program.window.doors.open_paths(paths)
        application.open_with(program.window.doors.open_paths)
        program.stand(start.standing)
        listening = _quit_on_signals(application)
        code = application.exec()
        listening.stop()
        return code
    finally:
        program.end()


def _quit_on_signals(application: QApplication) -> QTimer:
    """Ctrl+C, a polite kill and a closed terminal close the window, unless they were ignored from the start (`nohup`).

    Python sees a signal only when some Python runs, hence the timer. That may be in the midst of a painting, and a
    window that was closed there is painted on without a handle; so closing waits for its turn of the event loop.
    """
    names = ("SIGINT", "SIGTERM", "SIGHUP")
    for number in (getattr(signal, name) for name in names if hasattr(signal, name)):
        if signal.getsignal(number) is not signal.SIG_IGN:
            signal.signal(number, lambda *_: QTimer.singleShot(0, application.quit))
    timer = QTimer(application, interval=250)
    timer.timeout.connect(_look)
    timer.start()
    return timer


def _look() -> None:
    """Let Python look for signals."""


def _waited(thread: QThread, deadline: float) -> bool:
    return thread.wait(max(0, round(1000 * (deadline - time.monotonic()))))
