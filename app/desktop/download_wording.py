"""Why a file could not be downloaded, put in words."""

from __future__ import annotations

from enum import Enum

from PySide6.QtCore import QCoreApplication

from app.steps import DownloadTrouble


def download_troubles() -> dict[Enum, str]:
    """Built anew at each call, so that a change of language needs nothing else."""
    return {
        DownloadTrouble.UNREACHABLE: _tr(
            "The server cannot be reached; see whether this computer is online, and try again"
        ),
        DownloadTrouble.UNTRUSTED: _tr(
            "The connection cannot be trusted, so nothing was downloaded; ask who runs your network"
        ),
        DownloadTrouble.TOO_SLOW: _tr(
            "Nothing came from the server for too long; try again, and it goes on from there"
        ),
        DownloadTrouble.CUT_OFF: _tr("The connection broke off again and again; try again, and it goes on from there"),
        DownloadTrouble.OVERLOADED: _tr("The server is overloaded or out of order; try again later"),
        DownloadTrouble.REFUSED: _tr(
            "The server refuses to send the file; try again later, or use a file from elsewhere"
        ),
        DownloadTrouble.NOT_ALLOWED: _tr(
            "The server gives this file only to those it knows, or has no such file; download it in a web browser, "
            "and use that file"
        ),
        DownloadTrouble.NOT_THERE: _tr(
            "The server has no such file any more; use a file from elsewhere, or choose another model"
        ),
        DownloadTrouble.ASTRAY: _tr("The address leads in circles, or on to one without encryption; try again later"),
        DownloadTrouble.WEB_PAGE: _tr(
            "A web page came in place of the file; log in to your network in a web browser, and try again"
        ),
        DownloadTrouble.MEANINGLESS: _tr("What the server sent makes no sense; try again later"),
        DownloadTrouble.WRONG_SIZE: _tr("The server has a file of another size, which was not used; try again later"),
        DownloadTrouble.WRONG_DIGEST: _tr(
            "What came is not the file that its source publishes, and was not used; try again later, or on another "
            "network"
        ),
        DownloadTrouble.NO_DIGEST: _tr(
            "The source publishes no SHA-256 of this file to check it by, so it was not downloaded"
        ),
        DownloadTrouble.NO_ROOM: _tr("There is not enough room on the disk; make room, and it goes on from there"),
        DownloadTrouble.UNWRITABLE: _tr("The file cannot be written there; see to it, and try again"),
        DownloadTrouble.BUSY: _tr("Another Whatsit is downloading this file; wait for it"),
    }


def _tr(text: str) -> str:
    return QCoreApplication.translate("Downloads", text)
