"""What can be chosen before torch is there."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QWidget

from app.desktop.choices import choice_box, device_choices, disable_choice, model_choices, tell_devices
from app.models.catalog import all_models
from app.values import Device, DeviceState


def test_every_model_can_be_chosen() -> None:
    assert model_choices("builtin") == tuple((spec.key, spec.title) for spec in all_models())


def test_without_a_catalogue_the_chosen_model_stays_chosen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("app.desktop.choices.known_models", lambda: ())
    assert model_choices("mine") == (("mine", "mine"),)


def test_automatic_comes_first_and_a_chosen_device_is_never_missing() -> None:
    assert device_choices()[0] == ("auto", "Automatic")
    keys = [key for key, _ in device_choices("cuda:3", "cpu", "auto")]
    assert keys == ["auto", "cpu", "cuda", "mps", "xpu", "cuda:3"]


def test_a_box_shows_words_and_holds_keys(host: QWidget) -> None:
    box = choice_box((("a", "First"), ("b", "Second")), "b", host)
    assert (box.currentText(), box.currentData()) == ("Second", "b")


def test_an_unknown_choice_shows_the_first(host: QWidget) -> None:
    assert choice_box((("a", "First"), ("b", "Second")), "c", host).currentData() == "a"


def test_what_cannot_be_chosen_is_seen_with_its_reason(host: QWidget) -> None:
    box = choice_box((("a", "First"), ("b", "Second")), "a", host)
    disable_choice(box, "b", "Second (not installed)")
    item = box.model().item(1)
    assert item.text() == "Second (not installed)"
    assert not item.flags() & Qt.ItemFlag.ItemIsEnabled
    assert box.model().item(0).flags() & Qt.ItemFlag.ItemIsEnabled


NONE = Device("cuda", "CUDA", DeviceState.NOT_FOUND)
BROKEN = Device("cuda:0", "Old chip", DeviceState.BROKEN)
WORKING = Device("cuda:1", "New chip", DeviceState.USABLE)


@pytest.mark.parametrize(
    ("devices", "words", "can_be_chosen"),
    [
        ([], "CUDA", True),
        ([NONE], "CUDA (none was found)", False),
        ([BROKEN], "Old chip (it was found, but a test calculation failed)", False),
        ([BROKEN, WORKING], "CUDA", True),
    ],
)
def test_devices_say_why_they_cannot_be_chosen(
    host: QWidget, devices: list[Device], words: str, can_be_chosen: bool
) -> None:
    box = choice_box(device_choices(), "auto", host)
    tell_devices(box, devices)
    assert choice(box, "cuda") == (words, can_be_chosen)
    assert choice(box, "auto") == ("Automatic", True)


def test_a_device_that_works_again_can_be_chosen_again(host: QWidget) -> None:
    box = choice_box(device_choices(), "auto", host)
    tell_devices(box, [NONE])
    tell_devices(box, [WORKING])
    assert choice(box, "cuda") == ("CUDA", True)


def test_each_of_several_is_told_apart(host: QWidget) -> None:
    box = choice_box(device_choices("cuda:0"), "cuda:0", host)
    tell_devices(box, [BROKEN, WORKING])
    assert choice(box, "cuda:0")[1] is False
    tell_devices(box, [NONE])
    assert choice(box, "cuda:0") == ("CUDA (none was found)", False), "where there is none there is no first"
    tell_devices(box, [BROKEN, WORKING])
    assert choice(box, "cuda")[1] is True


def choice(box: QComboBox, key: str) -> tuple[str, bool]:
    row = box.findData(key)
    return box.itemText(row), bool(box.model().index(row, 0).flags() & Qt.ItemFlag.ItemIsEnabled)
