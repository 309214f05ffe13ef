"""`whatsit models list`."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from app.cards import Card, Published
from app.cli.main import main
from app.models.builtin import builtin_card
from app.models.shelf import shelve
from tests.zoo import keep_catalogue

Capture = pytest.CaptureFixture[str]


def card(key: str, **about: object) -> Card:
    plain = replace(builtin_card(), parameters=None, gflops=None, top1=None, year=None, licence="", paper="")
    file = Published("a.pth", "https://example.org/a.pth", digits="a" * 8)
    return replace(plain, **{"key": key, "title": key, "library": "torchvision", "file": file, **about})


SMALL = card("torchvision/small:V1", parameters=1_200_000, top1=60.0, year=2012, licence="MIT")
GOOD = card("torchvision/good:V1", parameters=25_600_000, top1=80.9, file=Published("g.pth", "", bytes=102_500_000))
ODD = card("timm/\x1b[31modd", library="timm")


@pytest.fixture(autouse=True)
def catalogue() -> None:
    keep_catalogue((SMALL, GOOD, ODD))


def keys(out: str) -> list[str]:
    return [line[:60].split()[1] if line.startswith("*") else line.split()[0] for line in out.splitlines()[1:]]


def test_all_are_listed_with_what_their_sources_say(capsys: Capture) -> None:
    assert main(["models", "list"]) == 0
    out = capsys.readouterr().out
    assert keys(out) == ["builtin", "torchvision/small:V1", "torchvision/good:V1", "timm/\\x1b[31modd"]
    good = next(line for line in out.splitlines() if "good" in line)
    assert good.split() == ["torchvision/good:V1", "80.9", "%", "25.6", "M", "224", "102", "MB"]
    assert next(line for line in out.splitlines() if "builtin" in line).startswith("*  builtin")


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (["small"], ["torchvision/small:V1"]),
        (["V1", "mit"], ["torchvision/small:V1"]),
        (["torchvision"], ["torchvision/small:V1", "torchvision/good:V1"]),
        (["--here"], ["builtin"]),
        (["--sort", "accuracy"], ["torchvision/good:V1", "builtin", "torchvision/small:V1", "timm/\\x1b[31modd"]),
        (["--sort", "parameters", "V1"], ["torchvision/small:V1", "torchvision/good:V1"]),
        (["--sort", "bytes", "V1"], ["torchvision/good:V1", "torchvision/small:V1"]),
    ],
)
def test_some_are_chosen_and_ordered(words: list[str], expected: list[str], capsys: Capture) -> None:
    assert main(["models", "list", *words]) == 0
    assert keys(capsys.readouterr().out) == expected


def test_a_model_on_this_computer_is_marked(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.pth").write_bytes(b"weights")
    shelve(SMALL, tmp_path / "a.pth", "a" * 64)
    main(["models", "list", "--here", "--format", "jsonl"])
    _, small = map(json.loads, capsys.readouterr().out.splitlines())
    assert (small["key"], small["is_here"], small["path"]) == (SMALL.key, True, str(tmp_path / "a.pth"))


def test_nothing_that_is_looked_for_is_said(capsys: Capture) -> None:
    assert main(["models", "list", "no such model"]) == 0
    assert capsys.readouterr().out == "No such models.\n"
