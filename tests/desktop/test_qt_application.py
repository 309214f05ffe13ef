"""What the system asks of the application, in a process of its own: there can be only one."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]

OPENED = """
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent, QGuiApplication
from app.desktop.qt_application import new_application
application = new_application()
def ask(address):
    QCoreApplication.sendEvent(application, QFileOpenEvent(QUrl(address)))
ask("file:///early%20%E9.jpg")
ask("https://example.org/a.jpg")
taken = []
application.open_with(taken.append)
ask("file:///late.jpg")
print(ascii(taken))
print(QGuiApplication.desktopFileName(), QCoreApplication.applicationName())
"""


def test_what_macos_opens_is_taken_also_before_there_is_a_window() -> None:
    done = subprocess.run([sys.executable, "-c", OPENED], cwd=ROOT, capture_output=True, text=True, check=True)
    opened, names = done.stdout.splitlines()
    assert opened == r"[[PosixPath('/early \udce9.jpg')], [PosixPath('/late.jpg')]]"
    assert names == "app.whatsit.Whatsit whatsit"
