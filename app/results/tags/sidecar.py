"""The files beside the pictures: how they are called, and how they are read and written."""

from __future__ import annotations

import os
import stat
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from app.files.whole_file import whole_binary_file
from app.results.tags.packet import LARGEST, NotXmpError, OddTagsError
from app.results.tags.steps import Naming
from app.values import TagTrouble

_SUFFIXES = (".xmp", ".XMP")  # some programs write the second


class RefusedError(Exception):
    """A sidecar is left as it is."""

    def __init__(self, trouble: TagTrouble, detail: str = "") -> None:
        super().__init__(trouble.value, detail)
        self.trouble = trouble
        self.detail = detail


@dataclass(frozen=True, slots=True)
class Sidecar:
    """A sidecar as it was when it was read.

    Attributes:
        path: where it lies or would lie, links in its folder resolved.
        content: its bytes, or None where there is none.
        identity: device, number, size and time of change, or None.
    """

    path: Path
    content: bytes | None
    identity: tuple[int, int, int, int] | None

    @property
    def digest(self) -> bytes | None:
        """SHA-256 of the content, or None."""
        return digest(self.content)


def digest(content: bytes | None) -> bytes | None:
    """SHA-256 of the bytes, or None."""
    return None if content is None else sha256(content).digest()


def sidecar_path(picture: Path, naming: Naming) -> Path:
    """Where the sidecar of a picture lies, or would lie."""
    name = picture.name if naming is Naming.FULL else picture.stem
    folder = Path(os.path.realpath(picture.parent))
    paths = [folder / f"{name}{suffix}" for suffix in _SUFFIXES]
    return next((path for path in paths if os.path.lexists(path)), paths[0])


def read_sidecar(path: Path) -> Sidecar:
    """The sidecar at `path`; a pipe is never waited for and a link never followed.

    Raises:
        RefusedError: something is there that is no sidecar, or cannot be read.
    """
    try:
        is_file = stat.S_ISREG(os.lstat(path).st_mode)
        if not is_file:
            raise RefusedError(TagTrouble.NOT_A_FILE)
        with open(path, "rb", opener=_opener) as file:
            found = os.fstat(file.fileno())
            if not stat.S_ISREG(found.st_mode):
                raise RefusedError(TagTrouble.NOT_A_FILE)
            content = file.read(LARGEST + 1)
    except FileNotFoundError:
        return Sidecar(path, None, None)
    except OSError as error:
        raise RefusedError(TagTrouble.UNREADABLE, error.strerror or str(error)) from error
    if len(content) > LARGEST:
        raise RefusedError(TagTrouble.TOO_LARGE)
    return Sidecar(path, content, _identity(found))


def write_sidecar(before: Sidecar, content: bytes | None) -> None:
    """Replace a sidecar whole; None removes it.

    Raises:
        RefusedError: it changed since it was read, or it cannot be written; it is as it was.
    """
    try:
        _require_unchanged(before)
        if content is None:
            os.unlink(before.path)
            return
        with whole_binary_file(before.path, sweeps=False) as file:
            file.write(content)
    except OSError as error:
        raise RefusedError(TagTrouble.UNWRITABLE, error.strerror or str(error)) from error


def require_writable(sidecar: Sidecar) -> None:
    """Raises RefusedError where the file is write-protected, or gone, even if this user could replace it."""
    if sidecar.content is None:
        return
    try:
        mode = os.stat(sidecar.path).st_mode
    except OSError as error:
        raise RefusedError(TagTrouble.BUSY, error.strerror or str(error)) from error
    if not mode & _WRITABLE:
        raise RefusedError(TagTrouble.READ_ONLY)


def refusal_of(error: Exception) -> RefusedError:
    """What is wrong with the content of a sidecar, as a refusal."""
    if isinstance(error, OddTagsError):
        return RefusedError(TagTrouble.ODD_TAGS)
    if isinstance(error, NotXmpError):
        return RefusedError(TagTrouble.NOT_XMP, str(error))
    raise error


def _require_unchanged(before: Sidecar) -> None:
    try:
        now = _identity(os.lstat(before.path))
    except FileNotFoundError:
        now = None
    if now != before.identity:
        raise RefusedError(TagTrouble.BUSY)


def _identity(found: os.stat_result) -> tuple[int, int, int, int]:
    return found.st_dev, found.st_ino, found.st_size, found.st_mtime_ns


def _opener(path: str, flags: int) -> int:
    return os.open(path, flags | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0))


_WRITABLE = stat.S_IWUSR | stat.S_IWGRP | stat.S_IWOTH
