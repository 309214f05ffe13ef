"""The steps that keep a heat map as a file."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from app.files.whole_file import whole_binary_file
from app.images.heat import over_picture
from app.paths import Places
from app.steps import HeatMap
from app.values import Failed, Limits


@dataclass(frozen=True, slots=True)
class HeatWish:
    """What is to be written, and where.

    Attributes:
        heat: the map.
        opacity: of its colours, 0 to 1.
        limits: what decoding its picture again may cost.
        path: the PNG to be.
        places: Whatsit's own, where nothing is written over.
        store: the results store that is in use, likewise.
    """

    heat: HeatMap
    opacity: float
    limits: Limits
    path: Path
    places: Places
    store: Path


@dataclass(frozen=True, slots=True)
class Written:
    """It is there."""


@dataclass(frozen=True, slots=True)
class Refused:
    """The picture itself has this name, or a file of Whatsit's own."""


@dataclass(frozen=True, slots=True)
class Unwritten:
    """The file cannot be written; what stood there is as it was."""

    error: OSError


def heat_steps(wish: HeatWish) -> Iterator[Written | Refused | Unwritten | Failed]:
    """Write a heat map over its whole picture as PNG; tells once what came of it."""
    from app.desktop.export_steps import is_own, own_files

    if is_own(wish.path, *own_files(wish.places, wish.store)) or _is_same(wish.path, wish.heat.ref.path):
        yield Refused()
        return
    image = over_picture(wish.heat, wish.limits, wish.opacity)
    if isinstance(image, Failed):
        yield image
        return
    try:
        with whole_binary_file(wish.path) as file:
            image.save(file, "PNG")
    except OSError as error:
        yield Unwritten(error)
    else:
        yield Written()


def _is_same(path: Path, other: Path) -> bool:
    with suppress(OSError, ValueError):
        return os.path.samefile(path, other)
    return False
