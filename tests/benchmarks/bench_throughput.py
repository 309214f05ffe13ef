"""Photographs a second through the command line's pipeline, and how right they are.

By hand: python tests/benchmarks/bench_throughput.py FOLDER [--rounds N] [--device D]
With a labels.csv in the folder (columns file, index) it reports top-1 and top-5; with --reference the largest
difference of the logits from timm's network with torchvision's preprocessing, on the same decoded pixels.
"""

from __future__ import annotations

import argparse
import csv
import statistics
import sys
from pathlib import Path
from threading import Event
from time import perf_counter

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from app.inference.engine import Engine
from app.inference.pipeline import run
from app.steps import Advance, Job
from app.values import Classified, ImageRef, Outcome

Labels = dict[str, int]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--device", default="auto")
    parser.add_argument("--reference", action="store_true")
    options = parser.parse_args()
    paths = sorted(path for path in options.folder.iterdir() if path.suffix.lower() in (".jpeg", ".jpg", ".png"))
    job = Job(1, tuple(map(ImageRef, paths)), device=options.device)
    engine = Engine()
    list(run(Job(0, (), device=options.device), engine, Event()))  # load, outside the time
    rates, outcomes = [], []
    for _ in range(options.rounds):
        started = perf_counter()
        steps = list(run(job, engine, Event()))
        rates.append(len(paths) / (perf_counter() - started))
        outcomes = [outcome for step in steps if isinstance(step, Advance) for outcome in step.outcomes]
    print(f"{len(paths)} pictures; a second: least {min(rates):.1f}, median {statistics.median(rates):.1f}")
    if (options.folder / "labels.csv").is_file():
        print_accuracy(outcomes, read_labels(options.folder / "labels.csv"))
    if options.reference:
        print_difference(paths)


def read_labels(path: Path) -> Labels:
    with path.open(newline="", encoding="utf-8") as file:
        return {row["file"]: int(row["index"]) for row in csv.DictReader(file)}


def print_accuracy(outcomes: list[Outcome], labels: Labels) -> None:
    ranked = [
        ([prediction.index for prediction in outcome.predictions], labels[outcome.ref.path.name])
        for outcome in outcomes
        if isinstance(outcome, Classified)
    ]
    first = sum(truth == indices[0] for indices, truth in ranked)
    five = sum(truth in indices for indices, truth in ranked)
    print(f"of {len(outcomes)}, {len(ranked)} classified; top-1 {first}, top-5 {five}")


def print_difference(paths: list[Path]) -> None:
    import timm
    import torch
    from PIL import Image
    from torchvision.transforms import CenterCrop, Compose, InterpolationMode, Normalize, Resize, ToTensor

    from app.images.decode import open_picture
    from app.images.picture import Picture
    from app.inference.classifier import Classifier
    from app.inference.devices import CPU
    from app.inference.preprocess import network_image
    from app.models.builtin import builtin_model
    from app.models.networks import load_network
    from app.values import Limits

    spec = builtin_model()
    network = load_network(spec)
    theirs = timm.create_model(spec.architecture).eval()
    theirs.load_state_dict(network.state_dict(), strict=True)
    ours = Classifier(network, spec, CPU, "fp32")
    bicubic, half = InterpolationMode.BICUBIC, (0.5, 0.5, 0.5)
    prepare = Compose([Resize(256, bicubic), CenterCrop(224), ToTensor(), Normalize(half, half)])
    worst, same = 0.0, 0
    for path in paths:
        with open_picture(ImageRef(path), Limits()) as picture, torch.inference_mode(), Image.open(path) as image:
            assert isinstance(picture, Picture), picture
            mine = ours.logits([network_image(picture, spec.preprocess)])[0]
            reference = theirs(prepare(image.convert("RGB"))[None])[0]
        worst = max(worst, float((mine - reference).abs().max()))
        same += int(mine.argmax() == reference.argmax())
    print(f"largest difference of a logit from the reference: {worst:.2e}; same top-1 on {same} of {len(paths)}")


if __name__ == "__main__":
    main()
