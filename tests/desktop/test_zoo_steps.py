"""What the models window has done beside it ends in a step, whatever happens."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from app.cards import Card
from app.desktop.zoo_steps import Found, carry, fetch, look, remove
from app.models.caches import checkpoint_folders, hub_folders, kept_bytes
from app.models.catalog import known_here
from app.models.published import destination
from app.steps import (
    DownloadAdvance,
    DownloadChecking,
    DownloadEnd,
    DownloadTrouble,
    Ending,
    JobError,
    JobFailure,
    Trouble,
)

from .zoo_cards import ALEXNET, RESNET, VIT, Libraries, put_on_shelf, torchvision_card

CONTENT = b"weights" * 1000
SHA256 = hashlib.sha256(CONTENT).hexdigest()
CARD = torchvision_card("net", digits=SHA256[:8])


def never() -> bool:
    return False


@pytest.fixture
def carried(tmp_path: Path) -> Path:
    path = tmp_path / "carried.pth"
    path.write_bytes(CONTENT)
    return path


def last(steps: Iterator[object]) -> object:
    return list(steps)[-1]


def test_looking_is_one_step(libraries: Libraries) -> None:
    spec = put_on_shelf(ALEXNET)
    (found,) = look(never)
    assert isinstance(found, Found)
    assert [card.key for card in found.cards] == ["builtin", ALEXNET.key, RESNET.key, VIT.key]
    assert found.files == {ALEXNET.key: spec.weights.path}
    assert (found.gone, found.begun) == (frozenset(), {})


def test_whoever_looks_no_more_is_told_nothing(libraries: Libraries) -> None:
    assert list(look(lambda: True)) == []


def test_a_model_that_no_catalogue_has_any_more_is_still_listed(libraries: Libraries) -> None:
    put_on_shelf(ALEXNET)
    libraries.known = (RESNET,)
    (found,) = look(never)
    assert isinstance(found, Found)
    assert [card.key for card in found.cards] == ["builtin", RESNET.key, ALEXNET.key]
    assert found.cards[-1].classes == 1000


@pytest.mark.parametrize(
    ("card", "part"), [(RESNET, "resnet50.pth.part"), (VIT, "models--timm--vit_tiny.augreg/blobs/abc.part")]
)
def test_what_a_download_left_is_known(card: Card, part: str) -> None:
    assert kept_bytes(card.file) == 0
    path = (hub_folders() if card.file.repository else checkpoint_folders())[0] / part
    path.parent.mkdir(parents=True)
    path.write_bytes(b"12345")
    assert kept_bytes(card.file) == 5


def test_a_file_without_a_record_is_removed_too(libraries: Libraries, carried: Path) -> None:
    path = checkpoint_folders()[0] / carried.name
    path.parent.mkdir(parents=True)
    carried.rename(path)
    assert not last(remove("timm/none", path)).trouble
    assert not path.exists()


def test_a_carried_file_is_proved_copied_and_on_record(carried: Path) -> None:
    steps = list(carry(CARD, carried, ""))
    path = destination(CARD.file) / "net.pth"
    assert steps == [DownloadChecking(0, 0), DownloadEnd(Ending.COMPLETED, path, SHA256, len(CONTENT))]
    spec = known_here(CARD.key)
    assert spec is not None
    assert spec.weights.path == path
    assert carried.exists(), "the original stays"


def test_another_file_is_refused(tmp_path: Path) -> None:
    other = tmp_path / "net.pth"
    other.write_bytes(b"another")
    error = last(carry(CARD, other, ""))
    assert isinstance(error, JobError)
    assert error.trouble is Trouble.WRONG_FILE
    assert known_here(CARD.key) is None


def test_a_hubs_file_needs_somebody_who_knows_its_digest(carried: Path) -> None:
    assert last(carry(VIT, carried, "")) == JobError(Trouble.MODEL_UNPROVED, VIT.key)
    end = last(carry(VIT, carried, SHA256))
    assert isinstance(end, DownloadEnd)
    assert end.ending is Ending.COMPLETED


def test_a_place_that_cannot_be_written_to_is_a_sentence(carried: Path) -> None:
    destination(CARD.file).parent.mkdir(parents=True)
    destination(CARD.file).write_text("a file is in the way")
    end = last(carry(CARD, carried, ""))
    assert isinstance(end, DownloadEnd)
    assert end.error is not None
    assert end.error.trouble is DownloadTrouble.UNWRITABLE


@pytest.mark.parametrize("raised", [JobFailure(Trouble.NO_TIMM, "timm"), OSError(13, "Permission denied", "/x")])
def test_what_goes_wrong_after_a_download_is_a_step(monkeypatch: pytest.MonkeyPatch, raised: Exception) -> None:
    def steps(*_: object) -> Iterator[DownloadAdvance]:
        yield DownloadAdvance(1, 2)
        raise raised

    monkeypatch.setattr("app.models.fetching.fetch", steps)
    first, end = fetch(CARD, never, "")
    assert first == DownloadAdvance(1, 2)
    if isinstance(raised, JobFailure):
        assert end == raised.error
    else:
        assert isinstance(end, DownloadEnd)
        assert end.error is not None
        assert (end.error.subject, end.error.detail) == ("/x", "Permission denied")
