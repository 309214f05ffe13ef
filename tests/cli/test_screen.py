"""Whether a window can be opened, said before Qt ends the process over it."""

from __future__ import annotations

import builtins
import ctypes
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from app.cli.screen import DEBIAN_PACKAGES, broken_qt, missing_screen, unreachable_screen, window_hindrance

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="screens of Linux")
LIST = Path(__file__).parents[2] / "packaging" / "debian-packages.txt"


@pytest.mark.parametrize(
    "environment", [{"DISPLAY": ":0"}, {"WAYLAND_DISPLAY": "wayland-0"}, {"QT_QPA_PLATFORM": "offscreen"}]
)
def test_a_named_screen_is_enough(environment: dict[str, str]) -> None:
    assert missing_screen(environment) is None


@pytest.mark.parametrize("environment", [{}, {"DISPLAY": ""}])
def test_no_screen_is_a_sentence(environment: dict[str, str]) -> None:
    assert "no screen" in str(missing_screen(environment))


def test_a_screen_where_nobody_answers_is_a_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    ctypes_cdll = pytest.importorskip("ctypes").CDLL
    try:
        ctypes_cdll("libxcb.so.1")
    except OSError:
        pytest.skip("no libxcb here")
    monkeypatch.setenv("DISPLAY", ":4711")
    assert ":4711 cannot be reached" in str(unreachable_screen({"DISPLAY": ":4711"}))


def test_another_platform_needs_no_x_screen() -> None:
    assert unreachable_screen({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":4711"}) is None


@pytest.fixture
def without(monkeypatch: pytest.MonkeyPatch) -> Callable[[str], None]:
    """Take a library away that Qt is linked with."""

    def take(library: str) -> None:
        real = builtins.__import__

        def refuse(name: str, *rest: object) -> object:
            if name.startswith("PySide6"):
                raise ImportError(f"{library}: cannot open shared object file: No such file or directory")
            return real(name, *rest)  # type: ignore[arg-type]

        monkeypatch.setattr(builtins, "__import__", refuse)

    return take


def test_a_library_of_the_system_that_is_missing_has_its_package(without: Callable[[str], None]) -> None:
    without("libEGL.so.1")
    sentence = str(broken_qt({"QT_QPA_PLATFORM": "offscreen"}))
    assert "libEGL.so.1" in sentence
    assert "apt-get install libegl1" in sentence


def test_a_part_of_qt_that_is_missing_comes_with_another_installation(without: Callable[[str], None]) -> None:
    without("libQt6Widgets.so.6")
    sentence = str(broken_qt({"QT_QPA_PLATFORM": "offscreen"}))
    assert sentence.endswith(
        "(libQt6Widgets.so.6: cannot open shared object file: No such file or directory); install Whatsit again."
    )


def test_a_missing_library_of_the_screen_is_found_before_qt_aborts(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_name: str) -> None:
        raise OSError("libxcb-cursor.so.0: cannot open shared object file: No such file or directory")

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    assert "libxcb-cursor.so.0" in str(broken_qt({"DISPLAY": ":0"}))


def test_the_reason_is_told_and_not_the_guess_of_a_frozen_program(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(path: str) -> None:
        reason = OSError(f"{path}: cannot open shared object file: No such file or directory")
        raise ImportError("Failed to load dynlib/dll. Most likely it was not found when frozen.") from reason

    monkeypatch.setattr(ctypes, "CDLL", refuse)
    sentence = str(broken_qt({"DISPLAY": ":0"}))
    assert "Most likely" not in sentence
    assert sentence.endswith(
        "libqxcb.so: cannot open shared object file: No such file or directory); install Whatsit again."
    )


def test_the_hindrance_is_the_first_one(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    assert "no screen" in str(window_hindrance())
    monkeypatch.setenv("QT_QPA_PLATFORM", "offscreen")
    assert window_hindrance() is None


@pytest.mark.skipif(not LIST.exists(), reason="not a checkout")
def test_the_packages_named_are_those_of_the_packaging_list() -> None:
    lines = (line.partition("#")[0].split() for line in LIST.read_text().splitlines())
    assert set(DEBIAN_PACKAGES) <= {word for words in lines for word in words}
