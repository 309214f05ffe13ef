"""All that the benchmarks know of the program: run as `python -m speed.ours WHAT ARGUMENT ...`, in a fresh process.

What a command finds out it prints as one line of JSON.
"""

from __future__ import annotations

import json
import statistics
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from app.inference.classifier import Classifier

TIMM_NAMES = {"tf_efficientnet_lite0": "tf_efficientnet_lite0", "resnet50": "resnet50"}


def main() -> None:
    commands: dict[str, Callable[..., Any]] = {"export": export, "forward": forward, "random_resnet": random_resnet}
    print(json.dumps(commands[sys.argv[1]](*sys.argv[2:])))


def export(key: str, folder: str) -> None:
    """Put a model's weights where peers find them, with what they need to know of its preprocessing."""
    import torch

    from app.models.catalog import find_model
    from app.models.networks import load_network

    spec = find_model(key)
    torch.save(load_network(spec).state_dict(), Path(folder, "state.pt"))
    wanted = ("resize", "crop", "interpolation", "mean", "std")
    facts = {name: getattr(spec.preprocess, name) for name in wanted}
    Path(folder, "model.json").write_text(json.dumps(facts | {"architecture": TIMM_NAMES[spec.architecture]}))


def random_resnet(file: str) -> None:
    """A checkpoint of torchvision's ResNet-50 with random weights: the speed is the same."""
    import torch
    from torchvision.models import resnet50

    torch.manual_seed(5)
    torch.save(resnet50(weights=None).state_dict(), file)


def forward(key: str, rounds: str = "30") -> dict[str, Any]:
    """Milliseconds a picture of the forward pass that a run does, in one thread."""
    classifier = loaded(key)
    one_thread()
    images = [black(classifier)] * classifier.batch_size
    seconds = middle(lambda: classifier.logits(images), int(rounds))
    return {"ms": 1000 * seconds / len(images), "batch": len(images), "precision": classifier.precision}


def loaded(key: str, device: str = "cpu", precision: str = "auto") -> Classifier:
    """The classifier of a run, warm."""
    from app.inference.engine import Engine

    return Engine().prepare(key, device, precision).classifier


def one_thread() -> None:
    import torch

    torch.set_num_threads(1)


def black(classifier: Classifier) -> Any:
    from PIL import Image

    side = classifier.spec.preprocess.crop
    return Image.new("RGB", (side, side))


def middle(work: Callable[[], object], rounds: int) -> float:
    """Seconds that it takes, the median."""
    return statistics.median(seconds_of(work) for _ in range(rounds))


def seconds_of(work: Callable[[], object]) -> float:
    started = perf_counter()
    work()
    return perf_counter() - started


def paths_in(file: str) -> Sequence[Path]:
    return [Path(line) for line in Path(file).read_text().splitlines()]


if __name__ == "__main__":
    main()
