"""The Windows installer and the portable archive, made of a folder that stands for the frozen program."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tomllib
import zipfile
from contextlib import nullcontext
from pathlib import Path, PurePosixPath

import installer
import project
import pytest
from PIL import Image

from app import __version__
from app.desktop.desk import PROGRAM
from app.images.formats import SUPPORTED_EXTENSIONS
from app.paths import user_places

WINDOWS = Path(installer.__file__).parent
SCRIPTS = {path.name: path.read_text(encoding="utf-8") for path in WINDOWS.glob("*.ns[ih]")}
FILES = ("whatsit.exe", "whatsit-window.exe", "LICENCES.txt", "_internal/python311.dll", "_internal/größe $x/ü.txt")

needs_makensis = pytest.mark.skipif(not shutil.which("makensis"), reason="makensis (NSIS) is not installed")


@pytest.fixture
def frozen(tmp_path: Path) -> Path:
    folder = tmp_path / "frozen"
    for name in FILES:
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name, encoding="utf-8")
    return folder


@pytest.fixture
def icon(tmp_path: Path) -> Path:
    path = tmp_path / "whatsit.ico"
    Image.new("RGBA", (32, 32), "teal").save(path)
    return path


def macro(text: str, name: str) -> list[str]:
    found = re.search(rf"^!macro {name}\b[^\n]*\n(.*?)^!macroend", text, re.MULTILINE | re.DOTALL)
    assert found
    return [line.strip() for line in found[1].splitlines()]


@needs_makensis
def test_both_are_made_and_are_the_same_the_second_time(frozen: Path, icon: Path, tmp_path: Path) -> None:
    for day, output in enumerate(("once", "again")):
        os.utime(frozen / "whatsit.exe", (day * 86_400, day * 86_400))
        assert installer.main([str(frozen), str(tmp_path / output), "--icon", str(icon)]) == 0
    names = {f"whatsit-{__version__}-windows-x64-setup.exe", f"whatsit-{__version__}-windows-x64-portable.zip"}
    assert {path.name for path in (tmp_path / "once").iterdir()} == names
    for name in names:
        assert (tmp_path / "once" / name).read_bytes() == (tmp_path / "again" / name).read_bytes()


@needs_makensis
@pytest.mark.skipif(sys.platform == "win32", reason="the stand-in for a signing command is a shell script")
def test_a_command_of_the_environment_signs_programs_uninstaller_and_installer(
    frozen: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script = tmp_path / "sign it"
    script.write_text(f'#!/bin/sh\necho "$2" >> "{tmp_path}/signed"\n', encoding="utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("WHATSIT_SIGN_COMMAND", f'"{script}" --quietly')
    assert installer.main([str(frozen), str(tmp_path), "--icon", str(icon)]) == 0
    signed = [Path(line).name for line in (tmp_path / "signed").read_text(encoding="utf-8").splitlines()]
    assert len(signed) == 4
    assert {"whatsit.exe", "whatsit-window.exe", f"whatsit-{__version__}-windows-x64-setup.exe"} < set(signed)


def test_a_signature_that_fails_ends_it(
    frozen: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("WHATSIT_SIGN_COMMAND", f'"{sys.executable}" -c "raise SystemExit(1)"')
    assert installer.main([str(frozen), str(tmp_path / "out"), "--icon", str(icon)]) == 1
    assert "whatsit.exe could not be signed" in capfd.readouterr().err
    assert not (tmp_path / "out").exists()


@needs_makensis
@pytest.mark.parametrize("warning", ["", '!warning "something"'])
def test_a_warning_of_makensis_is_an_error(
    warning: str, frozen: Path, tmp_path: Path, icon: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    generated = tmp_path / "parts.nsh"
    generated.write_text(installer.parts(frozen, installer.checked_files(frozen), [".jpg"]) + warning, encoding="utf-8")
    with pytest.raises(installer.Refusal, match="makensis") if warning else nullcontext():
        installer.compile_installer(generated, 0, icon, tmp_path / "whatsit-setup.exe")
    assert ("something" in capfd.readouterr().err) is bool(warning)


def test_a_folder_that_is_no_frozen_program_is_refused(tmp_path: Path) -> None:
    (tmp_path / "whatsit.exe").touch()
    with pytest.raises(installer.Refusal, match=r"whatsit-window\.exe"):
        installer.checked_files(tmp_path)


def test_a_name_that_windows_may_find_too_long_is_refused(frozen: Path) -> None:
    (frozen / "_internal" / ("x" * installer.LONGEST)).touch()
    with pytest.raises(installer.Refusal, match="too long for Windows"):
        installer.checked_files(frozen)


def test_what_is_installed_is_removed_and_nothing_else(frozen: Path) -> None:
    text = installer.parts(frozen, installer.checked_files(frozen), [])
    assert [line for line in macro(text, "InstallFiles") if line.startswith("SetOutPath")] == [
        'SetOutPath "$INSTDIR"',
        r'SetOutPath "$INSTDIR\_internal"',
        r'SetOutPath "$INSTDIR\_internal\größe $$x"',
    ]
    assert len([line for line in macro(text, "InstallFiles") if line.startswith("File ")]) == len(FILES)
    assert set(macro(text, "RemoveFiles")) == {
        *(f'Delete "{installer._installed(PurePosixPath(name))}"' for name in FILES),
        r'RMDir "$INSTDIR\_internal"',
        r'RMDir "$INSTDIR\_internal\größe $$x"',
    }
    folders = [line for line in macro(text, "RemoveFiles") if line.startswith("RMDir")]
    assert folders == sorted(folders, reverse=True)
    assert not any(re.search(r"RMDir\s+/r", script) for script in SCRIPTS.values())


def test_open_with_is_offered_for_every_picture_that_is_decoded(
    frozen: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: list[str] = []
    monkeypatch.setattr(
        installer, "compile_installer", lambda generated, *rest: seen.append(generated.read_text("utf-8"))
    )
    installer.make(frozen, tmp_path, icon)
    offered = re.findall(r'"(\.\w+)"', "\n".join(macro(seen[0], "EachExtension DO")))
    assert offered == sorted(SUPPORTED_EXTENSIONS)


def test_no_default_is_seized() -> None:
    """No default value of an extension's key, nothing in the keys where Windows keeps what the user chose."""
    script = SCRIPTS["associations.nsh"]
    assert "UserChoice" not in script
    assert r'"${CLASSES}\${EXTENSION}" ' not in "\n".join(macro(script, "OfferFor"))
    assert all(r"DeleteRegKey /ifempty" in line or "DeleteRegValue" in line for line in macro(script, "WithdrawFrom"))


def test_the_names_are_the_programs_own() -> None:
    script = SCRIPTS["whatsit.nsi"]
    assert f'!define APP_ID "{PROGRAM}"' in script
    assert f'!define DATA_FOLDER "{user_places().settings.parent.name}"' in script
    for program in installer.DESCRIPTIONS:
        assert f'"{program}"' in script


def test_every_text_is_there_in_both_languages() -> None:
    texts = [re.findall(r"^LangString (\w+)", SCRIPTS[name], re.MULTILINE) for name in ("english.nsh", "german.nsh")]
    used = {name for script in SCRIPTS.values() for name in re.findall(r"\$\(([A-Z_]+)\)", script)}
    assert texts[0] == texts[1]
    assert set(texts[0]) == used


def test_the_page_names_every_switch_and_exit_code() -> None:
    page = (project.ROOT / "docs" / "packaging.md").read_text(encoding="utf-8")
    script = SCRIPTS["whatsit.nsi"]
    for switch in set(re.findall(r'IfSwitch "(/\w+)"', script)) - {"/Upgrade"}:
        assert f"`{switch}`" in page
    for code in re.findall(r"^!define (?:UNSUITABLE|RUNNING|NO_RIGHTS|TWICE) (\d)", script, re.MULTILINE):
        assert f"| {code} |" in page


def test_the_archive_has_one_folder_and_the_date_of_the_commit(
    frozen: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    installer.write_portable(frozen, installer.checked_files(frozen), "Whatsit-1", tmp_path / "portable.zip")
    with zipfile.ZipFile(tmp_path / "portable.zip") as archive:
        assert sorted(archive.namelist()) == sorted(f"Whatsit-1/{name}" for name in FILES)
        assert {entry.date_time for entry in archive.infolist()} == {(2023, 11, 14, 22, 13, 20)}
        assert archive.read("Whatsit-1/LICENCES.txt") == b"LICENCES.txt"


@needs_makensis
@pytest.mark.parametrize("line", ['publisher = ""', 'publisher = "Ümläut & Söhne"\nhomepage = "https://example.org"'])
def test_publisher_and_homepage_may_be_empty(
    line: str, frozen: Path, icon: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(installer, "settings", lambda: tomllib.loads(line))
    assert installer.main([str(frozen), str(tmp_path / "out"), "--icon", str(icon)]) == 0
