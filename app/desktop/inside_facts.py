"""What is known of a model, as lines of a name and what stands behind it."""

from __future__ import annotations

import html
from collections.abc import Iterator

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from app.desktop import inside_wording, wording
from app.inside import Anatomy, Inside
from app.wording import shown

_WEB = "https://"


class InsideFacts(QWidget):
    """Shows one model; what its source does not state is left out.

    Signals:
        page_wanted(str): the paper is to be opened.
    """

    page_wanted = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._paper = self.tr("Paper")
        self._rows: dict[str, tuple[QLabel, QLabel]] = {}
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(16)
        self._grid.setVerticalSpacing(8)
        self._grid.setColumnStretch(1, 1)

    def show_inside(self, inside: Inside, anatomy: Anatomy | None = None) -> None:
        """Show this model; parameters and compute as they were counted, once they are."""
        for name, words in self._facts(inside, anatomy):
            self._show(name, words)
        self._link_paper(inside)

    def _facts(self, inside: Inside, anatomy: Anatomy | None) -> Iterator[tuple[str, str]]:
        card = inside.card
        parameters = anatomy.network.parameters if anatomy else card.parameters
        yield self.tr("Preprocessing"), inside_wording.preprocessing(card.preprocess)
        yield self.tr("Input"), self.tr("%1 pixels").replace("%1", wording.size_words(card.side, card.side))
        yield self.tr("Classes"), inside_wording.classes(inside)
        yield self.tr("Network"), inside_wording.network(card)
        yield self.tr("Parameters"), "" if parameters is None else wording.count(parameters)
        yield self.tr("Compute"), inside_wording.compute(card, anatomy)
        yield self.tr("Accuracy"), inside_wording.accuracy(card)
        yield self.tr("Licence"), shown(card.licence)
        yield self.tr("Origin"), shown(card.origin)
        yield self.tr("Notes"), shown(inside.notes)
        yield self._paper, inside_wording.paper(card)
        yield self.tr("Key"), shown(card.key)
        yield self.tr("File"), inside_wording.file(inside)
        yield self.tr("SHA-256"), shown(inside.sha256)

    def _show(self, name: str, words: str) -> None:
        label, field = self._rows.get(name) or self._new_row(name)
        field.setText(words)
        for part in (label, field):
            part.setVisible(bool(words))

    def _link_paper(self, inside: Inside) -> None:
        """An address of the web leads there."""
        address = inside.card.paper
        if address.startswith(_WEB):
            field = self._rows[self._paper][1]
            field.setTextFormat(Qt.TextFormat.RichText)
            field.setText(f"<a href='{html.escape(address)}'>{html.escape(inside_wording.paper(inside.card))}</a>")
            field.setTextInteractionFlags(Qt.TextInteractionFlag.TextBrowserInteraction)  # by keyboard, too

    def _new_row(self, name: str) -> tuple[QLabel, QLabel]:
        label, field = QLabel(name, self), QLabel(self)
        label.setObjectName("muted")
        field.setTextFormat(Qt.TextFormat.PlainText)
        field.setWordWrap(True)
        field.setMinimumWidth(1)  # or the 64 digits of a SHA-256 would keep the window wide in a large font
        field.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        field.setAccessibleName(name)
        if field.isRightToLeft():  # what is written from left to right would move away from its name
            field.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        field.linkActivated.connect(self.page_wanted)
        row = len(self._rows)
        self._grid.addWidget(label, row, 0, Qt.AlignmentFlag.AlignTop)
        self._grid.addWidget(field, row, 1)
        self._rows[name] = label, field
        return label, field
