"""Whether a window can be opened here, found out before Qt ends the whole process over it."""

from __future__ import annotations

import ctypes
import os
import sys
from collections.abc import Mapping
from pathlib import Path, PurePath

DEBIAN_PACKAGES = (
    "libegl1",
    "libgl1",
    "libglib2.0-0",
    "libdbus-1-3",
    "libfontconfig1",
    "libxkbcommon0",
    "libxkbcommon-x11-0",
    "libxcb-cursor0",
    "libxcb-icccm4",
    "libxcb-image0",
    "libxcb-keysyms1",
    "libxcb-randr0",
    "libxcb-render-util0",
    "libxcb-shape0",
    "libxcb-xinerama0",
    "libxcb-xkb1",
    "libwayland-cursor0",
    "libwayland-egl1",
)  # what Qt links and a bare Debian lacks; the same as packaging/debian-packages.txt, which is not installed

_OF_QT = ("libQt6", "libqxcb", "libpyside6", "libshiboken6", "No module named")


def window_hindrance() -> str | None:
    """Why no window can be opened, as one sentence, or None."""
    return missing_screen(os.environ) or broken_qt(os.environ) or unreachable_screen(os.environ)


def missing_screen(environment: Mapping[str, str]) -> str | None:
    """On Linux and its like: neither an X nor a Wayland screen is named."""
    if _has_own_screen() or environment.get("QT_QPA_PLATFORM"):
        return None
    if environment.get("DISPLAY") or environment.get("WAYLAND_DISPLAY"):
        return None
    return "there is no screen for a window here; `whatsit classify` works without one."


def broken_qt(environment: Mapping[str, str]) -> str | None:
    """Qt, or a system library that it needs, cannot be loaded."""
    try:
        from PySide6 import QtCore, QtWidgets  # noqa: F401

        if _platform(environment) == "xcb":
            plugins = Path(QtCore.QLibraryInfo.path(QtCore.QLibraryInfo.LibraryPath.PluginsPath))
            ctypes.CDLL(str(plugins / "platforms" / "libqxcb.so"))
    except (ImportError, OSError) as error:
        cause = str(error.__cause__ or error)  # a frozen program hides it behind a guess of its own
        return f"the window's library (Qt) cannot be loaded ({cause}); {_remedy(cause)}."
    return None


def _remedy(cause: str) -> str:
    """A library that came along is there again after another installation; one of the system has its package."""
    missing = PurePath(cause.partition(":")[0]).name
    if _has_own_screen() or missing.startswith(_OF_QT):
        return "install Whatsit again"
    return f"on Debian or Ubuntu: apt-get install {' '.join(DEBIAN_PACKAGES)}"


def unreachable_screen(environment: Mapping[str, str]) -> str | None:
    """An X screen is named, but nobody answers there."""
    if _platform(environment) != "xcb":
        return None
    try:
        xcb = ctypes.CDLL("libxcb.so.1")
    except OSError:
        return None  # Qt will not need it either, or `broken_qt` has said so
    xcb.xcb_connect.restype = ctypes.c_void_p
    connection = ctypes.c_void_p(xcb.xcb_connect(None, None))
    answers = not xcb.xcb_connection_has_error(connection)
    xcb.xcb_disconnect(connection)
    if answers:
        return None
    return f"the screen {environment.get('DISPLAY', '')} cannot be reached; `whatsit classify` works without one."


def _platform(environment: Mapping[str, str]) -> str:
    """The Qt platform that will be used, where that can be told: "xcb", "offscreen", …, else ""."""
    if _has_own_screen():
        return ""
    if named := environment.get("QT_QPA_PLATFORM"):
        return named.split(":")[0].split(";")[0]
    return "xcb" if environment.get("DISPLAY") and not environment.get("WAYLAND_DISPLAY") else ""


def _has_own_screen() -> bool:
    return sys.platform in ("win32", "darwin")
