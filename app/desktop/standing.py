"""Where a model stands: on this computer, or on its way there."""

from __future__ import annotations

from enum import Enum


class Standing(Enum):
    """Where a model is."""

    IN_USE = "in use"
    HERE = "here"
    COMING = "coming"
    WAITING = "waiting"
    BEGUN = "begun"
    DAMAGED = "damaged"
    GONE = "gone"
    AWAY = "away"


UNDER_WAY = (Standing.COMING, Standing.WAITING)
NOT_FOR_USE = (Standing.DAMAGED, Standing.GONE)
