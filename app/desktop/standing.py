"""Where a model stands: on this computer, or on its way there."""

from __future__ import annotations

from enum import Enum


class Standing(Enum):
    """Where a model is; in the order in which the table is sorted."""

    IN_USE = "in use"
    HERE = "here"
    DAMAGED = "damaged"
    GONE = "gone"
    AWAY = "away"
