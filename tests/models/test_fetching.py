"""The file of a model, from its source or from a disk, and then the model on record."""

from __future__ import annotations

import hashlib
import os
from dataclasses import replace
from pathlib import Path

import pytest

from app.cards import Card, Published
from app.models.builtin import builtin_card
from app.models.caches import checkpoint_folders
from app.models.fetching import fetch, source_of, take
from app.models.shelf import shelved_model
from app.models.wanted import Patience
from app.steps import DownloadEnd, DownloadTrouble, Ending, JobError, JobFailure, Trouble
from app.web import MIRRORED, Web

from .misbehaving import CONTENT, SHA256, Server

PLAIN = replace(builtin_card(), key="torchvision/some:V1", library="torchvision")
HASTY = Patience(silence=1.0, tries=2, pause=0.001, longest_pause=0.01, longest_asked=0.01)


def card(address: str = "https://example.org/some.pth", digits: str = SHA256[:8]) -> Card:
    return replace(PLAIN, file=Published("some.pth", address, digits=digits))


def of_hub() -> Card:
    return replace(PLAIN, key="timm/some.a1", file=Published("model.safetensors", repository="timm/resnet50"))


def ended(card: Card, mirror: str = "") -> DownloadEnd:
    *_, end = fetch(card, lambda: False, mirror, Web(MIRRORED), HASTY)
    assert isinstance(end, DownloadEnd)
    return end


def test_a_checkpoint_is_fetched_and_the_model_is_on_record(server: Server) -> None:
    wanted = card(server.address("good"))
    assert ended(wanted).ending is Ending.COMPLETED
    model = shelved_model(wanted.key)
    assert model is not None
    assert model.weights.path == checkpoint_folders()[0] / "some.pth"
    assert (model.weights.sha256, model.weights.bytes) == (SHA256, len(CONTENT))


def test_a_file_of_the_hub_is_fetched_from_its_mirror(hub: Server) -> None:
    wanted = of_hub()
    assert ended(wanted, hub.address("").rstrip("/")).ending is Ending.COMPLETED
    model = shelved_model(wanted.key)
    assert model is not None
    assert model.weights.path is not None
    assert model.weights.path.read_bytes() == CONTENT


@pytest.mark.parametrize("kind", ["pipe", "device", "folder"])
def test_what_is_no_file_is_not_carried(kind: str, tmp_path: Path) -> None:
    path = Path(os.devnull) if kind == "device" else tmp_path / kind
    if kind == "pipe":
        os.mkfifo(path)
    elif kind == "folder":
        path.mkdir()
    with pytest.raises(JobFailure) as failure:
        take(card(), path)
    assert failure.value.error.trouble is Trouble.MODEL_GONE
    assert not list(checkpoint_folders()[0].glob("*"))


def test_another_file_in_its_place_is_never_on_record(server: Server) -> None:
    wanted = card(server.address("corrupt"))
    end = ended(wanted)
    assert end.error is not None
    assert end.error.trouble is DownloadTrouble.WRONG_DIGEST
    assert shelved_model(wanted.key) is None
    assert not (checkpoint_folders()[0] / "some.pth").exists()


def test_the_source_of_a_file_is_told_beforehand(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("HF_ENDPOINT", raising=False)
    files = card().file, of_hub().file
    assert [source_of(file) for file in files if file] == [
        "https://example.org/some.pth",
        "https://huggingface.co/timm/resnet50",
    ]
    assert (
        source_of(of_hub().file or Published(""), "https://mirror.example/") == "https://mirror.example/timm/resnet50"
    )
    monkeypatch.setenv("HF_ENDPOINT", "https://ann:secret@mirror.example")
    assert source_of(of_hub().file or Published("")) == "https://mirror.example/timm/resnet50"


# --- carried -------------------------------------------------------------------------------------------------------


@pytest.fixture
def stick(tmp_path: Path) -> Path:
    path = tmp_path / "stick" / "resnet (1).pth"
    path.parent.mkdir()
    path.write_bytes(CONTENT)
    return path


def test_a_file_that_was_carried_is_proved_and_copied(stick: Path) -> None:
    model = take(card(), stick)
    assert shelved_model(PLAIN.key) == model
    assert model.weights.path == checkpoint_folders()[0] / "some.pth"
    assert model.weights.path.read_bytes() == stick.read_bytes() == CONTENT


def test_a_carried_file_of_the_hub_needs_its_digest(stick: Path) -> None:
    with pytest.raises(JobFailure) as failure:
        take(of_hub(), stick)
    assert failure.value.error == JobError(Trouble.MODEL_UNPROVED, "timm/some.a1")
    model = take(of_hub(), stick, hashlib.sha256(CONTENT).hexdigest().upper())
    assert model.weights.path is not None
    assert model.weights.path.read_bytes() == CONTENT


@pytest.mark.parametrize("digits", [SHA256[:8], ""])
def test_a_carried_file_that_is_another_leaves_nothing(digits: str, stick: Path) -> None:
    stick.write_bytes(CONTENT[:-1] + bytes([CONTENT[-1] ^ 1]))
    wanted = card(digits=digits)
    with pytest.raises(JobFailure) as failure:
        take(wanted, stick, SHA256)
    assert failure.value.error.trouble is Trouble.WRONG_FILE
    assert shelved_model(wanted.key) is None
    assert not list(checkpoint_folders()[0].iterdir())


def test_a_digest_that_somebody_names_is_compared_although_the_catalogue_knows_one(stick: Path) -> None:
    with pytest.raises(JobFailure) as failure:
        take(card(), stick, "0" * 64)
    assert failure.value.error.trouble is Trouble.WRONG_FILE


@pytest.mark.parametrize("name", ["gone.pth", "."])
def test_a_carried_file_that_cannot_be_read_is_a_sentence(name: str, stick: Path) -> None:
    with pytest.raises(JobFailure) as failure:
        take(card(), stick.parent / name)
    assert failure.value.error.trouble is Trouble.MODEL_GONE
