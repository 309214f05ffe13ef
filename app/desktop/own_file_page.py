"""The first page for a model of the user's own: which file."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from app.desktop.chooser import Chooser
from app.desktop.copied_lines import CopiedLines
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled

PATTERNS = "*.pth *.pt *.bin *.ckpt *.safetensors *.whatsit-model"


class OwnFilePage(QWidget):
    """A place to drop a file on, two buttons, and where a file is a program what makes one of it that is none.

    Signals:
        chosen(object): the `Path` of a file or folder.
    """

    chosen = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self._chooser = Chooser(self)
        self._chooser.chosen.connect(lambda paths: self.chosen.emit(paths[0]))
        self._file = QPushButton(self.tr("Choose &file…"), self)
        self._tree = QPushButton(self.tr("Choose f&older…"), self)
        self._about_lines = note("", self)
        self._about_lines.hide()
        self._lines = CopiedLines(self.tr("Lines of Python"), self, self.tr("C&opy lines"))
        for text in self._lines.findChildren(QPlainTextEdit):
            text.setFont(QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont))
        self._name = QLabel(self.tr("Drop the file here that your training saved."), self)
        self._lay_out()
        self._file.clicked.connect(self._on_file)
        self._tree.clicked.connect(self._on_tree)

    def show_source(self, source: str) -> None:
        """Say which file is looked at."""
        self._name.setText(source)
        self.show_lines(())

    def show_lines(self, lines: tuple[str, ...]) -> None:
        """Show what to run where the file was made; nothing, where there is nothing to run."""
        self._about_lines.setText(self.tr("Where you trained it, these lines save the weights alone:"))
        self._about_lines.setVisible(bool(lines))
        self._lines.clear()
        self._lines.add(lines)
        self._lines.show_all()

    def take_keyboard(self) -> None:
        """Let the keyboard choose a file."""
        self._file.setFocus()

    def _lay_out(self) -> None:
        area = QFrame(self)
        area.setObjectName("drop")
        self._name.setFont(scaled(self.font(), LABEL))
        self._name.setTextFormat(Qt.TextFormat.PlainText)
        self._name.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._name.setWordWrap(True)
        buttons = QHBoxLayout()
        buttons.setSpacing(8)
        buttons.addStretch(1)
        for button in (self._file, self._tree):
            button.setAutoDefault(False)
            buttons.addWidget(button)
        buttons.addStretch(1)
        inner = QVBoxLayout(area)
        inner.setContentsMargins(24, 32, 24, 32)
        inner.setSpacing(16)
        inner.addStretch(1)
        inner.addWidget(self._name)
        inner.addLayout(buttons)
        inner.addStretch(1)
        words = self.tr(
            "A checkpoint or state dict (.pth, .pt, .bin, .ckpt), a file in safetensors, a folder as timm saves it, or "
            "a model that Whatsit exported. It is read as data: nothing in it is run, and the file stays as it is."
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(area, 1)
        column.addWidget(note(words, self))
        column.addWidget(self._about_lines)
        column.addWidget(self._lines, 2)

    def _on_file(self) -> None:
        filters = [f"{self.tr('Models')} ({PATTERNS})", f"{self.tr('All files')} (*)"]
        self._chooser.ask_file(self.tr("Choose a model"), filters)

    def _on_tree(self) -> None:
        self._chooser.ask_folder(self.tr("Choose the folder of a model"))
