"""The first window takes in what later starts of the program hand over."""

from __future__ import annotations

import logging
from collections.abc import Callable

from PySide6.QtCore import QObject, QTimer
from PySide6.QtNetwork import QLocalServer, QLocalSocket

from app.desktop.errand import GREETING, TAKEN, Errand, read
from app.desktop.peers import is_own

logger = logging.getLogger(__name__)

AT_ONCE = 128  # starts that may wait
PATIENCE = 5000  # milliseconds that a visitor has for its errand


class Reception(QObject):
    """Listens for other starts; `take` is called with what each wants, and only then it is told so."""

    def __init__(self, take: Callable[[Errand], None], parent: QObject) -> None:
        super().__init__(parent)
        self._take = take
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.setListenBacklogSize(AT_ONCE)
        self._server.setMaxPendingConnections(AT_ONCE)
        self._server.newConnection.connect(self._on_visitors)

    def open(self, name: str) -> bool:
        """Listen there, where nobody else does: a socket of that name was left by a dead process."""
        QLocalServer.removeServer(name)
        if not self._server.listen(name):
            logger.info("other starts cannot be listened to: %s", self._server.errorString())
        return self._server.isListening()

    def close(self) -> None:
        """Listen no more; who still waits is not answered, and looks for itself."""
        self._server.close()
        for visitor in self.findChildren(_Visitor):
            visitor.leave()

    def _on_visitors(self) -> None:
        while socket := self._server.nextPendingConnection():
            if is_own(socket.socketDescriptor()):
                _Visitor(socket, self._take, self).greet()
            else:
                socket.abort()


class _Visitor(QObject):
    """One start that has something to hand over."""

    def __init__(self, socket: QLocalSocket, take: Callable[[Errand], None], parent: QObject) -> None:
        super().__init__(parent)
        socket.setParent(self)
        self._socket = socket
        self._take: Callable[[Errand], None] | None = take
        self._said = b""
        socket.readyRead.connect(self._on_said)
        socket.disconnected.connect(self.deleteLater)
        QTimer.singleShot(PATIENCE, self, self.leave)

    def greet(self) -> None:
        """Say that there is time."""
        self._socket.write(GREETING)
        self._socket.flush()

    def leave(self) -> None:
        """Say nothing more."""
        self._take = None
        self._socket.abort()
        self.deleteLater()

    def _on_said(self) -> None:
        self._said += bytes(self._socket.readAll().data())
        try:
            errand = read(self._said)
        except ValueError as error:
            logger.info("a visitor was sent away: %s", error)
            self.leave()
            return
        if errand and self._take:
            take, self._take = self._take, None
            take(errand)
            self._socket.write(TAKEN)
            self._socket.disconnectFromServer()
