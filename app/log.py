"""The log file: warnings of both drivers, and the tracebacks that no user should see."""

from __future__ import annotations

import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

_LARGEST = 1 << 20  # bytes; one older file is kept beside it


def keep_log(path: Path, level: int = logging.WARNING) -> None:
    """Send log records and Python's warnings to the file `path`, and nowhere else; called once, by a driver.

    The folder and the file are made when the first record is written. A log that cannot be written is given up in
    silence: it must never disturb the work.
    """
    handler = _QuietFile(
        path, maxBytes=_LARGEST, backupCount=1, encoding="utf-8", errors="backslashreplace", delay=True
    )
    handler.setFormatter(logging.Formatter("%(asctime)s %(levelname)s %(name)s: %(message)s"))
    logging.basicConfig(level=level, handlers=[handler])
    logging.captureWarnings(True)


class _QuietFile(RotatingFileHandler):
    def _open(self) -> TextIO:  # type: ignore[override]
        Path(self.baseFilename).parent.mkdir(parents=True, exist_ok=True)
        return super()._open()

    def handleError(self, record: logging.LogRecord) -> None:
        """Overrides the traceback on stderr."""
