"""The window opened once for the self-test, with everything that it draws, and closed again."""

from __future__ import annotations

import sys
import traceback
from importlib import import_module
from types import TracebackType

from PySide6.QtCore import QSize, QTimer
from PySide6.QtGui import QImage, QImageReader

from app.desktop.application import Program
from app.desktop.crash_reports import CrashReports
from app.desktop.icons import ICONS, svg_pixmap
from app.desktop.later_parts import part_names
from app.desktop.qt_application import new_application
from app.desktop.start import Start
from app.paths import Places, resources

PATIENCE = 60_000  # milliseconds until the window is painted and its network loaded
_SIDE = 32  # pixels


def rehearse(places: Places) -> list[str]:
    """Open the program's window, wait until it is painted and the network was tried, and close it.

    An exception in any slot counts; that no network could be loaded does not: others look at that.

    Args:
        places: where it may write.

    Returns:
        What went wrong, a sentence each.
    """
    application = new_application()
    troubles = _unseen_icons() + _unloaded_parts()
    rehearsal = _Rehearsal(troubles)
    sys.excepthook = rehearsal.note
    program = Program(application, Start(places), CrashReports(places.crashes))
    sys.excepthook = rehearsal.note  # again: the program has set its own
    try:
        program.session.model_changed.connect(
            lambda: QTimer.singleShot(0, program.window, lambda: rehearsal.end(program))
        )
        QTimer.singleShot(PATIENCE, program.window, lambda: rehearsal.give_up(program))
        program.window.show()
        application.exec()
    finally:
        program.end()
    return troubles


class _Rehearsal:
    """What becomes of the window."""

    def __init__(self, troubles: list[str]) -> None:
        self._troubles = troubles

    def note(self, kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        where = traceback.extract_tb(trace)[-1:]
        place = "".join(f", {each.filename}, line {each.lineno}" for each in where)
        self._troubles.append(f"something went wrong inside the window ({kind.__name__}: {error}{place})")

    def end(self, program: Program) -> None:
        if _is_blank(program.window.grab().toImage()):
            self._troubles.append("the window stays blank")
        program.window.close()

    def give_up(self, program: Program) -> None:
        self._troubles.append(f"the window was not ready within {PATIENCE // 1000} seconds")
        program.window.close()


def _unseen_icons() -> list[str]:
    """What is wrong with the icons: each is drawn by the program itself, and by the plugin that style sheets use."""
    if b"svg" not in [bytes(each.data()) for each in QImageReader.supportedImageFormats()]:
        return ["Qt’s plugin for SVG (imageformats/qsvg) is missing or cannot be loaded"]
    return [trouble for name in ICONS if (trouble := _trouble(name))]


def _unloaded_parts() -> list[str]:
    """What is wrong with parts that load only when they are wanted, as dialogs do: no window that is opened tells."""
    troubles = []
    for name in part_names():
        try:
            import_module(name)
        except Exception as error:  # a damaged archive is no ImportError
            troubles.append(f"{name} cannot be loaded ({type(error).__name__}: {error})")
    return troubles


def _trouble(name: str) -> str:
    path = resources() / "icons" / f"{name}.svg"
    if not path.is_file():
        return f"{path} is missing"
    reader = QImageReader(str(path))
    reader.setScaledSize(QSize(_SIDE, _SIDE))
    drawn = (svg_pixmap(name, "#000000", _SIDE).toImage(), reader.read())
    return f"{path} is damaged" if any(map(_is_blank, drawn)) else ""


def _is_blank(image: QImage) -> bool:
    """Whether all of its pixels are one colour."""
    small = image.scaled(QSize(_SIDE, _SIDE)) if not image.isNull() else image
    return len({small.pixel(x, y) for x in range(small.width()) for y in range(small.height())}) < 2
