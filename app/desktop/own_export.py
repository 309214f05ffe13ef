"""Writes a model of the user's own as one file."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from app.desktop import own_wording, wording
from app.desktop.own_steps import Going, Refused, export_steps
from app.desktop.session import Session
from app.desktop.task_dialog import TaskDialog, note


class OwnExport(TaskDialog):
    """Begins at once, and says in the end where the file is; cancelled, it leaves none."""

    def __init__(self, session: Session, name: str, target: Path, parent: QWidget) -> None:
        super().__init__(session, parent)
        self.setWindowTitle(self.tr("Export"))
        self._refused: Refused | None = None
        page = QWidget(self)
        self._words = QLabel(own_wording.exporting(name, target), page)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._words)
        column.addWidget(note(self.tr("On another computer, drop it on Whatsit’s window."), page))
        self._page, self._done = page, own_wording.exported(name, target)
        self.add_page(page)
        places, words = session.places, self.tr("Writing “%1”…").replace("%1", wording.short_name(target))
        self.begin(lambda _is_over: export_steps(name, target, places), words)

    # what the task says

    def take(self, step: object) -> None:
        match step:
            case Going():
                self.tell(own_wording.doing(step), step.done, step.total)
            case Refused():
                self._refused = step

    def ended(self) -> None:
        if self._refused:
            self.say(own_wording.refusal(self._refused))
        else:
            self._words.setText(self._done)
        self.close_with_result(self._page)
