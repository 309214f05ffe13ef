"""What is known of a model, as a text to be read and copied."""

from __future__ import annotations

import html

from PySide6.QtCore import QEvent, QSize, Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QTextBrowser, QWidget

from app.cards import Card
from app.desktop import inside_wording, wording, zoo_wording
from app.desktop.theme import Theme
from app.desktop.zoo import Zoo
from app.wording import shown

_PAGE = "https://"
_COPY, _INSIDE = "copy:", "inside:"  # lead to no page: the key goes to the clipboard, or another window opens


class ZooFacts(QTextBrowser):
    """Shows one model; what its source does not state is left out. Text from outside is never markup.

    Signals:
        page_wanted(str): an address is to be opened.
        inside_wanted(str): somebody wants to see what is inside the model of this key.
    """

    page_wanted = Signal(str)
    inside_wanted = Signal(str)

    def __init__(self, zoo: Zoo, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoo = zoo
        self._theme = theme
        self._card: Card | None = None
        self.setOpenLinks(False)
        self.setFrameShape(QTextBrowser.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.viewport().setAutoFillBackground(False)
        self.document().setDocumentMargin(0)
        self.setAccessibleName(self.tr("About the model"))
        self.anchorClicked.connect(self._on_link)
        theme.changed.connect(self._tell)

    def show_card(self, card: Card) -> None:
        """Show this model; who reads on of the same one stays where they are."""
        is_same = self._card is not None and self._card.key == card.key
        place = self.verticalScrollBar().value() if is_same else 0
        self._card = card
        self._tell()
        self.verticalScrollBar().setValue(place)

    def _tell(self) -> None:
        card = self._card
        if card is None:
            return
        muted, way = self._theme.tokens.muted, "rtl" if self.isRightToLeft() else "ltr"
        doors = ((_COPY, self.tr("Copy")), (_INSIDE, self.tr("Inside…")))
        links = "&nbsp; ".join(f"<a href='{link}'>{html.escape(words)}</a>" for link, words in doors)
        key = f"<span style='color: {muted}'>{_plain(card.key)}</span>"
        rows = "".join(_row(name, value, muted, way) for name, value in self._facts(card) if value)
        self.setHtml(
            f"<p dir='{way}' style='font-size: x-large'>{_plain(card.title)}</p>"
            f"<p dir='{way}'>{key}&nbsp; {links}</p>"
            "<p style='font-size: 4px'>&nbsp;</p>"  # no margin of a paragraph counts before a table
            f"<table dir='{way}' cellspacing='0' width='100%'>{rows}</table>"
        )

    def _facts(self, card: Card) -> list[tuple[str, str]]:
        size = zoo_wording.size(self._zoo.bytes(card)).replace(" ", "\N{NO-BREAK SPACE}")
        path = self._zoo.file(card.key)
        return [
            (self.tr("Accuracy"), zoo_wording.accuracy(card)),
            (self.tr("Parameters"), wording.count(card.parameters) if card.parameters else ""),
            (self.tr("Compute"), zoo_wording.cost(card)),
            (self.tr("Classes"), zoo_wording.classes(card)),
            (self.tr("Preprocessing"), inside_wording.preprocessing(card.preprocess)),
            (self.tr("Licence"), zoo_wording.licence(card)),
            (self.tr("Paper"), card.paper),
            (self.tr("Year"), zoo_wording.year(card)),
            (self.tr("Origin"), shown(card.origin)),
            (self.tr("Library"), zoo_wording.library(card)),
            (self.tr("File"), " · ".join(filter(None, (shown(self._zoo.file_name(card)), size)))),
            (self.tr("Folder"), shown(path.parent) if path else ""),
        ]

    def _on_link(self, link: QUrl) -> None:
        if link.toString() == _COPY and self._card:
            QGuiApplication.clipboard().setText(self._card.key)
        elif link.toString() == _INSIDE and self._card:
            self.inside_wanted.emit(self._card.key)
        elif link.scheme() == "https":
            self.page_wanted.emit(link.toString())

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._tell()

    def sizeHint(self) -> QSize:
        return QSize(280, 320)


def _row(name: str, value: str, muted: str, way: str) -> str:
    gap = "3px 0 3px 12px" if way == "rtl" else "3px 12px 3px 0"
    return (
        f"<tr><td dir='{way}' style='color: {muted}; white-space: nowrap; padding: {gap}'>{html.escape(name)}</td>"
        f"<td dir='{way}' style='padding: 3px 0'>{_marked_up(value)}</td></tr>"
    )


def _marked_up(value: str) -> str:
    """An address of the web leads there; all else is what it is."""
    if value.startswith(_PAGE):
        return f"<a href='{html.escape(value)}'>{_plain(value.removeprefix(_PAGE))}</a>"
    return _plain(value)


def _plain(text: str) -> str:
    """Text from outside is never markup, and one unit in whichever direction."""
    return html.escape(zoo_wording.in_line(text))
