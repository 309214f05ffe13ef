from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from app.cards import Card
from app.inside import found_labels
from app.models.builtin import builtin_model
from app.models.caches import checkpoint_folders
from app.models.inspection import anatomy_of, inside_of
from app.models.shelf import shelve
from app.paths import user_places
from app.steps import JobFailure, Trouble
from tests.models.own.driving import kept
from tests.zoo import cards_of, file_digest, keep_catalogue


def test_the_built_in_model_is_all_there() -> None:
    inside, model = inside_of("builtin"), builtin_model()
    assert inside.card.title == model.title
    assert inside.labels == model.labels
    assert inside.sha256 == model.weights.sha256
    assert inside.path is not None
    assert inside.path.stat().st_size == model.weights.bytes


def test_a_model_that_is_not_on_this_computer_can_be_looked_into(cards: tuple[Card, ...]) -> None:
    inside = inside_of("mobilenet_v3_small")
    assert inside.card.key == "torchvision/mobilenet_v3_small:IMAGENET1K_V1"
    assert (inside.path, inside.sha256) == (None, "")
    assert len(inside.labels) == inside.card.classes
    assert anatomy_of(inside.card).network.parameters == inside.card.parameters


def a_file_of(card: Card) -> Path:
    assert card.file is not None
    path = checkpoint_folders()[0] / card.file.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"weights")
    return path


def test_a_file_that_others_downloaded_is_found_and_not_called_proved(cards: tuple[Card, ...]) -> None:
    (card,) = cards_of(cards, key="torchvision/alexnet:IMAGENET1K_V1")
    path = a_file_of(card)
    inside = inside_of("alexnet")
    assert (inside.path, inside.sha256) == (path, "")


def test_a_downloaded_model_tells_its_digest_until_its_file_is_gone(cards: tuple[Card, ...]) -> None:
    (card,) = cards_of(cards, key="torchvision/alexnet:IMAGENET1K_V1")
    path = a_file_of(card)
    shelve(card, path, file_digest(path))
    assert (inside_of(card.key).path, inside_of(card.key).sha256) == (path, file_digest(path))
    path.unlink()
    assert (inside_of(card.key).path, inside_of(card.key).sha256) == (None, "")


def test_a_model_that_no_source_knows_tells_of_itself(cards: tuple[Card, ...]) -> None:
    (card,) = cards_of(cards, key="torchvision/alexnet:IMAGENET1K_V1")
    path = a_file_of(card)
    shelve(replace(card, licence="mine alone"), path, file_digest(path))
    keep_catalogue(())
    card = inside_of(card.key).card
    assert (card.licence, card.classes, card.file, card.gflops) == ("mine alone", 1000, None, None)


def test_the_libraries_are_not_asked_for_a_model_that_they_do_not_have(monkeypatch: pytest.MonkeyPatch) -> None:
    own = kept(user_places().models)
    monkeypatch.setattr("app.models.catalog.library_cards", lambda: pytest.fail("they were asked"))
    assert inside_of("builtin").card.top1 == 75.1
    inside = inside_of("mine/Pets")
    assert (inside.card.key, inside.card.top1, inside.card.classes) == ("mine/Pets", None, 2)
    assert (inside.path, inside.notes) == (own.spec.weights.path, "notes")
    assert anatomy_of(inside.card).network.shape == (1, 2)
    with pytest.raises(JobFailure) as failure:
        inside_of("mine/others")
    assert failure.value.error.detail == "there is mine/Pets"


def test_ones_own_model_is_found_by_its_name_alone(cards: tuple[Card, ...]) -> None:
    kept(user_places().models)
    assert inside_of("pets").card.key == "mine/Pets"


def test_an_unknown_key_is_refused(cards: tuple[Card, ...]) -> None:
    with pytest.raises(JobFailure) as failure:
        inside_of("resnet5O")
    assert failure.value.error.trouble is Trouble.NO_SUCH_MODEL


def test_labels_are_found_by_all_words_in_their_names() -> None:
    labels = inside_of("builtin").labels
    assert [labels[place].name for place in found_labels(labels, "KIT Fox")] == ["kit fox"]
    assert [labels[place].name for place in found_labels(labels, "n02119789")] == ["kit fox"]
    assert len(found_labels(labels, "  ")) == 1000
    assert found_labels(labels, "no such class") == []
