"""Where a start of the program leads: to a window that is there already, or to a new one."""

from __future__ import annotations

import logging
import os
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path

from app.desktop.errand import Errand
from app.desktop.meeting import ALONE, Standing, meeting_point
from app.log import keep_log
from app.paths import Places, user_places
from app.policy import FREE, Policy, load_policy, machine_policy
from app.settings import Settings, load_settings

logger = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Start:
    """What is known before there is a window.

    Attributes:
        places: where everything of the user's lies.
        settings: what the user chose, and over it what the administrator fixed.
        policy: what that is.
        standing: what this start is beside others.
    """

    places: Places
    settings: Settings = field(default_factory=Settings)
    policy: Policy = FREE
    standing: Standing = ALONE


def begin(paths: Sequence[Path], *, new_window: bool = False) -> Start:
    """Open these pictures and folders in the window that is there, or find out what a new one is to be.

    This comes before all that makes a window slow.

    Args:
        paths: what is to be opened; for nothing, too, a window that is there comes to the front.
        new_window: never hand anything over.
    """
    places = user_places()
    keep_log(places.log)
    policy = load_policy(os.environ, machine_policy())
    settings = policy.applied(load_settings(places.settings))
    is_alone = new_window or not settings.one_window
    return Start(places, settings, policy, ALONE if is_alone else _standing(places, paths))


def _standing(places: Places, paths: Sequence[Path]) -> Standing:
    """What this start is; whatever keeps the starts from meeting, each has a window of its own then."""
    errand = Errand(tuple(path.absolute() for path in paths), os.environ.get("XDG_ACTIVATION_TOKEN", ""))
    try:
        from app.desktop.handover import hand_over

        point = meeting_point(places.results.parent, os.environ)
        return hand_over(point, errand)
    except (ImportError, OSError, ValueError) as error:
        logger.info("every start opens a window of its own: %s", error)
        return ALONE
