"""Tagging put in words: what was done, what was left as it was, and why."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.desktop import wording
from app.results.database import StoreError, StoreTrouble
from app.results.tags.steps import Counts, Naming, Refusal
from app.wording import shown


def naming_words(naming: Naming) -> str:
    """How sidecars are called, and who reads them."""
    return {
        Naming.FULL: _tr("cat.jpg.xmp, for digiKam, darktable and most others"),
        Naming.STEM: _tr("cat.xmp, for Adobe’s programs"),
    }[naming]


def done(changed: int, *, is_removal: bool) -> str:
    """ "1,234 pictures were tagged."."""
    if is_removal:
        return _tr("The tags of %Ln pictures were taken away.", changed)
    return _tr("%Ln pictures were tagged.", changed)


def others(counts: Counts, *, is_removal: bool) -> list[str]:
    """What became of all other pictures, a sentence each."""
    if is_removal:
        same = _tr("%Ln had no tags of Whatsit.", counts.same)
    else:
        same = _tr("%Ln had the right tags already.", counts.same)
    unknown = _tr("%Ln are unknown and were not tagged.", counts.unknown)
    failed = _tr("%Ln could not be classified.", counts.failed)
    refused = _tr("%Ln could not be changed:", counts.refused)
    told = ((counts.same, same), (counts.unknown, unknown), (counts.failed, failed), (counts.refused, refused))
    return [words for number, words in told if number]


def refusal_line(refusal: Refusal) -> str:
    """Why a sidecar was left as it was, on one line that begins with the picture."""
    detail = f" ({shown(refusal.detail)})" if refusal.detail else ""
    return f"{shown(refusal.picture)}: {wording.words(refusal.trouble)}{detail}"


def journal_lost(aside: Path) -> str:
    """What is said when the journal was damaged."""
    words = _tr("The list of what Whatsit wrote was damaged; it lies at %1 now. What was written before stays.")
    return words.replace("%1", shown(aside))


def stopped(*, is_removal: bool) -> str:
    """What is said when a person stopped it."""
    if is_removal:
        return _tr("Taking tags away was stopped. All files are whole, and doing the same again goes on.")
    return _tr("Tagging was stopped. What was written stays, and doing the same again goes on.")


def trouble(error: StoreError, journal: Path) -> str:
    """Why nothing, or no more, could be done."""
    if error.path != str(journal):
        return wording.store_words(error)
    if error.trouble is StoreTrouble.BUSY:
        return _tr("Another Whatsit is writing tags. Try again when it is done.")
    about = ": ".join(shown(part) for part in (error.path, error.detail) if part)
    words = _tr("The list of what Whatsit wrote cannot be used (%1), and without it nothing is written.")
    return words.replace("%1", about)


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Tags", text, "", number)
