"""A file of weights becomes a model that answers as the script did that trained it."""

from __future__ import annotations

import copy
import json
import os
import runpy
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import torch
from PIL import Image
from safetensors.torch import save_file
from torch import Tensor
from torchvision import models, transforms

from app.models.networks import load_network
from app.models.own.adding import Checking, Wish, Writing, add_model
from app.models.own.folders import mine
from app.models.own.kept import OwnModel, list_models, read_model
from app.models.own.labels import read_labels_of
from app.models.own.trouble import ModelTrouble
from app.paths import Places
from app.values import PreprocessSpec

from .driving import add, outcome, refused, survey

SCRIPT = Path(__file__).with_name("training.py")
SMALL = PreprocessSpec(72, 64, "bilinear", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))  # quicker than 224
IMAGENET = transforms.Normalize([0.485, 0.456, 0.406], [0.229, 0.224, 0.225])


@pytest.fixture(scope="session")
def pictures(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three classes of two pictures, each in a folder of its name."""
    folder = tmp_path_factory.mktemp("pets")
    for index, name in enumerate(("cat", "dog", "bird")):
        (folder / name).mkdir()
        for number in range(2):
            noise = Image.effect_noise((90 + 40 * index, 120), 60 + 40 * number)
            bands = [noise.rotate(90 * turn, expand=False) for turn in range(3)]
            Image.merge("RGB", bands).save(folder / name / f"{number}.png")
    return folder


@pytest.fixture(scope="module")  # so that the threads of torch are few by then
def trained(pictures: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, dict[str, Any]]:
    """The checkpoint that the script saved, and all that it knew in the end."""
    checkpoint = tmp_path_factory.mktemp("trained") / "best.pth"
    words, sys.argv = sys.argv, [str(SCRIPT), str(pictures), str(checkpoint)]
    try:
        return checkpoint, runpy.run_path(str(SCRIPT))
    finally:
        sys.argv = words


def probabilities(model: OwnModel, picture: Path) -> Tensor:
    """What the kept model answers, prepared by torchvision as its record says."""
    how = model.spec.preprocess
    prepare = transforms.Compose(
        [
            transforms.Resize(how.resize, transforms.InterpolationMode(how.interpolation)),
            transforms.CenterCrop(how.crop),
            transforms.ToTensor(),
            transforms.Normalize(how.mean, how.std),
        ]
    )
    with torch.inference_mode():
        logits = load_network(model.spec)(prepare(Image.open(picture).convert("RGB"))[None])[0]
    return logits.sigmoid() if model.spec.multi_label else logits.softmax(0)


def small_net(seed: int = 0, classes: int = 3) -> torch.nn.Module:
    torch.manual_seed(seed)
    return models.squeezenet1_0(num_classes=classes).eval()


def script_scores(network: torch.nn.Module, picture: Path) -> Tensor:
    prepare = transforms.Compose([transforms.Resize(72), transforms.CenterCrop(64), transforms.ToTensor(), IMAGENET])
    with torch.inference_mode():
        return network(prepare(Image.open(picture).convert("RGB"))[None])[0].softmax(0)  # type: ignore[no-any-return]


def test_a_plain_script_s_checkpoint_needs_no_questions_but_its_labels(
    trained: tuple[Path, dict[str, Any]], pictures: Path, places: Places
) -> None:
    checkpoint, script = trained
    model = add(checkpoint, places, labels=read_labels_of(pictures))
    assert (model.spec.library, model.spec.architecture, model.spec.multi_label) == ("torchvision", "resnet18", False)
    assert [label.name for label in model.spec.labels] == script["data"].classes == ["bird", "cat", "dog"]
    scores = probabilities(model, Path(script["data"].samples[0][0]))
    assert torch.allclose(scores, torch.tensor(script["scores"]), atol=1e-4)


def wrapped(network: torch.nn.Module, folder: Path) -> dict[str, Callable[[], Path]]:
    """The same weights as different trainers leave them."""
    state = network.state_dict()
    other = small_net(seed=9).state_dict()
    optimiser = {"state": {0: {"step": 3, "exp_avg": torch.ones(5)}}, "param_groups": [{"lr": 0.1, "params": [0]}]}

    def kept(content: object) -> Path:
        torch.save(content, folder / "x.pth")
        return folder / "x.pth"

    def with_prefix(prefix: str, **beside: Tensor) -> dict[str, Tensor]:
        return {**{f"{prefix}{name}": value for name, value in state.items()}, **beside}

    def as_safetensors() -> Path:
        save_file(state, folder / "x.safetensors")
        return folder / "x.safetensors"

    def half() -> Path:
        return kept({name: value.bfloat16().float().bfloat16() for name, value in state.items()})

    return {
        "safetensors": as_safetensors,
        "full checkpoint": lambda: kept({"epoch": 5, "model_state_dict": state, "optimizer": optimiser}),
        "data parallel": lambda: kept({"state_dict": with_prefix("module.")}),
        "compiled": lambda: kept(with_prefix("_orig_mod.")),
        "compiled data parallel": lambda: kept(with_prefix("module._orig_mod.")),
        "Lightning": lambda: kept(
            {
                "state_dict": with_prefix("model.", **{"criterion.weight": torch.ones(3)}),
                "pytorch-lightning_version": "2.4.0",
                "hyper_parameters": {"lr": 0.1},
                "callbacks": {},
                "optimizer_states": [optimiser],
            }
        ),
        "EMA beside": lambda: kept({"model": other, "model_ema": with_prefix("module."), "epoch": 1}),
        "averaged": lambda: kept({"swa_model": with_prefix("module.", n_averaged=torch.tensor(3))}),
        "half": half,
        "legacy": lambda: torch.save(state, folder / "x.bin", _use_new_zipfile_serialization=False) or folder / "x.bin",
    }


@pytest.mark.parametrize("name", wrapped(torch.nn.Linear(1, 1), Path()))
def test_however_the_weights_are_wrapped_the_scores_are_the_same(
    name: str, tmp_path: Path, pictures: Path, places: Places
) -> None:
    network = small_net()
    model = add(wrapped(network, tmp_path)[name](), places, preprocess=SMALL)
    picture = pictures / "cat" / "0.png"
    expected = script_scores(network, picture)
    assert torch.allclose(probabilities(model, picture), expected, atol=1e-3 if name == "half" else 1e-5)


def test_the_plain_weights_can_be_asked_for_where_there_is_an_average(tmp_path: Path, places: Places) -> None:
    average, plain = small_net(1), small_net(2)
    torch.save({"model": plain.state_dict(), "model_ema": average.state_dict()}, tmp_path / "x.pth")
    found = survey(tmp_path / "x.pth", places)
    assert [(state.place, state.is_average) for state in found.states] == [("model_ema", True), ("model", False)]
    model = add(tmp_path / "x.pth", places, average=False, preprocess=SMALL)
    assert model.place == "model"
    key = "classifier.1.weight"
    assert torch.equal(load_network(model.spec).state_dict()[key], plain.state_dict()[key])
    torch.save(plain.state_dict(), tmp_path / "y.pth")
    assert refused(survey, tmp_path / "y.pth", places, average=True).trouble is ModelTrouble.NO_WEIGHTS


def test_what_lies_beside_is_taken(tmp_path: Path, places: Places) -> None:
    content = {
        "state_dict": small_net().state_dict(),
        "class_to_idx": {"dog": 2, "bird": 0, "cat": 1},
        "hyper_parameters": {"loss": "BCEWithLogitsLoss", "img_size": 192},
        "epoch": 7,
    }
    torch.save(content, tmp_path / "x.ckpt")
    found = survey(tmp_path / "x.ckpt", places)
    assert (found.labels, found.hints.epoch) == (("bird", "cat", "dog"), 7)
    model = add(tmp_path / "x.ckpt", places)
    assert [label.name for label in model.spec.labels] == ["bird", "cat", "dog"]
    assert model.spec.multi_label
    assert (model.spec.preprocess.crop, model.spec.preprocess.resize) == (192, 219)


def test_without_labels_the_classes_have_numbers(tmp_path: Path, places: Places) -> None:
    torch.save({"m": 1, "model": small_net().state_dict(), "classes": ["too", "few"]}, tmp_path / "x.pth")
    assert [label.name for label in add(tmp_path / "x.pth", places, preprocess=SMALL).spec.labels] == [
        "class 0",
        "class 1",
        "class 2",
    ]


def test_a_single_output_is_a_probability_of_its_own(tmp_path: Path, places: Places) -> None:
    torch.save(small_net(classes=1).state_dict(), tmp_path / "x.pth")
    assert add(tmp_path / "x.pth", places, preprocess=SMALL).spec.multi_label


def test_the_record_is_readable_and_tells_all(tmp_path: Path, places: Places) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    how = PreprocessSpec(200, 180, "bicubic", (0.0, 0.0, 0.0), (1.0, 1.0, 1.0), squash=True, order="bgr")
    model = add(tmp_path / "x.pth", places, "Café ☕", preprocess=how, labels=("a", "b"), licence="MIT", notes="mine")
    record = json.loads((model.folder / "model.json").read_text(encoding="utf-8"))
    assert record["name"] == "Café ☕"
    assert record["labels"] == ["a", "b", "class 2"]
    assert (record["licence"], record["notes"], record["source"]["file"]) == ("MIT", "mine", "x.pth")
    assert str(tmp_path) not in json.dumps(record)
    assert model.spec.key == "mine/Café ☕"
    assert model.spec.preprocess == how
    assert read_model(model.folder) == model
    assert sorted(path.name for path in model.folder.iterdir()) == ["model.json", "weights.safetensors"]


def test_progress_is_told_in_bytes(tmp_path: Path, places: Places) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    steps = list(add_model(survey(tmp_path / "x.pth", places), Wish("Pets", preprocess=SMALL), places.models))
    written = [step for step in steps if isinstance(step, Writing)]
    assert written[-1].done == written[-1].total == list_models(places.models).models[0].spec.weights.bytes
    assert isinstance(steps[-1], Checking)


@pytest.mark.parametrize("steps", [1, 10, 1000])
def test_whoever_stops_leaves_nothing(steps: int, tmp_path: Path, places: Places) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    adding = add_model(survey(tmp_path / "x.pth", places), Wish("Pets", preprocess=SMALL), places.models)
    for _, step in zip(range(steps), adding, strict=False):
        if isinstance(step, Checking):
            break
    adding.close()
    assert list(mine(places.models).iterdir()) == []


@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills a process of its own")
def test_whoever_is_killed_leaves_no_model_and_the_next_one_clears_up(tmp_path: Path, places: Places) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    found = survey(tmp_path / "x.pth", places)
    child = os.fork()
    if child == 0:
        for number, _ in enumerate(add_model(found, Wish("Pets", preprocess=SMALL), places.models)):
            if number == 10:
                os._exit(9)
    os.waitpid(child, 0)
    assert list_models(places.models).models == ()
    assert len(list(mine(places.models).iterdir())) == 1
    add(tmp_path / "x.pth", places, "Others", preprocess=SMALL)
    assert [path.name for path in mine(places.models).iterdir()] == [list_models(places.models).models[0].folder.name]


def test_a_full_disk_is_a_sentence(tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    found = survey(tmp_path / "x.pth", places)

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("app.models.own.folders.os.rename", full)
    assert (
        refused(outcome, add_model(found, Wish("Pets", preprocess=SMALL), places.models)).trouble
        is ModelTrouble.NO_ROOM
    )
    assert list(mine(places.models).iterdir()) == []


def test_no_two_have_one_name(tmp_path: Path, places: Places) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    add(tmp_path / "x.pth", places, "Straße", preprocess=SMALL)
    for name in ("straße", "STRASSE", "  Straße  "):
        assert refused(add, tmp_path / "x.pth", places, name).trouble is ModelTrouble.NAME_TAKEN
    for name in ("", "   ", "\u202eevil", "a\0b", "x" * 101):
        assert refused(add, tmp_path / "x.pth", places, name).trouble is ModelTrouble.BAD_NAME


# --- what does not fit ---------------------------------------------------------------------------------------------


def test_a_wrong_architecture_is_told_tensor_by_tensor(trained: tuple[Path, dict[str, Any]], places: Places) -> None:
    refusal = refused(add, trained[0], places, architecture="resnet34")
    assert refusal.trouble is ModelTrouble.MISFIT
    assert "missing: layer1.2.conv1.weight (64, 64, 3, 3)" in refusal.lines
    assert refusal.lines[-1].startswith("…")
    wide = refused(add, trained[0], places, architecture="torchvision/wide_resnet50_2")
    assert any(line.startswith("shape differs: layer1.0.conv1.weight: checkpoint") for line in wide.lines)
    assert refused(add, trained[0], places, architecture="resnet19").trouble is ModelTrouble.NO_SUCH_NETWORK


def test_what_is_of_no_known_network_names_the_nearest(tmp_path: Path, places: Places) -> None:
    state = small_net().state_dict()
    del state["features.3.squeeze.weight"]
    torch.save(state, tmp_path / "x.pth")
    refusal = refused(add, tmp_path / "x.pth", places)
    assert refusal.trouble is ModelTrouble.NOT_RECOGNISED
    assert refusal.lines[0].startswith("torchvision/squeezenet1_0: 9")


def test_weights_that_give_no_finite_scores_are_refused(tmp_path: Path, places: Places) -> None:
    state = copy.deepcopy(small_net().state_dict())
    state["features.0.weight"] += 3e38
    torch.save(state, tmp_path / "x.pth")
    assert refused(add, tmp_path / "x.pth", places).trouble is ModelTrouble.NO_SCORES
    state["features.0.weight"][0] = torch.nan
    torch.save(state, tmp_path / "x.pth")
    refusal = refused(add, tmp_path / "x.pth", places)
    assert (refusal.trouble, refusal.detail) == (ModelTrouble.NOT_FINITE, "features.0.weight")
    assert list(mine(places.models).iterdir()) == []


def test_pictures_that_the_network_cannot_take(tmp_path: Path, places: Places) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    tiny = PreprocessSpec(8, 8, "bilinear", (0, 0, 0), (1, 1, 1))
    assert refused(add, tmp_path / "x.pth", places, preprocess=tiny).trouble is ModelTrouble.BAD_PREPROCESSING
    turned = PreprocessSpec(100, 224, "bilinear", (0, 0, 0), (1, 1, 1))
    assert refused(add, tmp_path / "x.pth", places, preprocess=turned).trouble is ModelTrouble.BAD_PREPROCESSING


def test_labels_that_cannot_be(tmp_path: Path, places: Places) -> None:
    torch.save(small_net().state_dict(), tmp_path / "x.pth")
    assert refused(add, tmp_path / "x.pth", places, labels="abcd").trouble is ModelTrouble.TOO_MANY_LABELS
    assert refused(add, tmp_path / "x.pth", places, labels=("a", "a")).trouble is ModelTrouble.LABELS_TWICE
    assert refused(add, tmp_path / "x.pth", places, labels=("class 2",)).trouble is ModelTrouble.LABELS_TWICE


# --- timm ----------------------------------------------------------------------------------------------------------


def timm_folder(folder: Path, **changed: Any) -> Path:
    """As `timm.models.save_for_hf` writes it."""
    import timm

    torch.manual_seed(3)
    network = timm.create_model("test_vit", num_classes=4)
    save_file(network.state_dict(), folder / "model.safetensors")
    config = {
        "architecture": "test_vit",
        "num_classes": 4,
        "label_names": ["a", "b", "c", "d"],
        "pretrained_cfg": {
            "input_size": [3, 160, 160],
            "interpolation": "bilinear",
            "crop_pct": 0.9,
            "crop_mode": "squash",
            "mean": [0.1, 0.2, 0.3],
            "std": [0.4, 0.5, 0.6],
        },
        **changed,
    }
    (folder / "config.json").write_text(json.dumps(config))
    return folder


def test_a_folder_in_timm_s_format_says_all_itself(tmp_path: Path, places: Places) -> None:
    model = add(timm_folder(tmp_path), places)
    assert (model.spec.library, model.spec.architecture) == ("timm", "test_vit")
    assert model.spec.preprocess == PreprocessSpec(177, 160, "bilinear", (0.1, 0.2, 0.3), (0.4, 0.5, 0.6), squash=True)
    assert [label.name for label in model.spec.labels] == ["a", "b", "c", "d"]


def test_a_network_of_timm_is_found_by_its_weights(tmp_path: Path, places: Places) -> None:
    weights = timm_folder(tmp_path) / "model.safetensors"
    model = add(weights, places)
    assert (model.spec.library, model.spec.architecture) == ("timm", "test_vit")
    assert model.spec.preprocess.crop == 160, "as its card says"


def test_other_folders_are_refused_in_words(tmp_path: Path, places: Places) -> None:
    (tmp_path / "empty").mkdir()
    assert refused(survey, tmp_path / "empty", places).trouble is ModelTrouble.BAD_FOLDER
    timm_folder(tmp_path, architecture=None, architectures=["ViTForImageClassification"], model_type="vit")
    assert refused(survey, tmp_path, places).trouble is ModelTrouble.TRANSFORMERS
    timm_folder(tmp_path, model_args={"global_pool": "max"})
    assert "global_pool" in refused(survey, tmp_path, places).detail
    (tmp_path / "config.json").write_text("[" * 100_000)
    assert refused(survey, tmp_path, places).trouble is ModelTrouble.BAD_FOLDER
    timm_folder(tmp_path, architecture="test_vit9")
    assert refused(add, tmp_path, places).trouble is ModelTrouble.NO_SUCH_NETWORK
