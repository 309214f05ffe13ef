"""Newer versions put in words: which there is, or why that is not known."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app import __version__
from app.release import Release, UpdateError, UpdateTrouble, is_newer
from app.wording import shown


def answer_words(answer: Release | UpdateError, host: str) -> str:
    """What came of asking the computer `host`."""
    if isinstance(answer, UpdateError):
        return _failure(answer, host)
    return newer(answer.version) if is_newer(answer.version, __version__) else _newest()


def newer(version: str) -> str:
    """What is said of a newer version."""
    return _tr("There is a newer version, Whatsit %1. This is %2.").replace("%1", version).replace("%2", __version__)


def asking(host: str) -> str:
    """What is said while the computer `host` is asked."""
    return _tr("Asking %1…").replace("%1", shown(host))


def _newest() -> str:
    return _tr("There is no newer version. This is Whatsit %1.").replace("%1", __version__)


def _failure(error: UpdateError, host: str) -> str:
    why = trouble_words(error.trouble).replace("%1", shown(host))
    detail = f" ({shown(error.detail)})" if error.detail else ""
    return _tr("Whether there is a newer version is not known: %1.").replace("%1", f"{why}{detail}")


def trouble_words(trouble: UpdateTrouble) -> str:
    """Why it is not known, with %1 for the computer that was asked."""
    return {
        UpdateTrouble.UNREACHABLE: _tr("%1 cannot be reached"),
        UpdateTrouble.UNTRUSTED: _tr("the connection to %1 cannot be trusted"),
        UpdateTrouble.TOO_SLOW: _tr("%1 took too long"),
        UpdateTrouble.REFUSED: _tr("%1 has no answer"),
        UpdateTrouble.ASTRAY: _tr("%1 leads in circles, or on to an address without encryption"),
        UpdateTrouble.TOO_LARGE: _tr("%1 sent too much"),
        UpdateTrouble.MEANINGLESS: _tr("what %1 sent makes no sense"),
        UpdateTrouble.LIBRARY_BROKEN: _tr("a library is missing or damaged"),
    }[trouble]


def _tr(text: str) -> str:
    return QCoreApplication.translate("Updates", text)
