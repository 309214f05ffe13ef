"""What is copied: pictures for other programs, and answers as rows of a table."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QMimeData

from app.desktop.intake import file_url
from app.desktop.pictures_model import Entry
from app.desktop.previews import Shown
from app.results.rows import csv_line, csv_row


def pictures_mime(entries: Sequence[Entry], shown: Shown | None) -> QMimeData:
    """Pictures as other programs take them: their files, the names of these as text, and the pixels of a single one.

    `shown` is the picture for the eye of the first entry, or None if it is not there.
    """
    mime = QMimeData()
    paths = [entry.ref.path.absolute() for entry in entries if entry.ref.data is None]
    if paths:
        mime.setUrls([file_url(path) for path in paths])
        mime.setText("\n".join(map(str, paths)))
    if len(entries) == 1 and shown:
        mime.setImageData(shown.pixmap.toImage())
    return mime


def csv_rows(entries: Sequence[Entry], top_k: int, least_probability: float) -> str:
    """The answers of these pictures as rows of CSV, in the columns of the command line; without a header."""
    rows = (csv_row(entry.outcome, top_k, least_probability) for entry in entries if entry.outcome)
    return "".join(map(csv_line, rows)).rstrip("\r\n")
