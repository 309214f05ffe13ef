"""Which class a person means."""

from __future__ import annotations

import pytest

from app.models.class_search import Unclear, find_class
from app.models.labels import read_labels
from app.values import ClassLabel

LABELS = tuple(
    ClassLabel(name, synonyms)
    for name, synonyms in (
        ("tabby", ("tabby", "tabby cat")),
        ("tiger cat", ("tiger cat",)),
        ("crane bird", ("crane",)),
        ("crane", ("crane",)),
        ("7", ()),
        ("twin", ()),
        ("Twin", ()),
        ("maße", ()),
    )
)


@pytest.mark.parametrize(
    ("words", "index"),
    [
        ("tabby", 0),
        ("TABBY", 0),
        (" tabby cat ", 0),
        ("tig", 1),
        ("crane", 3),  # a label is stronger than another name
        ("crane b", 2),
        ("2", 2),
        ("7", 4),  # and stronger than a position
        ("MASSE", 7),
    ],
)
def test_a_class_is_found(words: str, index: int) -> None:
    assert find_class(words, LABELS) == index


@pytest.mark.parametrize(
    ("words", "unclear"),
    [
        ("t", Unclear(4, (0, 1, 5, 6))),
        ("twin", Unclear(2, (5, 6))),
        ("cat", Unclear(0, (1,))),
        ("tabbi", Unclear(0, (0,))),
        ("8", Unclear(0, ())),
        ("-1", Unclear(0, ())),
        ("²", Unclear(0, ())),
        ("", Unclear(0, ())),
        ("nothing like it", Unclear(0, ())),
    ],
)
def test_what_is_unclear_comes_with_suggestions(words: str, unclear: Unclear) -> None:
    assert find_class(words, LABELS) == unclear


def test_no_more_than_five_are_suggested() -> None:
    unclear = find_class("s", read_labels("imagenet1k"))
    assert isinstance(unclear, Unclear)
    assert unclear.fitting > 5
    assert len(unclear.suggested) == 5
