"""Show a file in the platform's file manager."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QProcess
from PySide6.QtGui import QDesktopServices

from app.desktop.intake import file_url


def reveal(path: Path) -> bool:
    """Open the folder of `path`, with the file selected where the platform can do that; false if nothing can."""
    path = path.absolute()
    if sys.platform == "win32" and path.exists():
        return _started("explorer", "/select,", str(path))
    if sys.platform == "darwin" and path.exists():
        return _started("open", "-R", str(path))
    return (path.exists() and _ask_file_manager(path)) or QDesktopServices.openUrl(file_url(path.parent))


def _started(program: str, *words: str) -> bool:
    is_started, _ = QProcess.startDetached(program, list(words), "")
    return is_started


def _ask_file_manager(path: Path) -> bool:
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
    message.setArguments([[bytes(file_url(path).toEncoded().data()).decode("ascii")], ""])
    answer = bus.call(message, timeout=2000)
    return answer.type() == QDBusMessage.MessageType.ReplyMessage
