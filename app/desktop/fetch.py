"""Fetches one picture from the web, only after the user said yes, within limits of size and time."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, QUrl, Signal
from PySide6.QtNetwork import QNetworkAccessManager, QNetworkReply, QNetworkRequest

LARGEST = 64 << 20  # bytes
SECONDS = 30


class Fetch(QObject):
    """One download; it is deleted when it has ended.

    Signals:
        fetched(object, str): the bytes and a name for the picture.
        failed(str): why there is no picture, in a sentence.
    """

    fetched = Signal(object, str)
    failed = Signal(str)

    def __init__(self, url: QUrl, network: QNetworkAccessManager, parent: QObject) -> None:
        super().__init__(parent)
        self._too_large = False
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

    def _on_progress(self, received: int, total: int) -> None:
        if max(received, total) > LARGEST and not self._too_large:
            self._too_large = True
            self._reply.abort()

    def _on_finished(self) -> None:
        reply = self._reply
        if self._too_large:
            self.failed.emit(self.tr("The picture was not fetched: it is larger than 64 MB."))
        elif reply.error() is QNetworkReply.NetworkError.OperationCanceledError:
            self.failed.emit(self.tr("The picture was not fetched: the server took too long."))
        elif reply.error() is not QNetworkReply.NetworkError.NoError:
            self.failed.emit(self.tr("The picture was not fetched: %1").replace("%1", reply.errorString()))
        else:
            self.fetched.emit(bytes(reply.readAll().data()), reply.url().fileName() or reply.url().host())
        self.deleteLater()
