"""Every way a picture comes in leads through here: drop, paste, dialogs, the example, a web address."""

from __future__ import annotations

import os
from collections.abc import Iterable
from pathlib import Path

from PySide6.QtCore import QMimeData, QObject, Qt, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from app.desktop.intake import ElsewhereFiles, Files, Intake, WebAddress, read_mime
from app.desktop.notice import Notice
from app.desktop.session import Session
from app.images.formats import SUPPORTED_EXTENSIONS
from app.models.own.signs import PARCEL_ENDING, WEIGHTS_ENDINGS
from app.paths import resources
from app.wording import shown


class Doors(QObject):
    """Turns what a person gives into pictures of the session, and asks before anything touches the network."""

    def __init__(self, session: Session, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._window = window
        self._folder = os.path.expanduser("~")  # unlike Path.home, it never raises
        session.settings_changed.connect(self._on_settings)

    def open_paths(self, paths: Iterable[Path]) -> None:
        """Take in files and folders."""
        self.take(Files(tuple(paths)))

    def open_pictures(self) -> None:
        """Ask for pictures with the platform's own dialog."""
        patterns = " ".join(f"*{extension}" for extension in sorted(SUPPORTED_EXTENSIONS))
        models = " ".join(f"*{ending}" for ending in (*WEIGHTS_ENDINGS, PARCEL_ENDING))
        pictures, weights = self.tr("Pictures"), self.tr("Models")
        filters = f"{pictures} ({patterns});;{weights} ({models});;{self.tr('All files')} (*)"
        names, _ = QFileDialog.getOpenFileNames(
            self._window,
            self.tr("Open pictures"),
            self._folder,
            filters,
            options=QFileDialog.Option.HideNameFilterDetails,  # two dozen patterns would fill the screen
        )
        if names:
            self._folder = str(Path(names[0]).parent)
            self.open_paths(Path(name) for name in names)

    def open_folder(self) -> None:
        """Ask for a folder with the platform's own dialog."""
        name = QFileDialog.getExistingDirectory(self._window, self.tr("Open a folder of pictures"), self._folder)
        if name:
            self._folder = name
            self.open_paths([Path(name)])

    def open_example(self) -> None:
        """Take in the picture that comes with the program."""
        self.open_paths([resources() / "examples" / "chelsea.png"])

    def paste(self) -> None:
        """Take in what the clipboard holds."""
        mime = QGuiApplication.clipboard().mimeData()
        intake = read_mime(mime, self.tr("Pasted picture")) if mime else None
        if intake:
            self.take(intake)
        else:
            self._say(self.tr("The clipboard holds no picture, file or path."))

    def drop(self, mime: QMimeData) -> bool:
        """Take in what was dropped; false when nothing of it can be a picture."""
        intake = read_mime(mime, self.tr("Dropped picture"))
        if intake:
            self.take(intake)
        elif mime.hasImage():
            self._say(self.tr("The other program did not hand the picture over."))
        return bool(intake)

    def take(self, intake: Intake) -> None:
        """Take in pictures; a web address is asked about first, unless the network is never used."""
        match intake:
            case WebAddress() if self._session.settings.offline:
                self._say(self.tr("The picture was not fetched: the settings say that the network is never used."))
            case WebAddress(url):
                self._ask_to_fetch(url)
            case ElsewhereFiles(url):
                words = self.tr("“%1” lies on another computer. Copy it to this one, or connect its folder first.")
                self._say(words.replace("%1", shown(url.toDisplayString())))
            case _:
                self._session.take_in(intake)

    def _on_settings(self) -> None:
        if self._session.settings.offline:
            self._session.fetches.stop()

    def _ask_to_fetch(self, url: QUrl) -> None:
        box = QMessageBox(self._window)
        box.setWindowTitle(self.tr("Fetch this picture?"))
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(self.tr("Fetch this picture from %1?").replace("%1", shown(url.host())))
        box.setInformativeText(_broken(shown(url.toDisplayString())))
        yes = box.addButton(self.tr("Fetch"), QMessageBox.ButtonRole.AcceptRole)
        box.addButton(QMessageBox.StandardButton.Cancel)
        box.setDefaultButton(QMessageBox.StandardButton.Cancel)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        yes.clicked.connect(lambda: self._session.fetch(url))
        box.open()

    def _say(self, words: str) -> None:
        self._session.noticed.emit(Notice(words))


def _broken(address: str) -> str:
    """An address that a dialog can wrap, cut when it is very long."""
    cut = address if len(address) <= 300 else address[:300] + "…"
    return cut.replace("/", "/\u200b").replace("&", "&\u200b")
