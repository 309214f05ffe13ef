"""Few networks to compare with: deriving what all of them look like takes seconds, and one slow test does it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from app.cards import Card
from app.models.own import fingerprints, preprocessing
from app.paths import Places, places_below
from app.values import PreprocessSpec

FEW = {
    "torchvision": {
        "resnet": ("resnet18", "resnet34", "wide_resnet50_2"),
        "densenet": ("densenet121",),
        "googlenet": ("googlenet",),
        "squeezenet": ("squeezenet1_0",),
        "vision_transformer": ("vit_b_16",),
    },
    "timm": {
        "resnet": ("resnet10t", "resnet14t", "resnet18", "resnet18d"),
        "mobilenetv3": ("mobilenetv3_small_050", "tf_mobilenetv3_small_minimal_100", "mobilenetv3_small_100"),
        "efficientnet": ("test_efficientnet", "test_efficientnet_gn"),
        "vision_transformer": ("test_vit", "test_vit2"),
    },
}

CARD = Card(
    key="timm/test_vit.r160_in1k",
    title="test_vit.r160_in1k",
    library="timm",
    architecture="test_vit.r160_in1k",
    is_default=True,
    file=None,
    preprocess=PreprocessSpec(168, 160, "bicubic", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
    label_set="imagenet1k",
    classes=1000,
)


@pytest.fixture(autouse=True, scope="module")
def one_thread() -> Iterator[None]:
    """Small networks are quicker without the threads of torch, which wait for each other on a busy machine."""
    threads = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(threads)


@pytest.fixture
def places(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, cache: Path) -> Places:
    """The user's folders, with few networks and no catalogue."""
    monkeypatch.setattr(fingerprints, "_torchvision_families", lambda: FEW["torchvision"])
    monkeypatch.setattr(fingerprints, "_timm_families", lambda: FEW["timm"])
    monkeypatch.setattr(preprocessing, "library_cards", lambda: (CARD,))
    places = places_below(tmp_path / "user")
    places.cache.parent.mkdir(exist_ok=True)
    places.cache.symlink_to(cache)
    return places


@pytest.fixture(scope="session")
def cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the few networks look like is derived once."""
    return tmp_path_factory.mktemp("cache")
