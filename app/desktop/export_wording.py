"""Exports put in words: their formats, what came of them, and what kept them from being written."""

from __future__ import annotations

import errno
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from app.desktop import wording
from app.results.database import StoreError
from app.results.export import Format
from app.results.tables import XLSX_ROWS, TooManyRowsError
from app.wording import shown

_FULL = frozenset((errno.ENOSPC, errno.EFBIG, getattr(errno, "EDQUOT", errno.ENOSPC)))
_PROTECTED = frozenset((errno.EACCES, errno.EPERM, errno.EROFS))


def format_words(format: Format) -> str:
    """What a format is called."""
    return {
        Format.CSV: _tr("CSV"),
        Format.JSONL: _tr("JSON Lines"),
        Format.XLSX: _tr("Excel"),
        Format.PARQUET: _tr("Parquet"),
    }[format]


def format_note(format: Format) -> str:
    """What a format is good for."""
    return {
        Format.CSV: _tr("A table that spreadsheets and nearly all other programs read."),
        Format.JSONL: _tr("For programs: one line of JSON for each picture."),
        Format.XLSX: _tr("A sheet for Excel or LibreOffice; it holds %Ln pictures.", XLSX_ROWS),
        Format.PARQUET: _tr("For programs: a small table, for pandas, DuckDB or R."),
    }[format]


def unknown_note(format: Format, least_probability: float) -> str:
    """What becomes of pictures that the model is not sure of."""
    if format is Format.JSONL:
        return _tr("All classes are written as the model gave them; none is replaced by “unknown”.")
    return _tr("If even the likeliest class has less than %1, the picture’s class is “unknown”.").replace(
        "%1", wording.least_percent(least_probability)
    )


def named_otherwise(path: Path, other: Format, chosen: Format) -> str:
    """A name was typed whose extension is that of another format."""
    words = _tr("“%1” would be a file of %2, but the format is %3. Choose that format, or another name.")
    words = words.replace("%3", format_words(chosen)).replace("%2", format_words(other))
    return words.replace("%1", wording.short_name(path))


def written(rows: int, path: Path) -> str:
    """ "12,345 rows were written to “answers.csv”."."""
    return _tr("%Ln rows were written to “%1”.", rows).replace("%1", wording.short_name(path))


def unwritten(error: Exception, path: Path) -> str:
    """What kept a file from being written, and what can be done about it."""
    return f"{_reason(error)} {_tr('“%1” was not written.').replace('%1', wording.short_name(path))}"


def own_file() -> str:
    """Why nothing is written over a file of ours."""
    return _tr("Whatsit keeps its own results under this name. Choose another name or folder.")


def picture(path: Path) -> str:
    """Why nothing is written over a picture."""
    words = _tr("“%1” is a picture. Choose another name.")
    return words.replace("%1", wording.short_name(path))


def system_reason(error: OSError) -> str:
    """Why a file cannot be written, and what can be done about it."""
    if error.errno in _FULL:
        return _tr("There is no room left on the disk. Make room, or choose another folder.")
    if error.errno in _PROTECTED:
        return _tr("Nothing may be written there. Choose another folder or name.")
    if error.errno == errno.ENOENT:
        return _tr("The folder is no longer there. Choose another.")
    return _tr("The system refuses to write there (%1).").replace("%1", shown(error.strerror or str(error)))


def _reason(error: Exception) -> str:
    match error:
        case StoreError():
            return wording.store_words(error)
        case TooManyRowsError():
            return _tr(
                "A sheet holds %Ln pictures, and these are more. Choose CSV, JSON Lines or Parquet, or fewer.",
                XLSX_ROWS,
            )
        case ImportError():
            return _tr("Parquet needs the library pyarrow, which could not be loaded. Choose another format.")
        case OSError():
            return system_reason(error)
    return _tr("Something went wrong inside Whatsit.")


def _tr(text: str, number: int = -1) -> str:
    return QCoreApplication.translate("Exports", text, "", number)
