"""What is known of a model, as lines of a name and what stands behind it."""

from __future__ import annotations

import html

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from app.cards import Card
from app.desktop import wording, zoo_wording
from app.desktop.theme import HEADLINE, LABEL, scaled
from app.desktop.zoo import Zoo
from app.wording import shown

_PAGE = "https://"


class ZooFacts(QWidget):
    """Shows one model; what its source does not state is left out.

    Signals:
        page_wanted(str): an address is to be opened.
    """

    page_wanted = Signal(str)

    def __init__(self, zoo: Zoo, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoo = zoo
        self._card: Card | None = None
        self._title = _text("", self)
        self._title.setFont(scaled(self.font(), (LABEL + HEADLINE) / 2))
        self._key = _text("", self)
        self._key.setObjectName("muted")
        self._copy = QPushButton(self.tr("Copy"), self)
        self._copy.setObjectName("quiet")
        self._copy.setAutoDefault(False)
        self._copy.setToolTip(self.tr("Copy the key, as the command line takes it"))
        self._copy.setAccessibleName(self.tr("Copy the key"))
        self._copy.clicked.connect(self._on_copy)
        self._grid = QGridLayout()
        self._rows: list[tuple[QLabel, QLabel]] = []
        self._lay_out()

    def show_card(self, card: Card) -> None:
        """Show this model."""
        self._card = card
        self._title.setText(shown(card.title))
        self._key.setText(shown(card.key))
        for row, (name, value) in enumerate(self._facts(card)):
            label, field = self._rows[row] if row < len(self._rows) else self._new_row()
            label.setText(name)
            _show(field, value)
            for part in (label, field):
                part.setVisible(bool(value))

    def _new_row(self) -> tuple[QLabel, QLabel]:
        label, field = QLabel(self), _text("", self)
        label.setObjectName("muted")
        field.linkActivated.connect(self.page_wanted)
        self._grid.addWidget(label, len(self._rows), 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, len(self._rows), 1)
        self._rows.append((label, field))
        return label, field

    def _facts(self, card: Card) -> list[tuple[str, str]]:
        size = zoo_wording.size(self._zoo.bytes(card))
        return [
            (self.tr("Accuracy"), zoo_wording.accuracy(card)),
            (self.tr("Parameters"), wording.count(card.parameters) if card.parameters else ""),
            (self.tr("Compute"), zoo_wording.cost(card)),
            (self.tr("Classes"), zoo_wording.classes(card)),
            (self.tr("Pictures"), zoo_wording.preprocessing(card.preprocess)),
            (self.tr("Licence"), zoo_wording.licence(card)),
            (self.tr("Paper"), card.paper),
            (self.tr("Year"), zoo_wording.year(card)),
            (self.tr("Origin"), shown(card.origin)),
            (self.tr("Library"), zoo_wording.library(card)),
            (self.tr("File"), " · ".join(filter(None, (self._zoo.file_name(card), size)))),
            (self.tr("Folder"), self._folder(card)),
        ]

    def _folder(self, card: Card) -> str:
        path = self._zoo.file(card.key)
        return shown(path.parent) if path else ""

    def _lay_out(self) -> None:
        key = QHBoxLayout()
        key.setSpacing(8)
        key.addWidget(self._key, 1)
        key.addWidget(self._copy, 0, Qt.AlignmentFlag.AlignTop)
        line = QFrame(self)
        line.setObjectName("hairline")
        line.setFixedHeight(1)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self._title)
        column.addLayout(key)
        column.addWidget(line)
        column.addLayout(self._grid)

    def _on_copy(self) -> None:
        if self._card:
            QGuiApplication.clipboard().setText(self._card.key)


def _show(field: QLabel, value: str) -> None:
    """An address of the web leads there; all else is plain text."""
    if value.startswith(_PAGE):
        field.setTextFormat(Qt.TextFormat.RichText)
        address = html.escape(value)
        field.setText(f"<a href='{address}'>{html.escape(value.removeprefix(_PAGE))}</a>")
        field.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)  # by keyboard, too
    else:
        field.setTextFormat(Qt.TextFormat.PlainText)
        field.setText(value)
        field.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)


def _text(words: str, parent: QWidget) -> QLabel:
    label = QLabel(words, parent)
    label.setTextFormat(Qt.TextFormat.PlainText)
    label.setWordWrap(True)
    label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return label
