"""Where the starts of one user on one screen find each other, and what came of it."""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import tempfile
from collections.abc import Iterator, Mapping
from contextlib import ExitStack, suppress
from dataclasses import dataclass
from pathlib import Path

from app.files.locks import one_at_a_time

_SCREEN = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM", "SESSIONNAME")  # the last one of Windows
_OTHERS_MAY_WRITE = stat.S_IWGRP | stat.S_IWOTH


@dataclass(frozen=True, slots=True)
class MeetingPoint:
    """Names of what the starts of one user, on one screen, with one data folder, share.

    Attributes:
        server: where the first one listens, as `QLocalServer` takes it.
        lock: the file whose lock the first one holds while it starts.
    """

    server: str
    lock: Path


@dataclass(frozen=True, slots=True)
class Standing:
    """What a start of the program is, beside the others.

    Attributes:
        is_done: a window that was there has taken everything.
        point: where others are to be listened to, or None.
        lock: what holds the others up until somebody listens; None where `point` is.
        is_unanswered: a window that was there did not answer.
    """

    is_done: bool = False
    point: MeetingPoint | None = None
    lock: StartLock | None = None
    is_unanswered: bool = False


ALONE = Standing()


class StartLock:
    """The lock of who is the first, while it starts; the system lets go of it however the process ends."""

    def __init__(self, path: Path) -> None:
        """Take it.

        Raises:
            BlockingIOError: somebody else holds it.
            OSError: there can be no such file.
        """
        self._held = ExitStack()
        self._held.enter_context(one_at_a_time(path))

    def release(self) -> None:
        """Let go of it; once is enough."""
        self._held.close()


def start_lock(path: Path) -> StartLock | None:
    """The lock, or None if somebody else holds it; raises OSError where there can be none."""
    with suppress(BlockingIOError):
        return StartLock(path)
    return None


def meeting_point(data: Path, environment: Mapping[str, str]) -> MeetingPoint:
    """Where those meet who keep their results in the folder `data`.

    Raises:
        OSError: there is no folder that belongs to this user alone.
    """
    marks = [os.fsencode(data.absolute()), *(os.fsencode(environment.get(name, "")) for name in _SCREEN)]
    if sys.platform == "win32":  # pipes have no folder
        marks.append(os.fsencode(environment.get("USERDOMAIN", "") + "\\" + environment.get("USERNAME", "")))
    name = f"whatsit-{hashlib.sha256(bytes(1).join(marks)).hexdigest()[:16]}"
    folder = _private_folder(environment)
    server = name if sys.platform == "win32" else str(folder / name)
    return MeetingPoint(server, folder / f"{name}.lock")


def _private_folder(environment: Mapping[str, str]) -> Path:
    if sys.platform == "win32":
        return Path(tempfile.gettempdir())  # each user has one there
    return next(folder for folder in _candidates(environment) if _is_private(folder))


def _candidates(environment: Mapping[str, str]) -> Iterator[Path]:
    """The folder of this sitting, and a folder of ours below that of temporary files; OSError after both."""
    if os.path.isabs(runtime := environment.get("XDG_RUNTIME_DIR", "")):
        yield Path(runtime)
    folder = Path(tempfile.gettempdir(), f"whatsit-{os.getuid()}")
    folder.mkdir(mode=0o700, exist_ok=True)
    yield folder
    raise PermissionError(f"{folder} belongs to others too")


def _is_private(folder: Path) -> bool:
    """Whether it is a folder of this user's, no link, and nobody else may write there."""
    try:
        status = os.lstat(folder)
    except OSError:
        return False
    is_own = stat.S_ISDIR(status.st_mode) and status.st_uid == os.getuid()
    return is_own and not status.st_mode & _OTHERS_MAY_WRITE
