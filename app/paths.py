"""Where things lie: what came with the program, and the user's folders."""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from platformdirs import PlatformDirs

HOME = "WHATSIT_HOME"  # the variable that names one folder for all that is the user's


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
        models: folder of the user's own models, and of what is known of those that were downloaded.
        cache: folder of what can be derived again.
    """

    settings: Path
    window: Path
    log: Path
    crashes: Path
    results: Path
    tags: Path
    sorts: Path
    models: Path
    cache: Path


def user_places() -> Places:
    """The platform's own folders for this user, or what lies below `WHATSIT_HOME`.

    For a user who has no home, they are places where nothing can be kept.
    """
    if home := os.environ.get(HOME):
        return places_below(_folder(lambda: Path(home)))
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
        models=data / "models",
        cache=_folder(lambda: dirs.user_cache_path),
    )


def places_below(folder: Path) -> Places:
    """The same, all in one folder."""
    return Places(
        settings=folder / "settings.json",
        window=folder / "window.json",
        log=folder / "log" / "whatsit.log",
        crashes=folder / "log" / "crashes",
        results=folder / "results.sqlite",
        tags=folder / "tags.sqlite",
        sorts=folder / "sorts",
        models=folder / "models",
        cache=folder / "cache",
    )


def strange_home(environment: Mapping[str, str]) -> str | None:
    """Why `WHATSIT_HOME` cannot be meant, or None: a relative path would be another place in each folder."""
    home = environment.get(HOME, "")
    if not home or Path(home).is_absolute():
        return None
    return f"{HOME}: an absolute path is wanted, not {home!r}; set it anew or unset it."


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
