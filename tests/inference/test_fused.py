from collections.abc import Callable, Iterator
from types import SimpleNamespace

import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it
from timm.layers import BatchNormAct2d
from torch import Tensor, nn

from app.inference.devices import has_onednn
from app.inference.fused import ExactLinear, Lowered, fused
from app.inference.packed import PackedConv, PackedSum
from app.models.builtin import builtin_model
from app.models.networks import load_network
from tests.zoo import settle

needs_onednn = pytest.mark.skipif(not has_onednn(), reason="this torch has no oneDNN")


@pytest.fixture(autouse=True)
def _seeded() -> Iterator[None]:
    torch.manual_seed(0)
    before = torch.get_num_threads()
    torch.set_num_threads(1)
    yield
    torch.set_num_threads(before)


def settled(network: nn.Module) -> nn.Module:
    """With batch norms that do something, as after training."""
    for module in network.modules():
        if isinstance(module, nn.BatchNorm2d):
            nn.init.uniform_(module.weight, 0.5, 1.5)
            nn.init.uniform_(module.bias, -0.5, 0.5)
            nn.init.uniform_(module.running_mean, -0.5, 0.5)
            nn.init.uniform_(module.running_var, 0.5, 1.5)
    return network.eval().requires_grad_(False)


class Small(nn.Module):
    """Every activation that is known, a shortcut, and a convolution that is used twice."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 8, 3, 2, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU(inplace=True))
        self.wide = nn.Conv2d(8, 8, 3, padding=1, groups=8)
        self.norm = nn.BatchNorm2d(8)
        self.gate = nn.Sequential(nn.Conv2d(8, 8, 1), nn.SiLU(), nn.Conv2d(8, 8, 1), nn.Hardswish(), nn.Dropout(0.5))
        self.twice = nn.Conv2d(8, 8, 3, padding=1, dilation=1)
        self.padded = nn.Conv2d(8, 8, 3, padding="same")
        self.mirrored = nn.Conv2d(8, 8, 3, padding=1, padding_mode="reflect")
        self.head = nn.Linear(8, 5)

    def forward(self, x: Tensor) -> Tensor:
        x = self.stem(x)
        wide = self.wide(x)
        x = F.relu6(self.norm(wide), inplace=True) + wide.mean() + x
        x = self.twice(F.relu(self.twice(self.gate(x))))
        x = F.silu(self.mirrored(F.hardswish(self.padded(x))))
        return self.head(F.adaptive_avg_pool2d(x, 1).flatten(1))  # type: ignore[no-any-return]


class Block(nn.Module):
    """A shortcut and a ReLU after the sum, as ResNets have them."""

    def __init__(self, inputs: int, outputs: int) -> None:
        super().__init__()
        self.first = nn.Sequential(nn.Conv2d(inputs, 8, 1, bias=False), nn.BatchNorm2d(8), nn.ReLU())
        self.second = nn.Conv2d(8, outputs, 3, padding=1, bias=False)
        self.norm = nn.BatchNorm2d(outputs)
        self.drop = nn.Dropout(0.5)
        self.other = nn.Conv2d(inputs, outputs, 1) if inputs != outputs else nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        y = self.drop(self.norm(self.second(self.first(x))))
        y += self.other(x)
        return F.relu(y)


class Residual(nn.Module):
    """Shortcuts that are convolutions, that are read later, and that are of another size; sums without a ReLU."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Sequential(nn.Conv2d(3, 16, 3, 2, 1), nn.BatchNorm2d(16), nn.ReLU(), nn.MaxPool2d(2))
        self.blocks = nn.Sequential(Block(16, 24), Block(24, 24), Block(24, 24))
        self.read_later, self.wide, self.plain = (nn.Conv2d(24, 24, 1) for _ in range(3))
        self.head = nn.Linear(24, 5)

    def forward(self, x: Tensor) -> Tensor:
        x = self.blocks(self.stem(x))
        x = F.relu(torch.add(self.read_later(x), x)) * x
        x = F.relu(F.adaptive_avg_pool2d(x, 1) + self.wide(x))
        x = self.plain(x) + x
        return self.head(F.adaptive_avg_pool2d(x, 1).flatten(1))  # type: ignore[no-any-return]


class Reread(nn.Module):
    """Shortcuts that are convolutions, and are read by what they are added to, or by a convolution after that."""

    def __init__(self) -> None:
        super().__init__()
        self.stem = nn.Conv2d(3, 32, 3, padding=1)
        self.itself, self.first, self.second, self.later = (nn.Conv2d(32, 32, 3, padding=1) for _ in range(4))

    def forward(self, x: Tensor) -> Tensor:
        x = F.relu(self.stem(x))
        x = F.relu(self.itself(x) + x)
        y = F.relu(self.second(self.first(x)) + x)
        return (y + self.later(x)).mean((2, 3))  # type: ignore[no-any-return]


class Undecided(nn.Module):
    """Its Python asks for numbers."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 4, 3)
        self.head = nn.Linear(4, 5)

    def forward(self, x: Tensor) -> Tensor:
        x = self.conv(x)
        return self.head((x if x.mean() > 0 else -x).mean((2, 3)))  # type: ignore[no-any-return]


class Inquisitive(nn.Module):
    """Its Python looks at a weight of a convolution, and it has a weight with five dimensions, as some of timm have."""

    def __init__(self) -> None:
        super().__init__()
        self.conv = nn.Conv2d(3, 8, 3)
        self.norm = nn.BatchNorm2d(8)
        self.deep = nn.Conv3d(1, 2, 3)
        self.head = nn.Linear(2, 5)

    def forward(self, x: Tensor) -> Tensor:
        x = self.norm(self.conv(x.to(self.conv.weight.dtype))) * self.conv.weight.abs().mean()
        return self.head(self.deep(x[:, None]).mean((2, 3, 4)))  # type: ignore[no-any-return]


def answers(make: Callable[[], nn.Module], precision: str, side: int = 32) -> tuple[Tensor, Tensor, nn.Module]:
    """The logits of a network and of what is made of it, and that."""
    batch = torch.randn(4, 3, side, side)
    with torch.inference_mode():
        expected = make()(batch.clone())
        quick = fused(make(), precision)
        quick(batch[:1].contiguous(memory_format=torch.channels_last))
        found = quick(batch.contiguous(memory_format=torch.channels_last))
    return expected, found, quick


def small() -> nn.Module:
    torch.manual_seed(1)
    return settled(Small())


def residual() -> nn.Module:
    torch.manual_seed(1)
    return settled(Residual())


def reread() -> nn.Module:
    torch.manual_seed(1)
    return settled(Reread())


def builtin() -> nn.Module:
    return load_network(builtin_model())


@pytest.mark.parametrize("make", [small, residual, reread, builtin])
def test_scores_stay_the_same_but_for_roundings(make: Callable[[], nn.Module]) -> None:
    side = 224 if make is builtin else 32
    expected, found, _ = answers(make, "fp32", side)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("side", [31, 32, 33, 45])
def test_pictures_of_any_side_are_padded_as_before(side: int) -> None:
    """Of odd sides the built-in network fills up other edges."""
    expected, found, _ = answers(builtin, "fp32", side)
    torch.testing.assert_close(found, expected, rtol=1e-4, atol=1e-4)


@pytest.mark.parametrize("make", [small, residual, builtin])
def test_scores_in_bf16_are_near(make: Callable[[], nn.Module]) -> None:
    expected, found, quick = answers(make, "bf16", 224 if make is builtin else 32)
    assert found.dtype == torch.float32
    assert isinstance(quick, Lowered)
    assert 0 < (found - expected).abs().max() < 0.05 * expected.abs().max()


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
@pytest.mark.parametrize("kind", [Undecided, Inquisitive], ids=["its Python asks for numbers", "or for weights"])
def test_a_network_that_cannot_be_followed_everywhere_still_answers(kind: type[nn.Module], precision: str) -> None:
    def make() -> nn.Module:
        torch.manual_seed(2)
        return settled(kind())

    expected, found, _ = answers(make, precision)
    torch.testing.assert_close(found, expected, rtol=0.02, atol=0.02)


@needs_onednn
@pytest.mark.parametrize(("convolutions", "is_rounded"), [(1, False), (3, False), (4, True)])
def test_convolutions_at_the_input_are_not_rounded_to_bf16(convolutions: int, is_rounded: bool) -> None:
    def make() -> nn.Module:
        torch.manual_seed(3)
        layers = [nn.Conv2d(channels, 8, 3) for channels in (3, 8, 8, 8)[:convolutions]]
        return settled(nn.Sequential(*layers, nn.AdaptiveAvgPool2d(1), nn.Flatten()))

    expected, found, _ = answers(make, "bf16")
    assert ((found - expected).abs().max() > 1e-5) == is_rounded


@needs_onednn
def test_what_rounded_weights_change_in_the_mean_is_evened_out(monkeypatch: pytest.MonkeyPatch) -> None:
    def make() -> nn.Module:
        torch.manual_seed(4)
        layers = [layer for _ in range(8) for layer in (nn.Conv2d(16, 16, 3), nn.BatchNorm2d(16), nn.ReLU())]
        network = nn.Sequential(nn.Conv2d(3, 16, 3), *layers, nn.AdaptiveAvgPool2d(1), nn.Flatten())
        settle(network, torch.randn(1, 3, 32, 32))
        return network.eval().requires_grad_(False)

    expected, found, _ = answers(make, "bf16")
    monkeypatch.setattr("app.inference.fused.expected_inputs", lambda _: {})
    same, plain, _ = answers(make, "bf16")
    assert (found - expected).abs().mean() < 0.8 * (plain - same).abs().mean()


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
@pytest.mark.parametrize("ops", [SimpleNamespace(), SimpleNamespace(mkldnn=torch.ops.aten, aten=torch.ops.aten)])
def test_a_torch_without_the_functions_for_packing_answers_without(
    ops: object, precision: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(torch, "ops", ops)
    expected, found, quick = answers(small, precision)
    assert not any(isinstance(module, PackedConv) for module in quick.modules())
    most = 0.05 if precision == "bf16" else 1e-4
    torch.testing.assert_close(found, expected, rtol=most, atol=most)


def test_the_last_linear_layer_stays_in_fp32() -> None:
    quick = fused(small(), "bf16")
    head = quick.get_submodule("network.head")
    assert isinstance(head, ExactLinear)
    with torch.autocast("cpu", torch.bfloat16):
        found = head(torch.full((1, 8), 1.001, dtype=torch.bfloat16))
    torch.testing.assert_close(found, F.linear(torch.ones(1, 8), head.weight, head.bias), rtol=0, atol=1e-6)


@needs_onednn
def test_every_convolution_of_the_built_in_network_is_packed_and_no_batch_norm_is_left() -> None:
    quick = fused(builtin(), "fp32")
    assert sum(isinstance(module, PackedConv) for module in quick.modules()) == 49
    used = {str(node.target) for node in quick.graph.nodes if node.op == "call_module"}  # type: ignore[union-attr]
    kinds = {type(quick.get_submodule(name)) for name in used}
    assert kinds == {PackedConv, nn.Linear}


@needs_onednn
@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_norms_that_end_with_an_activation_become_part_of_convolutions_as_well(precision: str) -> None:
    """As timm has them; the last one, which no convolution comes before, stays by itself."""

    def make() -> nn.Module:
        torch.manual_seed(6)
        norms = [BatchNormAct2d(8, act_layer=nn.SiLU), BatchNormAct2d(8, apply_act=False), nn.BatchNorm2d(8)]
        layers = [layer for norm in norms for layer in (nn.Conv2d(8, 8, 3), norm)]
        last = [nn.AvgPool2d(2), BatchNormAct2d(8), nn.AdaptiveAvgPool2d(1), nn.Flatten(), nn.Linear(8, 5)]
        return settled(nn.Sequential(nn.Conv2d(3, 8, 3), *layers, *last))

    expected, found, quick = answers(make, precision)
    most = 0.02 if precision == "bf16" else 1e-5
    torch.testing.assert_close(found, expected, rtol=most, atol=most)
    traced = quick.network if isinstance(quick, Lowered) else quick
    used = [traced.get_submodule(str(node.target)) for node in traced.graph.nodes if node.op == "call_module"]  # type: ignore[union-attr]
    assert [type(each) for each in used[:6]] == [PackedConv] * 4 + [nn.AvgPool2d, nn.BatchNorm2d]
    assert [each._activation[0] for each in used[:4]] == ["none", "swish", "none", "none"]


@needs_onednn
def test_shortcuts_are_added_where_they_are_convolved_and_overwritten_where_nobody_reads_them_any_more() -> None:
    quick = fused(residual(), "fp32")
    sums = {name: module._may_overwrite for name, module in quick.named_modules() if isinstance(module, PackedSum)}
    in_blocks = {"blocks.0.other": True, "blocks.1.second": True, "blocks.2.second": True}
    assert sums == {**in_blocks, "read_later": False, "wide": False}


@needs_onednn
def test_a_shortcut_that_a_convolution_reads_meanwhile_or_later_is_not_overwritten() -> None:
    quick = fused(reread(), "fp32")
    sums = {name: module._may_overwrite for name, module in quick.named_modules() if isinstance(module, PackedSum)}
    assert sums == {"itself": False, "second": False}


@needs_onednn
def test_the_same_picture_gets_the_same_answer_again() -> None:
    """What is overwritten in one pass is made anew in the next."""
    for precision in ("fp32", "bf16"):
        quick, batch = fused(residual(), precision), torch.randn(2, 3, 32, 32)
        with torch.inference_mode():
            before = batch.clone()
            first = quick(batch)
            assert torch.equal(quick(batch), first)
            assert torch.equal(batch, before)


@needs_onednn
def test_what_is_shared_or_padded_otherwise_is_left_as_it_is() -> None:
    quick = fused(small(), "fp32")
    assert type(quick.get_submodule("twice")) is nn.Conv2d
    assert type(quick.get_submodule("padded")) is nn.Conv2d
    assert type(quick.get_submodule("mirrored")) is nn.Conv2d
    assert type(quick.get_submodule("wide")) is PackedConv


@needs_onednn
def test_packed_weights_take_the_place_of_the_others() -> None:
    quick = fused(builtin(), "fp32")
    before = sum(parameter.numel() for parameter in quick.parameters())
    with torch.inference_mode():
        quick(torch.zeros(1, 3, 224, 224))
    after = sum(parameter.numel() for parameter in quick.parameters())
    assert after < before / 2
    assert after >= 1280 * 1000


@pytest.mark.parametrize("precision", ["fp32", "bf16"])
def test_an_answer_does_not_depend_on_its_neighbours(precision: str) -> None:
    quick = fused(builtin(), precision)
    batch = torch.randn(4, 3, 224, 224).contiguous(memory_format=torch.channels_last)
    with torch.inference_mode():
        quick(batch)
        assert torch.equal(quick(batch), quick(batch[[3, 0, 1, 2]])[[1, 2, 3, 0]])
