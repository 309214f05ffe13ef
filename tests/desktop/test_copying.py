"""What other programs get."""

from __future__ import annotations

import csv
import io
from pathlib import Path

from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication

from app.desktop.copying import csv_rows, pictures_mime
from app.desktop.intake import local_path
from app.desktop.pictures_model import Entry
from app.desktop.previews import Shown
from app.results.rows import header
from app.values import Failed, ImageRef, Reason, Stage

from .stub import classified

FILE, OTHER = Entry(ImageRef(Path("/a b.png"))), Entry(ImageRef(Path("/c.png")))
PASTED = Entry(ImageRef(Path("Pasted picture"), b"png"))


def shown() -> Shown:
    return Shown(QPixmap(6, 4), 6, 4)


def test_a_file_is_copied_as_file_text_and_pixels(qapp: QApplication) -> None:
    mime = pictures_mime([FILE], shown())
    assert [local_path(url) for url in mime.urls()] == [Path("/a b.png")]
    assert mime.text() == "/a b.png"
    assert mime.hasImage()


def test_several_files_have_no_pixels(qapp: QApplication) -> None:
    mime = pictures_mime([FILE, PASTED, OTHER], shown())
    assert [local_path(url) for url in mime.urls()] == [Path("/a b.png"), Path("/c.png")]
    assert not mime.hasImage()


def test_a_picture_without_a_file_is_copied_as_pixels(qapp: QApplication) -> None:
    mime = pictures_mime([PASTED], shown())
    assert mime.hasImage()
    assert not mime.hasUrls()


def test_rows_have_the_columns_of_the_command_line() -> None:
    answered = Entry(FILE.ref, classified(FILE.ref), waiting=False)
    failed = Entry(OTHER.ref, Failed(OTHER.ref, Stage.READ, Reason.EMPTY), waiting=False)
    rows = list(csv.reader(io.StringIO(csv_rows([answered, PASTED, failed], 3, 0.3))))
    assert [len(row) for row in rows] == [len(header(3))] * 2, "what has no answer has no row"
    assert [row[:2] for row in rows] == [["/a b.png", "classified"], ["/c.png", "failed"]]
