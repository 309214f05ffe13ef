"""The models that are measured: where the program keeps them, and where peers find the same weights."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path

from speed.answers import ours_file
from speed.processes import Program, inside, measured, python


@dataclass(frozen=True, slots=True)
class Model:
    """A model of ours.

    Attributes:
        name: for people.
        key: as `--model` takes it.
        home: the program's folder that has it, which each process gets a copy of.
        weights: a folder with its weights for peers.
    """

    name: str
    key: str
    home: Path
    weights: Path


def builtin(top: Path) -> Model:
    return _exported(Model("EfficientNet-Lite0", "builtin", top / "template", top / "weights"))


def resnet50(top: Path) -> Model:
    """torchvision's, with random weights, as a model of the user's own."""
    model = Model("ResNet-50", "mine/resnet50", top / "template", top / "weights")
    top.mkdir(parents=True, exist_ok=True)
    file = top / "resnet50.pth"
    measured(inside("random_resnet", str(file)))
    add = ("models", "add", str(file), "--name", "resnet50", "--arch", "resnet50")
    measured(_at_home(model, python("-m", "app", *add)))
    return _exported(model)


def _exported(model: Model) -> Model:
    for folder in (model.home, model.weights):
        folder.mkdir(parents=True, exist_ok=True)
    measured(_at_home(model, inside("export", model.key, str(model.weights))))
    return model


def _at_home(model: Model, program: Program) -> Program:
    """The program with the model's folder itself, not a copy of it."""
    return replace(program, environment={**program.environment, "WHATSIT_HOME": str(model.home)})


def classify(model: Model, folder: Path, *options: str, cores: int | None = None) -> Program:
    """The command line over a folder, as a user runs it, with nothing known of the pictures."""
    output = ("--format", "jsonl", "--output", str(ours_file(folder)))
    program = python("-m", "app", "classify", str(folder), "--model", model.key, *output, *options)
    return Program(program.arguments, program.environment, model.home, cores)
