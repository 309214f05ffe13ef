from __future__ import annotations

import pytest
import torch
from torch import nn
from torchvision import models

from app.models.networks import empty_network
from app.models.state_dicts import fitted, misfit
from app.steps import JobFailure, Trouble


def test_a_densenet_saved_long_ago_fits() -> None:
    network = models.densenet121(num_classes=3)
    old = {
        name.replace("norm1.", "norm.1.").replace("conv2.", "conv.2."): value
        for name, value in network.state_dict().items()
        if "num_batches" not in name
    }
    assert "features.denseblock1.denselayer1.norm.1.weight" in old
    state = fitted(old, network)
    assert misfit(network.state_dict(), state) == ""
    network.load_state_dict(state)


def test_what_helped_an_inception_to_learn_is_left_out() -> None:
    trained = models.inception_v3(num_classes=3, init_weights=False)
    network = empty_network("torchvision", "inception_v3", 3)
    state = fitted(trained.state_dict(), network)
    assert misfit(network.state_dict(), state) == ""
    assert not [name for name in state if name.startswith("AuxLogits")]


def test_an_mnasnet_takes_weights_that_do_not_say_their_version() -> None:
    network = models.mnasnet0_5(num_classes=3)
    network.load_state_dict(fitted(dict(network.state_dict()), network))


def test_half_precision_becomes_what_the_network_computes_with() -> None:
    network = nn.Sequential(nn.Linear(3, 2), nn.BatchNorm1d(2))
    state = fitted({name: value.half() for name, value in network.state_dict().items()}, network)
    assert state["0.weight"].dtype is torch.float32


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"0.bias": torch.zeros(3)}, "0.bias"),
        ({"0.bias": torch.zeros(2, dtype=torch.long)}, "0.bias"),
        ({"aux": torch.zeros(1)}, "aux"),
    ],
)
def test_whatever_else_does_not_fit_is_named(change: dict[str, torch.Tensor], name: str) -> None:
    network = nn.Sequential(nn.Linear(3, 2))
    state = fitted({**network.state_dict(), **change}, network)
    assert misfit(network.state_dict(), state) == name


@pytest.mark.parametrize(
    ("library", "architecture", "side"),
    [("torchvision", "fasterrcnn_resnet50_fpn", None), ("torchvision", "maxvit_t", 225), ("timm", "no_such_net", None)],
)
def test_a_network_that_cannot_be_built_is_a_sentence(library: str, architecture: str, side: int | None) -> None:
    with pytest.raises(JobFailure) as failure:
        empty_network(library, architecture, 3, side)
    assert failure.value.error.trouble is Trouble.MODEL_UNFIT
    assert failure.value.error.detail


@pytest.mark.parametrize(
    ("library", "architecture"),
    [
        ("torchvision", "regnet_y_400mf"),
        ("timm", "resnet18"),
        ("timm", "swin_tiny_patch4_window7_224"),
        ("timm", "levit_128s"),
        ("timm", "vit_small_patch16_rope_224"),
    ],
)
def test_an_empty_network_lacks_nothing_but_what_its_state_dict_brings(library: str, architecture: str) -> None:
    network = empty_network(library, architecture, 5)
    kept = network.state_dict().keys()
    assert not [name for name, buffer in network.named_buffers() if buffer.is_meta and name not in kept]
