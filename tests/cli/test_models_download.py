"""`whatsit models download`."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from app.cards import Card, Published
from app.cli.main import main
from app.models.builtin import builtin_card
from app.models.caches import checkpoint_folders, hub_folders
from app.paths import user_places
from tests.models.misbehaving import CONTENT, SHA256, Server, serving
from tests.models.misbehaving_hub import Hub
from tests.zoo import keep_catalogue

Capture = pytest.CaptureFixture[str]
PLAIN = replace(builtin_card(), library="torchvision", licence="MIT")
HERE = Published("some.pth", "https://example.org/some.pth", digits=SHA256[:8], bytes=102_500_000)
CARD: Card = replace(PLAIN, key="torchvision/some:V1", title="some", file=HERE)
IN_HUB = Published("m.safetensors", repository="timm/resnet50")
OF_HUB: Card = replace(PLAIN, key="timm/other.a1", title="other.a1", library="timm", file=IN_HUB)


@pytest.fixture(autouse=True)
def catalogue() -> None:
    keep_catalogue((CARD, OF_HUB))


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[Server]:
    monkeypatch.setattr("urllib.request.getproxies", dict)
    with serving(Server(Hub)) as server:
        monkeypatch.setenv("HF_ENDPOINT", server.address("").rstrip("/"))
        yield server


def settle(**settings: object) -> None:
    path = user_places().settings
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(settings))


def test_size_source_destination_and_licence_come_first(capsys: Capture) -> None:
    assert main(["models", "download", "some", "--dry-run"]) == 0
    out = capsys.readouterr().out
    assert "about 102 MB, from https://example.org/some.pth" in out
    assert f"to {checkpoint_folders()[0]}. Licence: MIT." in out
    assert not checkpoint_folders()[0].exists()


def test_a_model_is_downloaded_and_then_here(hub: Server, capsys: Capture) -> None:
    assert main(["models", "download", "timm/other"]) == 0
    out = capsys.readouterr().out
    assert "other.a1 is here: " in out
    assert str(hub_folders()[0]) in out
    assert main(["models", "download", "timm/other.a1"]) == 0
    assert "other.a1 was here already" in capsys.readouterr().out
    assert main(["models", "list", "--here"]) == 0
    assert "timm/other.a1" in capsys.readouterr().out
    assert main(["models", "remove", "timm/other.a1"]) == 0
    assert not [path for path in hub_folders()[0].rglob("*") if path.is_file() and path.read_bytes() == CONTENT]


def test_a_mirror_in_the_settings_goes_before_the_environments(hub: Server, capsys: Capture) -> None:
    settle(hub_mirror="http://127.0.0.1:9/nobody")
    assert main(["models", "download", "timm/other", "--dry-run"]) == 0
    assert "from http://127.0.0.1:9/nobody/timm/resnet50" in capsys.readouterr().out


def test_who_never_uses_the_network_takes_a_file(tmp_path: Path, capsys: Capture) -> None:
    settle(offline=True)
    assert main(["models", "download", "some"]) == 3
    assert "the network is never used" in capsys.readouterr().err
    (tmp_path / "a.pth").write_bytes(CONTENT)
    assert main(["models", "download", "some", "--from", str(tmp_path / "a.pth")]) == 0
    assert (checkpoint_folders()[0] / "some.pth").read_bytes() == CONTENT


def test_an_administrator_forbids_the_network(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Capture) -> None:
    (tmp_path / "policy.json").write_text('{"offline": true}')
    monkeypatch.setenv("WHATSIT_POLICY", str(tmp_path / "policy.json"))
    assert main(["models", "download", "some"]) == 3
    assert "your administrator" in capsys.readouterr().err


def test_a_carried_file_that_is_another_is_refused(tmp_path: Path, capsys: Capture) -> None:
    (tmp_path / "a.pth").write_bytes(b"<html>")
    assert main(["models", "download", "some", "--from", str(tmp_path / "a.pth")]) == 3
    said = capsys.readouterr().err
    assert "its SHA-256 is not the published one" in said
    assert main(["models", "download", "timm/other", "--from", str(tmp_path / "a.pth")]) == 3
    assert "--sha256" in capsys.readouterr().err


def test_what_a_broken_download_left_can_be_removed(capsys: Capture) -> None:
    part = checkpoint_folders()[0] / "some.pth.part"
    part.parent.mkdir(parents=True)
    part.write_bytes(bytes(2_000_000))
    assert main(["models", "remove", "some"]) == 0
    assert capsys.readouterr().out == "2.0 MB of a download of some that broke off are removed.\n"
    assert not list(part.parent.glob("some*"))
    assert main(["models", "remove", "some"]) == 3
    assert "there is no model some to be removed" in capsys.readouterr().err


def test_what_cannot_be_had_is_a_sentence(hub: Server, capsys: Capture) -> None:
    keep_catalogue((replace(OF_HUB, file=Published("m.safetensors", repository="timm/missing")),))
    assert main(["models", "download", "timm/other"]) == 3
    assert capsys.readouterr().err.startswith("whatsit: ")
    assert main(["models", "download", "nothing-like-it"]) == 3
    assert "There is no such model" in capsys.readouterr().err
    assert main(["models", "download", "builtin"]) == 0
    assert "came with Whatsit" in capsys.readouterr().out


def test_a_model_that_is_not_here_ends_classify_with_the_line_that_gets_it(capsys: Capture) -> None:
    assert main(["classify", __file__, "--model", "some", "--no-store"]) == 3
    assert "get it with whatsit models download (torchvision/some:V1)" in capsys.readouterr().err
