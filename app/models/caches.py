"""The folders in which torch and Hugging Face keep weights that were downloaded: what others fetched is found there.

Their rules are followed without importing them. With `WHATSIT_HOME` our own downloads lie below it; the usual folders
are then looked through all the same.
"""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path

from app.cards import Published
from app.models.hub_cache import HubFile, find_in_hub_cache
from app.paths import HOME, user_places

PART = ".part"  # ends the name of an unfinished file


def checkpoint_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where `torch.hub` keeps checkpoints, as its documentation says; downloads go to the first."""
    usual = environment.get("TORCH_HOME") or os.path.join(_cache(environment), "torch")
    return tuple(folder / "hub" / "checkpoints" for folder in (*_own(environment, "torch"), _folder(usual)))


def hub_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where `huggingface_hub` keeps repositories, as its documentation of environment variables says; likewise."""
    home = environment.get("HF_HOME") or os.path.join(_cache(environment), "huggingface")
    usual = environment.get("HF_HUB_CACHE") or environment.get("HUGGINGFACE_HUB_CACHE") or os.path.join(home, "hub")
    return (*(folder / "hub" for folder in _own(environment, "huggingface")), _folder(os.path.expandvars(usual)))


def carried_folder() -> Path:
    """Where files of the hub lie that somebody carried here: its cache names them after commits, which nobody knows."""
    return user_places().models / "files"


def downloaded(file: Published) -> Path | None:
    """Where a published file lies, or None. Nothing is said about whether it is whole."""
    if file.repository:
        return find_in_hub_cache(HubFile(file.repository, file.name), hub_folders())
    return next((path for path in (folder / file.name for folder in checkpoint_folders()) if _is_file(path)), None)


def kept_bytes(file: Published) -> int:
    """How many bytes are there of a download of this file that broke off; 0 where nothing is."""
    return max(map(_size, kept_parts(file)), default=0)


def kept_parts(file: Published) -> list[Path]:
    """The unfinished files of downloads of this file."""
    if not file.repository:
        parts = [checkpoint_folders()[0] / f"{file.name}{PART}"]
    else:
        repository = "--".join(("models", *file.repository.split("/")))
        parts = list((hub_folders()[0] / repository / "blobs").glob(f"*{PART}"))
    return [part for part in parts if _is_file(part)]


def _size(path: Path) -> int:
    try:
        return path.stat().st_size
    except OSError:
        return 0


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _own(environment: Mapping[str, str], name: str) -> tuple[Path, ...]:
    home = environment.get(HOME)
    return (_folder(home) / "cache" / name,) if home else ()


def _cache(environment: Mapping[str, str]) -> str:
    return environment.get("XDG_CACHE_HOME") or os.path.join("~", ".cache")


def _folder(named: str) -> Path:
    """A user in a container may have no home; then there is no such folder, and nothing can be made there."""
    expanded = os.path.expanduser(named)
    return Path(os.devnull, "whatsit") if expanded.startswith("~") else Path(os.path.abspath(expanded))
