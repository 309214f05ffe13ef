"""What the libraries say of their networks arrives whole."""

from __future__ import annotations

import json
import os
from dataclasses import replace
from pathlib import Path

import pytest
import timm
import torchvision
from timm.data import create_transform, resolve_data_config
from torchvision import models
from torchvision.transforms import InterpolationMode

from app.cards import Card
from app.models import card_cache
from app.models.card_cache import is_kept, library_cards
from app.models.papers import paper_in, year_of
from app.models.record import FILTERS
from app.models.shelf import labels_of
from app.paths import user_places
from tests.zoo import cards_of, keep_catalogue


def test_every_classification_network_of_torchvision_is_there_with_all_its_weights(cards: tuple[Card, ...]) -> None:
    found = cards_of(cards, library="torchvision")
    names = models.list_models(module=torchvision.models)
    assert {card.architecture for card in found} == set(names)
    assert len(cards_of(cards, library="torchvision", is_default=True)) == len(names) == 80
    weights = [each for name in names for each in models.get_model_weights(name)]
    without_head = [each for each in weights if each.meta["categories"] is None]
    assert len(found) == len(weights) - len(without_head)
    assert [str(each) for each in without_head] == ["VGG16_Weights.IMAGENET1K_FEATURES"]


def test_torchvisions_cards_say_what_its_weights_say(cards: tuple[Card, ...]) -> None:
    for card in cards_of(cards, library="torchvision"):
        weights = models.get_model_weights(card.architecture)[card.key.partition(":")[2]]
        scores = weights.meta["_metrics"]["ImageNet-1K"]
        assert (card.parameters, card.gflops) == (weights.meta["num_params"], weights.meta["_ops"])
        assert (card.top1, card.top5) == (scores["acc@1"], scores["acc@5"])
        assert card.licence == weights.meta.get("license", "")
        assert card.file is not None
        assert card.file.address == weights.url
        assert weights.url.endswith(f"{card.file.digits}.pth")
        assert len(card.file.digits) >= 8
        assert [label.name for label in labels_of(card)] == weights.meta["categories"]
        step, transform = card.preprocess, weights.transforms()
        assert ([step.resize], [step.crop]) == (transform.resize_size, transform.crop_size)
        assert InterpolationMode(step.interpolation) == transform.interpolation
        if card.architecture not in ("googlenet", "inception_v3"):  # the walk through the zoo proves theirs
            assert (list(step.mean), list(step.std)) == (transform.mean, transform.std)


def test_papers_and_years_are_those_of_the_source(cards: tuple[Card, ...]) -> None:
    by_name = {card.architecture: card for card in cards if card.library == "torchvision"}
    assert (by_name["resnet101"].paper, by_name["resnet101"].year) == ("https://arxiv.org/abs/1512.03385", 2015)
    assert (by_name["squeezenet1_1"].paper, by_name["squeezenet1_1"].year) == ("", None)
    assert year_of(paper_in("see http://arxiv.org/pdf/2010.11929v2 and https://arxiv.org/abs/1409.1556")) == 2020


def test_timms_cards_are_its_classifiers(cards: tuple[Card, ...]) -> None:
    found = cards_of(cards, library="timm")
    assert len(found) > 1000
    for card in found:
        about = timm.models.get_pretrained_cfg(card.architecture)
        assert card.classes == about.num_classes > 0
        assert card.file is not None
        assert card.file.repository == about.hf_hub_id
        assert card.preprocess.interpolation in FILTERS
    names = {card.architecture for card in found}
    assert not [name for name in names if "clip_laion2b" in name and "ft_in" not in name], "no classifiers"
    assert "convnext_tiny.fb_in22k" in names


@pytest.mark.parametrize("label_set", ["imagenet-12k", "imagenet-22k", "imagenet-21k-goog", "imagenet-21k-miil"])
def test_each_output_of_timms_larger_networks_has_a_name(label_set: str, cards: tuple[Card, ...]) -> None:
    card = cards_of(cards, label_set=label_set)[0]
    labels = labels_of(card)
    assert len(labels) == card.classes
    assert all(label.name and label.wordnet_id for label in labels)


def test_timms_preprocessing_is_that_of_its_own_transform(cards: tuple[Card, ...]) -> None:
    for card in cards_of(cards, library="timm"):
        config = resolve_data_config({}, pretrained_cfg=timm.models.get_pretrained_cfg(card.architecture).to_dict())
        resize, crop, _, normalise = create_transform(**config).transforms
        step = card.preprocess
        assert resize.size == ((step.resize, step.resize) if step.squash else step.resize)
        assert tuple(crop.size) == (step.crop, step.crop)
        assert resize.interpolation == InterpolationMode(step.interpolation)
        assert normalise.mean.tolist() == pytest.approx(step.mean)
        assert normalise.std.tolist() == pytest.approx(step.std)


# --- kept --------------------------------------------------------------------------------------------------------


def test_the_catalogue_is_kept_and_read_again(derived_cards: tuple[Card, ...]) -> None:
    keep_catalogue(derived_cards)
    assert is_kept()
    assert library_cards() == derived_cards


@pytest.mark.parametrize("content", [b"", b"{", b"[]", b'{"versions": [], "cards": []}', b"\xff"])
def test_a_damaged_or_older_catalogue_is_made_anew(
    content: bytes, cards: tuple[Card, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    (user_places().cache / card_cache.FILE).write_bytes(content)
    monkeypatch.setattr(card_cache, "_derived", lambda: iter(cards[:3]))
    card_cache._cards.cache_clear()
    assert not is_kept()
    assert library_cards() == cards[:3]
    assert is_kept()


@pytest.mark.parametrize(
    ("before", "after"), [("56.522", '"x"'), ("https://down", "https://evil"), ("7be5be79", "7be5be78")]
)
def test_a_catalogue_that_was_changed_is_made_anew(before: str, after: str, cards: tuple[Card, ...]) -> None:
    path = user_places().cache / card_cache.FILE
    assert is_kept()
    path.write_text(path.read_text().replace(before, after, 1))
    assert not is_kept()


def test_a_pipe_in_place_of_the_catalogue_is_not_waited_for(
    cards: tuple[Card, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    path = user_places().cache / card_cache.FILE
    path.unlink()
    os.mkfifo(path)
    assert not is_kept()
    monkeypatch.setattr(card_cache, "_derived", lambda: iter(cards[:3]))
    card_cache._cards.cache_clear()
    assert library_cards() == cards[:3]


def test_a_catalogue_of_other_versions_is_made_anew(cards: tuple[Card, ...], monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(card_cache, "_version", lambda name: f"other {name}")
    assert not is_kept()


def test_a_catalogue_that_cannot_be_kept_is_used_all_the_same(
    cards: tuple[Card, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").touch()
    monkeypatch.setenv("WHATSIT_HOME", str(tmp_path / "file"))
    monkeypatch.setattr(card_cache, "_derived", lambda: iter(cards[:3]))
    assert library_cards() == cards[:3]


def test_a_kept_card_is_the_same_to_the_last_attribute(cards: tuple[Card, ...]) -> None:
    kept = json.loads((user_places().cache / card_cache.FILE).read_bytes().partition(b"\n")[2])[7]
    assert card_cache._card(kept) == cards[7]
    assert replace(cards[7], title="other") != cards[7]
