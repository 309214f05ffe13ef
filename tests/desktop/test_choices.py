"""What can be chosen before torch is there."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from app.desktop.choices import choice_box, device_choices, model_choices
from app.models.catalog import all_models


def test_every_model_can_be_chosen() -> None:
    assert model_choices() == tuple((spec.key, spec.title) for spec in all_models())


def test_automatic_comes_first_and_a_chosen_device_is_never_missing() -> None:
    assert device_choices()[0] == ("auto", "Automatic")
    keys = [key for key, _ in device_choices("cuda:3", "cpu", "auto")]
    assert keys == ["auto", "cpu", "cuda", "mps", "xpu", "cuda:3"]


def test_a_box_shows_words_and_holds_keys(host: QWidget) -> None:
    box = choice_box((("a", "First"), ("b", "Second")), "b", host)
    assert (box.currentText(), box.currentData()) == ("Second", "b")


def test_an_unknown_choice_shows_the_first(host: QWidget) -> None:
    assert choice_box((("a", "First"), ("b", "Second")), "c", host).currentData() == "a"
