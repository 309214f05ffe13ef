"""Crash reports: kept on this disk, offered at the next start, sent by nobody."""

from __future__ import annotations

import faulthandler
import logging
import os
import sys
import time
import traceback
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import TextIO

from app import __version__

logger = logging.getLogger(__name__)

KEPT = 5


class CrashReports:
    """Writes what is known when the process dies, into a file of its own that a clean end removes.

    Attributes:
        earlier: the newest report that an earlier start left and nobody has seen yet, or None.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._file: TextIO | None = None
        self.earlier = self._newest()

    def watch(self) -> None:
        """From now on a native crash leaves a report; where none can be written, the log says so."""
        path = self._folder / f"running-{os.getpid()}.txt"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            path.write_text(f"Whatsit {__version__}, Python {sys.version}, {sys.platform}, {time.ctime()}\n", "utf-8")
            self._file = path.open("a", encoding="utf-8")
        except OSError as error:
            logger.warning("crash reports cannot be written: %s", error)
            return
        faulthandler.enable(self._file)

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> str:
        """Write an unforeseen exception into the log; returns its text."""
        text = "".join(traceback.format_exception(kind, error, trace))
        logger.error("unforeseen: %s", text)
        return text

    def text(self) -> str:
        """What the earlier report says, or why that cannot be read: a start with other rights may have left it."""
        try:
            return self.earlier.read_text(encoding="utf-8", errors="replace") if self.earlier else ""
        except OSError as error:
            return str(error)

    def seen(self) -> None:
        """The earlier report was shown; it stays on the disk under another name."""
        if self.earlier:
            self.earlier = _rename(self.earlier, "seen")

    def end(self) -> None:
        """The process ends as it should: nothing is left to report."""
        faulthandler.disable()
        if self._file:
            self._file.close()
            Path(self._file.name).unlink(missing_ok=True)
            self._file = None

    def _newest(self) -> Path | None:
        """Turn what dead processes left into reports, keep the newest few, and return the newest unseen one."""
        try:
            for running in self._folder.glob("running-*.txt"):
                process = running.stem.partition("-")[2]
                if process.isdecimal() and not _alive(int(process)):
                    with suppress(OSError):  # Windows keeps what a living process has open
                        _settle(running)
            reports = sorted(self._folder.glob("*-crash-*.txt"), key=lambda path: path.stat().st_mtime)
            for old in reports[:-KEPT]:
                old.unlink()
            unseen = [path for path in reports[-KEPT:] if path.name.startswith("new")]
        except OSError as error:
            logger.warning("crash reports cannot be read: %s", error)
            return None
        return unseen[-1] if unseen else None


def _settle(running: Path) -> None:
    """A file with a stack in it is a report; one without was killed or lost its power, which is nobody's fault."""
    if len(running.read_text(encoding="utf-8", errors="replace").splitlines()) > 1:
        running.rename(running.with_name(f"new-crash-{int(running.stat().st_mtime)}.txt"))
    else:
        running.unlink()


def _rename(path: Path, state: str) -> Path | None:
    try:
        return path.rename(path.with_name(path.name.replace("new", state, 1)))
    except OSError as error:
        logger.warning("%s", error)
        return None


def _alive(process: int) -> bool:
    if process == os.getpid():
        return False
    if sys.platform == "win32":
        return False  # os.kill would end the process there
    try:
        os.kill(process, 0)
    except (ProcessLookupError, OverflowError):
        return False
    except PermissionError:
        return True
    return True
