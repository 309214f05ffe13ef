"""The disk image of the macOS application, up to hdiutil, which is stood in for."""

from __future__ import annotations

import plistlib
import sys
from pathlib import Path

import dmg
import pytest
import sign
from notices import FILE as NOTICES

from app import __version__

from .machos import mach_o

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an application for macOS holds links")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    contents = tmp_path / "Whatsit.app" / "Contents"
    (contents / "MacOS").mkdir(parents=True)
    (contents / "MacOS" / "whatsit").write_bytes(mach_o(12, 3))
    (contents / "MacOS" / "link").symlink_to("whatsit")
    (contents / "Resources").mkdir()
    (contents / "Resources" / NOTICES).touch()
    (contents / "Info.plist").write_bytes(plistlib.dumps({"LSMinimumSystemVersion": "13.0"}))
    return contents.parent


@pytest.fixture
def ran(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    """The commands that would have been run."""
    commands: list[list[str]] = []
    monkeypatch.setattr("subprocess.run", lambda command, check: commands.append(command))
    return commands


def test_the_image_is_named_after_the_version_and_not_signed_without_an_identity(
    bundle: Path, tmp_path: Path, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("WHATSIT_MAC_IDENTITY", raising=False)
    assert dmg.main([str(bundle), str(tmp_path / "dist")]) == 0
    (command,) = ran
    assert command[:2] == ["hdiutil", "create"]
    assert Path(command[-1]).name == f"whatsit-{__version__}-macos-arm64.dmg"


def test_with_an_identity_the_application_is_signed_before_and_the_image_after(
    bundle: Path, tmp_path: Path, ran: list[list[str]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("WHATSIT_MAC_IDENTITY", "Somebody")
    assert dmg.main([str(bundle), str(tmp_path / "dist")]) == 0
    made = next(number for number, command in enumerate(ran) if command[0] == "hdiutil")
    assert [command[-1] for command in ran[:made]] == [command[-1] for command in sign.commands(bundle, "Somebody")]
    assert [Path(command[-1]).suffix for command in ran[made + 1 :]] == [".dmg"]


def test_it_shows_the_application_and_a_link_to_applications(
    bundle: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    volume = tmp_path / "volume"
    dmg.lay_out(bundle, volume)
    assert {each.name for each in volume.iterdir()} == {"Whatsit.app", "Applications"}
    assert (volume / "Applications").readlink() == Path("/Applications")
    assert (volume / "Whatsit.app/Contents/MacOS/link").is_symlink()
    for inside in ("Whatsit.app", "Whatsit.app/Contents/MacOS/whatsit"):
        assert (volume / inside).stat().st_mtime == 1_700_000_000


def test_a_library_for_a_newer_system_than_the_application_says_is_refused(
    bundle: Path, tmp_path: Path, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    (bundle / "Contents" / "MacOS" / "libnew.dylib").write_bytes(mach_o(14, 2))
    assert dmg.main([str(bundle), str(tmp_path / "dist")]) == 1
    assert "libnew.dylib needs macOS 14.2" in capsys.readouterr().err
    assert ran == []


def test_without_the_licences_of_its_parts_it_is_refused(
    bundle: Path, tmp_path: Path, ran: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    (bundle / "Contents" / "Resources" / NOTICES).unlink()
    assert dmg.main([str(bundle), str(tmp_path / "dist")]) == 1
    assert "without the licences" in capsys.readouterr().err
    assert ran == []


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (mach_o(13, 1), (13, 1)),
        (mach_o(10, 15, old_command=True), (10, 15)),
        (mach_o(13)[:50], (0, 0)),
        (b"\xca\xfe\xba\xbe", (0, 0)),
        (b"", (0, 0)),
    ],
    ids=["new command", "old command", "cut off", "several architectures", "empty"],
)
def test_the_oldest_system_is_read_from_the_load_commands(head: bytes, expected: tuple[int, int]) -> None:
    assert dmg.minimum_system(head) == expected
