import pytest
import timm
import torch
from torch import nn

from app.models.efficientnet_lite import EfficientNetLite0, SameConv, empty_network, our_name


@pytest.fixture(scope="module")
def reference() -> nn.Module:
    torch.manual_seed(1)
    network = timm.create_model("tf_efficientnet_lite0").eval()
    for layer in network.modules():
        if isinstance(layer, nn.BatchNorm2d):  # statistics that matter
            layer.running_mean.normal_(0, 0.1)
            layer.running_var.uniform_(0.5, 1.5)
    return network


@pytest.fixture(scope="module")
def network(reference: nn.Module) -> nn.Module:
    """Ours with timm's weights under timm's names."""
    ours = empty_network(1000)
    ours.load_state_dict(reference.state_dict(), strict=True, assign=True)
    return ours.eval()


@pytest.mark.parametrize("shape", [(1, 3, 224, 224), (3, 3, 224, 224), (2, 3, 97, 130)])
def test_logits_equal_timms(network: nn.Module, reference: nn.Module, shape: tuple[int, ...]) -> None:
    pictures = torch.randn(shape, generator=torch.Generator().manual_seed(2))
    with torch.inference_mode():
        torch.testing.assert_close(network(pictures), reference(pictures), rtol=0, atol=1e-5)


def test_state_dict_equals_timms_in_names_order_and_shapes(reference: nn.Module) -> None:
    ours, theirs = empty_network(1000).state_dict(), reference.state_dict()
    assert [(name, tuple(t.shape), t.dtype) for name, t in ours.items()] == [
        (name, tuple(t.shape), t.dtype) for name, t in theirs.items()
    ]


def test_the_empty_network_costs_no_memory() -> None:
    assert all(tensor.is_meta for tensor in empty_network(10).state_dict().values())


def test_the_head_has_one_output_per_class() -> None:
    assert EfficientNetLite0(7).eval()(torch.zeros(1, 3, 64, 64)).shape == (1, 7)


@pytest.mark.parametrize(("length", "kernel", "stride"), [(7, 3, 2), (8, 3, 2), (8, 5, 2), (9, 5, 1), (1, 5, 2)])
def test_same_padding_rounds_up(length: int, kernel: int, stride: int) -> None:
    out = SameConv(1, 1, kernel, stride)(torch.zeros(1, 1, length, length))
    assert out.shape[-1] == -(-length // stride)


@pytest.mark.parametrize(
    ("theirs", "ours"),
    [
        ("_conv_stem.weight", "conv_stem.weight"),
        ("_bn0.running_mean", "bn1.running_mean"),
        ("_blocks.0._project_conv.weight", "blocks.0.0.conv_pw.weight"),
        ("_blocks.0._bn2.bias", "blocks.0.0.bn2.bias"),
        ("_blocks.2._expand_conv.weight", "blocks.1.1.conv_pw.weight"),
        ("_blocks.15._bn2.num_batches_tracked", "blocks.6.0.bn3.num_batches_tracked"),
        ("_fc.bias", "classifier.bias"),
        ("blocks.3.1.bn1.weight", "blocks.3.1.bn1.weight"),
        ("classifier.weight", "classifier.weight"),
    ],
)
def test_names_of_the_original_port_become_ours(theirs: str, ours: str) -> None:
    assert our_name(theirs) == ours


@pytest.mark.parametrize(
    "name",
    ["", "x", "_blocks", "_blocks.", "_blocks.16._bn0.weight", "_blocks.x.y.z", "_blocks.1._se.weight", "_blocks.²"],
)
def test_strange_names_stay_as_they_are(name: str) -> None:
    assert our_name(name) == name
