"""The folder of the user's own models, and the folders in it: whole or absent, each of them."""

from __future__ import annotations

import errno
import hashlib
import os
import re
import secrets
import shutil
import time
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from app.files.locks import one_at_a_time
from app.files.room import free_bytes, is_full
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.wording import shown

MINE = "mine"
RECORD = "model.json"
WEIGHTS = "weights.safetensors"
LONGEST_NAME = 100  # characters
_UNFINISHED = ".unfinished-"
_LOCK = "lock"
_LONG_AGO = 3600.0  # seconds
_STREWN = (".DS_Store", "Thumbs.db", "desktop.ini")
_RESERVED = re.compile(r"con|prn|aux|nul|com\d|lpt\d")  # names that Windows keeps for devices


def mine(models: Path) -> Path:
    """The folder of the user's own models in `Places.models`."""
    return models / MINE


def sound_name(name: str) -> str:
    """The name as it is kept: composed, without blanks around it.

    Raises:
        ModelRefused: BAD_NAME where nothing is left, or it cannot be shown on a line, or is too long.
    """
    clean = " ".join(unicodedata.normalize("NFC", name).split())
    if not clean or shown(clean) != clean or len(clean) > LONGEST_NAME:
        raise ModelRefused(ModelTrouble.BAD_NAME, name[:LONGEST_NAME])
    return clean


def folder_name(name: str) -> str:
    """The name of a model's folder: safe on every system, the same for names that differ in case only, else its own.

    A digest tells apart what looks alike once only plain letters are left.
    """
    folded = unicodedata.normalize("NFC", unicodedata.normalize("NFD", name).casefold())
    plain = unicodedata.normalize("NFKD", folded).encode("ascii", "ignore").decode()
    slug = re.sub(r"[^a-z0-9]+", "-", plain).strip("-")[:40].strip("-")
    if slug and slug == folded and not _RESERVED.fullmatch(slug):
        return slug
    return f"{slug or 'model'}-{hashlib.sha256(folded.encode(errors='surrogatepass')).hexdigest()[:8]}"


@contextmanager
def new_folder(models: Path, name: str) -> Iterator[Path]:
    """An empty folder that gets the name of a model's when the block ends without an error, else is gone.

    What is in it reaches the disk first. What killed processes left of others goes before.

    Raises:
        ModelRefused: NAME_TAKEN; NO_ROOM, UNWRITABLE.
    """
    target = mine(models) / folder_name(name)
    with told_in_words(models):
        mine(models).mkdir(parents=True, exist_ok=True)
        _remove_unfinished(models)
        if os.path.lexists(target):
            raise ModelRefused(ModelTrouble.NAME_TAKEN, name)
        part = mine(models) / f"{_UNFINISHED}{secrets.token_hex(4)}"
        part.mkdir()
        try:
            with one_at_a_time(part / _LOCK):
                yield part
                _reach_disk(part)
            _place(part, target, name)
        finally:
            shutil.rmtree(part, ignore_errors=True)
        _sync_folder(mine(models))


def _place(part: Path, target: Path, name: str) -> None:
    """Never onto another: a folder that is not empty is replaced by no system."""
    (part / _LOCK).unlink()
    try:
        os.rename(part, target)
    except OSError as error:
        if os.path.lexists(target):
            raise ModelRefused(ModelTrouble.NAME_TAKEN, name) from error
        raise


@contextmanager
def told_in_words(place: Path) -> Iterator[None]:
    """What the system says against writing there, as a `ModelRefused`."""
    try:
        yield
    except OSError as error:
        trouble = ModelTrouble.NO_ROOM if is_full(error) else ModelTrouble.UNWRITABLE
        raise ModelRefused(trouble, str(place), error.strerror or str(error)) from error


def require_room(folder: Path, wanted: int) -> None:
    """Raises ModelRefused (NO_ROOM) where so many bytes do not fit; nothing where the system does not tell."""
    free = free_bytes(folder)
    if free is not None and free < wanted + (1 << 20):
        detail = f"{wanted / 1e6:,.0f} MB wanted, {free / 1e6:,.0f} MB free"
        raise ModelRefused(ModelTrouble.NO_ROOM, str(folder), detail)


def discard(folder: Path) -> None:
    """Take a model's folder away: gone under its name at once, even if its files go one by one; of a link, the link.

    Raises:
        OSError: it cannot be removed, or holds something that no model has.
    """
    if folder.is_symlink():
        folder.unlink()
        return
    foreign = sorted(entry.name for entry in folder.iterdir() if not _is_of_a_model(entry))
    if foreign:
        raise OSError(errno.ENOTEMPTY, f"{shown(foreign[0])} is none of its files; take it out first")
    part = folder.with_name(f"{_UNFINISHED}{secrets.token_hex(4)}")
    os.rename(folder, part)
    shutil.rmtree(part, ignore_errors=True)


def _is_of_a_model(path: Path) -> bool:
    """Whether it may go with a model's folder: its files, what a killed process left of them, what systems strew."""
    if path.is_dir() and not path.is_symlink():
        return False
    is_part = path.name.startswith((f".{RECORD}", f".{WEIGHTS}")) and path.name.endswith(".part")
    return is_part or path.name in (RECORD, WEIGHTS, _LOCK, *_STREWN)


def model_folders(models: Path) -> list[Path]:
    """The folders in which models may be; none where there is no such place."""
    try:
        entries = sorted(mine(models).iterdir())
    except OSError:
        return []
    return [entry for entry in entries if not entry.name.startswith(".") and entry.is_dir()]


def _remove_unfinished(models: Path) -> None:
    for part in mine(models).glob(f"{_UNFINISHED}*"):
        with suppress(OSError):
            if _is_abandoned(part):
                shutil.rmtree(part)


def _is_abandoned(part: Path) -> bool:
    """Whether nobody works in it: its lock is free, or it has none any more and is no longer about to be renamed.

    Raises:
        OSError: somebody works in it, or it cannot be told.
    """
    if not (part / _LOCK).exists():
        return time.time() - part.stat().st_mtime > _LONG_AGO
    with one_at_a_time(part / _LOCK):
        return True


def _reach_disk(folder: Path) -> None:
    for path in folder.iterdir():
        with path.open("rb+") as file:
            os.fsync(file.fileno())
    _sync_folder(folder)


def _sync_folder(folder: Path) -> None:
    """So that the names reach the disk; Windows opens no folder."""
    with suppress(OSError):
        descriptor = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(descriptor)
        finally:
            os.close(descriptor)
