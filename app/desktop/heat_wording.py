"""Why there is no heat map, in words."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from app.desktop import wording
from app.steps import HeatMap, JobError
from app.values import Failed


def no_map(outcome: HeatMap | Failed | JobError) -> str:
    """What came of asking for a heat map, where there is nothing to be seen of it, as a sentence; "" where there is."""
    match outcome:
        case Failed(reason=reason):
            return _tr("There is no heat map: %1.").replace("%1", wording.words(reason))
        case JobError():
            return wording.trouble_words(outcome)
    if outcome.has_any:
        return ""
    if not outcome.relevance:
        return _tr("There are no heat maps of this model: it has no layer that knows places.")
    return _tr("Nothing in the picture speaks for “%1”.").replace("%1", wording.class_name(outcome.label))


def other_model(title: str) -> str:
    """The answer is of the model of this name, and another one is loaded."""
    words = _tr("This answer is of %1. To see why, choose that model, or classify the picture again.")
    return words.replace("%1", title)


def busy() -> str:
    """The map takes a while."""
    return _tr("The heat map is being made…")


def _tr(text: str) -> str:
    return QCoreApplication.translate("Heat", text)
