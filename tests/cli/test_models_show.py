"""`whatsit models show`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.cards import Card, Published
from app.cli import models_show
from app.cli.layers import layer_rows, shape_words
from app.cli.main import main
from app.inside import Anatomy, Part
from app.models.builtin import builtin_card
from app.models.shelf import shelve
from app.steps import JobFailure, Trouble
from app.values import ClassLabel
from tests.zoo import keep_catalogue

Capture = pytest.CaptureFixture[str]

ALEXNET = replace(
    builtin_card(),
    key="torchvision/alexnet:V1",
    title="alexnet",
    library="torchvision",
    architecture="alexnet",
    file=Published("alexnet.pth", "https://example.org/alexnet.pth", digits="a" * 8, bytes=244_000_000),
    top1=56.5,
    top5=79.1,
    gflops=None,
    licence="",
)


@pytest.fixture(autouse=True)
def catalogue() -> None:
    keep_catalogue((ALEXNET,))


def facts(out: str) -> dict[str, str]:
    """What stands behind each name, up to the first empty line."""
    lines = out.partition("\n\n")[0].splitlines()[1:]
    return {line[:15].strip(): line[15:] for line in lines if line[:1].strip()}


def test_the_built_in_model_is_described(capsys: Capture) -> None:
    assert main(["models", "show", "builtin"]) == 0
    out = capsys.readouterr().out
    told = facts(out)
    assert out.startswith("EfficientNet-Lite0\n")
    assert told["parameters"] == "4,652,008"
    assert told["compute"] == "0.385 GFLOPs (billion multiply-adds for a picture)"
    assert told["accuracy"] == "75.1 % top-1 (ImageNet-1K)"
    assert (told["licence"], told["classes"], told["input"]) == ("Apache-2.0", "1,000", "224 × 224 pixels")
    assert told["paper"] == "https://arxiv.org/abs/1905.11946 (2019)"
    assert told["file"].endswith("efficientnet-lite0-57934424.pth")
    assert len(told["sha-256"]) == 64
    assert "get it with" not in told
    assert "central 224 × 224 are cut out" in " ".join(out.split())


def test_a_model_that_is_not_here_says_how_to_get_it_and_is_shown_all_the_same(capsys: Capture) -> None:
    assert main(["models", "show", "alexnet", "--layers", "1"]) == 0
    out = capsys.readouterr().out
    told = facts(out)
    assert told["file"] == "not on this computer (244 MB)"
    assert told["get it with"] == "whatsit models download torchvision/alexnet:V1"
    assert told["accuracy"] == "56.5 % top-1, 79.1 % top-5 (ImageNet-1K)"
    assert "licence" not in told, "what the source does not state is left out"
    table = out.partition("\n\n")[2].splitlines()
    assert [line.split()[0] for line in table[:-1]] == ["module", "alexnet", "features", "avgpool", "classifier"]
    assert table[1].split() == ["alexnet", "AlexNet", "1000", "61,100,840", "100.0", "%"]
    assert table[-1] == "20 more modules lie deeper; --all-layers shows all."


def test_all_layers_are_all(capsys: Capture) -> None:
    main(["models", "show", "alexnet", "--all-layers"])
    table = capsys.readouterr().out.partition("\n\n")[2].splitlines()
    assert len(table) == 1 + 1 + 3 + 20
    assert "    0         Conv2d             64 × 55 × 55       23,296    9.8 %" in table


def test_a_file_that_nobody_proved_is_called_so(tmp_path: Path, capsys: Capture) -> None:
    shelve(ALEXNET, Path(__file__), "a" * 64)
    main(["models", "show", "alexnet", "--labels", "kit fox"])
    told = facts(capsys.readouterr().out)
    assert (told["file"], told["sha-256"]) == (str(Path(__file__)), "a" * 64)


def test_labels_are_listed_and_searched(capsys: Capture) -> None:
    assert main(["models", "show", "builtin", "--labels", "FOX kit"]) == 0
    out = capsys.readouterr().out
    assert out.partition("\n\n")[2] == "   278  n02119789  kit fox, Vulpes macrotis\n"
    main(["models", "show", "builtin", "--labels"])
    assert len(capsys.readouterr().out.partition("\n\n")[2].splitlines()) == 1000
    main(["models", "show", "builtin", "--labels", "no such"])
    assert capsys.readouterr().out.endswith("\nNo class is called no such.\n")


def test_json_has_it_all(capsys: Capture) -> None:
    assert main(["models", "show", "alexnet", "--format", "json", "--all-layers", "--labels", "kit fox"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert (told["key"], told["path"], told["sha256"], told["multi_label"]) == (ALEXNET.key, None, "", False)
    assert told["preprocess"]["resize"] == 256
    assert told["preparation"].startswith("The shorter side")
    assert [label["index"] for label in told["labels"]] == [278]
    layers = told["layers"]
    assert (layers["type"], layers["output"], layers["parameters"]) == ("AlexNet", [1, 1000], 61_100_840)
    first = layers["layers"][0]["layers"][0]
    assert (first["name"], first["type"], first["macs"], first["layers"]) == ("0", "Conv2d", 70_276_800, [])
    main(["models", "show", "alexnet", "--format", "json", "--layers", "1"])
    told = json.loads(capsys.readouterr().out)
    assert [layer["layers"] for layer in told["layers"]["layers"]] == [[], [], []]
    assert "labels" not in told
    main(["models", "show", "alexnet", "--format", "json", "--labels", "kit fox"])
    assert "layers" not in json.loads(capsys.readouterr().out), "who asks for labels alone does not wait for torch"


def test_no_such_model_is_said(capsys: Capture) -> None:
    assert main(["models", "show", "alexnit"]) == 3
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "did you mean torchvision/alexnet?" in captured.err


def test_the_rest_is_told_of_a_network_that_cannot_be_built(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_card: Card) -> Anatomy:
        raise JobFailure(Trouble.NO_TIMM, "timm")

    monkeypatch.setattr(models_show, "anatomy_of", refuse)
    assert main(["models", "show", "builtin"]) == 3
    captured = capsys.readouterr()
    assert facts(captured.out)["compute"].startswith("0.407 GFLOPs"), "what its source says"
    assert "needs the library timm" in captured.err


@pytest.mark.parametrize("words", [["--layers", "-1"], ["--layers", "1", "--all-layers"], ["--format", "xml"]])
def test_wrong_words_are_refused(words: list[str], capsys: Capture) -> None:
    assert main(["models", "show", "builtin", *words]) == 2
    assert "whatsit models show" in capsys.readouterr().err


def test_hostile_texts_are_shown_as_what_they_are(capsys: Capture, monkeypatch: pytest.MonkeyPatch) -> None:
    hostile = "\x1b]0;evil\x07\u202e"
    card = replace(ALEXNET, title=hostile, licence=hostile, origin=hostile, paper=hostile)
    keep_catalogue((card,))
    monkeypatch.setattr("app.models.inspection.labels_of", lambda _card: (ClassLabel(hostile, (hostile,), hostile),))
    main(["models", "show", "alexnet", "--labels"])
    out = capsys.readouterr().out
    assert out.replace("\n", "").isprintable()
    assert out.count("\\x1b]0;evil\\x07\\u202e") == 6


# --- the table ------------------------------------------------------------------------------------------------------


def part(name: str, kind: str, *parts: Part, shape: tuple[int, ...] | None = None, own: int = 0) -> Part:
    return Part(name, kind, shape, int(shape is not None), own, own, own, own + sum(each.macs for each in parts), parts)


def test_the_table_is_aligned() -> None:
    network = part("", "Net", part("stem", "Conv2d", shape=(1, 8, 4, 4), own=1000), part("idle", "Linear"))
    assert list(layer_rows(Anatomy(network, "no\nvalues"), "net", None)) == [
        "module  type    output     parameters  compute",
        "net     Net                            100.0 %",
        "  stem  Conv2d  8 × 4 × 4       1,000  100.0 %",
        "  idle  Linear",
        "Shapes and compute are not known: no\\nvalues",
    ]


@pytest.mark.parametrize(
    ("shape", "words"),
    [((1, 1000), "1000"), ((64, 49, 96), "64 × 49 × 96"), (None, ""), ((), ""), ((1,), "")],
)
def test_shapes(shape: tuple[int, ...] | None, words: str) -> None:
    assert shape_words(shape) == words
