"""Networks are recognised by the names and shapes of their tensors, and what they look like is derived once."""

from __future__ import annotations

from pathlib import Path

import pytest
from torchvision import models

from app.models.own import fingerprints
from app.models.own.fingerprints import ANY, Fingerprints, Shapes, network_shapes
from app.models.own.recognising import Comparing, differences, recognised, with_architecture
from app.models.own.trouble import ModelTrouble
from app.paths import Places

from .conftest import FEW
from .driving import outcome, refused


def shapes(library: str, architecture: str, classes: int = 7) -> Shapes:
    """Those of a checkpoint of this network."""
    found = network_shapes(library, architecture)
    return {name: tuple(classes if side == ANY else side for side in shape) for name, shape in found.items()}


@pytest.mark.parametrize("name", [name for names in FEW["torchvision"].values() for name in names])
def test_each_network_of_torchvision_is_its_own(name: str, places: Places) -> None:
    found = outcome(recognised(shapes("torchvision", name), places.cache))
    assert found.is_certain
    assert [(each.architecture, each.classes) for each in found.candidates] == [(name, 7)]


@pytest.mark.long
@pytest.mark.slow  # builds all 80 networks twice; a sample is told apart above
def test_all_of_torchvision_s_networks_are_told_apart(tmp_path: Path) -> None:
    names = models.list_models(module=models)
    for name in names:
        found = outcome(recognised(shapes("torchvision", name), tmp_path))
        assert [each.architecture for each in found.candidates] == [name]


def test_what_was_derived_is_kept_for_the_next_time(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    state = shapes("torchvision", "resnet18")
    outcome(recognised(state, places.cache))
    monkeypatch.setattr(fingerprints, "network_shapes", lambda *_: pytest.fail("a network was built again"))
    assert outcome(recognised(state, places.cache)).is_certain


@pytest.mark.parametrize("data", [b"", b"[]", b"{", b'{"format": 1, "content": [3]}', b"\xff", b'{"format": 9}'])
def test_what_was_kept_and_damaged_is_derived_again(
    data: bytes, tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fingerprints, "_torchvision_families", lambda: {"squeezenet": ("squeezenet1_0",)})
    prints = Fingerprints("torchvision", tmp_path)
    state = shapes("torchvision", "squeezenet1_0")
    outcome(recognised(state, tmp_path))
    for path in (tmp_path / "networks").rglob("*.json"):
        path.write_bytes(data)
    assert outcome(recognised(state, tmp_path)).candidates[0].architecture == "squeezenet1_0"
    assert prints.families().names == {"squeezenet": ("squeezenet1_0",)}


def test_a_place_that_cannot_be_written_to_only_costs_time(tmp_path: Path, places: Places) -> None:
    (tmp_path / "file").touch()
    found = outcome(recognised(shapes("torchvision", "squeezenet1_0"), tmp_path / "file"))
    assert found.is_certain


def test_progress_counts_networks(tmp_path: Path, places: Places) -> None:
    steps = list(recognised(shapes("torchvision", "squeezenet1_0"), tmp_path))
    total = sum(map(len, FEW["torchvision"].values()))
    assert [(step.done, step.total) for step in steps] == [(done, total) for done in range(total)]
    assert all(isinstance(step, Comparing) and step.network.startswith("torchvision/") for step in steps)


def test_a_network_of_timm_is_found_in_its_family(places: Places) -> None:
    found = outcome(recognised(shapes("timm", "resnet18d"), places.cache))
    assert (found.candidates[0].library, found.candidates[0].architecture) == ("timm", "resnet18d")
    assert found.is_certain


def test_networks_with_the_same_tensors_are_all_told(
    tmp_path: Path, places: Places, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        fingerprints, "_timm_families", lambda: {"efficientnet": ("tf_efficientnet_lite0", "efficientnet_lite0")}
    )
    state = shapes("timm", "efficientnet_lite0")
    found = outcome(recognised(state, tmp_path))
    assert [each.architecture for each in found.candidates] == ["efficientnet_lite0", "tf_efficientnet_lite0"]
    assert not found.is_certain
    named = outcome(recognised(state, tmp_path, ("tf-efficientnet_lite0.in1k",)))
    assert (named.candidates[0].architecture, named.is_certain) == ("tf_efficientnet_lite0", True)


def test_without_timm_there_is_torchvision(places: Places, monkeypatch: pytest.MonkeyPatch) -> None:
    state = shapes("timm", "resnet18d")
    monkeypatch.setattr(fingerprints, "version", only_torchvision)
    found = outcome(recognised(state, places.cache))
    assert {each.library for each in found.candidates} == {"torchvision"}
    assert not any(each.fits for each in found.candidates)
    assert refused(with_architecture, state, "timm", "resnet18d").trouble is ModelTrouble.NO_LIBRARY


def only_torchvision(name: str) -> str:
    if name == "timm":
        raise fingerprints.PackageNotFoundError(name)
    return "0"


# --- what older versions saved -------------------------------------------------------------------------------------


def test_old_densenets_counters_and_leftovers_fit(places: Places) -> None:
    state = dict(shapes("torchvision", "densenet121"))
    old = {name.replace("norm1.", "norm.1.").replace("conv2.", "conv.2."): shape for name, shape in state.items()}
    old = {name: shape for name, shape in old.items() if "num_batches_tracked" not in name}
    old |= {"features.total_ops": (1,), "total_params": (1,)}
    assert old.keys() != state.keys()
    assert outcome(recognised(old, places.cache)).is_certain


def test_what_helps_to_learn_is_left_out(places: Places) -> None:
    network = models.googlenet(num_classes=5, init_weights=False, aux_logits=True)
    state = {name: tuple(value.shape) for name, value in network.state_dict().items()}
    found = outcome(recognised(state, places.cache))
    assert [(each.architecture, each.classes) for each in found.candidates] == [("googlenet", 5)]


def test_heads_that_disagree_fit_nothing(places: Places) -> None:
    state = dict(shapes("torchvision", "resnet18"))
    assert not outcome(recognised({**state, "fc.bias": (8,)}, places.cache)).candidates[0].fits
    assert not outcome(recognised({**state, "fc.weight": (7, 256)}, places.cache)).candidates[0].fits
    assert not outcome(recognised({"a.b": (1,)}, places.cache)).candidates[0].fits


def test_a_vision_transformer_of_another_size_is_found_by_that_size() -> None:
    network = models.vit_b_16(num_classes=3, image_size=64)
    state = {name: tuple(value.shape) for name, value in network.state_dict().items()}
    assert with_architecture(state, "torchvision", "vit_b_16", 64).classes == 3
    refusal = refused(with_architecture, state, "torchvision", "vit_b_16")
    assert refusal.lines == ("shape differs: encoder.pos_embedding: checkpoint (1, 17, 768), network (1, 197, 768)",)


def test_differences_are_bounded() -> None:
    lines = differences({f"a{number}": (1,) for number in range(1000)}, {"b" * 1000: (ANY, 3), "c": ()})
    assert len(lines) == 11
    assert lines[-1] == "… 992 more"
    assert max(map(len, lines)) == 200
