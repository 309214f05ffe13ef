"""The real network on real photographs, against timm's network and torchvision's preprocessing."""

import io
import socket
from collections.abc import Iterator
from pathlib import Path
from threading import Event

import numpy as np
import pytest
import timm
import torch
from PIL import Image
from skimage import data
from torch import Tensor, nn
from torchvision.transforms import CenterCrop, Compose, InterpolationMode, Normalize, Resize, ToTensor

from app.images.picture import upright_picture
from app.inference.arithmetic import EXACT
from app.inference.classifier import Classifier
from app.inference.devices import CPU
from app.inference.engine import Engine
from app.inference.pipeline import run
from app.inference.preprocess import network_image
from app.models.builtin import builtin_model
from app.models.networks import load_network
from app.steps import Advance, Job, JobEnd
from app.values import Classified, ImageRef, Outcome

SPEC = builtin_model()


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.forget()


@pytest.fixture(scope="module")
def reference() -> nn.Module:
    network = timm.create_model("tf_efficientnet_lite0").eval()
    network.load_state_dict(load_network(SPEC).state_dict(), strict=True)
    return network


def reference_logits(network: nn.Module, image: Image.Image) -> Tensor:
    steps = [Resize(256, InterpolationMode.BICUBIC), CenterCrop(224), ToTensor(), Normalize((0.5,) * 3, (0.5,) * 3)]
    with torch.inference_mode():
        return network(Compose(steps)(image)[None])[0]


def photograph(name: str) -> Image.Image:
    return Image.fromarray(np.asarray(getattr(data, name)())).convert("RGB")


def encoded(image: Image.Image, kind: str = "PNG", **options: object) -> bytes:
    file = io.BytesIO()
    image.save(file, kind, **options)
    return file.getvalue()


def answers(engine: Engine, *pictures: bytes, precision: str = "auto") -> list[Outcome]:
    refs = tuple(ImageRef(Path(f"{index}.png"), picture) for index, picture in enumerate(pictures))
    steps = list(run(Job(1, refs, device="cpu", precision=precision), engine, Event()))
    assert isinstance(steps[-1], JobEnd)
    assert steps[-1].error is None
    return [outcome for step in steps if isinstance(step, Advance) for outcome in step.outcomes]


def top(outcome: Outcome) -> tuple[str, float]:
    assert isinstance(outcome, Classified)
    return outcome.predictions[0].label, outcome.predictions[0].probability


@pytest.mark.parametrize("name", ["coffee", "camera", "chelsea", "astronaut", "rocket", "coins"])
def test_logits_agree_with_timm_and_torchvision(reference: nn.Module, name: str) -> None:
    image = photograph(name)
    ours = Classifier(load_network(SPEC), SPEC, CPU, EXACT).logits(
        [network_image(upright_picture(image, 1), SPEC.preprocess)], 1
    )
    torch.testing.assert_close(ours[0], reference_logits(reference, image), rtol=0, atol=1e-3)


def test_real_photographs_are_what_they_are(engine: Engine) -> None:
    coffee, camera, chelsea = (
        top(outcome)
        for outcome in answers(engine, *(encoded(photograph(name)) for name in ("coffee", "camera", "chelsea")))
    )
    assert coffee == ("espresso", pytest.approx(0.95, abs=0.02))
    assert camera[0] == "tripod"
    assert chelsea[0] in ("Egyptian cat", "tabby", "tiger cat")


def test_single_and_many_agree_to_the_last_bit(engine: Engine) -> None:
    pictures = [encoded(photograph(name)) for name in ("coffee", "camera", "chelsea")]
    together = answers(engine, *pictures)
    for picture, among_others in zip(pictures, together, strict=True):
        [alone] = answers(engine, picture)
        assert isinstance(alone, Classified)
        assert isinstance(among_others, Classified)
        assert alone.predictions == among_others.predictions


def turned(image: Image.Image, orientation: int) -> Image.Image:
    """The image as a camera held that way stores it."""
    turns = [None, *(Image.Transpose[name] for name in _TURNS)]
    turn = turns[orientation - 1]
    return image if turn is None else image.transpose(turn)


_TURNS = ["FLIP_LEFT_RIGHT", "ROTATE_180", "FLIP_TOP_BOTTOM", "TRANSPOSE", "ROTATE_90", "TRANSVERSE", "ROTATE_270"]


@pytest.mark.parametrize(
    ("kind", "precision", "most"),
    [("PNG", "auto", 0.0), ("PNG", "fp32", 0.0), ("JPEG", "fp32", 0.02), ("JPEG", "auto", 0.05)],
)
def test_a_photograph_is_the_same_however_the_camera_was_held(
    engine: Engine, kind: str, precision: str, most: float
) -> None:
    """Promise P8; in bf16 the roundings of a JPEG that was turned weigh more."""
    pictures = []
    for orientation in range(1, 9):
        exif = Image.Exif()
        exif[274] = orientation
        pictures.append(encoded(turned(photograph("coffee"), orientation), kind, exif=exif))
    tops = [top(outcome) for outcome in answers(engine, *pictures, precision=precision)]
    assert {label for label, _ in tops} == {"espresso"}
    assert max(p for _, p in tops) - min(p for _, p in tops) <= most


def test_classifying_opens_no_socket(monkeypatch: pytest.MonkeyPatch) -> None:
    """Promise P17, from loading the model to the answer."""

    def refused(*_args: object, **_named: object) -> None:
        pytest.fail("a socket was opened")

    monkeypatch.setattr(socket.socket, "connect", refused)
    monkeypatch.setattr(socket, "getaddrinfo", refused)
    monkeypatch.setattr(socket, "create_connection", refused)
    engine = Engine()
    assert top(answers(engine, encoded(photograph("coffee")))[0])[0] == "espresso"
    engine.forget()
