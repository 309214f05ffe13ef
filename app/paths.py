"""Where things lie: what came with the program, and the user's folders."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs


@dataclass(frozen=True, slots=True)
class Places:
    """The user's folders; each is made only when something is written there.

    Attributes:
        settings: file of the settings.
        window: file of the window's geometry and recent pictures.
        log: file of the log.
        crashes: folder of crash reports.
        results: file of the results store.
        tags: file of the journal of tags.
        sorts: folder of the journals of sorts.
    """

    settings: Path
    window: Path
    log: Path
    crashes: Path
    results: Path
    tags: Path
    sorts: Path


def user_places() -> Places:
    """The platform's own folders for this user; for one who has no home, places where nothing can be kept."""
    dirs = PlatformDirs("whatsit", appauthor=False)
    log = _folder(lambda: dirs.user_log_path)
    data = _folder(lambda: dirs.user_data_path)
    return Places(
        settings=_folder(lambda: dirs.user_config_path) / "settings.json",
        window=_folder(lambda: dirs.user_state_path) / "window.json",
        log=log / "whatsit.log",
        crashes=log / "crashes",
        results=data / "results.sqlite",
        tags=data / "tags.sqlite",
        sorts=data / "sorts",
    )


def _folder(find: Callable[[], Path]) -> Path:
    """A user in a container may have no home: platformdirs then raises, and older ones name a folder `~`."""
    try:
        folder = find()
    except RuntimeError:
        return _NOWHERE
    return folder if folder.is_absolute() else _NOWHERE


_NOWHERE = Path(os.devnull, "whatsit")


def resources() -> Path:
    """The folder of what came with the program: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
