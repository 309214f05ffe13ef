"""Generators of progress, run to their end."""

from __future__ import annotations

from collections.abc import Generator
from pathlib import Path
from typing import Any, TypeVar

import pytest

from app.models.own.adding import Wish, add_model
from app.models.own.folders import folder_name, mine
from app.models.own.kept import OwnModel, write_record
from app.models.own.survey import Survey, surveyed
from app.models.own.trouble import ModelRefused
from app.models.own.wording import refusal_sentence
from app.paths import Places
from app.values import ClassLabel, ModelSpec, PreprocessSpec, WeightsFile

Answer = TypeVar("Answer")


def outcome(steps: Generator[Any, None, Answer]) -> Answer:
    """What a generator returns."""
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value  # type: ignore[no-any-return]


def survey(source: Path, places: Places, average: bool | None = None) -> Survey:
    return outcome(surveyed(source, places.cache, average))


def add(source: Path, places: Places, name: str = "Pets", average: bool | None = None, **wish: Any) -> OwnModel:
    """Survey and add in one."""
    return outcome(add_model(survey(source, places, average), Wish(name, **wish), places.models))


def refused(call: Any, *arguments: Any, **named: Any) -> ModelRefused:
    """The refusal that a call ends in, which has a sentence."""
    with pytest.raises(ModelRefused) as caught:
        call(*arguments, **named)
    assert refusal_sentence(caught.value)
    return caught.value


def kept(models: Path, name: str = "Pets") -> OwnModel:
    """A model whose weights nobody will load."""
    folder = mine(models) / folder_name(name)
    folder.mkdir(parents=True)
    (folder / "weights.safetensors").write_bytes(b"x")
    spec = ModelSpec(
        key=f"mine/{name}",
        title=name,
        architecture="resnet18",
        weights=WeightsFile("", "weights.safetensors", "0" * 64, 1, folder / "weights.safetensors"),
        preprocess=PreprocessSpec(256, 224, "bilinear", (0.5, 0.5, 0.5), (0.5, 0.5, 0.5)),
        labels=(ClassLabel("a"), ClassLabel("b")),
        licence="MIT",
        origin="Added from best.pth on 2026-11-26.",
        library="torchvision",
    )
    model = OwnModel(spec, folder, "notes", "best.pth", "model_ema", "2026-11-26")
    write_record(model, folder)
    return model
