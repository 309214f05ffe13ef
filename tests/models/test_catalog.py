from __future__ import annotations

from contextlib import suppress
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from app.cards import Card, Published
from app.models.builtin import builtin_card, builtin_model
from app.models.caches import checkpoint_folders
from app.models.catalog import all_cards, all_models, find_card, find_model
from app.models.shelf import shelve, shelved_model, take_off
from app.paths import user_places
from app.steps import JobError, JobFailure, Trouble
from tests.models.own.driving import kept
from tests.zoo import cards_of, file_digest, keep_catalogue


def error_of(key: str) -> JobError:
    with pytest.raises(JobFailure) as failure:
        find_model(key)
    return failure.value.error


def test_every_model_is_found_by_its_key_and_says_what_it_is() -> None:
    for model in all_models():
        assert find_model(model.key) == model
        assert model.title
        assert model.licence
        assert model.origin


def test_keys_are_unique(cards: tuple[Card, ...]) -> None:
    assert len({card.key for card in all_cards()}) == len(cards) + 1


def test_the_card_of_the_built_in_model_agrees_with_it() -> None:
    card, model = builtin_card(), builtin_model()
    for name in ("key", "title", "library", "architecture", "preprocess", "licence", "origin"):
        assert getattr(card, name) == getattr(model, name)
    assert card.classes == len(model.labels)


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("builtin", "builtin"),
        ("resnet50", "torchvision/resnet50:IMAGENET1K_V2"),
        ("resnet50:IMAGENET1K_V1", "torchvision/resnet50:IMAGENET1K_V1"),
        ("torchvision/resnet50", "torchvision/resnet50:IMAGENET1K_V2"),
        ("alexnet", "torchvision/alexnet:IMAGENET1K_V1"),
        ("timm/resnet50", "timm/resnet50.a1_in1k"),
        ("timm/resnet50.tv_in1k", "timm/resnet50.tv_in1k"),
        ("resnet50.tv_in1k", "timm/resnet50.tv_in1k"),
        ("hrnet_w48", "timm/hrnet_w48.ms_in1k"),
    ],
)
def test_what_a_key_means(key: str, meant: str, cards: tuple[Card, ...]) -> None:
    assert find_card(key).key == meant


@pytest.mark.parametrize(
    ("key", "hint"),
    [
        ("resnet5O", "torchvision/resnet50"),
        ("ResNet50", "torchvision/resnet50"),
        ("torchvision/hrnet_w48", "timm/hrnet_w48"),
        ("torchvision/resnet50:IMAGENET1K_V9", "torchvision/resnet50"),
        ("", "whatsit models list"),
        ("%00/../x", "whatsit models list"),
    ],
)
def test_an_unknown_key_is_told_with_those_that_are_named_alike(key: str, hint: str, cards: tuple[Card, ...]) -> None:
    error = error_of(key)
    assert (error.trouble, error.subject) == (Trouble.NO_SUCH_MODEL, key)
    assert hint in error.detail


@pytest.mark.parametrize(
    "key", ["\udcff", "timm/\udcff", "torchvision/\udcff:V1", "mine/\udcff", "mine/", "a\0b", "x" * 5000]
)
def test_a_key_that_no_model_can_have_is_a_sentence(key: str, cards: tuple[Card, ...]) -> None:
    assert error_of(key).trouble is Trouble.NO_SUCH_MODEL


def test_without_timm_it_is_said_what_is_missing(cards: tuple[Card, ...]) -> None:
    keep_catalogue(tuple(cards_of(cards, library="torchvision")))
    assert error_of("timm/resnet50") == JobError(Trouble.NO_TIMM, "timm/resnet50")
    assert error_of("resnet50.tv_in1k").trouble is Trouble.NO_SUCH_MODEL


def test_a_model_that_was_not_downloaded_is_told_by_its_full_key(cards: tuple[Card, ...]) -> None:
    assert error_of("alexnet") == JobError(Trouble.NOT_DOWNLOADED, "torchvision/alexnet:IMAGENET1K_V1")


@pytest.fixture
def squeezenet(cards: tuple[Card, ...]) -> tuple[Card, Path]:
    """A card whose file somebody else downloaded."""
    card = find_card("squeezenet1_1")
    assert card.file is not None
    path = checkpoint_folders()[0] / card.file.name
    path.parent.mkdir(parents=True)
    torch.save({"some": torch.ones(3)}, path)
    card = replace(card, file=replace(card.file, digits=file_digest(path)[:8]))
    keep_catalogue((card,))
    return card, path


def test_a_file_that_others_downloaded_is_found_proved_and_kept_on_record(squeezenet: tuple[Card, Path]) -> None:
    card, path = squeezenet
    found = find_model("squeezenet1_1")
    assert (found.key, found.weights.path, found.weights.sha256) == (card.key, path, file_digest(path))
    assert found in all_models()
    keep_catalogue(())  # the record is enough
    assert find_model(card.key) == found


def test_a_file_that_is_not_the_published_one_is_refused(squeezenet: tuple[Card, Path]) -> None:
    card, path = squeezenet
    path.write_bytes(b"<html>")
    error = error_of(card.key)
    assert (error.trouble, error.subject) == (Trouble.MODEL_DAMAGED, str(path))
    assert all_models() == (builtin_model(),)


def test_a_model_whose_file_is_gone_has_to_be_downloaded_again(squeezenet: tuple[Card, Path]) -> None:
    card, path = squeezenet
    find_model(card.key)
    path.unlink()
    assert all_models() == (builtin_model(),)
    assert error_of(card.key) == JobError(Trouble.NOT_DOWNLOADED, card.key)


def test_a_model_that_is_taken_off_leaves_nothing(squeezenet: tuple[Card, Path]) -> None:
    card, path = squeezenet
    find_model(card.key)
    take_off(card.key)
    assert not path.exists()
    assert shelved_model(card.key) is None
    take_off(card.key)  # of which there is none any more


def test_a_damaged_file_is_taken_off_too(squeezenet: tuple[Card, Path]) -> None:
    card, path = squeezenet
    find_model(card.key)
    path.write_bytes(b"<html>")
    take_off(card.key)
    assert not path.exists()


@pytest.mark.parametrize("place", ["thesis.docx", "checkpoints/resnet50.pth", "checkpoints/../../thesis.docx"])
def test_a_record_that_names_another_file_removes_none(
    place: str, squeezenet: tuple[Card, Path], tmp_path: Path
) -> None:
    """Nor the file of another model among the downloads."""
    card, path = squeezenet
    find_model(card.key)
    other = path.parent / place.removeprefix("checkpoints/") if "/" in place else tmp_path / place
    other.write_bytes(b"years of work")
    (record,) = user_places().models.rglob("*.json")
    record.write_text(record.read_text().replace(str(path), str(other)))
    with pytest.raises(OSError, match="it stays"):
        take_off(card.key)
    assert other.read_bytes() == b"years of work"
    assert path.exists()
    assert shelved_model(card.key) is None


def test_a_link_to_itself_is_taken_off(squeezenet: tuple[Card, Path]) -> None:
    card, path = squeezenet
    find_model(card.key)
    path.unlink()
    path.symlink_to(path)
    with suppress(OSError):
        take_off(card.key)
    assert shelved_model(card.key) is None


def test_of_a_link_among_the_checkpoints_the_link_alone_is_taken_off(
    squeezenet: tuple[Card, Path], tmp_path: Path
) -> None:
    card, path = squeezenet
    shared = tmp_path / "shared.pth"
    path.rename(shared)
    path.symlink_to(shared)
    find_model(card.key)
    take_off(card.key)
    assert not path.is_symlink()
    assert shared.exists()


@pytest.mark.parametrize("way", ["link to the file", "link to its folder"])
def test_a_snapshot_that_leads_out_of_its_repository_takes_nothing_along(
    way: str, squeezenet: tuple[Card, Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path / "hf"))
    card, path = squeezenet
    outside = tmp_path / "outside"
    outside.mkdir()
    other = path.rename(outside / "model.pth")
    snapshots = tmp_path / "hf" / "hub" / "models--timm--x" / "snapshots"
    snapshots.mkdir(parents=True)
    if way == "link to its folder":
        (snapshots / "c0ffee").symlink_to(outside)
    else:
        (snapshots / "c0ffee").mkdir()
        (snapshots / "c0ffee" / "model.pth").symlink_to(other)
    shelve(card, snapshots / "c0ffee" / "model.pth", file_digest(other))
    with suppress(OSError):
        take_off(card.key)
    assert other.exists()


def test_a_file_of_the_hub_is_found_in_its_cache_and_taken_at_its_name(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cards: tuple[Card, ...]
) -> None:
    monkeypatch.setenv("HF_HOME", str(tmp_path))
    card = replace(find_card("timm/resnet50"), file=Published("model.safetensors", repository="timm/x"))
    keep_catalogue((card,))
    repository = tmp_path / "hub" / "models--timm--x"
    for folder in ("blobs", "refs", "snapshots/c0ffee"):
        (repository / folder).mkdir(parents=True)
    (repository / "refs" / "main").write_text("c0ffee")
    content = tmp_path / "content"
    content.write_bytes(b"weights")
    blob = repository / "blobs" / file_digest(content)
    content.rename(blob)
    link = repository / "snapshots" / "c0ffee" / "model.safetensors"
    link.symlink_to(Path("..", "..", "blobs", blob.name))
    assert find_model(card.key).weights.sha256 == blob.name
    take_off(card.key)
    assert not link.is_symlink()
    assert not blob.exists()
    link.symlink_to(Path("..", "..", "blobs", blob.name))
    blob.write_bytes(b"no weights")
    assert error_of(card.key).trouble is Trouble.MODEL_DAMAGED


def test_a_record_that_is_damaged_is_no_model(squeezenet: tuple[Card, Path], caplog: pytest.LogCaptureFixture) -> None:
    card, _ = squeezenet
    find_model(card.key)
    (record,) = user_places().models.rglob("*.json")
    record.write_text("{")
    assert all_models() == (builtin_model(),)
    assert "tells of no model" in caplog.text
    assert find_model(card.key).key == card.key  # proved anew


# --- the user's own ------------------------------------------------------------------------------------------------


def test_the_user_s_own_models_are_found_by_their_names(cards: tuple[Card, ...]) -> None:
    model = kept(user_places().models, "Pets").spec
    assert model in all_models()
    for key in ("mine/Pets", "mine/pets", "Pets", "pets"):
        assert find_model(key) == model
    assert error_of("mine/cats").detail == "there is mine/Pets"
    assert error_of("cats").trouble is Trouble.NO_SUCH_MODEL


def test_a_name_of_a_library_comes_before_one_of_the_user_s(cards: tuple[Card, ...]) -> None:
    kept(user_places().models, "resnet18")
    assert error_of("resnet18").trouble is Trouble.NOT_DOWNLOADED
    assert find_model("mine/resnet18").key == "mine/resnet18"


def test_a_damaged_record_of_the_user_s_is_told_and_hides_no_other(cards: tuple[Card, ...]) -> None:
    broken = kept(user_places().models, "Pets")
    other = kept(user_places().models, "Cats").spec
    (broken.folder / "model.json").write_text("{")
    assert error_of("mine/Pets").trouble is Trouble.MODEL_DAMAGED
    assert all_models()[-1] == other
