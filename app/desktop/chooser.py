"""Asks for files and folders, each time where the last one was chosen."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget


class Chooser(QObject):
    """Opens the system's dialogs; one that is given up says nothing.

    Signals:
        chosen(list): one or more paths.
    """

    chosen = Signal(list)

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._folder = str(Path.home())

    def ask_file(self, title: str, filters: Sequence[str], *, several: bool = False) -> None:
        """Ask for a file that is there, or for several."""
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setNameFilters(filters)
        mode = QFileDialog.FileMode
        dialog.setFileMode(mode.ExistingFiles if several else mode.ExistingFile)
        self._open(dialog)

    def ask_folder(self, title: str) -> None:
        """Ask for a folder."""
        dialog = QFileDialog(self._window, title, self._folder)
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        self._open(dialog)

    def _open(self, dialog: QFileDialog) -> None:
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.filesSelected.connect(self._on_selected)
        dialog.open()

    def _on_selected(self, names: list[str]) -> None:
        if names:
            self._folder = str(Path(names[0]).parent)
            self.chosen.emit([Path(name) for name in names])
