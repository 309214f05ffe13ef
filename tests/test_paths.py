"""Where things lie."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest

from app.paths import HOME, resources, strange_home, user_places
from app.settings import Settings, load_settings, save_settings


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
def test_the_users_folders_are_the_platforms_own(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    places = user_places()
    assert places.settings == tmp_path / "CONFIG" / "whatsit" / "settings.json"
    assert places.window.is_relative_to(tmp_path / "STATE" / "whatsit")
    assert places.log.is_relative_to(tmp_path / "STATE" / "whatsit")
    assert places.crashes.is_relative_to(tmp_path / "STATE" / "whatsit")


def test_no_test_touches_the_users_own_folders(user_folders: Path) -> None:
    places = user_places()
    assert all(
        path.is_relative_to(user_folders) for path in (places.settings, places.window, places.log, places.crashes)
    )


def test_asking_for_folders_makes_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("CONFIG", "STATE", "CACHE", "DATA"):
        monkeypatch.setenv(f"XDG_{name}_HOME", str(tmp_path / name))
    user_places()
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(sys.platform != "linux", reason="the folders of Linux")
@pytest.mark.parametrize("home", [None, "relative"])
def test_without_a_home_nothing_is_kept(home: str | None, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def unknown(_user: int) -> None:
        raise KeyError

    monkeypatch.setattr("pwd.getpwuid", unknown)
    monkeypatch.chdir(tmp_path)
    for name in ("HOME", "XDG_CONFIG_HOME", "XDG_STATE_HOME"):
        monkeypatch.delenv(name, raising=False)
    if home:
        monkeypatch.setenv("HOME", home)
    places = user_places()
    with pytest.raises(OSError, match="Not a directory"):
        save_settings(places.settings, Settings())
    assert load_settings(places.settings) == Settings()
    assert places.log.is_relative_to(os.devnull)
    assert list(tmp_path.iterdir()) == []


def test_one_variable_puts_everything_into_one_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(HOME, str(tmp_path / "stick"))
    places = user_places()
    paths = [getattr(places, name) for name in places.__slots__]
    assert all(path.is_relative_to(tmp_path / "stick") for path in paths)
    assert len({*paths}) == len(paths)
    assert list(tmp_path.iterdir()) == []
    save_settings(places.settings, Settings(top_k=3))
    assert (tmp_path / "stick" / "settings.json").exists()


def test_an_empty_variable_is_none(monkeypatch: pytest.MonkeyPatch) -> None:
    before = user_places()
    monkeypatch.setenv(HOME, "")
    assert user_places() == before
    assert strange_home({HOME: ""}) is None


@pytest.mark.parametrize("home", ["data", "./data", "~/data", "../data"])
def test_a_relative_one_is_refused_and_nothing_is_kept_anywhere(
    home: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv(HOME, home)
    assert f"not {home!r}" in str(strange_home(os.environ))
    assert strange_home({HOME: str(tmp_path)}) is None
    with pytest.raises(OSError, match="Not a directory"):
        save_settings(user_places().settings, Settings())


def test_the_resources_are_there() -> None:
    assert resources().is_dir()
