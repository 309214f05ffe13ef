"""Made-up models that can be had."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from app.cards import Card, Published
from app.models.caches import checkpoint_folders
from app.models.own.folders import WEIGHTS, folder_name, mine
from app.models.own.kept import PREFIX, OwnModel, write_record
from app.models.shelf import shelve
from app.paths import user_places
from app.steps import DownloadAdvance, DownloadEnd, DownloadError, DownloadStep, Ending, JobFailure, Trouble
from app.values import ClassLabel, ModelSpec, PreprocessSpec, WeightsFile

from .stub import Gate

STEP = PreprocessSpec(256, 224, "bilinear", (0.485, 0.456, 0.406), (0.229, 0.224, 0.225))


def torchvision_card(
    name: str, top1: float | None = 70.0, gflops: float | None = 1.0, digits: str = "", **more: object
) -> Card:
    """One of torchvision, with a file whose name and size are published."""
    file = Published(f"{name}.pth", f"https://download.example/{name}.pth", digits=digits, bytes=44_700_000)
    said = {"parameters": 11_700_000, "licence": "bsd-3-clause", "paper": "https://arxiv.org/abs/1512.03385", **more}
    return Card(
        key=f"torchvision/{name}:IMAGENET1K_V1",
        title=name,
        library="torchvision",
        architecture=name,
        is_default=True,
        file=file,
        preprocess=STEP,
        label_set="imagenet1k",
        classes=1000,
        gflops=gflops,
        top1=top1,
        year=2015,
        origin="torchvision",
        **said,
    )


def timm_card(name: str, **more: object) -> Card:
    """One of timm, of which next to nothing is known."""
    return Card(
        key=f"timm/{name}",
        title=name,
        library="timm",
        architecture=name,
        is_default=True,
        file=Published("model.safetensors", repository=f"timm/{name}"),
        preprocess=STEP,
        label_set="imagenet1k",
        classes=1000,
        **more,
    )


ALEXNET = torchvision_card("alexnet", 56.5, 0.71)
RESNET = torchvision_card("resnet50", 80.9, 4.09)
VIT = timm_card("vit_tiny.augreg")
CARDS = (ALEXNET, RESNET, VIT)


@dataclass
class Libraries:
    """Answers in place of torchvision and timm.

    Attributes:
        known: what they have.
        trouble: why they cannot be asked, or None.
        asking: held, they do not answer yet.
    """

    known: tuple[Card, ...] = CARDS
    trouble: Trouble | None = None
    asking: Gate = field(default_factory=Gate)

    def ask(self, _is_stopped: object) -> None:
        self.asking.pass_through()

    def cards(self) -> tuple[Card, ...]:
        if self.trouble:
            raise JobFailure(self.trouble, "torchvision")
        return self.known


def put_on_shelf(card: Card, content: bytes = b"weights") -> ModelSpec:
    """Keep a file of the model where torch keeps it, and a record of it."""
    folder = checkpoint_folders()[0]
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{card.title}.pth"
    path.write_bytes(content)
    return shelve(card, path, hashlib.sha256(content).hexdigest())


class Sources:
    """Sends the files of models in place of the network.

    Attributes:
        asked: the keys of the models, in the order in which they were asked for.
        mirrors: what was asked in place of the hub.
        sending: held, half of a file has come and no more.
        content: of every file.
        error: why a download fails, or None.
    """

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.mirrors: list[str] = []
        self.sending = Gate()
        self.content = b"weights"
        self.error: DownloadError | None = None

    def fetch(self, card: Card, is_stopped: Callable[[], bool], mirror: str) -> Iterator[DownloadStep]:
        self.asked.append(card.key)
        self.mirrors.append(mirror)
        yield DownloadAdvance(0, None)
        yield DownloadAdvance(50_000_000, 100_000_000, 2e6, 30)
        while not is_stopped() and not self.sending.is_open:
            yield DownloadAdvance(50_000_000, 100_000_000, 2e6, 30)
            time.sleep(0.01)
        if self.error:
            yield DownloadEnd(Ending.FAILED, Path(card.title), error=self.error)
            return
        path = put_on_shelf(card, self.content).weights.path
        yield DownloadEnd(Ending.COMPLETED, path or Path(), "0" * 64, len(self.content))


def keep_own(name: str, content: bytes = b"weights") -> str:
    """Keep a model of the user's own; returns its key."""
    folder = mine(user_places().models) / folder_name(name)
    folder.mkdir(parents=True)
    (folder / WEIGHTS).write_bytes(content)
    weights = WeightsFile("", WEIGHTS, hashlib.sha256(content).hexdigest(), len(content), folder / WEIGHTS)
    labels = (ClassLabel("cat"), ClassLabel("dog"))
    spec = ModelSpec(f"{PREFIX}{name}", name, "resnet18", weights, STEP, labels, "MIT", "", "torchvision")
    write_record(OwnModel(spec, folder), folder)
    return spec.key
