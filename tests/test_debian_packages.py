"""One list of what a bare Debian lacks, and whoever speaks of it says the same."""

from __future__ import annotations

from pathlib import Path

from app.cli.screen import DEBIAN_PACKAGES

LIST = Path(__file__).resolve().parent.parent / "packaging" / "debian-packages.txt"
BESIDE_QT = {"python3-venv", "fontconfig", "fonts-dejavu-core"}  # for installing, and for letters on the screen


def test_the_list_is_one_package_a_line() -> None:
    lines = LIST.read_text(encoding="ascii").splitlines()
    assert all(line and not line.startswith("#") and line == line.strip() and " " not in line for line in lines)
    assert len(set(lines)) == len(lines)


def test_the_message_about_a_missing_library_names_what_the_list_has_for_qt() -> None:
    assert set(DEBIAN_PACKAGES) == set(LIST.read_text(encoding="ascii").split()) - BESIDE_QT
    assert set(LIST.read_text(encoding="ascii").split()) >= BESIDE_QT
