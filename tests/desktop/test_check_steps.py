"""What people write of a picture, taken for what a script said."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.desktop.check_steps import pair_of
from app.inference.pairs import Pair
from app.values import ClassLabel, ModelSpec, PreprocessSpec, WeightsFile

HERE = Path("a.png")


def spec(*labels: str, multi_label: bool = False) -> ModelSpec:
    step = PreprocessSpec(72, 64, "bilinear", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5))
    file = WeightsFile("", "x", "", 0)
    names = tuple(map(ClassLabel, labels))
    return ModelSpec("mine/x", "x", "resnet18", file, step, names, "", "", "torchvision", multi_label)


PETS = spec("cat", "dog", "great dane")


@pytest.mark.parametrize(
    ("text", "pair"),
    [
        ("dog", Pair(HERE, 1)),
        (" Great Dane ", Pair(HERE, 2)),
        ("1", Pair(HERE, 1)),
        ("dog 0.93", Pair(HERE, 1, 0.93)),
        ("great dane 93 %", Pair(HERE, 2, 0.93)),
        ("great dane: 93%", Pair(HERE, 2, 0.93)),
        ("dog, 93.5", Pair(HERE, 1, 0.935)),
        ("2 0.5", Pair(HERE, 2, 0.5)),
        ("[0.1, 0.7, 0.2]", Pair(HERE, 1, 0.7, (0.1, 0.7, 0.2))),
        ("tensor", None),
        ("", None),
        ("dog 0.1 0.9", None),
        ("dog nan", None),
        ("dog 300", None),
        ("dog -0.1", None),
        ("nan nan nan", None),
        ("0.5 0.5", None),
        ("7", None),
    ],
)
def test_a_text_is_a_class_with_or_without_its_probability_or_all_scores(text: str, pair: Pair | None) -> None:
    assert pair_of(HERE, text, PETS) == pair


def test_scores_over_several_lines_and_logits_are_taken_as_printed() -> None:
    found = pair_of(HERE, "[[ 1.0   3.0\n  0.5]]", PETS)
    assert found is not None
    assert found.expected == 1
    assert found.probabilities is not None
    assert sum(found.probabilities) == pytest.approx(1)


def test_a_label_that_ends_in_a_number_is_a_label() -> None:
    assert pair_of(HERE, "Boeing 747", spec("Boeing 737", "Boeing 747")) == Pair(HERE, 1)
