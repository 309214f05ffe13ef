"""Preprocessing in words says what is done."""

from __future__ import annotations

from dataclasses import replace

import pytest

from app.models.builtin import builtin_card
from app.preparing import ENGLISH, Preparation, preparation_words
from app.values import PreprocessSpec

PLAIN = PreprocessSpec(256, 224, "bicubic", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))
SHORTER = "The shorter side is resized to 256 pixels (bicubic), then the central"
PICTURE = "The picture is resized to 256 × 256 pixels (bicubic), whatever its proportions"
NORMALISED = (
    "Colours between 0 and 1 are normalised with mean 0.485 / 0.456 / 0.406 and deviation 0.229 / 0.224 / 0.225."
)


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({}, f"{SHORTER} 224 × 224 are cut out."),
        ({"crop": 256}, f"{SHORTER} 256 × 256 are cut out."),
        ({"crop": 288}, f"{SHORTER} 288 × 288 are cut out; what is missing is black."),
        ({"crop": 256, "squash": True}, f"{PICTURE}."),
        ({"squash": True}, f"{PICTURE}, then the central 224 × 224 are cut out."),
        ({"crop": 288, "squash": True}, f"{PICTURE}, then edged with black to 288 × 288."),
    ],
)
def test_what_is_seen_of_a_picture(changes: dict[str, object], words: str) -> None:
    assert preparation_words(replace(PLAIN, **changes)) == f"{words} {NORMALISED}"  # type: ignore[arg-type]


def test_what_becomes_of_its_colours() -> None:
    alike = preparation_words(builtin_card().preprocess)
    assert alike.endswith("are cut out. Colours between 0 and 1 are normalised with mean 0.5 and deviation 0.5.")
    untouched = replace(PLAIN, mean=(0.0, 0.0, 0.0), std=(1.0, 1.0, 1.0), order="bgr")
    assert preparation_words(untouched).endswith("blue, green, red. Colours stay between 0 and 1.")


def test_every_member_has_a_sentence() -> None:
    assert set(ENGLISH) == set(Preparation)
    assert all(words.endswith(".") for words in ENGLISH.values())
