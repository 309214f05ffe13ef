"""A folder through transformers' image-classification pipeline, with the same network: hugging_face.py WORK, JSON."""

from __future__ import annotations

import csv
import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import torch
from network import data_config, facts_of, timm_network
from search import best_settings, numbers_of_threads, numbers_of_workers
from transformers import TimmWrapperConfig, TimmWrapperForImageClassification, TimmWrapperImageProcessor, pipeline

BLOCKS = (
    {"workers": numbers_of_workers(), "threads": numbers_of_threads()},
    {"batch": (1, 4, 8, 32), "precision": ("float32", "bfloat16")},
)
DEFAULTS = {"workers": 0, "threads": None, "batch": 1, "precision": "float32"}
BEGIN = DEFAULTS | {"batch": 4, "threads": 1}


class Files(torch.utils.data.Dataset):
    """Files, in order."""

    def __init__(self, paths: Sequence[Path]) -> None:
        self._paths = paths

    def __len__(self) -> int:
        return len(self._paths)

    def __getitem__(self, index: int) -> str:
        return str(self._paths[index])


def main() -> None:
    work = json.loads(sys.argv[1])
    model, paths = Path(work["model"]), sorted(Path(work["folder"]).iterdir())
    if not (model / "transformers").is_dir():
        saved(model)
    if "settings" not in work:
        print(json.dumps(best_settings(BEGIN, BLOCKS, lambda settings: tried(model, paths, settings))))
        return
    with Path(work["output"]).open("w", newline="") as file:
        settings = DEFAULTS | work["settings"]
        answers = answered(prepared(model, settings), paths, settings)
        csv.writer(file).writerows((path.name, *row(answer)) for path, answer in zip(paths, answers, strict=True))


def row(answer: list[dict[str, Any]]) -> list[Any]:
    indices = [int(prediction["label"].removeprefix("LABEL_")) for prediction in answer]
    return [*indices, *(prediction["score"] for prediction in answer)]


def saved(model: Path) -> None:
    """Put a folder beside the weights from which transformers loads the same network."""
    pretrained = timm_network(model)
    config = dict(pretrained.pretrained_cfg) | data_config(model)
    wrapped = TimmWrapperForImageClassification(
        TimmWrapperConfig(architecture=facts_of(model)["architecture"], pretrained_cfg=config, num_labels=1000)
    )
    wrapped.timm_model.load_state_dict(pretrained.state_dict(), strict=True)
    wrapped.save_pretrained(model / "transformers")
    TimmWrapperImageProcessor(pretrained_cfg=config).save_pretrained(model / "transformers")


def prepared(model: Path, settings: dict[str, Any]) -> Any:
    if settings["threads"]:
        torch.set_num_threads(settings["threads"])
    dtype = getattr(torch, settings["precision"])
    return pipeline("image-classification", model=str(model / "transformers"), dtype=dtype, device="cpu")


def answered(classify: Any, paths: Sequence[Path], settings: dict[str, Any]) -> Iterator[list[dict[str, Any]]]:
    yield from classify(Files(paths), batch_size=settings["batch"], num_workers=settings["workers"], top_k=5)


def tried(model: Path, paths: Sequence[Path], settings: dict[str, Any]) -> Iterator[int]:
    """As `search.Answered`."""
    classify = prepared(model, settings)
    list(answered(classify, paths[: settings["batch"]], settings | {"workers": 0}))
    yield 0
    yield from (1 for _ in answered(classify, paths, settings))


if __name__ == "__main__":
    main()
