"""What is inside a network: nothing of it is lost, nothing counted twice, and the sums are those of the libraries."""

from __future__ import annotations

import threading

import pytest
import timm
import torch
import torch.nn.functional as F  # noqa: N812
from torch import Tensor, nn

from app.cards import Card
from app.inside import Part
from app.models.anatomy import _hollow_network, anatomy_of, dissected
from app.models.timm_cards import timm_cards
from app.models.torchvision_cards import torchvision_cards
from tests.zoo import cards_of

ROUNDED = 0.0006  # torchvision's tables give billions with three decimals
TEACHER = 3_326_696  # parameters of Inception's second head, which helps it learn; torchvision counts it in
QUICK = ["alexnet", "googlenet", "mobilenet_v3_small", "regnet_y_400mf", "swin_v2_t", "vit_b_32"]
TIMM = [
    "convnext_atto",
    "deit_tiny_patch16_224",
    "efficientnet_b0",
    "hrnet_w18_small",
    "mixer_s32_224",
    "xcit_nano_12_p8_224",
]


@pytest.fixture(scope="module")
def zoo() -> list[Card]:
    return list(torchvision_cards())


def require_the_sums_of(card: Card) -> None:
    anatomy = anatomy_of(card.library, card.architecture, card.classes, card.side)
    network = anatomy.network
    assert anatomy.trouble == ""
    assert network.shape == (1, card.classes)
    assert network.parameters + (TEACHER if card.architecture == "inception_v3" else 0) == card.parameters
    assert network.macs / 1e9 == pytest.approx(card.gflops, abs=ROUNDED)
    require_sums(network)


def require_sums(network: Part) -> None:
    """Each number of a part is its own and those of its parts."""
    for _, part in network.walk():
        assert part.parameters == part.own_parameters + sum(each.parameters for each in part.parts)
        assert part.macs == part.own_macs + sum(each.macs for each in part.parts)
        assert (part.shape is None) or part.calls > 0


@pytest.mark.parametrize("name", QUICK)
def test_a_network_of_torchvision_has_the_parameters_and_the_cost_of_its_table(name: str, zoo: list[Card]) -> None:
    (card,) = cards_of(tuple(zoo), architecture=name, is_default=True)
    require_the_sums_of(card)


@pytest.mark.long
@pytest.mark.slow
def test_all_networks_of_torchvision_with_all_their_weights_have_what_its_tables_say(zoo: list[Card]) -> None:
    """Half a minute; the same network is met with pictures of several sizes."""
    for card in zoo:
        require_the_sums_of(card)
    assert len({card.architecture for card in zoo}) == 80


@pytest.mark.parametrize("name", TIMM)
def test_networks_of_timm_can_be_looked_into(name: str) -> None:
    network = anatomy_of("timm", name, 10, 224).network
    assert network.shape == (1, 10)
    assert network.macs > 0
    require_sums(network)


@pytest.mark.long
@pytest.mark.slow
def test_a_network_of_each_of_timms_families_can_be_looked_into() -> None:
    """Two minutes; with pictures of the size that each was made for."""
    families = {_builder(card).__module__: card for card in timm_cards()}
    for card in families.values():
        anatomy = anatomy_of(card.library, card.architecture, card.classes, card.side)
        assert (card.key, anatomy.trouble) == (card.key, "")
        assert anatomy.network.shape == (1, card.classes)
        require_sums(anatomy.network)
    assert len(families) > 60


def _builder(card: Card) -> object:
    return timm.models.model_entrypoint(card.architecture.partition(".")[0])


def test_no_network_has_values_that_nobody_reads() -> None:
    """Some of timm's would begin with a gigabyte of random numbers, which takes half a minute."""
    network = _hollow_network("timm", "eva02_tiny_patch14_336", 10, 336)
    assert all(each.is_meta for each in (*network.parameters(), *network.buffers()))


def test_the_built_in_network_has_the_cost_that_was_published() -> None:
    network = anatomy_of("whatsit", "tf_efficientnet_lite0", 1000, 224).network
    assert network.parameters == 4_652_008
    assert 0.38e9 < network.macs < 0.407e9  # 407 million with the additions of biases and shortcuts
    (stem,) = (part for part in network.parts if part.name == "conv_stem")
    assert (stem.kind, stem.shape, stem.parameters) == ("SameConv", (1, 32, 112, 112), 864)
    assert stem.macs == 864 * 112 * 112


# --- modules that behave oddly -------------------------------------------------------------------------------------


class Odd(nn.Module):
    """A network with all that modules may do."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3, padding=1)
        self.act = nn.ReLU(inplace=True)
        self.idle = nn.Linear(8, 8)
        self.tied = nn.Linear(8, 8)
        self.tied.weight = self.idle.weight
        self.lent = nn.Linear(8, 4)
        self.pair = Pair()
        self.scale = nn.Parameter(torch.ones(1))

    def forward(self, x: Tensor) -> Tensor:
        x = self.act(self.act(self.conv(x)))
        first, _ = self.pair(x)["both"]
        features = first.mean((2, 3)) * self.scale
        return F.linear(features, self.lent.weight, self.lent.bias)


class Pair(nn.Module):
    def forward(self, x: Tensor) -> dict[str, tuple[Tensor, None]]:
        x.mul_(2)
        return {"both": (x @ x.transpose(2, 3), None)}


def test_what_belongs_to_no_child_is_its_parents() -> None:
    network = dissected(Odd(), side=16).network
    parts = {part.name: part for part in network.parts}
    assert list(parts) == ["conv", "act", "idle", "tied", "lent", "pair"]
    assert (network.own_parameters, parts["idle"].parameters, parts["tied"].parameters) == (1, 72, 8)
    assert network.own_macs == 8 * 4
    assert (parts["act"].calls, parts["act"].shape, parts["act"].macs) == (2, (1, 8, 16, 16), 0)
    assert parts["pair"].macs == 8 * 16 * 16 * 16
    assert parts["pair"].shape == (1, 8, 16, 16)
    for name in ("idle", "tied", "lent"):
        assert (parts[name].calls, parts[name].shape, parts[name].macs) == (0, None, 0)
    assert network.parameters == sum(each.numel() for each in Odd().parameters())
    require_sums(network)


def test_a_module_in_two_places_is_counted_where_it_is_met_first() -> None:
    shared = nn.Conv2d(3, 3, 1)
    network = dissected(nn.Sequential(nn.Sequential(shared), nn.Sequential(shared)), side=4).network
    first, second = network.parts
    assert (first.parts[0].calls, first.macs, second.macs) == (2, 2 * 9 * 16, 0)
    assert network.parameters == first.parameters == 12
    require_sums(network)


class NeedsValues(nn.Module):
    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x)
        return x[: int(x.sum().item())]


def test_a_network_that_needs_values_is_shown_without_shapes() -> None:
    anatomy = dissected(NeedsValues(), side=8)
    assert "meta" in anatomy.trouble
    assert anatomy.network.parameters == 224
    assert [(part.shape, part.calls, part.macs) for _, part in anatomy.network.walk()] == [(None, 0, 0)] * 2


def test_no_hook_stays_and_no_other_thread_is_counted() -> None:
    """Another thread may classify with a network of its own meanwhile."""
    other, seen = nn.Conv2d(3, 300, 1), []

    class Meanwhile(nn.Module):
        def forward(self, x: Tensor) -> Tensor:
            thread = threading.Thread(target=lambda: seen.append(other(torch.ones(1, 3, 4, 4))))
            thread.start()
            thread.join()
            return x

    network = nn.Sequential(Meanwhile(), nn.Conv2d(3, 1, 1))
    anatomy = dissected(network, side=4)
    assert len(seen) == 1
    assert anatomy.network.macs == 3 * 16
    assert not any(module._forward_hooks or module._forward_pre_hooks for module in network.modules())
