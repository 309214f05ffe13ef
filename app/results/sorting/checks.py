"""What stands against a sort as a whole."""

from __future__ import annotations

import os
import shutil
from dataclasses import dataclass
from pathlib import Path

from app.results.sorting.steps import Options, SortError
from app.values import SortTrouble


@dataclass(frozen=True, slots=True)
class Standing:
    """What a destination stands on.

    Attributes:
        ground: the folder itself, or the nearest above it that is there.
        device: the number of the drive.
    """

    ground: Path
    device: int


def standing(destination: Path) -> Standing:
    """Where a destination would be made. What cannot be looked at is found out about later."""
    above = destination.absolute()
    for ground in (above, *above.parents):
        try:
            return Standing(ground, os.stat(ground).st_dev)
        except OSError:
            if os.path.islink(ground):  # it leads nowhere
                return Standing(ground, 0)
    return Standing(above, 0)


def obstacles(options: Options, ground: Standing, size: int) -> tuple[SortError, ...]:
    """Why nothing can be put into the destination, if `size` bytes are to be copied there."""
    place = str(options.destination)
    if not os.path.isdir(ground.ground):
        is_dead = os.path.islink(ground.ground) and not os.path.exists(ground.ground)
        return (SortError(SortTrouble.DEAD_LINK if is_dead else SortTrouble.NO_FOLDER, str(ground.ground)),)
    found = []
    if not may_write(ground.ground):
        found.append(SortError(SortTrouble.READ_ONLY, place))
    try:
        free = shutil.disk_usage(ground.ground).free
    except OSError:
        return tuple(found)
    if size > free:
        found.append(SortError(SortTrouble.NO_ROOM, place, f"{size:,} bytes are needed, {free:,} are free"))
    return tuple(found)


def may_write(folder: Path) -> bool:
    """Whether names can be added to a folder and taken from it."""
    try:
        return os.access(folder, os.W_OK | os.X_OK, effective_ids=os.access in os.supports_effective_ids)
    except OSError:
        return False
