"""The desktop entry and the AppStream metainfo, as the desktops' own tools see them."""

from __future__ import annotations

import configparser
import subprocess
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

import desktop_files
import pytest
from mime import picture_types
from project import ID, ROOT, releases, settings

from app.desktop.desk import PROGRAM

Tool = Callable[[str], str]
PUBLISHED = {"publisher": "A & B", "homepage": "https://example.org/", "screenshots": "https://example.org/pictures/"}


@pytest.fixture
def entry() -> configparser.SectionProxy:
    parser = configparser.ConfigParser(interpolation=None)
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read_string(desktop_files.desktop_entry())
    return parser["Desktop Entry"]


@pytest.fixture
def published(monkeypatch: pytest.MonkeyPatch) -> None:
    """With the settings of somebody who publishes."""
    filled = settings() | PUBLISHED
    monkeypatch.setattr(desktop_files, "settings", lambda: filled)
    monkeypatch.setattr(desktop_files, "publisher", lambda: PUBLISHED["publisher"])


def test_open_with_is_there_for_every_picture_and_for_folders(entry: configparser.SectionProxy) -> None:
    assert entry["MimeType"].rstrip(";").split(";") == ["inode/directory", *picture_types()]
    assert entry["Exec"] == "whatsit %F"


def test_the_window_belongs_to_the_entry(entry: configparser.SectionProxy) -> None:
    """The icon's name and the entry's are the id that the window gives; X11 knows windows by their program's name."""
    source = (ROOT / "app" / "desktop" / "qt_application.py").read_text(encoding="utf-8")
    assert ID == PROGRAM
    assert "setDesktopFileName(PROGRAM)" in source
    assert f'setApplicationName("{entry["StartupWMClass"]}")' in source
    assert entry["Icon"] == ID


def test_the_entry_is_valid(tool: Tool, tmp_path: Path) -> None:
    path = tmp_path / f"{ID}.desktop"
    path.write_text(desktop_files.desktop_entry(), encoding="utf-8")
    checked = subprocess.run([tool("desktop-file-validate"), str(path)], capture_output=True, text=True, check=False)
    assert (checked.returncode, checked.stdout + checked.stderr) == (0, "")


@pytest.mark.parametrize("filled", [False, True])
def test_the_metainfo_is_valid(filled: bool, tool: Tool, tmp_path: Path, request: pytest.FixtureRequest) -> None:
    if filled:
        request.getfixturevalue("published")
    path = tmp_path / f"{ID}.metainfo.xml"
    path.write_text(desktop_files.metainfo(), encoding="utf-8")
    command = [tool("appstreamcli"), "validate", "--no-net", "--no-color", str(path)]
    checked = subprocess.run(command, capture_output=True, text=True, check=False)
    assert checked.returncode == 0, checked.stdout
    assert not [line for line in checked.stdout.splitlines() if line.startswith(("E:", "W:"))]


def test_what_the_publisher_leaves_empty_is_left_out() -> None:
    root = ElementTree.fromstring(desktop_files.metainfo())
    assert root.find("url") is None
    assert root.find("screenshots") is None
    assert root.findtext("developer/name") == "The Whatsit authors"


@pytest.mark.usefixtures("published")
def test_what_the_publisher_says_is_there() -> None:
    root = ElementTree.fromstring(desktop_files.metainfo())
    assert root.findtext("url[@type='homepage']") == PUBLISHED["homepage"]
    assert root.findtext("developer/name") == PUBLISHED["publisher"]
    images = [image.text or "" for image in root.iterfind("screenshots/screenshot/image")]
    assert [image.rpartition("/")[0] for image in images] == ["https://example.org/pictures"] * len(images)
    assert {image.rpartition("/")[2] for image in images} == desktop_files.SCREENSHOTS.keys()
    assert len(root.findall("screenshots/screenshot[@type='default']")) == 1


def test_every_release_is_told_without_marks() -> None:
    root = ElementTree.fromstring(desktop_files.metainfo())
    assert [each.get("version") for each in root.iterfind("releases/release")] == [r.version for r in releases()]
    assert "`" not in desktop_files.metainfo()
    assert desktop_files.plain("see [the *page*](https://example.org) of `whatsit`") == "see the page of whatsit"


def test_every_screenshot_is_there() -> None:
    assert all((ROOT / "docs" / "screenshots" / name).is_file() for name in desktop_files.SCREENSHOTS)
