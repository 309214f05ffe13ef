"""`whatsit models list`: the models on this computer, and those that can be had."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterable
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any

from app.cards import Card, Published, card_of
from app.cli.destination import ALL_CLASSIFIED
from app.cli.sizes import size_words
from app.cli.terminal import prepare
from app.models.catalog import all_cards, all_models
from app.values import ModelSpec
from app.wording import shown

_HEAD = ("", "key", "top-1", "parameters", "GFLOPs", "side", "file", "year", "licence")
_LEFT = (1, 8)  # columns that are no numbers


def list_models(options: argparse.Namespace) -> int:
    """Print the models; the exit status.

    Raises:
        JobFailure: as `all_cards`.
    """
    here = {model.key: model for model in all_models()}
    cards = all_cards()
    known = {card.key for card in cards}
    own = [_own_card(model) for model in here.values() if model.key not in known]
    rows = [_row(card, here.get(card.key)) for card in _ordered([*cards, *own], options.sort)]
    wanted = [row for row in rows if _is_wanted(row, options)]
    out = prepare(sys.stdout, encoding="utf-8" if options.format == "jsonl" else None)
    lines = map(_json, wanted) if options.format == "jsonl" else _table(wanted)
    for line in lines:
        print(line, file=out)
    if options.format == "text" and not wanted:
        print("No such models.", file=out)
    return ALL_CLASSIFIED


Row = tuple[Card, Path | None, bool]  # a model, its file, and whether it is on this computer


def _row(card: Card, model: ModelSpec | None) -> Row:
    return card, model.weights.path if model else None, model is not None


def _own_card(model: ModelSpec) -> Card:
    return replace(card_of(model), file=Published(model.weights.name, bytes=model.weights.bytes))


def _ordered(cards: Iterable[Card], order: str) -> list[Card]:
    """By name, or the best first; what the source does not state is last."""
    if order == "name":
        return list(cards)
    name, is_descending = _ORDERS[order]

    def place(card: Card) -> tuple[bool, float]:
        value = (card.file.bytes if card.file else None) if name == "bytes" else getattr(card, name)
        return value is None, 0 if value is None else -value if is_descending else value

    return sorted(cards, key=place)


_ORDERS = {
    "accuracy": ("top1", True),
    "parameters": ("parameters", False),
    "gflops": ("gflops", False),
    "bytes": ("bytes", False),
    "year": ("year", True),
}


def _is_wanted(row: Row, options: argparse.Namespace) -> bool:
    card, _, is_here = row
    text = " ".join((card.key, card.title, card.licence, str(card.year or ""))).lower()
    return (is_here or not options.here) and all(word.lower() in text for word in options.words)


def _json(row: Row) -> str:
    card, path, is_here = row
    about: dict[str, Any] = {**asdict(card), "is_here": is_here, "path": None if path is None else str(path)}
    return json.dumps(about, ensure_ascii=False)


def _table(rows: list[Row]) -> list[str]:
    """Aligned columns below their names; a star marks what is on this computer."""
    cells = [_cells(row) for row in rows]
    widths = [max((len(line[column]) for line in (_HEAD, *cells)), default=0) for column in range(len(_HEAD))]
    return [_line(line, widths) for line in (_HEAD, *cells)] if cells else []


def _line(cells: tuple[str, ...], widths: list[int]) -> str:
    pairs = enumerate(zip(cells, widths, strict=True))
    return "  ".join(f"{cell:<{width}}" if at in _LEFT else f"{cell:>{width}}" for at, (cell, width) in pairs).rstrip()


def _cells(row: Row) -> tuple[str, ...]:
    card, _, is_here = row
    size = card.file.bytes if card.file else None
    return (
        "*" if is_here else "",
        shown(card.key),
        "" if card.top1 is None else f"{card.top1:.1f} %",
        "" if card.parameters is None else f"{card.parameters / 1e6:.1f} M",
        "" if card.gflops is None else f"{card.gflops:.2f}",
        str(card.side),
        "" if size is None else size_words(size),
        "" if card.year is None else str(card.year),
        shown(card.licence),
    )
