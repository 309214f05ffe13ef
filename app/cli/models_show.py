"""`whatsit models show`: a model described, and what is inside it."""

from __future__ import annotations

import argparse
import json
import sys
import textwrap
from collections.abc import Iterator
from dataclasses import asdict
from typing import Any

from app.cards import Card
from app.cli.destination import ALL_CLASSIFIED, JOB_FAILED
from app.cli.layers import layer_rows, layers_record
from app.cli.sizes import size_words
from app.cli.terminal import prepare, say, terminal_width
from app.inside import Anatomy, Inside, found_labels
from app.models.inspection import anatomy_of, inside_of
from app.preparing import preparation_words
from app.steps import JobFailure
from app.wording import shown, trouble_sentence

DEPTH = 2  # of the modules that are shown unless others are asked for
_INDENT = 15  # columns of the names before what is said of the model
_SENTENCES = ("preprocessing", "origin", "notes")


def show_model(options: argparse.Namespace) -> int:
    """Print what is known of a model; the exit status.

    Raises:
        JobFailure: there is no such model, or it cannot be described.
    """
    inside = inside_of(options.key)
    anatomy, trouble = _looked_into(inside.card) if _wants_layers(options) else (None, "")
    out = prepare(sys.stdout, encoding="utf-8" if options.format == "json" else None)
    if options.format == "json":
        print(json.dumps(_record(inside, anatomy, options), ensure_ascii=False, indent=1), file=out)
    else:
        for line in _lines(inside, anatomy, options, terminal_width(out)):
            print(line, file=out)
    if trouble:
        say(f"whatsit: {trouble}")
    return JOB_FAILED if trouble else ALL_CLASSIFIED


def _wants_layers(options: argparse.Namespace) -> bool:
    """Who asks for labels alone does not wait for torch."""
    return options.labels is None or options.all_layers or options.layers is not None


def _looked_into(card: Card) -> tuple[Anatomy | None, str]:
    """The modules; or why there are none to be seen, while the rest can be told all the same."""
    try:
        return anatomy_of(card), ""
    except JobFailure as failure:
        return None, trouble_sentence(failure.error)


def _depth(options: argparse.Namespace, usual: int | None) -> int | None:
    """How deep modules are shown; None is all of them."""
    if options.all_layers:
        return None
    return usual if options.layers is None else int(options.layers)


def _record(inside: Inside, anatomy: Anatomy | None, options: argparse.Namespace) -> dict[str, Any]:
    record = {
        **asdict(inside.card),
        "preparation": preparation_words(inside.card.preprocess),
        "multi_label": inside.multi_label,
        "path": None if inside.path is None else str(inside.path),
        "sha256": inside.sha256,
        "notes": inside.notes,
    }
    if anatomy:
        record |= {"layers": layers_record(anatomy, _depth(options, None)), "layers_trouble": anatomy.trouble}
    if options.labels is not None:
        places = found_labels(inside.labels, options.labels)
        record["labels"] = [{"index": place, **asdict(inside.labels[place])} for place in places]
    return record


def _lines(inside: Inside, anatomy: Anatomy | None, options: argparse.Namespace, width: int) -> Iterator[str]:
    yield shown(inside.card.title)
    for name, words in _facts(inside, anatomy):
        if words:
            yield from _fact(name, words, width)
    if anatomy:
        yield ""
        yield from layer_rows(anatomy, inside.card.architecture, _depth(options, DEPTH))
    if options.labels is not None:
        yield ""
        yield from _labels(inside, options.labels)


def _fact(name: str, words: str, width: int) -> Iterator[str]:
    """Sentences that are too long for the line go on below where they began; a path stays whole, to be copied."""
    room = max(20, width - _INDENT)
    lines = textwrap.wrap(words, room, break_long_words=False) if name in _SENTENCES else [words]
    yield f"{name:<{_INDENT}}{lines[0]}"
    yield from (f"{'':<{_INDENT}}{line}" for line in lines[1:])


def _facts(inside: Inside, anatomy: Anatomy | None) -> Iterator[tuple[str, str]]:
    card = inside.card
    yield "key", shown(card.key)
    yield "network", _network(card)
    yield "file", _file(inside)
    yield "get it with", _command(inside)
    yield "sha-256", inside.sha256
    yield "parameters", _parameters(card, anatomy)
    yield "compute", _compute(card, anatomy)
    yield "accuracy", _accuracy(card)
    yield "input", f"{card.side} × {card.side} pixels"
    yield "preprocessing", shown(preparation_words(card.preprocess))
    yield "classes", f"{card.classes:,}{', each with a probability of its own' if inside.multi_label else ''}"
    yield "licence", shown(card.licence)
    yield "origin", shown(card.origin)
    yield "notes", shown(inside.notes)
    yield "paper", shown(f"{card.paper} ({card.year})" if card.year else card.paper)


def _network(card: Card) -> str:
    return shown(card.architecture if card.library == "whatsit" else f"{card.architecture}, of {card.library}")


def _file(inside: Inside) -> str:
    file = inside.card.file
    if inside.path is not None:
        return f"{shown(inside.path)}{'' if inside.sha256 else ' (not proved yet)'}"
    if file is None:
        return "gone; put it back, or add the model again"
    return f"not on this computer{f' ({size_words(file.bytes)})' if file.bytes else ''}"


def _command(inside: Inside) -> str:
    """What gets the file."""
    is_wanted = inside.path is None and inside.card.file is not None
    return f"whatsit models download {shown(inside.card.key)}" if is_wanted else ""


def _parameters(card: Card, anatomy: Anatomy | None) -> str:
    number = anatomy.network.parameters if anatomy else card.parameters
    return "" if number is None else f"{number:,}"


def _compute(card: Card, anatomy: Anatomy | None) -> str:
    """What was counted, else what the source says."""
    billions = anatomy.network.macs / 1e9 if anatomy and anatomy.network.macs else card.gflops
    return "" if billions is None else f"{billions:.3f} GFLOPs (billion multiply-adds for a picture)"


def _accuracy(card: Card) -> str:
    known = ((card.top1, "top-1"), (card.top5, "top-5"))
    said = ", ".join(f"{value:.1f} % {name}" for value, name in known if value is not None)
    return f"{said} (ImageNet-1K)" if said else ""


def _labels(inside: Inside, words: str) -> Iterator[str]:
    """Number, WordNet's number and all names of each class, the shown one first."""
    found = found_labels(inside.labels, words)
    if not found:
        yield f"No class is called {shown(words)}."
    for place in found:
        label = inside.labels[place]
        others = (name for name in label.synonyms if name != label.name)
        yield f"{place:>6}  {shown(label.wordnet_id):<9}  {shown(', '.join((label.name, *others)))}".rstrip()
