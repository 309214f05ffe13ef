import pytest
import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it
from torch import Tensor, nn

from app.inference.devices import has_onednn
from app.inference.packed import NONE, RELU, PackedConv, PackedSum

pytestmark = pytest.mark.skipif(not has_onednn(), reason="this torch has no oneDNN")


@pytest.fixture(autouse=True)
def _seeded() -> None:
    torch.manual_seed(0)


def conv(groups: int = 1, *, bias: bool = True) -> nn.Conv2d:
    return nn.Conv2d(32, 16, 3, padding=1, groups=groups, bias=bias).requires_grad_(False)


def pictures(mean: Tensor | None = None) -> Tensor:
    noise = torch.randn(2, 32, 12, 12)
    return noise if mean is None else noise * 0.1 + mean.view(1, -1, 1, 1)


def drift(packed: nn.Module, plain: nn.Module, x: Tensor) -> float:
    """How far the mean of each output is from what it should be, in the mean, away from the edges."""
    x = x.bfloat16()  # which is not what is measured here
    with torch.inference_mode():
        difference = packed(x).float() - plain(x.float())
    return difference[..., 1:-1, 1:-1].mean((0, 2, 3)).abs().mean().item()


@pytest.mark.parametrize("groups", [1, 4, 16])
@pytest.mark.parametrize("bias", [True, False])
def test_what_rounded_weights_change_in_the_mean_is_evened_out(groups: int, bias: bool) -> None:
    mean = torch.rand(32) * 4
    x = pictures(mean)
    plain = conv(groups, bias=bias)
    before = drift(PackedConv(plain, torch.bfloat16), plain, x)
    after = drift(PackedConv(plain, torch.bfloat16, mean=mean), plain, x)
    assert after < before / 4


def test_nothing_is_evened_out_in_fp32() -> None:
    plain, x = conv(), pictures()
    with torch.inference_mode():
        expected = plain(x)
        found = PackedConv(plain, torch.float32, mean=torch.full((32,), 9.0))(x)
    torch.testing.assert_close(found, expected, rtol=1e-5, atol=1e-5)


def test_a_bias_is_not_rounded() -> None:
    plain = nn.Conv2d(1, 1, 1).requires_grad_(False)
    plain.weight.fill_(-1)
    plain.bias.fill_(8.015)  # type: ignore[union-attr]  # to bf16 this would be 8
    with torch.inference_mode():
        found = PackedConv(plain, torch.bfloat16)(torch.full((1, 1, 2, 2), 8.0))
    assert found.float().mean().item() == pytest.approx(0.015, abs=1e-4)


@pytest.mark.parametrize("dtype", [torch.float32, torch.bfloat16])
@pytest.mark.parametrize("may_overwrite", [True, False])
@pytest.mark.parametrize("layout", [torch.contiguous_format, torch.channels_last])
@pytest.mark.parametrize("bias", [True, False])
def test_a_shortcut_is_added_and_then_comes_the_relu(
    dtype: torch.dtype, may_overwrite: bool, layout: torch.memory_format, bias: bool
) -> None:
    plain, x, shortcut = conv(bias=bias), pictures(), torch.randn(2, 16, 12, 12)
    packed = PackedSum(plain, dtype, may_overwrite=may_overwrite)
    with torch.inference_mode():
        expected = F.relu(plain(x) + shortcut)
        given = torch.empty(shortcut.shape, dtype=dtype, memory_format=layout).copy_(shortcut)
        found = packed(x.contiguous(memory_format=layout), given)
    most = 1e-5 if dtype is torch.float32 else 0.03
    torch.testing.assert_close(found.float(), expected, rtol=most, atol=most)
    assert found.dtype is dtype
    is_overwritten = may_overwrite and layout is torch.channels_last
    assert torch.equal(given, found if is_overwritten else shortcut.to(dtype))


@pytest.mark.parametrize("size", [(2, 16, 1, 1), (1, 16, 12, 12), (16, 1, 1)])
def test_a_shortcut_of_another_size_is_added_as_torch_does_it(size: tuple[int, ...]) -> None:
    plain, x, shortcut = conv(), pictures(), torch.randn(size)
    packed = PackedSum(plain, torch.float32, may_overwrite=False)
    with torch.inference_mode():
        torch.testing.assert_close(packed(x, shortcut), F.relu(plain(x) + shortcut), rtol=1e-5, atol=1e-5)


def test_a_shortcut_in_fp32_is_not_rounded_for_a_convolution_in_bf16() -> None:
    plain, x, shortcut = conv(), pictures(), torch.randn(2, 16, 12, 12)
    packed = PackedSum(plain, torch.bfloat16, may_overwrite=False)
    with torch.inference_mode():
        found = packed(x, shortcut)
        alone = PackedConv(plain, torch.bfloat16)(x)
        assert found.dtype is torch.float32
        assert torch.equal(found, F.relu(alone + shortcut))


@pytest.mark.parametrize(("activation", "function"), [(NONE, lambda x: x), (RELU, F.relu)])
def test_pictures_may_come_one_by_one_and_together(activation: tuple[str, tuple[float, ...]], function: object) -> None:
    plain, x = conv(), pictures()
    packed = PackedConv(plain, torch.float32, activation)
    with torch.inference_mode():
        for part in (x[:1], x):
            torch.testing.assert_close(packed(part), function(plain(part)), rtol=1e-5, atol=1e-5)  # type: ignore[operator]
