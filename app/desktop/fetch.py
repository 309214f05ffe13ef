"""One picture fetched from the web, within limits of size and time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

from app.wording import shown

_Error = QNetworkReply.NetworkError

LARGEST = 64 << 20  # bytes
SECONDS = 30


class Fetch(QObject):
    """One download; it is deleted when it has ended.

    Attributes:
        host: the computer that is asked.

    Signals:
        fetched(object, str): the bytes and a name for the picture.
        failed(str): why there is no picture, in a sentence.
        ended(): last and exactly once, also after `stop`, which nothing else is said about.
    """

    fetched = Signal(object, str)
    failed = Signal(str)
    ended = Signal()

    def __init__(self, url: QUrl, network: QNetworkAccessManager, parent: QObject) -> None:
        super().__init__(parent)
        self.host = url.host()
        self._too_large = self._stopped = False
        request = QNetworkRequest(url)
        policy = QNetworkRequest.RedirectPolicy.NoLessSafeRedirectPolicy
        request.setAttribute(QNetworkRequest.Attribute.RedirectPolicyAttribute, policy)
        request.setAttribute(QNetworkRequest.Attribute.CookieSaveControlAttribute, QNetworkRequest.LoadControl.Manual)
        request.setMaximumRedirectsAllowed(5)
        self._reply = network.get(request)
        self._reply.setParent(self)
        self._reply.downloadProgress.connect(self._on_progress)
        self._reply.finished.connect(self._on_finished)
        self._limit = QTimer(self, singleShot=True, interval=SECONDS * 1000)  # Qt's own time-out measures idleness only
        self._limit.timeout.connect(self._reply.abort)
        self._limit.start()

    def stop(self) -> None:
        """Break off."""
        self._stopped = True
        self._reply.abort()

    def _on_progress(self, received: int, total: int) -> None:
        if max(received, total) > LARGEST and not self._too_large:
            self._too_large = True
            self._reply.abort()

    def _on_finished(self) -> None:
        reply = self._reply
        words = self._failure(reply.error())
        if words:
            self.failed.emit(words)
        elif not self._stopped:
            self.fetched.emit(bytes(reply.readAll().data()), reply.url().fileName() or reply.url().host())
        self.ended.emit()
        self.deleteLater()

    def _failure(self, error: _Error) -> str:
        """Why there is no picture, or "" when there is one or nobody wants it."""
        if self._stopped:
            return ""
        if error is _Error.NoError:
            page = self.tr("This is the address of a web page. Drag the picture itself, or copy its own address.")
            return page if self._is_page() else ""
        if self._too_large:
            return self.tr("The picture was not fetched: it is larger than 64 MB.")
        words = {
            _Error.OperationCanceledError: self.tr("%1 took too long."),
            _Error.ContentNotFoundError: self.tr("%1 has no such picture."),
            _Error.ContentGoneError: self.tr("%1 has no such picture any more."),
            _Error.ContentAccessDenied: self.tr("%1 does not give it to strangers."),
            _Error.AuthenticationRequiredError: self.tr("%1 does not give it to strangers."),
            _Error.ConnectionRefusedError: self.tr("%1 does not answer."),
            _Error.HostNotFoundError: self.tr("%1 cannot be found. Is this computer connected?"),
            _Error.RemoteHostClosedError: self.tr("%1 broke off."),
        }
        why = words.get(error, self.tr("%1 could not give it.")).replace("%1", shown(self.host))
        return self.tr("The picture was not fetched: %1").replace("%1", why)

    def _is_page(self) -> bool:
        kind = self._reply.header(QNetworkRequest.KnownHeaders.ContentTypeHeader)
        return isinstance(kind, str) and kind.lower().startswith("text/html")
