"""Where things lie: what came with the program, and the user's folders."""

from __future__ import annotations

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
    """

    settings: Path
    window: Path
    log: Path
    crashes: Path


def user_places() -> Places:
    """The platform's own folders for this user."""
    dirs = PlatformDirs("whatsit", appauthor=False)
    return Places(
        settings=dirs.user_config_path / "settings.json",
        window=dirs.user_state_path / "window.json",
        log=dirs.user_log_path / "whatsit.log",
        crashes=dirs.user_log_path / "crashes",
    )


def resources() -> Path:
    """The folder of what came with the program: inside the package when installed, beside it in a checkout."""
    package = Path(__file__).resolve().parent
    installed = package / "resources"
    return installed if installed.is_dir() else package.parent / "resources"
