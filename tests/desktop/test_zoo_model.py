"""Models are searched, filtered and sorted; what is not known goes last in either direction."""

from __future__ import annotations

from dataclasses import replace

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from app.desktop.session import Session
from app.desktop.zoo_model import ZooColumn, ZooModel, ZooQuery

from .zoo_cards import ALEXNET, Libraries, put_on_shelf, torchvision_card

Column = ZooColumn


@pytest.fixture
def model(session: Session, libraries: Libraries, qtbot: QtBot) -> ZooModel:
    put_on_shelf(ALEXNET)
    model = ZooModel(session.zoo, session)
    session.zoo.look()
    qtbot.waitUntil(lambda: model.rowCount() > 0)
    return model


def names(model: ZooModel) -> list[str]:
    return [card.title for card in model.cards]


def text(model: ZooModel, key: str, column: Column) -> str:
    return str(model.index(model.row_of(key), column).data())


def test_what_is_here_goes_first(model: ZooModel) -> None:
    assert names(model) == ["EfficientNet-Lite0", "alexnet", "resnet50", "vit_tiny.augreg"]


def test_the_cells_say_what_the_source_states_and_nothing_else(model: ZooModel) -> None:
    resnet = [text(model, "torchvision/resnet50:IMAGENET1K_V1", column) for column in Column]
    size = ["224 × 224", "44.7 MB", "2015", "torchvision", "bsd-3-clause"]
    assert resnet == ["resnet50", "", "80.9 %", "11.7 M", "4.09", *size]
    vit = [text(model, "timm/vit_tiny.augreg", column) for column in Column]
    assert vit == ["vit_tiny.augreg", "", "", "", "", "224 × 224", "", "", "timm", ""]


def test_the_state_says_what_is_here(model: ZooModel) -> None:
    assert text(model, "builtin", Column.STATE) == "in use"
    assert text(model, ALEXNET.key, Column.STATE) == "on this computer"


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("RESNET", ["resnet50"]),
        ("timm", ["vit_tiny.augreg"]),
        ("1512.03385 alex", ["alexnet"]),
        ("bsd 2015", ["alexnet", "resnet50"]),
        ("no such words", []),
    ],
)
def test_all_words_have_to_be_found(model: ZooModel, words: str, found: list[str]) -> None:
    model.set_query(ZooQuery(text=words))
    assert names(model) == found


def test_filters_choose_a_library_and_what_is_here(model: ZooModel) -> None:
    model.set_query(ZooQuery(source="torchvision"))
    assert names(model) == ["alexnet", "resnet50"]
    model.set_query(ZooQuery(source="torchvision", is_here=True))
    assert names(model) == ["alexnet"]


@pytest.mark.parametrize("column", list(Column))
def test_what_has_no_value_is_last_in_either_direction(model: ZooModel, column: Column) -> None:
    ways = {}
    for descending in (False, True):
        model.set_query(ZooQuery(column=column, descending=descending))
        filled = [text(model, card.key, column) != "" for card in model.cards]
        assert filled == sorted(filled, reverse=True)
        ways[descending] = [card.key for card, is_filled in zip(model.cards, filled, strict=True) if is_filled]
    if column not in (Column.SIDE, Column.YEAR, Column.PARAMETERS, Column.LICENCE, Column.LIBRARY):  # many are equal
        assert ways[True] == ways[False][::-1]


def test_numbers_are_sorted_as_numbers_and_the_rest_by_its_letters(model: ZooModel) -> None:
    model.set_query(ZooQuery(column=Column.TOP1, descending=True))
    assert names(model)[:3] == ["resnet50", "EfficientNet-Lite0", "alexnet"]
    model.set_query(ZooQuery(column=Column.NAME))
    assert names(model) == ["alexnet", "EfficientNet-Lite0", "resnet50", "vit_tiny.augreg"]


def test_numbers_stand_at_the_end_of_their_cells(model: ZooModel) -> None:
    alignments = {
        column: model.index(0, column).data(Qt.ItemDataRole.TextAlignmentRole) & Qt.AlignmentFlag.AlignRight
        for column in (Column.NAME, Column.TOP1)
    }
    assert not alignments[Column.NAME]
    assert alignments[Column.TOP1]


def test_a_thousand_models_are_listed_and_sorted(session: Session, libraries: Libraries, qtbot: QtBot) -> None:
    libraries.known = tuple(torchvision_card(f"net{number}", number / 20, number + 1.0) for number in range(1500))
    model = ZooModel(session.zoo, session)
    session.zoo.look()
    qtbot.waitUntil(lambda: model.rowCount() == 1501)
    model.set_query(replace(model.query, text="net1", column=Column.GFLOPS, descending=True))
    assert names(model)[0] == "net1499"


def test_what_the_cursor_means_is_found_by_its_key(model: ZooModel) -> None:
    assert model.card(model.row_of(ALEXNET.key)) is model.cards[1]
    assert model.row_of("timm/none") == -1
    assert model.card(-1) is None
    assert model.card(99) is None
