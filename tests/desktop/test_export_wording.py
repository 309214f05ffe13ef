"""What kept an export from being written, in words."""

from __future__ import annotations

import errno
import os
from pathlib import Path

import pytest

from app.desktop import export_wording, wording
from app.results.database import StoreError, StoreTrouble
from app.results.export import Format
from app.results.tables import TooManyRowsError


def system(number: int) -> OSError:
    return OSError(number, os.strerror(number))


@pytest.mark.parametrize(
    ("error", "words"),
    [
        (system(errno.ENOSPC), "There is no room left on the disk. Make room, or choose another folder."),
        (system(errno.EROFS), "Nothing may be written there. Choose another folder or name."),
        (system(errno.EACCES), "Nothing may be written there. Choose another folder or name."),
        (system(errno.ENOENT), "The folder is no longer there. Choose another."),
        (system(errno.EIO), f"The system refuses to write there ({os.strerror(errno.EIO)})."),
        (OSError("it is odd"), "The system refuses to write there (it is odd)."),
        (ImportError(), "Parquet needs the library pyarrow, which could not be loaded. Choose another format."),
        (StoreError(StoreTrouble.BUSY, "s"), "Another program holds the results for too long; try again (s)."),
    ],
)
def test_each_error_says_what_to_do(error: Exception, words: str) -> None:
    assert export_wording.unwritten(error, Path("/x/answers.csv")) == f"{words} “answers.csv” was not written."


def test_too_many_rows_for_a_sheet_have_another_way() -> None:
    words = export_wording.unwritten(TooManyRowsError(), Path("answers.xlsx"))
    limit = wording.count(1_048_575)
    assert words.startswith(f"A sheet holds {limit} pictures, and these are more. Choose CSV, JSON Lines or Parquet")


@pytest.mark.parametrize("format", Format)
def test_every_format_has_words(format: Format) -> None:
    assert export_wording.format_words(format)
    assert export_wording.format_note(format).endswith(".")


def test_a_name_may_hold_a_sign_of_ours() -> None:
    assert export_wording.written(2, Path("100 %2 %1.csv")) == "2 rows were written to “100 %2 %1.csv”."
    assert export_wording.written(1, Path("a.csv")) == "1 row was written to “a.csv”."
