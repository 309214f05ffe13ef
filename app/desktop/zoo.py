"""The models that can be had and those that are here, as the window knows them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from app.cards import Card
from app.desktop import wording, zoo_wording
from app.desktop.downloads import Downloads, Fetching, Transfer
from app.desktop.notice import Notice, Offer
from app.desktop.standing import Standing
from app.desktop.tasks import Steps, Task
from app.desktop.zoo_steps import Found, Removed, carry, fetch, look, remove
from app.models.builtin import BUILTIN
from app.steps import JobError, Trouble
from app.values import ModelSpec

if TYPE_CHECKING:
    from app.desktop.session import Session

_BROKEN = (Trouble.MODEL_DAMAGED, Trouble.MODEL_UNFIT)


class Zoo(QObject):
    """Knows every model; what takes time is done in tasks, so that the window never waits.

    Attributes:
        trouble: why nothing is known of what can be had, or None.
        downloads: the files on their way here; they come whether or not somebody looks.
        is_watched: whether the window of the models is open, which says itself what becomes of a download.

    Signals:
        changed(): `cards` are others, or more is known of many of them.
        stood(str): the model of this key stands elsewhere now.
        here_changed(): other models are on this computer.
        noticed(object): a `Notice`.
    """

    changed = Signal()
    stood = Signal(str)
    here_changed = Signal()
    noticed = Signal(object)

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self.trouble: JobError | None = None
        self.is_watched = False
        self._session = session
        self.downloads = Downloads(session.tasks, self)
        self.downloads.moved.connect(self.stood)
        self.downloads.ended.connect(self._on_ended)
        self.downloads.settled.connect(self.look)
        self._failed: dict[str, str] = {}
        self._found = Found()
        self._looking: Task | None = None
        self._is_outdated = False
        self._chosen = session.settings.model
        self._broken: set[str] = set()
        session.settings_changed.connect(self._on_settings)
        session.model_changed.connect(self._on_model)

    @property
    def cards(self) -> tuple[Card, ...]:
        """Every model that can be had, the user's own last; none while nothing is known."""
        return self._found.cards

    @property
    def is_looking(self) -> bool:
        """Whether more will be known soon."""
        return self._looking is not None

    def look(self) -> None:
        """Look which models there are, and tell when that is known."""
        if self._session.tasks.is_closed:
            return
        if self._looking:
            self._is_outdated = True
            return
        self._looking = self._task(look, self._on_found, self._on_looked)
        self.changed.emit()

    def standing(self, key: str) -> Standing:
        """Where the model of this key is."""
        if transfer := self.downloads.transfer(key):
            return Standing.COMING if transfer.is_begun else Standing.WAITING
        if key in self._broken:
            return Standing.DAMAGED
        if key == BUILTIN or key in self._found.files:
            return Standing.IN_USE if key == self._chosen else Standing.HERE
        if key in self._found.begun:
            return Standing.BEGUN
        return Standing.GONE if key in self._found.gone else Standing.AWAY

    def is_here(self, key: str) -> bool:
        """Whether the model of this key can be used."""
        return self.standing(key) in (Standing.IN_USE, Standing.HERE)

    def spec(self, key: str) -> ModelSpec | None:
        """The model of this key, if it has a record."""
        return self._found.specs.get(key)

    def file(self, key: str) -> Path | None:
        """Where its file lies, if it has one of its own."""
        return self._found.files.get(key)

    def bytes(self, card: Card) -> int | None:
        """The size of a model's file: as it is here, else as its source says."""
        spec = self.spec(card.key)
        return spec.weights.bytes if spec else card.file.bytes if card.file else None

    def file_name(self, card: Card) -> str:
        """What the file of a model is called."""
        spec = self.spec(card.key)
        return spec.weights.name.rpartition("/")[2] if spec else card.file.name if card.file else ""

    def begun(self, key: str) -> int:
        """How many bytes are there of a download that broke off."""
        return self._found.begun.get(key, 0)

    def failure(self, key: str) -> str:
        """Why the last attempt to get this model failed, or ""."""
        return self._failed.get(key, "")

    def hindrance(self) -> str:
        """Why nothing can be downloaded, or ""."""
        return wording.never_online() if self._session.settings.offline else ""

    def download(self, card: Card) -> None:
        """Fetch the file of a model from its source; the person has seen what it costs and said yes."""
        mirror = self._session.settings.hub_mirror
        if card.file and not self.hindrance():
            self._fetch(card.key, lambda is_stopped: fetch(card, is_stopped, mirror), True)

    def carry(self, card: Card, source: Path, digits: str = "") -> None:
        """Take a file that somebody brought along for a model; `digits` are of its SHA-256 where nobody else says."""
        if card.file:
            self._fetch(card.key, lambda _is_stopped: carry(card, source, digits), False)

    def cancel(self, key: str) -> None:
        """Let a download be; what came is kept, and it can be continued."""
        self.downloads.cancel(key)

    def remove(self, key: str) -> None:
        """Take a model off this computer."""
        self._task(lambda _is_stopped: remove(key, self.file(key)), self._on_removed)

    def _task(self, steps: Steps, slot: object, ended: object = None) -> Task:
        task = self._session.tasks.new(steps)
        task.stepped.connect(slot)
        task.broke.connect(self._on_broke)
        if ended:
            task.finished.connect(ended)
        task.start()
        return task

    def _fetch(self, key: str, fetching: Fetching, uses_network: bool) -> None:
        self._failed.pop(key, None)
        self.downloads.add(key, fetching, uses_network=uses_network)

    def _on_ended(self, transfer: Transfer) -> None:
        """One that neither came nor failed was stopped with the session."""
        key, error = transfer.key, transfer.error
        if transfer.is_complete:
            self._broken.discard(key)
            words = zoo_wording.arrived(self._title(key))
        elif error or transfer.broken:
            words = zoo_wording.failed(error) if error else zoo_wording.broke()
            self._failed[key] = words
        else:
            return
        if not self.is_watched:
            notice = Notice(words, transfer.broken, Offer.MODELS, model=key, is_calm=transfer.is_complete)
            self.noticed.emit(notice)
        self.look()
        if transfer.is_complete:
            self.here_changed.emit()
            self._retry(key)

    def _title(self, key: str) -> str:
        return next((card.title for card in self.cards if card.key == key), key)

    def _retry(self, key: str) -> None:
        """Load a chosen model that could not be loaded before its file came."""
        if self._session.trouble and key == self._session.settings.model:
            self._session.retry_stopped()

    def _on_settings(self) -> None:
        if self._session.settings.offline:
            self.downloads.leave_network()
        before, self._chosen = self._chosen, self._session.settings.model
        for key in {before, self._chosen} if before != self._chosen else ():
            self.stood.emit(key)

    def _on_model(self) -> None:
        """Whether a file is damaged is known once it was to be loaded."""
        trouble, key = self._session.trouble, self._session.settings.model
        if not (trouble or self._session.ready):
            return
        if self._session.ready and key in self._found.files and key not in self._found.specs:
            self.look()  # a file that others downloaded was proved, and is on record now
        is_broken = trouble is not None and trouble.trouble in _BROKEN
        if is_broken != (key in self._broken):
            self._broken ^= {key}
            self.stood.emit(key)

    def _on_found(self, found: Found | JobError) -> None:
        self.trouble = found if isinstance(found, JobError) else None
        if isinstance(found, Found):
            before, self._found = self._found, found
            if before.specs.keys() != found.specs.keys():
                self.here_changed.emit()

    def _on_looked(self) -> None:
        self._looking = None
        self.changed.emit()
        if self._is_outdated:
            self._is_outdated = False
            self.look()

    def _on_removed(self, removed: Removed) -> None:
        if removed.trouble:
            self.noticed.emit(Notice(zoo_wording.not_removed(removed.key, removed.trouble)))
        self._broken.discard(removed.key)
        self.here_changed.emit()
        self.look()

    def _on_broke(self, details: str) -> None:
        self.noticed.emit(Notice(zoo_wording.broke(), details))
