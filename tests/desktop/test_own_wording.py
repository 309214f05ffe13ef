"""What is wrong with a model of one's own is said alike in the window and on the command line."""

from __future__ import annotations

import pytest

from app.desktop import own_wording
from app.desktop.own_steps import Doing, Going, Refused
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.models.own.wording import WORDS, refusal_sentence
from app.steps import JobError, Trouble


def test_both_tables_say_the_same() -> None:
    assert own_wording.model_troubles() == WORDS


@pytest.mark.parametrize("about", [(), ("a.pth",), ("a.pth", "it is cut off")])
def test_a_refusal_is_a_sentence(about: tuple[str, ...]) -> None:
    error = ModelRefused(ModelTrouble.DAMAGED, *about)
    assert own_wording.refusal(Refused(error)) == refusal_sentence(error)


def test_a_broken_library_is_a_sentence() -> None:
    assert own_wording.refusal(Refused(JobError(Trouble.LIBRARY_BROKEN, "torchvision"))).endswith("(torchvision).")


@pytest.mark.parametrize("doing", Doing)
def test_whatever_is_done_has_words(doing: Doing) -> None:
    assert own_wording.doing(Going(doing, 3_000_000, 40_000_000))


@pytest.mark.parametrize(
    ("names", "words"),
    [
        ((), "Without labels the 4 classes are called “class 0” and so on."),
        (("a",), "1 of 4 classes have a label; the others are called “class 1” and so on."),
        (("a", "", "c", "d"), "3 of 4 classes have a label; the other is called “class 1”."),
        (("a", "b", "c", "d"), "All 4 classes have a label."),
    ],
)
def test_classes_without_a_label_are_named(names: tuple[str, ...], words: str) -> None:
    assert own_wording.labels_state(names, 4) == words
