"""What is measured inside a process: `python -m speed.inside WHAT ARGUMENT ...`, which prints one line of JSON."""

from __future__ import annotations

import io
import json
import statistics
import sys
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, Any

from PIL import Image

from speed import ours
from speed.bounds import decoded_and_resized, draft

if TYPE_CHECKING:
    from app.values import PreprocessSpec

TIMM_NAMES = {"tf_efficientnet_lite0": "tf_efficientnet_lite0", "resnet50": "resnet50"}
FORWARD_ROUNDS = 30


def main() -> None:
    commands: dict[str, Callable[..., Any]] = {
        each.__name__: each
        for each in (export, random_resnet, load, answer, forward, drop, logits, compare, right, parts)
    }
    print(json.dumps(commands[sys.argv[1]](*sys.argv[2:])))


def export(key: str, folder: str) -> None:
    """Put a model's weights where peers find them, with what they need to know of its preprocessing."""
    import torch

    spec = ours.spec_of(key)
    torch.save(ours.network_of(key).state_dict(), Path(folder, "state.pt"))
    wanted = ("resize", "crop", "interpolation", "mean", "std")
    facts = {name: getattr(spec.preprocess, name) for name in wanted}
    Path(folder, "model.json").write_text(json.dumps(facts | {"architecture": TIMM_NAMES[spec.architecture]}))


def random_resnet(file: str) -> None:
    """A checkpoint of torchvision's ResNet-50 with random weights: the speed is the same."""
    import torch
    from torchvision.models import resnet50

    torch.manual_seed(5)
    torch.save(resnet50(weights=None).state_dict(), file)


def load(key: str) -> None:
    """The command line with the model loaded and warm, and no picture."""
    from app.cli import main as _main  # noqa: F401 - what it imports is part of it

    ours.warm_engine(key)


def answer(key: str, picture: str) -> None:
    """One picture from a bare process, as the window's worker does it."""
    from app.inference.engine import Engine

    ours.answered(Engine(), key, Path(picture))


def forward(key: str, precision: str) -> dict[str, Any]:
    """Milliseconds a picture of the forward pass that a run does, in one thread."""
    import torch

    classifier = ours.classifier_of(ours.warm_engine(key, "cpu", precision), key, "cpu", precision)
    torch.set_num_threads(1)
    images = [black(classifier.spec.preprocess)] * classifier.batch_size
    seconds = middle(lambda: ours.logits_of(classifier, images), FORWARD_ROUNDS)
    return {"ms": 1000 * seconds / len(images), "batch": len(images), "precision": classifier.precision}


def drop(key: str, listed: str) -> dict[str, list[float]]:
    """Milliseconds of each picture dropped alone, and of decoding it and one forward pass, in turns."""
    engine = ours.warm_engine(key)
    classifier = ours.classifier_of(engine, key)
    spec = classifier.spec.preprocess
    filter_ = Image.Resampling[spec.interpolation.upper()]

    def least(path: Path) -> None:
        ours.logits_of_one(classifier, decoded_and_resized(path.read_bytes(), spec.resize, spec.crop, filter_))

    paths = paths_in(listed)
    for path in paths[:5]:
        ours.answered(engine, key, path)
        least(path)
    times: dict[str, list[float]] = {"ours": [], "least": []}
    for path in paths:
        times["ours"].append(1000 * seconds_of(ours.answered, engine, key, path))
        times["least"].append(1000 * seconds_of(least, path))
    return times


def logits(key: str, precision: str, listed: str, file: str) -> str:
    """Keep the scores (N, classes) of all pictures in a file; the precision that was chosen."""
    import torch

    classifier = ours.classifier_of(ours.warm_engine(key, "cpu", precision), key, "cpu", precision)
    spec = classifier.spec.preprocess
    crops = (ours.network_image_of(path, spec, precision) for path in paths_in(listed))
    torch.save(
        torch.cat([ours.logits_of(classifier, batch) for batch in in_batches(crops, classifier.batch_size)]), file
    )
    return classifier.precision


def compare(file: str, reference: str) -> dict[str, float]:
    """Scores beside others of the same pictures: the reference's likeliest class, and its probability."""
    import torch

    these, those = (torch.load(each, weights_only=True).double().softmax(1) for each in (file, reference))
    first = those.argmax(1)
    away = (these.gather(1, first[:, None]) - those.gather(1, first[:, None])).abs()
    same = (these.argmax(1) == first).double().mean()
    return {"same": float(same), "mean": float(away.mean()), "most": float(away.max())}


def right(file: str, truth: str) -> tuple[int, int]:
    """Of the first pictures, how many have their true class first, and among the first five."""
    import torch

    classes = torch.tensor([int(line) for line in Path(truth).read_text().split()])
    hits = torch.load(file, weights_only=True)[: len(classes)].topk(5).indices == classes[:, None]
    return int(hits[:, 0].sum()), int(hits.sum())


def parts(key: str, listed: str) -> dict[str, float]:
    """Milliseconds a picture of each part of the work, one after the other in one thread."""
    import torch

    engine = ours.warm_engine(key)
    classifier = ours.classifier_of(engine, key)
    torch.set_num_threads(1)
    paths, spec = paths_in(listed), classifier.spec.preprocess
    images = [black(spec)] * classifier.batch_size
    with torch.inference_mode():
        for_batches = {
            name: 1000 * middle(partial(part, images), FORWARD_ROUNDS) / len(images)
            for name, part in ours.forward_parts(classifier).items()
        }
    return _decoding_parts(paths, spec) | for_batches


def _decoding_parts(paths: Sequence[Path], spec: PreprocessSpec) -> dict[str, float]:
    """Reading, and what the least decoding and resizing take; and ours, less these."""
    data = [path.read_bytes() for path in paths]
    filter_ = Image.Resampling[spec.interpolation.upper()]
    whole = each_mean(data, lambda each: decoded_and_resized(each, spec.resize, spec.crop, filter_))
    read, decode = each_mean(paths, Path.read_bytes), each_mean(data, lambda each: _scaled(each, spec.resize))
    mine = each_mean(paths, lambda path: ours.network_image_of(path, spec))
    return {"read": read, "decode": decode, "resize": whole - decode, "rest of decoding": mine - read - whole}


def _scaled(data: bytes, resize: int) -> None:
    with Image.open(io.BytesIO(data)) as picture:
        draft(picture, resize)
        picture.load()


def each_mean(things: Sequence[Any], work: Callable[[Any], object]) -> float:
    """Milliseconds, the least of three times, in the mean of all."""
    return 1000 * statistics.fmean(min(seconds_of(work, each) for _ in range(3)) for each in things)


def black(spec: PreprocessSpec) -> Image.Image:
    return Image.new("RGB", (spec.crop, spec.crop))


def in_batches(images: Iterator[Image.Image], size: int) -> Iterator[list[Image.Image]]:
    batch = []
    for image in images:
        batch.append(image)
        if len(batch) == size:
            yield batch
            batch = []
    if batch:
        yield batch


def middle(work: Callable[[], object], rounds: int) -> float:
    """Seconds that it takes, the median, after it was done twice."""
    work(), work()
    return statistics.median(seconds_of(work) for _ in range(rounds))


def seconds_of(work: Callable[..., object], *arguments: object) -> float:
    started = perf_counter()
    work(*arguments)
    return perf_counter() - started


def paths_in(file: str) -> list[Path]:
    """The paths in a file, one a line."""
    return [Path(line) for line in Path(file).read_text().splitlines()]


if __name__ == "__main__":
    main()
