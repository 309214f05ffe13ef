"""All models as an item model: what is searched, filtered and sorted is a list of 1,500 cards, in memory."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import IntEnum
from typing import Any

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, Qt
from PySide6.QtGui import QFont

from app.cards import Card
from app.desktop import wording, zoo_wording
from app.desktop.pictures_model import Index
from app.desktop.standing import Standing
from app.desktop.zoo import Zoo
from app.wording import shown


class ZooColumn(IntEnum):
    """What stands in which column; what most people look for comes first."""

    NAME = 0
    STATE = 1
    TOP1 = 2
    PARAMETERS = 3
    GFLOPS = 4
    SIDE = 5
    SIZE = 6
    YEAR = 7
    LIBRARY = 8
    LICENCE = 9


BEST_FIRST = (ZooColumn.TOP1, ZooColumn.YEAR)  # sorted that way by the first click
NUMBERS = (
    ZooColumn.TOP1,
    ZooColumn.PARAMETERS,
    ZooColumn.GFLOPS,
    ZooColumn.SIDE,
    ZooColumn.SIZE,
    ZooColumn.YEAR,
)


@dataclass(frozen=True, slots=True)
class ZooQuery:
    """Which models are listed, and in which order.

    Attributes:
        text: words that all have to be found.
        source: "builtin", "torchvision", "timm", "mine", or "" for all.
        is_here: whether only those on this computer are meant.
        column: sorted by it; None: what is here first, then as the catalogue has them.
        descending: whether the largest goes first; what is not known goes last in either case.
    """

    text: str = ""
    source: str = ""
    is_here: bool = False
    column: ZooColumn | None = None
    descending: bool = False


class ZooModel(QAbstractTableModel):
    """One row per model that the query chooses."""

    def __init__(self, zoo: Zoo, parent: QObject) -> None:
        super().__init__(parent)
        self._zoo = zoo
        self._query = ZooQuery()
        self._font: QFont | None = None
        self._haystacks: dict[str, str] = {}
        self._cards: list[Card] = []
        self._rows: dict[str, int] = {}
        zoo.changed.connect(self._on_changed)
        zoo.stood.connect(self._on_stood)
        self._on_changed()

    @property
    def query(self) -> ZooQuery:
        """Which models are listed."""
        return self._query

    @property
    def cards(self) -> list[Card]:
        """The models that are listed, in order."""
        return self._cards

    def set_query(self, query: ZooQuery) -> None:
        """List these from now on."""
        if query != self._query:
            self._query = query
            self._choose()

    def set_figures(self, font: QFont) -> None:
        """Write numbers in this font."""
        self._font = font

    def card(self, row: int) -> Card | None:
        """The model at `row`, or None."""
        return self._cards[row] if 0 <= row < len(self._cards) else None

    def standing(self, row: int) -> Standing:
        """Where the model at `row` is."""
        return self._zoo.standing(self._cards[row].key)

    def share(self, key: str) -> float | None:
        """How much of a file that is on its way is here, from 0 to 1; None where nobody knows."""
        transfer = self._zoo.downloads.transfer(key)
        return zoo_wording.share(transfer.step) if transfer else None

    def row_of(self, key: str) -> int:
        """Where a model is listed; -1 where it is not."""
        return self._rows.get(key, -1)

    def _on_changed(self) -> None:
        self._haystacks = {card.key: _haystack(card) for card in self._zoo.cards}
        self._choose()

    def _on_stood(self, key: str) -> None:
        """Rows stay where they are: nobody loses sight of a model that is on its way."""
        row = self.row_of(key)
        if row >= 0:
            self.dataChanged.emit(self.index(row, 0), self.index(row, len(ZooColumn) - 1))

    def _choose(self) -> None:
        self.beginResetModel()
        words = self._query.text.casefold().split()
        chosen = [card for card in self._zoo.cards if self._is_chosen(card, words)]
        self._cards = _ordered(chosen, self._key(self._query.column), is_descending=self._query.descending)
        self._rows = {card.key: row for row, card in enumerate(self._cards)}
        self.endResetModel()

    def _is_chosen(self, card: Card, words: list[str]) -> bool:
        query = self._query
        if query.source and zoo_wording.source(card) != query.source:
            return False
        if query.is_here and self._zoo.standing(card.key) is Standing.AWAY:
            return False
        haystack = self._haystacks[card.key]
        return all(word in haystack for word in words)

    def _key(self, column: ZooColumn | None) -> Callable[[Card], Any]:
        """What is sorted by; None where nothing is known."""
        zoo = self._zoo
        keys: dict[ZooColumn | None, Callable[[Card], Any]] = {
            None: lambda card: zoo.standing(card.key) is Standing.AWAY,
            ZooColumn.NAME: lambda card: card.title.casefold(),
            ZooColumn.STATE: lambda card: _rank(zoo.standing(card.key)),
            ZooColumn.TOP1: lambda card: card.top1,
            ZooColumn.PARAMETERS: lambda card: card.parameters,
            ZooColumn.GFLOPS: lambda card: card.gflops,
            ZooColumn.SIDE: lambda card: card.side,
            ZooColumn.SIZE: zoo.bytes,
            ZooColumn.YEAR: lambda card: card.year,
            ZooColumn.LIBRARY: lambda card: zoo_wording.library(card).casefold(),
            ZooColumn.LICENCE: lambda card: card.licence.casefold() or None,
        }
        return keys[column]

    def _text(self, card: Card, column: int) -> str:
        match column:
            case ZooColumn.NAME:
                return shown(card.title)
            case ZooColumn.STATE:
                return zoo_wording.standing(self._zoo.standing(card.key), self.share(card.key))
            case ZooColumn.TOP1:
                return zoo_wording.top1(card)
            case ZooColumn.PARAMETERS:
                return zoo_wording.millions(card.parameters)
            case ZooColumn.GFLOPS:
                return zoo_wording.gflops(card)
            case ZooColumn.SIDE:
                return zoo_wording.side(card)
            case ZooColumn.SIZE:
                return zoo_wording.size(self._zoo.bytes(card))
            case ZooColumn.YEAR:
                return zoo_wording.year(card)
            case ZooColumn.LIBRARY:
                return zoo_wording.library(card)
            case _:
                return zoo_wording.licence(card)

    def _heading(self, section: int) -> str:
        return {
            ZooColumn.NAME: self.tr("Model"),
            ZooColumn.STATE: self.tr("State"),
            ZooColumn.TOP1: self.tr("Top-1"),
            ZooColumn.PARAMETERS: self.tr("Parameters"),
            ZooColumn.GFLOPS: self.tr("GFLOPs"),
            ZooColumn.SIDE: self.tr("Input"),
            ZooColumn.SIZE: self.tr("File"),
            ZooColumn.YEAR: self.tr("Year"),
            ZooColumn.LIBRARY: self.tr("Library"),
            ZooColumn.LICENCE: self.tr("Licence"),
        }[ZooColumn(section)]

    def _heading_tip(self, section: int) -> str:
        return {
            ZooColumn.TOP1: self.tr("Share of ImageNet’s validation pictures whose class is the first answer"),
            ZooColumn.GFLOPS: self.tr("Billions of multiplications and additions for one picture"),
            ZooColumn.SIDE: self.tr("Pixels that the network sees"),
            ZooColumn.YEAR: self.tr("Year of the paper"),
        }.get(ZooColumn(section), "")

    # Qt overrides

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._cards)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(ZooColumn)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        if orientation is not Qt.Orientation.Horizontal:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._heading(section)
            case Qt.ItemDataRole.ToolTipRole:
                return self._heading_tip(section)
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(section)
        return None

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        card = self.card(index.row()) if index.isValid() else None
        if card is None:
            return None
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._text(card, index.column())
            case Qt.ItemDataRole.TextAlignmentRole:
                return _alignment(index.column())
            case Qt.ItemDataRole.FontRole if index.column() in NUMBERS:
                return self._font
            case Qt.ItemDataRole.ToolTipRole:
                return wording.plain_tool_tip(card.key)
        return None


def _haystack(card: Card) -> str:
    """All that is searched."""
    said = (card.title, card.key, card.architecture, card.paper, card.licence, card.origin, zoo_wording.year(card))
    return "\n".join((*said, zoo_wording.library(card))).casefold()


def _ordered(cards: list[Card], key: Callable[[Card], Any], *, is_descending: bool) -> list[Card]:
    """Sorted, and what has no value last; equal ones stay as they were."""
    known = [(value, card) for card in cards if (value := key(card)) is not None]
    known.sort(key=lambda pair: pair[0], reverse=is_descending)
    return [card for _, card in known] + [card for card in cards if key(card) is None]


def _alignment(column: int) -> Qt.AlignmentFlag:
    side = Qt.AlignmentFlag.AlignRight if column in NUMBERS else Qt.AlignmentFlag.AlignLeft
    return side | Qt.AlignmentFlag.AlignVCenter


def _rank(standing: Standing) -> int | None:
    """In the order in which standings are listed; an ordinary one has no value."""
    return None if standing is Standing.AWAY else _STANDINGS.index(standing)


_STANDINGS = tuple(Standing)
