import operator
from collections.abc import Callable

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it
from timm.layers import BatchNormAct2d
from torch import Tensor, fx, nn

from app.inference.moments import expected_inputs


class Leafy(fx.Tracer):
    def is_leaf_module(self, m: nn.Module, module_qualified_name: str) -> bool:
        is_plain = not isinstance(m, nn.Sequential) and m.__module__.startswith("torch.nn")
        return is_plain or isinstance(m, nn.BatchNorm2d)


class Followed(nn.Module):
    """Two normed inputs, added by a function, after an activation, before the convolution that is asked about."""

    def __init__(self, activation: Callable[[Tensor], Tensor], add: Callable[..., Tensor] = operator.add) -> None:
        super().__init__()
        self.one, self.two = nn.BatchNorm2d(4), nn.BatchNorm2d(4)
        for norm in (self.one, self.two):
            nn.init.uniform_(norm.weight, -2, 2)
            nn.init.uniform_(norm.bias, -1, 3)
        self.activation, self.add = activation, add
        self.nothing = nn.Sequential(nn.Identity(), nn.Dropout(0.5))
        self.conv = nn.Conv2d(4, 2, 1)

    def forward(self, x: Tensor, y: Tensor) -> Tensor:
        return self.conv(self.seen(x, y))  # type: ignore[no-any-return]

    def seen(self, x: Tensor, y: Tensor) -> Tensor:
        return self.add(self.nothing(self.activation(self.one(x))), self.two(y))


def means(network: nn.Module) -> dict[str, Tensor]:
    """By the name of the convolution."""
    traced = fx.GraphModule(network, Leafy().trace(network))
    return {str(node.target): mean for node, mean in expected_inputs(traced).items()}


@pytest.mark.parametrize(
    "activation",
    [nn.ReLU(inplace=True), F.relu, nn.ReLU6(), F.relu6, nn.SiLU(), F.silu, nn.Hardswish(), F.hardswish],
    ids=lambda each: getattr(each, "__name__", type(each).__name__),
)
def test_the_means_are_those_of_normal_inputs(activation: Callable[[Tensor], Tensor]) -> None:
    torch.manual_seed(0)
    network = Followed(activation).eval().requires_grad_(False)
    x, y = torch.randn(2, 64, 4, 64, 64)
    with torch.no_grad():
        seen = network.seen(x, y).mean((0, 2, 3))
    torch.testing.assert_close(means(network)["conv"], seen, rtol=0, atol=0.02)


def test_what_comes_of_an_activation_of_a_sum_is_known() -> None:
    class Last(Followed):
        def seen(self, x: Tensor, y: Tensor) -> Tensor:
            return F.relu6(super().seen(x, y))

    torch.manual_seed(1)
    network = Last(F.relu).eval().requires_grad_(False)
    x, y = torch.randn(2, 64, 4, 64, 64)
    with torch.no_grad():
        seen = network.seen(x, y).mean((0, 2, 3))
    torch.testing.assert_close(means(network)["conv"], seen, rtol=0, atol=0.1)  # as if the sum were normal


def scaled(x: Tensor, y: Tensor) -> Tensor:
    return torch.add(x, y, alpha=2)


@pytest.mark.parametrize(("activation", "add"), [(F.gelu, operator.add), (F.relu, operator.mul), (F.relu, scaled)])
def test_nothing_is_said_of_what_cannot_be_followed(
    activation: Callable[[Tensor], Tensor], add: Callable[..., Tensor]
) -> None:
    assert means(Followed(activation, add)) == {}


def test_nothing_is_said_of_pictures_and_of_norms_without_parameters() -> None:
    network = nn.Sequential(nn.Conv2d(3, 4, 1), nn.BatchNorm2d(4, affine=False), nn.Conv2d(4, 4, 1))
    assert means(network) == {}


def test_nothing_is_said_of_norms_that_do_more() -> None:
    network = Followed(F.relu)
    network.two = BatchNormAct2d(4)
    assert means(network) == {}


def test_channels_that_are_not_as_many_are_not_added() -> None:
    network = Followed(F.relu)
    network.two = nn.BatchNorm2d(1)
    assert means(network) == {}
