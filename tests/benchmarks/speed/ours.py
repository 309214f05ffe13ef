"""All that the benchmarks know of the inside of the program, as Python; where that changes, this is what to change."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from threading import Event
from typing import TYPE_CHECKING, Any

from PIL import Image

if TYPE_CHECKING:
    from torch import Tensor, nn

    from app.inference.classifier import Classifier
    from app.inference.engine import Engine
    from app.values import ModelSpec, PreprocessSpec


def spec_of(key: str) -> ModelSpec:
    from app.models.catalog import find_model

    return find_model(key)


def network_of(key: str) -> nn.Module:
    """The network as its library has it, in fp32, with timm's names."""
    from app.models.networks import load_network

    return load_network(spec_of(key))


def warm_engine(key: str, device: str = "cpu", precision: str = "auto") -> Engine:
    """As the worker and the command line keep it, with this model loaded."""
    from app.inference.engine import Engine

    engine = Engine()
    engine.prepare(key, device, precision)
    return engine


def classifier_of(engine: Engine, key: str, device: str = "cpu", precision: str = "auto") -> Classifier:
    return engine.prepare(key, device, precision).classifier


def answered(engine: Engine, key: str, path: Path, device: str = "cpu") -> None:
    """One picture through the pipeline, as the window's worker does it."""
    from app.inference.pipeline import run
    from app.steps import Advance, Job
    from app.values import Classified, ImageRef

    steps = list(run(Job(1, (ImageRef(path),), model=key, device=device), engine, Event()))
    outcomes = [outcome for step in steps if isinstance(step, Advance) for outcome in step.outcomes]
    assert len(outcomes) == 1, outcomes
    assert isinstance(outcomes[0], Classified), outcomes


def network_image_of(path: Path, spec: PreprocessSpec, precision: str = "auto") -> Image.Image:
    """What the network sees of a picture, as a run decodes it."""
    from app.inference.arithmetic import is_exact
    from app.inference.decoding import Decoded, decoded
    from app.values import ImageRef, Limits

    picture = decoded(ImageRef(path), spec, Limits(), is_exact=is_exact(precision))
    assert isinstance(picture, Decoded), picture
    return picture.image


def logits_of(classifier: Classifier, images: Sequence[Image.Image]) -> Tensor:
    """The scores (N, classes) of at most a batch of pictures, by one forward pass of a run."""
    return classifier.logits(images, classifier.batch_size)


def logits_of_one(classifier: Classifier, image: Image.Image) -> Tensor:
    """The scores of a picture that comes alone, by one forward pass."""
    return classifier.logits([image], 1)


def forward_parts(classifier: Classifier) -> Mapping[str, Callable[[Sequence[Image.Image]], object]]:
    """What happens between decoded pictures and their answers, part by part, each for a whole batch."""
    import torch

    from app.inference.classifier import likeliest
    from app.inference.preprocess import normalised, pixels

    spec = classifier.spec
    side = spec.preprocess.crop
    batch = torch.zeros(classifier.batch_size, side, side, 3, dtype=torch.uint8).permute(0, 3, 1, 2)
    ready = normalised(batch, spec.preprocess)
    logits = classifier.placed()(ready)

    def filled(images: Sequence[Image.Image]) -> None:
        for row, image in zip(batch, images, strict=True):
            row.copy_(pixels(image))

    return {
        "to tensor": filled,
        "normalise": lambda _images: normalised(batch, spec.preprocess),
        "forward": lambda _images: classifier.placed()(ready),
        "top classes": lambda _images: [likeliest(row, spec, 20) for row in logits],
    }


def on_device(classifier: Classifier, batch: Tensor) -> Callable[[], Any]:
    """A forward pass over uint8 pictures (N, 3, H, W) that are on the device already."""
    from app.inference.preprocess import normalised

    network, preprocess = classifier.placed(), classifier.spec.preprocess
    return lambda: network(normalised(batch, preprocess))
