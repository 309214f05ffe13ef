"""Models that are kept are listed, renamed and taken away, and a hostile record is a sentence."""

from __future__ import annotations

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from app.models.own.folders import folder_name, mine
from app.models.own.kept import (
    find_own_model,
    list_models,
    model_in,
    read_model,
    remove_model,
    rename_model,
)
from app.models.own.trouble import ModelTrouble

from .driving import kept, refused

NAMES = ("Pets", "Straße", "猫と犬", "a/b", "../../etc/passwd", "CON", "nul.txt", "x" * 100, "👩‍🚀", ".hidden", "-rf")


@pytest.mark.parametrize("name", NAMES)
def test_any_name_is_kept_and_none_leaves_the_folder(name: str, tmp_path: Path) -> None:
    model = kept(tmp_path, name)
    assert model.folder.parent == mine(tmp_path)
    assert read_model(model.folder) == model
    assert find_own_model(tmp_path, f"mine/{name}") == find_own_model(tmp_path, name.upper()) == model
    assert all(each.isascii() and (each.isalnum() or each == "-") for each in model.folder.name)


@pytest.mark.parametrize("name", ["", "mine/", " ", "\udcff", "a\0b", "mine/..", "mine/" + "x" * 5000])
def test_a_name_that_no_model_can_have_is_a_sentence(name: str, tmp_path: Path) -> None:
    kept(tmp_path, "Pets")
    assert refused(find_own_model, tmp_path, name).trouble is ModelTrouble.NO_SUCH_MODEL


def test_names_that_look_alike_have_folders_of_their_own() -> None:
    names = ["a b", "a-b", "a_b", "a/b", "ä", "a", "CON", "con1", "猫", "犬", "straße"]
    assert len({folder_name(name) for name in names}) == len(names)
    assert folder_name("STRASSE") == folder_name("straße")


def test_all_are_listed_by_name_and_the_damaged_apart(tmp_path: Path) -> None:
    assert list_models(tmp_path).models == ()
    for name in ("b", "A", "c"):
        kept(tmp_path, name)
    (mine(tmp_path) / "broken").mkdir()
    (mine(tmp_path) / ".unfinished-00").mkdir()
    (mine(tmp_path) / "file").touch()
    found = list_models(tmp_path)
    assert [model.name for model in found.models] == ["A", "b", "c"]
    assert [(each.trouble, each.subject) for each in found.damaged] == [(ModelTrouble.RECORD_DAMAGED, "broken")]


def test_a_model_is_renamed(tmp_path: Path) -> None:
    kept(tmp_path, "Pets")
    kept(tmp_path, "Others")
    model = rename_model(tmp_path, "pets", "  Wild   pets ")
    assert (model.name, model.spec.key, model.notes) == ("Wild pets", "mine/Wild pets", "notes")
    assert [each.name for each in list_models(tmp_path).models] == ["Others", "Wild pets"]
    assert rename_model(tmp_path, "wild pets", "WILD pets").name == "WILD pets"
    assert refused(rename_model, tmp_path, "wild pets", "others").trouble is ModelTrouble.NAME_TAKEN
    assert refused(rename_model, tmp_path, "wild pets", "\n").trouble is ModelTrouble.BAD_NAME
    assert refused(rename_model, tmp_path, "gone", "x").trouble is ModelTrouble.NO_SUCH_MODEL


def test_a_rename_that_was_cut_off_leaves_a_model(tmp_path: Path) -> None:
    model = kept(tmp_path, "Pets")
    os.rename(model.folder, mine(tmp_path) / folder_name("Wild"))
    assert find_own_model(tmp_path, "Pets").name == "Pets"
    assert rename_model(tmp_path, "Pets", "Wild").name == "Wild"


def test_a_model_is_removed_and_so_is_a_damaged_one(tmp_path: Path) -> None:
    model = kept(tmp_path)
    (mine(tmp_path) / "broken").mkdir()
    remove_model(tmp_path, "PETS")
    remove_model(tmp_path, "broken")
    assert list(mine(tmp_path).iterdir()) == []
    assert refused(remove_model, tmp_path, model.name).trouble is ModelTrouble.NO_SUCH_MODEL
    assert refused(remove_model, tmp_path, "../..").trouble is ModelTrouble.NO_SUCH_MODEL


@pytest.mark.parametrize("is_damaged", [False, True])
@pytest.mark.parametrize("what", ["thesis.docx", "folder/thesis.docx"])
def test_nothing_else_goes_with_a_model(what: str, is_damaged: bool, tmp_path: Path) -> None:
    folder = kept(tmp_path).folder
    if is_damaged:
        (folder / "model.json").write_text("{")
    (folder / what).parent.mkdir(exist_ok=True)
    (folder / what).write_text("years of work")
    assert what.partition("/")[0] in refused(remove_model, tmp_path, "pets").detail
    assert (folder / "weights.safetensors").exists()
    assert (folder / what).read_text() == "years of work"


def test_what_killed_processes_and_systems_leave_goes_with_a_model(tmp_path: Path) -> None:
    folder = kept(tmp_path).folder
    for name in (".DS_Store", ".model.json.0123abcd.part", "lock"):
        (folder / name).touch()
    remove_model(tmp_path, "mine/Pets")
    assert list(mine(tmp_path).iterdir()) == []


def test_of_a_link_to_a_model_s_folder_the_link_alone_goes(tmp_path: Path) -> None:
    model = kept(tmp_path / "elsewhere")
    mine(tmp_path).mkdir()
    (mine(tmp_path) / "pets").symlink_to(model.folder)
    remove_model(tmp_path, "Pets")
    assert list(mine(tmp_path).iterdir()) == []
    assert read_model(model.folder) == model


def hostile() -> dict[str, Callable[[dict[str, Any]], object]]:
    return {
        "list": lambda record: [record],
        "no name": lambda record: {**record, "name": None},
        "empty name": lambda record: {**record, "name": ""},
        "name of many lines": lambda record: {**record, "name": "a\nb"},
        "other library": lambda record: {**record, "library": "os"},
        "our library": lambda record: {**record, "library": "whatsit"},
        "architecture is a number": lambda record: {**record, "architecture": 3},
        "no weights": lambda record: {**record, "weights": None},
        "no digest": lambda record: {**record, "weights": {"sha256": "../x", "bytes": 1}},
        "negative size": lambda record: {**record, "weights": {"sha256": "0" * 64, "bytes": -1}},
        "no labels": lambda record: {**record, "labels": []},
        "labels are numbers": lambda record: {**record, "labels": [1, 2]},
        "labels twice": lambda record: {**record, "labels": ["a", "a"]},
        "label set of nobody": lambda record: {**record, "labels": "../../secret"},
        "no preprocessing": lambda record: {**record, "preprocess": {}},
        "huge crop": lambda record: {**record, "preprocess": {**record["preprocess"], "crop": 10**9, "resize": 10**9}},
        "zero std": lambda record: {**record, "preprocess": {**record["preprocess"], "std": [0, 0, 0]}},
        "mean is infinite": lambda record: {**record, "preprocess": {**record["preprocess"], "mean": [1e999, 0, 0]}},
        "mean is beyond floats": lambda record: {
            **record,
            "preprocess": {**record["preprocess"], "mean": [10**400, 0, 0]},
        },
        "truth is a text": lambda record: {**record, "multi_label": "yes"},
        "notes are a list": lambda record: {**record, "notes": []},
        "source is long": lambda record: {**record, "source": {"file": "x" * 20_000}},
        "old format": lambda record: {**record, "format": 0},
    }


@pytest.mark.parametrize("name", hostile())
def test_a_hostile_record_is_a_sentence(name: str, tmp_path: Path) -> None:
    model = kept(tmp_path)
    record = json.loads((model.folder / "model.json").read_text())
    (model.folder / "model.json").write_text(json.dumps(hostile()[name](record)))
    assert refused(read_model, model.folder).trouble is ModelTrouble.RECORD_DAMAGED
    assert len(list_models(tmp_path).damaged) == 1


def test_a_record_never_points_elsewhere(tmp_path: Path) -> None:
    model = kept(tmp_path)
    record = json.loads((model.folder / "model.json").read_text())
    record["weights"] |= {"path": "/etc/passwd", "name": "../../x", "package": "os"}
    assert model_in(record, model.folder).spec.weights == model.spec.weights


def test_a_newer_record_is_left_to_the_newer_program(tmp_path: Path) -> None:
    model = kept(tmp_path)
    (model.folder / "model.json").write_text('{"format": 2}')
    assert refused(read_model, model.folder).trouble is ModelTrouble.RECORD_NEWER


@pytest.mark.parametrize(
    "data", [b"", b"{", b"\xff", b"[" * 100_000, b"[" + b"[]," * 1_000_000 + b"1]", b" " * (17 << 20)]
)
def test_a_record_that_is_no_json(data: bytes, tmp_path: Path) -> None:
    model = kept(tmp_path)
    (model.folder / "model.json").write_bytes(data)
    assert refused(read_model, model.folder).trouble is ModelTrouble.RECORD_DAMAGED


def test_what_is_written_over_a_record_is_seen_at_once(tmp_path: Path) -> None:
    model = kept(tmp_path, "Pets")
    record = model.folder / "model.json"
    record.write_text(
        record.read_text(encoding="utf-8").replace('"notes": "notes"', '"notes": "other"'), encoding="utf-8"
    )
    assert read_model(model.folder).notes == "other"
    record.unlink()
    assert refused(read_model, model.folder).trouble is ModelTrouble.RECORD_DAMAGED
