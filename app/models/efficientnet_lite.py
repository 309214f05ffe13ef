"""EfficientNet-Lite0 in plain torch.

The network of timm's `tf_efficientnet_lite0`, with the same names, so that timm's checkpoints fit, and the same logits
to the last bit; building it here saves the start-up time of importing timm and torchvision (about a second).
Architecture: https://arxiv.org/abs/1905.11946 and
https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite (no squeeze-and-excitation, ReLU6).
"""

from __future__ import annotations

import torch
import torch.nn.functional as F  # noqa: N812 - everybody's name for it
from torch import Tensor, nn

# One stage a line: blocks, kernel, stride of the first block, expansion, channels out.
STAGES = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
STEM_CHANNELS = 32
FEATURES = 1280
EPSILON = 1e-3  # TensorFlow's batch norm


class SameConv(nn.Conv2d):
    """A convolution padded like TensorFlow's "SAME": where the padding is odd, the extra pixel is right and below."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1) -> None:
        padding = kernel // 2 if stride == 1 else 0  # with stride 1 it is even, and the convolution does it itself
        super().__init__(inputs, outputs, kernel, stride, padding, groups=groups, bias=False)

    def forward(self, x: Tensor) -> Tensor:
        """(N, inputs, H, W) to (N, outputs, ceil(H / stride), ceil(W / stride))."""
        if self.stride[0] > 1:
            down, across = (self.missing(length) for length in x.shape[-2:])
            x = F.pad(x, (across // 2, across - across // 2, down // 2, down - down // 2))
        return super().forward(x)

    def missing(self, length: int) -> int:
        """By how many pixels a side of this many is filled up, half of them at either end."""
        kernel, stride = self.kernel_size[0], self.stride[0]
        return max((-(-length // stride) - 1) * stride + kernel - length, 0)


class SeparableBlock(nn.Module):
    """A depthwise convolution and a pointwise one that changes the channels."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int) -> None:
        super().__init__()
        self.conv_dw = SameConv(inputs, inputs, kernel, stride, groups=inputs)
        self.bn1 = nn.BatchNorm2d(inputs, EPSILON)
        self.conv_pw = SameConv(inputs, outputs, 1)
        self.bn2 = nn.BatchNorm2d(outputs, EPSILON)

    def forward(self, x: Tensor) -> Tensor:
        """(N, inputs, H, W) to (N, outputs, ceil(H / stride), ceil(W / stride))."""
        x = F.relu6(self.bn1(self.conv_dw(x)), inplace=True)
        return self.bn2(self.conv_pw(x))  # type: ignore[no-any-return]


class InvertedResidual(nn.Module):
    """Widen, filter each channel, narrow; with a shortcut where the shape stays."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        wide = inputs * expansion
        self.conv_pw = SameConv(inputs, wide, 1)
        self.bn1 = nn.BatchNorm2d(wide, EPSILON)
        self.conv_dw = SameConv(wide, wide, kernel, stride, groups=wide)
        self.bn2 = nn.BatchNorm2d(wide, EPSILON)
        self.conv_pwl = SameConv(wide, outputs, 1)
        self.bn3 = nn.BatchNorm2d(outputs, EPSILON)
        self.has_shortcut = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        """(N, inputs, H, W) to (N, outputs, ceil(H / stride), ceil(W / stride))."""
        wide = F.relu6(self.bn1(self.conv_pw(x)), inplace=True)
        wide = F.relu6(self.bn2(self.conv_dw(wide)), inplace=True)
        narrow: Tensor = self.bn3(self.conv_pwl(wide))
        return narrow + x if self.has_shortcut else narrow


class EfficientNetLite0(nn.Module):
    """Pictures (N, 3, H, W), float, normalised, to logits (N, classes)."""

    def __init__(self, classes: int = 1000) -> None:
        super().__init__()
        self.conv_stem = SameConv(3, STEM_CHANNELS, 3, stride=2)
        self.bn1 = nn.BatchNorm2d(STEM_CHANNELS, EPSILON)
        self.blocks = nn.Sequential(*_stages())
        self.conv_head = SameConv(STAGES[-1][-1], FEATURES, 1)
        self.bn2 = nn.BatchNorm2d(FEATURES, EPSILON)
        self.act2 = nn.ReLU6(inplace=True)  # the last to know places; as a module, so that it can be looked at
        self.classifier = nn.Linear(FEATURES, classes)

    def forward(self, x: Tensor) -> Tensor:
        """(N, 3, H, W) to (N, classes)."""
        x = F.relu6(self.bn1(self.conv_stem(x)), inplace=True)
        x = self.blocks(x)
        x = self.act2(self.bn2(self.conv_head(x)))
        return self.classifier(F.adaptive_avg_pool2d(x, 1).flatten(1))  # type: ignore[no-any-return]


def _stages() -> list[nn.Sequential]:
    inputs, stages = STEM_CHANNELS, []
    for blocks, kernel, stride, expansion, outputs in STAGES:
        stage: list[nn.Module] = []
        for index in range(blocks):
            step = stride if index == 0 else 1
            if expansion == 1:
                stage.append(SeparableBlock(inputs, outputs, kernel, step))
            else:
                stage.append(InvertedResidual(inputs, outputs, kernel, step, expansion))
            inputs = outputs
        stages.append(nn.Sequential(*stage))
    return stages


_ENDS = {"_conv_stem": "conv_stem", "_bn0": "bn1", "_conv_head": "conv_head", "_bn1": "bn2", "_fc": "classifier"}
_SEPARABLE = {"_depthwise_conv": "conv_dw", "_bn1": "bn1", "_project_conv": "conv_pw", "_bn2": "bn2"}
_INVERTED = {
    "_expand_conv": "conv_pw",
    "_bn0": "bn1",
    "_depthwise_conv": "conv_dw",
    "_bn1": "bn2",
    "_project_conv": "conv_pwl",
    "_bn2": "bn3",
}


def our_name(name: str) -> str:
    """The name here of a tensor that the original PyTorch port of EfficientNet-Lite calls `name`.

    That port numbers the blocks through ("_blocks.5._bn0.weight"); a name it does not have comes back unchanged.
    """
    first, _, rest = name.partition(".")
    if first in _ENDS:
        return f"{_ENDS[first]}.{rest}"
    number, layer, tensor = [*rest.split(".", 2), "", ""][:3]
    places = [(stage, index) for stage, (blocks, *_) in enumerate(STAGES) for index in range(blocks)]
    if first != "_blocks" or not number.isdecimal() or int(number) >= len(places):
        return name
    stage, index = places[int(number)]
    layers = _SEPARABLE if STAGES[stage][3] == 1 else _INVERTED
    return f"blocks.{stage}.{index}.{layers[layer]}.{tensor}" if layer in layers else name


def empty_network(classes: int) -> nn.Module:
    """The network without weights, on the "meta" device: it costs neither memory nor random numbers."""
    with torch.device("meta"):
        return EfficientNetLite0(classes)
