"""Which class a person means."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import get_close_matches

from app.values import ClassLabel

SUGGESTED_MOST = 5


@dataclass(frozen=True, slots=True)
class Unclear:
    """No class is meant, or more than one.

    Attributes:
        fitting: how many fit.
        suggested: positions of some of them, or where none fits of some that are called alike; at most 5.
    """

    fitting: int
    suggested: tuple[int, ...]


def find_class(words: str, labels: Sequence[ClassLabel]) -> int | Unclear:
    """The position of the class that `words` names, in any case.

    The first of these that fits any class decides: its label, another of its names, its position in figures, how one of
    its names begins.
    """
    wanted = words.strip().casefold()
    ways: tuple[Callable[[ClassLabel], bool], ...] = (
        lambda label: label.name.casefold() == wanted,
        lambda label: any(name.casefold() == wanted for name in label.synonyms),
    )
    for fits in ways:
        if found := _found(fits, labels):
            return _only(found)
    if wanted.isdecimal() and wanted.isascii() and len(wanted) < 10 and int(wanted) < len(labels):
        return int(wanted)
    begins = _found(lambda label: any(name.casefold().startswith(wanted) for name in _names(label)), labels)
    return _only(begins) if wanted and begins else Unclear(0, _alike(wanted, labels))


def _names(label: ClassLabel) -> tuple[str, ...]:
    return label.name, *label.synonyms


def _found(fits: Callable[[ClassLabel], bool], labels: Sequence[ClassLabel]) -> list[int]:
    return [index for index, label in enumerate(labels) if fits(label)]


def _only(found: list[int]) -> int | Unclear:
    return found[0] if len(found) == 1 else Unclear(len(found), tuple(found[:SUGGESTED_MOST]))


def _alike(wanted: str, labels: Sequence[ClassLabel]) -> tuple[int, ...]:
    """Positions of classes whose label holds these words, or is spelled much like them."""
    names = [label.name.casefold() for label in labels]
    holding = [index for index, name in enumerate(names) if wanted and wanted in name]
    close = [names.index(name) for name in get_close_matches(wanted, names, SUGGESTED_MOST)]
    return tuple(dict.fromkeys((*holding, *close)))[:SUGGESTED_MOST]
