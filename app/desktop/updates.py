"""When the publisher is asked for a newer version: when a person wants it, and at the start if the settings say so."""

from __future__ import annotations

import logging
import time
from collections.abc import Callable, Iterator

from PySide6.QtCore import QObject, QThread, Signal

from app import __version__
from app.desktop import update_wording
from app.desktop.notice import Notice, Offer
from app.desktop.session import Session
from app.desktop.tasks import Task, Tasks
from app.publisher import Publisher
from app.release import Release, UpdateError, UpdateTrouble, is_newer
from app.wording import shown

logger = logging.getLogger(__name__)

DAY = 24 * 60 * 60  # seconds
_ASKED = "updates_asked"  # seconds since 1970
_TOLD = "update_told"  # the newest version of which a notice was shown


class Updates(QObject):
    """Asks, where there is anybody to ask and the settings allow it; nothing of it is seen or sent before.

    Attributes:
        publisher: who is asked.

    Signals:
        changed(): `is_allowed` may be another.
    """

    changed = Signal()

    def __init__(self, session: Session, publisher: Publisher) -> None:
        super().__init__(session)
        self.publisher = publisher
        self._session = session
        self._tasks = Tasks(self)  # not the session's, for which the computer is kept awake
        self._is_begun = False
        session.model_changed.connect(self._on_model)
        session.settings_changed.connect(self._on_settings)

    @property
    def is_offered(self) -> bool:
        """Whether there is anybody to ask."""
        return bool(self.publisher.update_address)

    @property
    def is_allowed(self) -> bool:
        """Whether asking is possible now."""
        return self.is_offered and not self._session.settings.offline

    def ask(self) -> Task:
        """A task that steps once, with a `Release` or an `UpdateError`; whoever asks connects and starts it."""
        self._keep_time()
        return self._new_task()

    def close(self) -> list[QThread]:
        """Ask no more; returns the threads that are ending, to be waited for."""
        return self._tasks.close()

    def _new_task(self) -> Task:
        return self._tasks.new(lambda is_stopped: _answers(self.publisher.update_address, is_stopped))

    def _keep_time(self) -> bool:
        return self._session.recent.keep(_ASKED, time.time())

    def _is_due(self) -> bool:
        """A time that lies ahead was kept by a clock that has been set back since, and does not count."""
        asked = self._session.recent.value_of(_ASKED)
        return not (isinstance(asked, int | float) and asked <= time.time() < asked + DAY)

    def _on_model(self) -> None:
        """The model was tried, so the start is over and nothing is in a hurry any more."""
        session = self._session
        if self._is_begun or not (session.ready or session.trouble):
            return
        self._is_begun = True
        if session.settings.updates and self.is_allowed and self._is_due() and self._keep_time():
            task = self._new_task()
            task.stepped.connect(self._on_answer)
            task.start()

    def _on_answer(self, answer: Release | UpdateError) -> None:
        """Say at the start only what a person may want to act on, and each version once."""
        recent = self._session.recent
        if isinstance(answer, UpdateError):
            why, detail = answer.trouble.value, shown(answer.detail)
            logger.warning("whether there is a newer version is not known: %s (%s)", why, detail)
        elif is_newer(answer.version, __version__) and recent.value_of(_TOLD) != answer.version:
            recent.keep(_TOLD, answer.version)
            words = update_wording.newer(answer.version)
            self._session.noticed.emit(Notice(words, offer=Offer.PAGE, page=answer.page, is_calm=True))

    def _on_settings(self) -> None:
        if self._session.settings.offline:
            self._tasks.close()
        self.changed.emit()


def _answers(address: str, is_stopped: Callable[[], bool]) -> Iterator[Release | UpdateError]:
    """In the thread: the import is late, because few ask, and it brings what the web needs."""
    try:
        from app.updates import newest
    except ImportError as error:
        yield UpdateError(UpdateTrouble.LIBRARY_BROKEN, str(error))
        return
    yield newest(address, is_stopped)
