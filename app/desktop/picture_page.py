"""The view of single pictures: the picture, its bars beside it, and the film strip below."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QByteArray, QItemSelectionModel, Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QSplitter, QVBoxLayout, QWidget

from app.desktop.actions import Looks
from app.desktop.answer_panel import AnswerPanel
from app.desktop.copying import csv_rows, pictures_mime
from app.desktop.film_strip import FilmStrip
from app.desktop.picture_side import PictureSide
from app.desktop.pictures_model import Entry
from app.desktop.previews import Shown
from app.desktop.session import Session
from app.desktop.theme import Theme


class PicturePage(QWidget):
    """Shows the pictures of this sitting, and does with the selected ones what a person wants.

    Attributes:
        side, answer, strip: its parts.

    Signals:
        moved(): what lies over the picture has to be placed anew.
    """

    moved = Signal()

    def __init__(self, session: Session, theme: Theme, looks: Looks, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self.side = PictureSide(session, theme, looks, self)
        self.answer = AnswerPanel(session, theme, self)
        self.strip = FilmStrip(session.pictures, theme, self)
        self._splitter = QSplitter(Qt.Orientation.Horizontal, self)
        self._lay_out()
        self.strip.selectionModel().currentChanged.connect(self._on_strip_moved)

    def _lay_out(self) -> None:
        self._splitter.setHandleWidth(1)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.addWidget(self.side)
        self._splitter.addWidget(self.answer)
        self._splitter.setStretchFactor(0, 1)
        self._splitter.setSizes([660, 340])
        self._splitter.splitterMoved.connect(self.moved)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._splitter, 1)
        column.addWidget(self.strip)

    def state(self) -> QByteArray:
        """How its parts share the room."""
        return self._splitter.saveState()

    def restore(self, state: QByteArray) -> None:
        """Share the room as `state` says."""
        self._splitter.restoreState(state)

    def follow(self, entry: Entry) -> None:
        """Show in the film strip which picture is the current one."""
        index = self._session.pictures.index(self._session.pictures.row_of(entry.ref))
        if self.strip.currentIndex() != index or not self.strip.selectionModel().hasSelection():
            select = QItemSelectionModel.SelectionFlag.ClearAndSelect
            self.strip.selectionModel().setCurrentIndex(index, select)
            self.strip.scrollTo(index)

    def rows(self) -> list[int]:
        """The selected pictures, or the current one."""
        entry = self._session.current
        return self.strip.selected_rows() or ([self._session.pictures.row_of(entry.ref)] if entry else [])

    # what a person does

    def copy(self) -> None:
        """Copy the bars where they have the focus, else the pictures."""
        entries = self._entries()
        preview = self._session.previews.picture(entries[0].ref) if entries else None
        mime = pictures_mime(entries, preview if isinstance(preview, Shown) else None)
        is_failure = len(entries) == 1 and entries[0].failure is not None
        # Several pasted pictures have neither files nor one image, and an empty clipboard helps nobody.
        if self.answer.bars.hasFocus() or is_failure or not mime.formats():
            QGuiApplication.clipboard().setText(self.answer.copied_text())
        else:
            QGuiApplication.clipboard().setMimeData(mime)

    def copy_csv(self) -> None:
        """Copy the answers as rows of a table."""
        settings = self._session.settings
        QGuiApplication.clipboard().setText(csv_rows(self._entries(), settings.top_k, settings.least_probability))

    def remove(self) -> None:
        """Take the pictures off the list."""
        self._session.remove(self.rows())

    def retry(self) -> None:
        """Classify the pictures again."""
        self._session.retry(self.rows())

    def with_paths(self, then: Callable[[list[Path]], None]) -> None:
        """Call `then` with the files of the pictures."""
        then([entry.ref.path for entry in self._entries() if entry.ref.data is None])

    def _entries(self) -> list[Entry]:
        pictures = self._session.pictures
        return [entry for row in self.rows() if (entry := pictures.entry(row))]

    def _on_strip_moved(self) -> None:
        row = self.strip.currentIndex().row()
        if row >= 0:
            self._session.show_row(row)
