"""Each network of torchvision answers by its name, with its own preprocessing and labels, as a plain script does."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PIL import Image
from skimage import data

from app.cards import Card
from app.cli.main import main
from app.models.caches import downloaded
from app.models.labels import read_labels
from app.models.torchvision_cards import torchvision_cards
from tests.zoo import cards_of, keep_catalogue, with_random_weights

FAMILIES = [
    "alexnet",
    "convnext_tiny",
    "densenet121",
    "efficientnet_b0",
    "googlenet",
    "inception_v3",
    "maxvit_t",
    "mnasnet0_5",
    "mobilenet_v3_small",
    "regnet_y_400mf",
    "resnet18",
    "shufflenet_v2_x0_5",
    "squeezenet1_1",
    "swin_v2_t",
    "vit_b_32",
]


@pytest.fixture(scope="module")
def zoo() -> list[Card]:
    return cards_of(tuple(torchvision_cards()), library="torchvision", is_default=True)


@pytest.fixture
def picture(tmp_path: Path) -> Path:
    path = tmp_path / "chelsea.png"
    Image.fromarray(data.chelsea()).save(path)
    return path


def require_torchvisions_answer(card: Card, picture: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """Ask the command line for `card` and compare it with a plain script; its file is there only meanwhile.

    Exact answers are compared exactly, quick ones as far as roundings in random networks go.
    """
    known, logits = with_random_weights(card, picture)
    keep_catalogue((known,))
    assert known.file is not None
    path = downloaded(known.file)
    assert path is not None
    try:
        words = ["--model", card.architecture, "--no-store", "--format", "jsonl", "--top-k", "20"]
        status = main(["classify", *words, "--precision", "fp32", str(picture)])
        row = json.loads(capsys.readouterr().out)
        expected = logits.double().softmax(0)
        for precision, most in (("auto", 0.005), ("bf16", 0.1)):
            assert main(["classify", *words, "--precision", precision, str(picture)]) == 0
            quick = {each["index"]: each["probability"] for each in json.loads(capsys.readouterr().out)["predictions"]}
            likeliest = int(expected.argmax())
            assert quick[likeliest] == pytest.approx(float(expected[likeliest]), abs=most), precision
    finally:
        path.unlink()
    order = expected.topk(20).indices.tolist()
    labels = read_labels("imagenet1k")
    assert (status, row["model"]) == (0, card.key)
    assert [each["index"] for each in row["predictions"]] == order
    assert [each["label"] for each in row["predictions"]] == [labels[index].name for index in order]
    assert [each["probability"] for each in row["predictions"]] == pytest.approx(expected[order].tolist(), abs=1e-4)
    assert expected.max() > 0.01, "all classes alike would prove nothing"


@pytest.mark.parametrize("name", FAMILIES)
def test_a_network_of_each_family_gives_torchvisions_scores(
    name: str, zoo: list[Card], picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (card,) = cards_of(tuple(zoo), architecture=name)
    require_torchvisions_answer(card, picture, capsys)


@pytest.mark.long
@pytest.mark.slow
def test_all_networks_give_torchvisions_scores(
    zoo: list[Card], picture: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Needs 8 GB of memory, 3 GB of room and five minutes."""
    for card in zoo:
        require_torchvisions_answer(card, picture, capsys)
    assert len(zoo) == 80
