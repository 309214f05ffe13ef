"""The folders in which torch and Hugging Face keep weights that were downloaded: what others fetched is found there.

Their rules are followed without importing them. With `WHATSIT_HOME` our own downloads lie below it; the usual folders
are then looked through all the same.
"""

from __future__ import annotations

import os
from collections.abc import Iterator, Mapping
from pathlib import Path

from app.cards import Published
from app.paths import HOME


def checkpoint_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where `torch.hub` keeps checkpoints, as its documentation says; downloads go to the first."""
    usual = _folder(environment, "TORCH_HOME") or _cache(environment) / "torch"
    return tuple(folder / "hub" / "checkpoints" for folder in (*_own(environment, "torch"), usual))


def hub_folders(environment: Mapping[str, str] = os.environ) -> tuple[Path, ...]:
    """Where `huggingface_hub` keeps repositories, as its documentation of environment variables says; likewise."""
    home = _folder(environment, "HF_HOME") or _cache(environment) / "huggingface"
    usual = _folder(environment, "HF_HUB_CACHE") or home / "hub"
    return (*(folder / "hub" for folder in _own(environment, "huggingface")), usual)


def downloaded(file: Published) -> Path | None:
    """Where a published file lies, or None. Nothing is said about whether it is whole."""
    return next((path for path in _places(file) if _is_file(path)), None)


def _places(file: Published) -> Iterator[Path]:
    if not file.repository:
        yield from (folder / file.name for folder in checkpoint_folders())
        return
    for folder in hub_folders():
        repository = folder / repository_folder(file.repository)
        try:
            commit = (repository / "refs" / "main").read_text(encoding="ascii").strip()
        except (OSError, ValueError):
            continue
        yield repository / "snapshots" / Path(commit).name / file.name


def repository_folder(repository: str) -> str:
    """The name of a repository's folder among the others."""
    return "models--" + repository.replace("/", "--")


def _is_file(path: Path) -> bool:
    try:
        return path.is_file()
    except OSError:
        return False


def _own(environment: Mapping[str, str], name: str) -> tuple[Path, ...]:
    home = _folder(environment, HOME)
    return (home / "cache" / name,) if home else ()


def _cache(environment: Mapping[str, str]) -> Path:
    return _folder(environment, "XDG_CACHE_HOME") or _home() / ".cache"


def _folder(environment: Mapping[str, str], name: str) -> Path | None:
    value = environment.get(name)
    return Path(value).expanduser() if value else None


def _home() -> Path:
    try:
        return Path.home()
    except RuntimeError:
        return Path(os.devnull)
