"""Where things lie."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from app.paths import resources, user_places


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_the_users_folders_are_the_platforms_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    places = user_places()
    assert places.settings == tmp_path / "CONFIG" / "whatsit" / "settings.json"
    assert places.window.is_relative_to(tmp_path / "STATE" / "whatsit")
    assert places.log.is_relative_to(tmp_path / "STATE" / "whatsit")
    assert places.crashes.is_relative_to(tmp_path / "STATE" / "whatsit")


def test_asking_for_folders_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    user_places()
    assert list(tmp_path.iterdir()) == []


def test_the_resources_are_there() -> None:
    assert resources().is_dir()
