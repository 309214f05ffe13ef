"""Open files that are nothing but files."""

from __future__ import annotations

import io
import os
import stat
from pathlib import Path
from typing import BinaryIO

from app.images.diagnosis import Refusal, refusal_of_path
from app.images.formats import IMAGE_EXTENSIONS
from app.values import ImageRef, Reason, Stage


def open_file(ref: ImageRef) -> BinaryIO:
    """The encoded bytes of a picture as an open file. A pipe, a device or a folder is never waited for.

    Raises:
        Refusal: there is no such file, it cannot be opened, or it is something else: a database is not even opened.
    """
    if ref.data is not None:
        return io.BytesIO(ref.data)
    if _is_database(ref.path):
        raise Refusal(Stage.DECODE, Reason.NOT_A_PICTURE, "a database")
    try:
        _require_file(os.stat(ref.path))
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_CLOEXEC", 0) | getattr(os, "O_BINARY", 0)
        file = os.fdopen(os.open(ref.path, flags), "rb")
    except (OSError, ValueError) as error:
        raise refusal_of_path(error, Stage.READ) from error
    try:
        _require_file(os.fstat(file.fileno()))
    except BaseException:
        file.close()
        raise
    return file


def _require_file(status: os.stat_result) -> None:
    if not stat.S_ISREG(status.st_mode):
        sorts = {stat.S_IFDIR: "a folder", stat.S_IFIFO: "a pipe", stat.S_IFSOCK: "a socket"}
        raise Refusal(Stage.READ, Reason.NOT_A_FILE, sorts.get(stat.S_IFMT(status.st_mode), "a device"))


def _is_database(path: Path) -> bool:
    """Whether this may be a database that SQLite has open, by its name and by what lies beside it.

    It may be our own: to read and close it would take away the locks that this process has on it
    (`results.database` says what comes of that).
    """
    if path.suffix.lower() in IMAGE_EXTENSIONS:
        return False
    name = os.fspath(path)
    return name.endswith((".sqlite", *_BESIDE)) or any(os.path.lexists(f"{name}{ending}") for ending in _BESIDE)


_BESIDE = ("-wal", "-shm", "-journal")  # what SQLite puts beside a database
