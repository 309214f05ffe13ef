"""Show files in the platform's file manager."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from pathlib import Path, PureWindowsPath

from PySide6.QtCore import QProcess
from PySide6.QtGui import QDesktopServices

from app.desktop.intake import file_url


def reveal(*paths: Path) -> bool:
    """Open the folders of these files, with the files selected where the platform can do that; false if nothing can."""
    there = [path.absolute() for path in paths if path.exists()]
    if there and sys.platform not in ("win32", "darwin") and _ask_file_manager(there):
        return True
    one_of_each = {path.absolute().parent: path.absolute() for path in reversed(paths)}
    are_shown = [_shown(path) for path in one_of_each.values()]
    return all(are_shown)


def _shown(path: Path) -> bool:
    if sys.platform == "win32" and path.exists():
        system = os.environ.get("SYSTEMROOT", r"C:\Windows")
        return _started(str(PureWindowsPath(system, "explorer.exe")), "/select,", str(path))
    if sys.platform == "darwin" and path.exists():
        return _started("/usr/bin/open", "-R", str(path))
    return QDesktopServices.openUrl(file_url(path.parent))


def _started(program: str, *words: str) -> bool:
    """Start a program by its whole path: a mere name Windows seeks in the current folder, too, that of the pictures."""
    is_started, _ = QProcess.startDetached(program, list(words), "")
    return is_started


def _ask_file_manager(paths: Sequence[Path]) -> bool:
    """Ask through the session bus, as freedesktop.org's file manager interface describes."""
    try:
        from PySide6.QtDBus import QDBusConnection, QDBusMessage
    except ImportError:
        return False
    bus = QDBusConnection.sessionBus()
    if not bus.isConnected():
        return False
    name = "org.freedesktop.FileManager1"
    message = QDBusMessage.createMethodCall(name, "/org/freedesktop/FileManager1", name, "ShowItems")
    message.setArguments([[bytes(file_url(path).toEncoded().data()).decode("ascii") for path in paths], ""])
    answer = bus.call(message, timeout=2000)
    return answer.type() == QDBusMessage.MessageType.ReplyMessage
