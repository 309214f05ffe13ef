"""Showing a file in the platform's file manager, or at least its folder."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QProcess, QUrl
from PySide6.QtGui import QDesktopServices

from app.desktop import reveal as reveal_module
from app.desktop.intake import local_path
from app.desktop.reveal import reveal

pytestmark = pytest.mark.skipif(sys.platform in ("win32", "darwin"), reason="their own file managers")


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[QUrl]:
    urls: list[QUrl] = []
    monkeypatch.setattr(QDesktopServices, "openUrl", lambda url: urls.append(url) or len(urls) < 2)
    return urls


def test_the_file_manager_is_asked_to_select_the_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[QUrl]
) -> None:
    asked: list[list[Path]] = []
    monkeypatch.setattr(reveal_module, "_ask_file_manager", lambda paths: asked.append(paths) or True)
    assert reveal(tmp_path, tmp_path / "gone.png")
    assert asked == [[tmp_path]]
    assert opened == []


@pytest.mark.parametrize("name", ["a b#?.png", os.fsdecode(b"caf\xe9.png")])
def test_without_one_the_folder_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[QUrl], name: str
) -> None:
    folder = tmp_path / name
    folder.mkdir()
    (folder / "picture.png").touch()
    monkeypatch.setattr(reveal_module, "_ask_file_manager", lambda _path: False)
    reveal(folder / "picture.png")
    assert [local_path(url) for url in opened] == [folder]


def test_without_one_each_folder_is_opened_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[QUrl]
) -> None:
    monkeypatch.setattr(reveal_module, "_ask_file_manager", lambda _paths: False)
    reveal(tmp_path / "a" / "1.png", tmp_path / "a" / "2.png", tmp_path / "b" / "1.png")
    assert sorted(str(local_path(url)) for url in opened) == [str(tmp_path / "a"), str(tmp_path / "b")]


def test_a_file_that_is_gone_opens_its_folder(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[QUrl]
) -> None:
    monkeypatch.setattr(reveal_module, "_ask_file_manager", lambda _path: True)
    reveal(tmp_path / "gone.png")
    assert [local_path(url) for url in opened] == [tmp_path]


@pytest.mark.parametrize(("platform", "program"), [("win32", "C:\\Windows\\explorer.exe"), ("darwin", "/usr/bin/open")])
def test_the_file_manager_is_the_system_s_and_none_that_lies_beside_the_pictures(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, platform: str, program: str
) -> None:
    started: list[str] = []
    monkeypatch.setenv("SYSTEMROOT", "C:\\Windows")
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(QProcess, "startDetached", lambda name, *_rest: started.append(name) or (True, 1))
    (tmp_path / "a.png").touch()
    assert reveal(tmp_path / "a.png")
    assert started == [program]


def test_no_session_bus_is_no_trouble(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, opened: list[QUrl]) -> None:
    monkeypatch.setenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nonexistent")
    (tmp_path / "a.png").touch()
    assert reveal(tmp_path / "a.png")
    assert [local_path(url) for url in opened] == [tmp_path]
    assert not reveal(tmp_path / "a.png"), "where no program can open a folder that is said"
