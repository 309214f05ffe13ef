"""Removes the file of a downloaded model, and nothing else: a record is a text that anybody may have edited."""

from __future__ import annotations

import os
from contextlib import suppress
from pathlib import Path

from app.models.caches import carried_folder, checkpoint_folders, hub_folders


def is_among_downloads(path: Path) -> bool:
    """Whether a file lies where torch, Hugging Face or `models download --from` would have put it."""
    if os.path.normpath(path) != str(path):
        return False
    return path.parent in (*checkpoint_folders(), carried_folder()) or _repository(path) is not None


def dispose(path: Path) -> None:
    """Remove a file, and the content that it is a link to if that lies in the hub's cache of the same repository.

    Raises:
        OSError: it cannot be removed.
    """
    repository = _repository(path)
    content = _real(path)
    paths = [path]
    if repository is not None and content.parent == _real(repository / "blobs"):
        paths.insert(0, content)
    for each in paths:
        with suppress(FileNotFoundError):
            each.unlink()


def _repository(path: Path) -> Path | None:
    """The folder of the repository in a hub's cache in which a snapshot has this file."""
    for folder in hub_folders():
        parts = path.relative_to(folder).parts if path.is_relative_to(folder) else ()
        is_snapshot = len(parts) > 3 and parts[0].startswith("models--") and parts[1] == "snapshots"
        if is_snapshot and _real(path.parent).is_relative_to(_real(folder)):
            return folder / parts[0]
    return None


def _real(path: Path) -> Path:
    """Where links lead; a loop of them leads to itself, which `Path.resolve` would raise for."""
    return Path(os.path.realpath(path))
