"""What a catalogue names comes to where the library that it is from would look for it."""

from __future__ import annotations

from pathlib import Path

import pytest

from app.cards import Published
from app.models.caches import downloaded
from app.models.published import destination, download_published
from app.steps import DownloadEnd, DownloadTrouble, Ending
from app.web import MIRRORED, Web

from .misbehaving import SHA256, Server
from .misbehaving_hub import COMMIT


@pytest.fixture(autouse=True)
def caches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TORCH_HOME", str(tmp_path / "torch"))
    monkeypatch.setenv("HF_HUB_CACHE", str(tmp_path / "hub"))


def end_of(file: Published, endpoint: str = "") -> DownloadEnd:
    *_, end = download_published(file, lambda: False, endpoint, Web(MIRRORED))
    assert isinstance(end, DownloadEnd)
    return end


def test_weights_of_torch_are_its_checkpoints(server: Server, tmp_path: Path) -> None:
    file = Published("net-0123abcd.pth", server.address("good"), digits=SHA256[:8], bytes=7)
    assert downloaded(file) is None
    end = end_of(file)
    assert end.path == destination(file) / file.name == tmp_path / "torch/hub/checkpoints/net-0123abcd.pth"
    assert end.sha256 == SHA256
    assert downloaded(file) == end.path


def test_weights_of_a_repository_are_in_the_cache_of_the_hub(hub: Server, tmp_path: Path) -> None:
    file = Published("model.safetensors", repository="timm/resnet50.a1_in1k")
    assert downloaded(file) is None
    end = end_of(file, hub.address("").rstrip("/"))
    assert end.path.relative_to(tmp_path / "hub").parts[2] == COMMIT
    assert downloaded(file) == end.path


def test_without_a_digit_nothing_is_downloaded(server: Server) -> None:
    end = end_of(Published("net.pth", server.address("good")))
    assert end.ending is Ending.FAILED
    assert end.error
    assert end.error.trouble is DownloadTrouble.NO_DIGEST
    assert server.asked == []
