"""The pictures that are being fetched from the web, only after the user said yes; the library comes with the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QUrl, Signal

from app.wording import shown

if TYPE_CHECKING:
    from PySide6.QtNetwork import QNetworkAccessManager

    from app.desktop.fetch import Fetch


class Fetches(QObject):
    """The downloads under way.

    Signals:
        fetched(object, str), failed(str): as of `Fetch`.
        changed(): `hosts` is another.
    """

    fetched = Signal(object, str)
    failed = Signal(str)
    changed = Signal()

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._network: QNetworkAccessManager | None = None
        self._running: list[Fetch] = []

    @property
    def hosts(self) -> tuple[str, ...]:
        """The computers that are being asked, the first of them first."""
        return tuple(fetch.host for fetch in self._running)

    def start(self, url: QUrl) -> None:
        """Fetch the picture at this address; the first time, networking is loaded."""
        try:
            from PySide6.QtNetwork import QNetworkAccessManager

            from app.desktop.fetch import Fetch
        except ImportError as error:
            words = self.tr("The picture was not fetched: a library is missing or damaged (%1).")
            self.failed.emit(words.replace("%1", shown(str(error))))
            return
        self._network = self._network or QNetworkAccessManager(self)
        fetch = Fetch(url, self._network, self)
        fetch.fetched.connect(self.fetched)
        fetch.failed.connect(self.failed)
        fetch.ended.connect(self._on_ended)
        self._running.append(fetch)
        self.changed.emit()

    def stop(self) -> None:
        """Break all of them off."""
        for fetch in self._running[:]:
            fetch.stop()

    def _on_ended(self) -> None:
        self._running = [fetch for fetch in self._running if fetch is not self.sender()]
        self.changed.emit()
