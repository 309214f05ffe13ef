"""A folder through timm's own loader, as its `inference.py` does it: timm_loader.py WORK, a JSON object.

https://github.com/huggingface/pytorch-image-models/blob/main/inference.py is not part of the package; these are its
steps, with the answers written as CSV.
"""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import Any

import torch
from network import data_config, timm_network
from search import best_settings, numbers_of_threads, numbers_of_workers
from timm.data import create_dataset, create_loader

# "model" is --model-dtype bfloat16, "amp" is --amp --amp-dtype bfloat16
BLOCKS = (
    {"workers": numbers_of_workers(), "threads": numbers_of_threads()},
    {"channels_last": (False, True), "precision": ("fp32", "amp", "model")},
    {"batch": (1, 8, 32, 256)},
)
DEFAULTS = {
    "workers": 2,
    "threads": None,
    "channels_last": False,
    "precision": "fp32",
    "batch": 256,
    "compile": False,
}
BEGIN = DEFAULTS | {"batch": 8, "threads": 1}


def main() -> None:
    work = json.loads(sys.argv[1])
    model, folder = Path(work["model"]), Path(work["folder"])
    if "settings" not in work:
        print(json.dumps(best_settings(BEGIN, BLOCKS, lambda settings: tried(model, folder, settings))))
        return
    with Path(work["output"]).open("w", newline="") as file:
        names = [Path(name).name for name in listed(folder).filenames(basename=False)]
        settings = DEFAULTS | work["settings"]
        answers = (answer for batch in answered(prepared(model, settings), folder, settings) for answer in batch)
        csv.writer(file).writerows((name, *answer) for name, answer in zip(names, answers, strict=True))


def prepared(model: Path, settings: dict[str, Any]) -> Any:
    """The network, and the preprocessing that goes with it."""
    if settings["threads"]:
        torch.set_num_threads(settings["threads"])
    network = timm_network(model).to(dtype=dtype_of(settings))
    if settings["channels_last"]:
        network = network.to(memory_format=torch.channels_last)
    return torch.compile(network) if settings["compile"] else network, data_config(model)


def answered(prepared: Any, folder: Path, settings: dict[str, Any]) -> Iterator[list[list[float]]]:
    """For each batch, for each of its pictures, the indices of five classes, and their probabilities."""
    network, config = prepared
    loader = create_loader(
        listed(folder),
        batch_size=settings["batch"],
        use_prefetcher=True,
        num_workers=settings["workers"],
        device=torch.device("cpu"),
        img_dtype=dtype_of(settings),
        **config,
    )
    with torch.inference_mode():
        for batch, _ in loader:
            with autocast(settings):
                output = network(batch)
            values, indices = output.softmax(-1).topk(5)
            yield [[*row, *scores] for row, scores in zip(indices.tolist(), values.tolist(), strict=True)]


def listed(folder: Path) -> Any:
    return create_dataset(root=str(folder), name="", split="validation", class_map="")


def dtype_of(settings: dict[str, Any]) -> torch.dtype:
    return torch.bfloat16 if settings["precision"] == "model" else torch.float32


def autocast(settings: dict[str, Any]) -> AbstractContextManager[Any]:
    return torch.autocast("cpu", torch.bfloat16) if settings["precision"] == "amp" else nullcontext()


def tried(model: Path, folder: Path, settings: dict[str, Any]) -> Iterator[int]:
    """As `search.Answered`."""
    network, config = prepared(model, settings)
    with torch.inference_mode(), autocast(settings):
        network(
            torch.zeros(min(settings["batch"], len(listed(folder))), *config["input_size"], dtype=dtype_of(settings))
        )
    yield 0
    yield from map(len, answered((network, config), folder, settings))


if __name__ == "__main__":
    main()
