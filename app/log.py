"""The log file: warnings of both drivers, and the tracebacks that no user should see."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

_LARGEST = 1 << 20  # bytes; one older file is kept beside it


def keep_log(path: Path, level: int = logging.WARNING) -> None:
    """Send log records and Python's warnings to the file `path`, and nowhere else; called by a driver, once.

    The folder and the file are made when the first record is written. A log that cannot be written is given up in
    silence: it must never disturb the work.
    """
    handler = _QuietFile(
        path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", errors="backslashreplace", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler])
    logging.captureWarnings(True)


def kept_log() -> Path | None:
    """The log file, for sentences that point there; None if there is none or what was logged last did not reach it."""
    files = (handler for handler in logging.getLogger().handlers if isinstance(handler, _QuietFile))
    return next((Path(file.baseFilename) for file in files if not file.has_failed), None)


class _QuietFile(RotatingFileHandler):
    """A log file that says nothing when it cannot be written, and remembers it.

    Attributes:
        has_failed: whether the last record was lost.
    """

    has_failed = False

    def emit(self, record: logging.LogRecord) -> None:
        self.has_failed = False
        super().emit(record)

    def _open(self) -> TextIO:  # type: ignore[override]
        path = Path(self.baseFilename)
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.exists() and not path.is_file():  # opening a pipe would wait for ever
            raise OSError(f"{path} is not a file")
        return super()._open()

    def handleError(self, _record: logging.LogRecord) -> None:
        """Overrides the traceback on stderr."""
        self.has_failed = True
