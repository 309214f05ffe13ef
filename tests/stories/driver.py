"""The real program with somebody at the mouse: `driver.py WHEN MILLISECONDS [--drop] PATH…`.

WHEN is "painted", "ready" (the network), "begun" (the first answer) or "answered" (the last one); so many milliseconds
after it the window is closed. The pictures, or what the table shows of a folder, are then printed as JSON, and the
process ends as the program does. With --drop the pictures are not named to the program, but dropped on its window.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QCoreApplication, QMimeData, QPointF, Qt, QTimer, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication

from app.cli.main import main
from app.desktop import application
from app.desktop.application import Program
from app.desktop.crash_reports import CrashReports
from app.desktop.folder_run import RunState
from app.desktop.pictures_model import Entry, State
from app.paths import Places
from app.values import Classified, Failed

DROPPED = sys.argv[4:] if sys.argv[3:4] == ["--drop"] else []


class Driven(Program):
    """A program that closes its own window."""

    def __init__(self, qt: QApplication, places: Places, reports: CrashReports) -> None:
        super().__init__(qt, places, reports)
        self._is_closing = False
        self._look = QTimer(self, interval=10)
        self._look.timeout.connect(self._on_look)
        self.window.painted.connect(self._look.start)
        if DROPPED:
            self.window.painted.connect(self._on_painted_drop)

    def _on_painted_drop(self) -> None:
        mime, place = QMimeData(), QPointF(200, 200)
        mime.setUrls([QUrl.fromLocalFile(path) for path in DROPPED])
        copy, left, none = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
        for event in (
            QDragEnterEvent(place.toPoint(), copy, mime, left, none),
            QDropEvent(place, copy, mime, left, none),
        ):
            QCoreApplication.sendEvent(self.window, event)

    def _on_look(self) -> None:
        if not self._is_closing and self._has_come(sys.argv[1]):
            self._is_closing = True
            QTimer.singleShot(int(sys.argv[2]), self._on_enough)

    def _has_come(self, when: str) -> bool:
        if self.session.runs.shown and when in ("begun", "answered"):
            return self._has_come_in_table(when)
        states = [entry.state for entry in self.entries()]
        match when:
            case "painted":
                return True
            case "ready":
                return self.session.ready is not None
            case "begun":
                return any(state is not State.WAITING for state in states)
        return bool(states) and State.WAITING not in states and not self.session.progress.busy

    def _has_come_in_table(self, when: str) -> bool:
        run, rows = self.session.runs.shown, self.session.runs.rows
        if when == "begun":
            return run.tally.done > 0
        is_read = rows.model.rowCount() == run.tally.done and rows.model.row(0) is not None
        return run.state is RunState.DONE and is_read

    def _on_enough(self) -> None:
        print(json.dumps([told(entry) for entry in self.entries()]), flush=True)
        self.window.close()

    def entries(self) -> list[Entry]:
        if self.session.runs.shown:
            model = self.session.runs.rows.model
            rows = [row for number in range(model.rowCount()) if (row := model.row(number))]
            return [Entry(row.outcome.ref, row.outcome, waiting=False) for row in rows]
        pictures = self.session.pictures
        return [entry for row in range(pictures.rowCount()) if (entry := pictures.entry(row))]


def told(entry: Entry) -> list[str]:
    match entry.outcome:
        case Classified(predictions=(first, *_)):
            return [entry.name, entry.state.value, first.label]
        case Failed(reason=reason):
            return [entry.name, entry.state.value, reason.value]
    return [entry.name, entry.state.value, ""]


if __name__ == "__main__":
    application.Program = Driven
    sys.exit(main([] if DROPPED else sys.argv[3:]))
