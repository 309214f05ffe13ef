"""Files that are whole or absent."""

from __future__ import annotations

import errno
import os
import re
import stat
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO, TypeVar

from app.files.parts import held, open_part, remove_stale_parts

_STANDARD = {"/dev/stdout": 1, "/dev/stderr": 2}
_OPEN_ALREADY = (*_STANDARD, "/dev/fd/", "/proc/")


@contextmanager
def whole_file(
    path: Path, *, newline: str | None = None, beginning: Callable[[Path], None] | None = None
) -> Iterator[TextIO]:
    """Write text that appears under `path` only when the block ends without an error.

    The text goes to a new file in the same folder, reaches the disk, and is then renamed; a file that stood there
    before is replaced in one step or not at all, and keeps its permissions. A link is followed, so that the file it
    names is replaced. What is no ordinary file (a terminal, a pipe, `/dev/null`, `/dev/stdout`) is written to
    directly: there is nothing to replace, and renaming over a device would destroy it. What a killed process left of
    the same file goes first.
    Text is UTF-8; lone surrogates are written as backslash escapes.

    Args:
        path: where the text shall appear.
        newline: as `open` takes it.
        beginning: told the name of the new file, for who may have to leave without unwinding.

    Raises:
        OSError: the file cannot be written there; nothing is left behind.
    """
    if _is_stream(path):
        with _stream(path, newline) as file:
            yield file
        return
    with _replacing(path, lambda part: _new_file(part, newline), beginning) as file:
        yield file


@contextmanager
def whole_binary_file(
    path: Path, *, beginning: Callable[[Path], None] | None = None, sweeps: bool = True
) -> Iterator[BinaryIO]:
    """Write bytes that appear under `path` only when the block ends without an error, as `whole_file` does with text.

    Args:
        path: where the bytes shall appear.
        beginning: told the name of the new file, for who may have to leave without unwinding.
        sweeps: whether what a killed process left of the same file goes first, for which all names in its folder are
            looked at; who writes a file beside each of a folder's files must not, and calls `remove_stale_parts`.

    Raises:
        OSError: the file cannot be written there, or it is no ordinary file; nothing is left behind.
    """
    if _is_stream(path):
        raise OSError(errno.EINVAL, "it is no ordinary file", str(path))
    with _replacing(path, lambda part: open(part, "x+b"), beginning, sweeps) as file:
        yield file


_AnyFile = TypeVar("_AnyFile", TextIO, BinaryIO)


@contextmanager
def _replacing(
    path: Path, opened: Callable[[Path], _AnyFile], beginning: Callable[[Path], None] | None, sweeps: bool = True
) -> Iterator[_AnyFile]:
    target = Path(os.path.realpath(path))
    mode = _mode(target)
    if sweeps:
        remove_stale_parts(target)
    part, file = open_part(target, opened, beginning)
    try:
        with ExitStack() as lock:
            with file:
                lock.enter_context(held(file.fileno()))
                yield file
                file.flush()
                os.fsync(file.fileno())
            if mode is not None:
                os.chmod(part, mode)
            os.replace(part, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(part)
        raise


def _is_stream(path: Path) -> bool:
    """Whether the path names something that is written to and not replaced.

    `/dev/stdout` counts even when it leads to an ordinary file: the shell that opened that file still holds it.
    """
    try:
        mode = os.stat(path).st_mode
    except OSError:
        return False
    if stat.S_ISDIR(mode):
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
    return not stat.S_ISREG(mode) or str(path).startswith(_OPEN_ALREADY)


def _stream(path: Path, newline: str | None) -> TextIO:
    """The stream, opened without emptying it; our own descriptors are shared, so that the shell goes on after us."""
    number = _descriptor(str(path))
    if number is None:
        return open(path, "a", encoding="utf-8", errors="backslashreplace", newline=newline)
    return open(os.dup(number), "w", encoding="utf-8", errors="backslashreplace", newline=newline)


def _descriptor(path: str) -> int | None:
    """The descriptor of this process that a path such as `/dev/stdout` or `/dev/fd/3` names."""
    if path in _STANDARD:
        return _STANDARD[path]
    named = re.fullmatch("/(?:dev|proc/self)/fd/([0-9]{1,7})", path)
    return int(named[1]) if named else None


def _mode(target: Path) -> int | None:
    """The permissions of the file that is replaced, None if there is none.

    Raises:
        PermissionError: it is write-protected; a rename would not ask.
        OSError: no file of this name can be here; better said now than after a long job.
    """
    try:
        mode = target.stat().st_mode & 0o7777
    except FileNotFoundError:
        return None
    if not os.access(target, os.W_OK, effective_ids=os.access in os.supports_effective_ids):
        raise PermissionError(errno.EACCES, os.strerror(errno.EACCES), str(target))
    return mode


def _new_file(part: Path, newline: str | None) -> TextIO:
    """A file that did not exist, with the permissions that any new file of this user gets."""
    return open(part, "x", encoding="utf-8", errors="backslashreplace", newline=newline)
