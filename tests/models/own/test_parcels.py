"""A model travels as one file, and a file that is none is refused."""

from __future__ import annotations

import json
import zipfile
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import torch
from torchvision import models

from app.models.networks import load_network
from app.models.own.folders import mine
from app.models.own.kept import OwnModel, list_models
from app.models.own.parcels import export_model, import_model
from app.models.own.trouble import ModelRefused, ModelTrouble
from app.paths import Places
from app.values import PreprocessSpec

from .checkpoints import archive
from .driving import add, outcome, refused

SMALL = PreprocessSpec(72, 64, "bilinear", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5))


@pytest.fixture
def model(tmp_path: Path, places: Places) -> OwnModel:
    torch.manual_seed(0)
    torch.save(models.squeezenet1_0(num_classes=3).state_dict(), tmp_path / "x.pth")
    return add(
        tmp_path / "x.pth", places, "Pets", labels=("a", "b", "c"), preprocess=SMALL, notes="mine", licence="MIT"
    )


@pytest.fixture
def parcel(model: OwnModel, tmp_path: Path) -> Path:
    outcome(export_model(model, tmp_path / "Pets.whatsit-model"))
    return tmp_path / "Pets.whatsit-model"


def test_a_model_is_the_same_on_another_computer(model: OwnModel, parcel: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    carried = outcome(import_model(parcel, other))
    assert carried.folder.parent == mine(other)
    assert (carried.spec.labels, carried.spec.preprocess, carried.notes) == (model.spec.labels, SMALL, "mine")
    assert carried.spec.weights.sha256 == model.spec.weights.sha256
    ours, theirs = load_network(model.spec).state_dict(), load_network(carried.spec).state_dict()
    assert all(torch.equal(ours[name], theirs[name]) for name in ours)


def test_the_same_model_makes_the_same_file_without_places_of_this_computer(
    model: OwnModel, parcel: Path, tmp_path: Path
) -> None:
    outcome(export_model(model, tmp_path / "again"))
    assert parcel.read_bytes() == (tmp_path / "again").read_bytes()
    with zipfile.ZipFile(parcel) as whole:
        assert whole.namelist() == ["model.json", "weights.safetensors"]
        assert str(tmp_path).encode() not in whole.read("model.json")


def test_a_name_that_is_taken_can_be_changed(parcel: Path, places: Places) -> None:
    assert refused(outcome, import_model(parcel, places.models)).trouble is ModelTrouble.NAME_TAKEN
    assert outcome(import_model(parcel, places.models, "Pets 2")).name == "Pets 2"
    assert [model.name for model in list_models(places.models).models] == ["Pets", "Pets 2"]


def test_whoever_stops_leaves_nothing(model: OwnModel, parcel: Path, tmp_path: Path) -> None:
    coming = import_model(parcel, tmp_path / "other")
    next(coming)
    coming.close()
    assert list(mine(tmp_path / "other").iterdir()) == []
    going = export_model(model, tmp_path / "x")
    next(going)
    going.close()
    assert not (tmp_path / "x").exists()


@pytest.mark.parametrize("name", ["weights.safetensors", "model.json", "new", "../new"])
def test_no_model_is_written_onto_one(name: str, model: OwnModel, tmp_path: Path) -> None:
    (tmp_path / "way").symlink_to(model.folder)
    before = {path: path.read_bytes() for path in model.folder.iterdir()}
    for target in (model.folder / name, tmp_path / "way" / name):
        with pytest.raises(ModelRefused):
            outcome(export_model(model, target))
    assert {path: path.read_bytes() for path in model.folder.iterdir()} == before


def test_a_model_whose_texts_no_file_could_hold_is_exported(model: OwnModel, tmp_path: Path) -> None:
    """JSON that was edited by hand may have halves of characters."""
    odd = replace(model, notes="\ud800")
    outcome(export_model(odd, tmp_path / "a"))
    with zipfile.ZipFile(tmp_path / "a") as archive:
        assert json.loads(archive.read("model.json"))["notes"] == "\ud800"


def test_damaged_weights_are_not_exported(model: OwnModel, tmp_path: Path) -> None:
    path = model.folder / "weights.safetensors"
    data = bytearray(path.read_bytes())
    data[-9] ^= 1
    path.write_bytes(data)
    assert refused(outcome, export_model(model, tmp_path / "x")).trouble is ModelTrouble.DAMAGED
    assert not (tmp_path / "x").exists()


def parts(parcel: Path) -> dict[str, bytes]:
    with zipfile.ZipFile(parcel) as whole:
        return {name: whole.read(name) for name in whole.namelist()}


def hostile() -> dict[str, Callable[[Path], bytes]]:
    """Files made of a good one."""

    def changed(record: dict[str, object], parcel: Path) -> bytes:
        good = parts(parcel)
        whole = json.loads(good["model.json"]) | record
        return archive({**good, "model.json": json.dumps(whole).encode()})

    def swapped(parcel: Path) -> bytes:
        good = parts(parcel)
        weights = bytearray(good["weights.safetensors"])
        weights[-9] ^= 1
        return archive({**good, "weights.safetensors": bytes(weights)})

    return {
        "empty": lambda _: b"",
        "text": lambda _: b"hello",
        "cut": lambda parcel: parcel.read_bytes()[:-1000],
        "compressed": lambda parcel: archive(parts(parcel), zipfile.ZIP_DEFLATED),
        "more in it": lambda parcel: archive({**parts(parcel), "x.py": b""}),
        "traversal": lambda parcel: archive({**parts(parcel), "../../x": b""}),
        "absolute": lambda parcel: archive({**parts(parcel), "/etc/x": b""}),
        "no weights": lambda parcel: archive({"model.json": parts(parcel)["model.json"]}),
        "other weights": swapped,
        "other digest": lambda parcel: changed({"weights": {"sha256": "0" * 64, "bytes": 5}}, parcel),
        "hostile record": lambda parcel: changed({"library": "os"}, parcel),
        "record is no JSON": lambda parcel: archive({**parts(parcel), "model.json": b"{"}),
        "huge record": lambda parcel: archive({**parts(parcel), "model.json": b" " * (17 << 20)}),
    }


@pytest.mark.parametrize("name", hostile())
def test_a_hostile_file_is_refused_and_nothing_is_kept(name: str, parcel: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.whatsit-model"
    bad.write_bytes(hostile()[name](parcel))
    assert refused(outcome, import_model(bad, tmp_path / "other")).trouble is ModelTrouble.NOT_A_PARCEL
    assert list((tmp_path / "other").rglob("*.*")) == []


def test_every_flipped_bit_of_the_weights_is_seen(parcel: Path, tmp_path: Path) -> None:
    data = parcel.read_bytes()
    for place in (len(data) // 3, len(data) // 2):
        damaged = bytearray(data)
        damaged[place] ^= 4
        (tmp_path / "bad").write_bytes(damaged)
        assert refused(outcome, import_model(tmp_path / "bad", tmp_path / "other")).trouble is ModelTrouble.NOT_A_PARCEL


def test_another_network_under_this_name_is_refused(parcel: Path, tmp_path: Path) -> None:
    good = parts(parcel)
    record = json.loads(good["model.json"]) | {"architecture": "squeezenet1_1"}
    (tmp_path / "bad").write_bytes(archive({**good, "model.json": json.dumps(record).encode()}))
    assert refused(outcome, import_model(tmp_path / "bad", tmp_path / "other")).trouble is ModelTrouble.MISFIT
