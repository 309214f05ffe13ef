"""What is signed on macOS, in which order, and when not."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
import sign

from .machos import mach_o

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="an application for macOS holds links")


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    contents = tmp_path / "Whatsit.app" / "Contents"
    for name in ("MacOS/whatsit", "Frameworks/libtorch.dylib", "Frameworks/PySide6/Qt/lib/QtCore"):
        (contents / name).parent.mkdir(parents=True, exist_ok=True)
        (contents / name).write_bytes(mach_o(13))
    (contents / "Resources").mkdir()
    (contents / "Resources" / "libtorch.dylib").symlink_to("../Frameworks/libtorch.dylib")
    (contents / "Resources" / "model.pth").write_bytes(b"PK\3\4")
    return contents.parent


def test_what_lies_deepest_is_signed_first_and_the_bundle_last(bundle: Path) -> None:
    *signing, verifying = sign.commands(bundle, "Somebody")
    assert [Path(command[-1]).name for command in signing] == ["QtCore", "libtorch.dylib", "whatsit", "Whatsit.app"]
    assert ["--entitlements" in command for command in signing] == [False, False, True, True]
    for command in signing:
        assert command[:7] == ["codesign", "--force", "--timestamp", "--options", "runtime", "--sign", "Somebody"]
    assert verifying[1] == "--verify"


def test_an_image_is_signed_as_it_is() -> None:
    (command,) = sign.commands(Path("whatsit.dmg"), "Somebody")
    assert command[0] == "codesign"
    assert command[-1] == "whatsit.dmg"


@pytest.mark.parametrize(
    ("head", "expected"),
    [
        (mach_o(13), True),
        (b"\xca\xfe\xba\xbe\0\0\0\2", True),
        (b"\xca\xfe\xba\xbe\0\0\0\x34", False),
        (b"\x7fELF\2\1\1\0", False),
        (b"", False),
    ],
    ids=["one architecture", "two", "a Java class", "a library of Linux", "empty"],
)
def test_programs_and_libraries_are_known_by_their_first_bytes(head: bytes, expected: bool, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(head)
    assert sign.is_mach_o(tmp_path / "file") is expected


def test_without_an_identity_nothing_is_signed(
    bundle: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.delenv("WHATSIT_MAC_IDENTITY", raising=False)
    assert sign.main([str(bundle)]) == 1
    assert "WHATSIT_MAC_IDENTITY" in capsys.readouterr().err
