"""The base of the dialogs that sort, go on with a sort and undo it: progress, stopping, and what came of it."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton, QWidget

from app.desktop import sort_wording
from app.desktop.intake import file_url
from app.desktop.session import Session
from app.desktop.sort_progress import SortProgress
from app.desktop.sort_result import SortResult
from app.desktop.sort_steps import Told, Unplanned, Work, Worked, going_on, undoing
from app.desktop.task_dialog import TaskDialog
from app.results.sorting.steps import SortEnd, SortError
from app.values import Way
from app.wording import shown


class SortWorkDialog(TaskDialog):
    """Does what moves files, and tells it.

    Esc, Stop and closing the dialog stop the work, within a large file too, and the result says what can be done then.
    A second time they close the dialog, whatever holds that file up. What was done is in the journal in any case.
    """

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(session, parent)
        self._work: Work | None = None  # what is under way
        self._is_undo = False
        self._worked: Worked | None = None
        self._refused: Unplanned | None = None
        self._staying = ""
        self._before: QWidget | None = None  # the page to come back to if the work does not begin
        self._progress_page = SortProgress(self)
        self._result = SortResult(self)

    def _add_work(self) -> None:
        """The last pages and buttons; called once those before are there."""
        self.add_page(self._progress_page)
        self.add_page(self._result)
        self._undo = self.add_button(self.tr("&Undo"), self._on_undo)
        self._go_on = self.add_button(self.tr("&Continue"), self._on_go_on)
        self._show = self.add_button(self.tr("Show &folder"), self._on_show)
        self.offer()

    # for the dialogs of this kind

    def all_buttons(self) -> tuple[QPushButton, ...]:
        """Those that a page may offer."""
        return self._undo, self._go_on, self._show

    def offer(self, *buttons: QPushButton) -> None:
        """Offer these buttons and no others; Enter presses the first."""
        for button in self.all_buttons():
            button.setVisible(button in buttons)
            button.setDefault(bool(buttons) and button is buttons[0])

    def work(self, work: Work, way: Way, destination: Path, *, is_undo: bool) -> None:
        """Sort, go on or undo, and show how far it is."""
        self._work = work
        self._is_undo, self._worked, self._refused = is_undo, None, None
        self._before = self._pages.currentWidget()
        self._result.clear()
        self._progress_page.begin(sort_wording.working(way, destination, is_undo=is_undo))
        self.show_page(self._progress_page)
        self.offer()
        self._cancel.setText(self.tr("&Stop"))
        self.begin(work.steps, "")
        self._progress.end()  # the page tells it
        self._pages.setEnabled(True)

    def go_on(self, journal: Path, way: Way, destination: Path) -> None:
        """Go on with a sort."""
        self.work(going_on(journal), way, destination, is_undo=False)

    def undo(self, journal: Path, way: Way, destination: Path) -> None:
        """Undo a sort, or go on with undoing it."""
        self.work(undoing(journal), way, destination, is_undo=True)

    def not_begun(self) -> None:
        """The work could not begin, which is said already; the page before is shown again."""

    def show_folder(self, folder: Path) -> None:
        """Show a folder in the platform's file manager."""
        if not QDesktopServices.openUrl(file_url(folder)):
            self.say(self.tr("No program was found that could show it: %1").replace("%1", shown(folder)))

    # inside

    def _on_undo(self) -> None:
        if self._worked and self._worked.end.journal:
            self._staying = ""
            self.undo(self._worked.end.journal, self._worked.way, self._worked.destination)

    def _on_go_on(self) -> None:
        if self._worked and self._worked.end.journal:
            again = self.undo if self._is_undo else self.go_on
            again(self._worked.end.journal, self._worked.way, self._worked.destination)

    def _on_show(self) -> None:
        if self._worked:
            self.show_folder(self._worked.destination)

    def _show_result(self, worked: Worked) -> None:
        self._result.show_end(worked, is_undo=self._is_undo, staying=self._staying)
        self.show_page(self._result)
        end, buttons = worked.end, []
        if not end.is_complete and end.journal:
            buttons.append(self._go_on)
        if end.journal and not self._is_undo and (end.done or not end.is_complete):
            buttons.append(self._undo)
        if worked.destination.is_dir():
            buttons.append(self._show)
        self.offer(*buttons)
        if end.is_complete:
            buttons = [self._cancel, *buttons]
        buttons[0].setDefault(True)
        buttons[0].setFocus()
        self._grow()

    def _end_task(self) -> None:
        super()._end_task()
        self._cancel.setEnabled(True)
        self._cancel.setText(self.tr("Close"))  # all that is left, should the work have broken

    # what the task says

    def take(self, step: object) -> None:
        match step:
            case Told():
                self._result.add(step.left)
                self._progress_page.advance(step.handled, self._result.left)
            case Worked(end=SortEnd(journal=None, error=SortError() as error)):
                self._refused = Unplanned(error)
            case Worked():
                self._result.add(step.left)
                self._worked = step
            case Unplanned():
                self._refused = step

    def ended(self) -> None:
        self._work = None
        self.session.runs.rows.retry()
        if self._worked:
            self._show_result(self._worked)
            return
        self._cancel.setText(self.tr("Cancel"))
        if self._before:
            self._pages.setCurrentWidget(self._before)
        if self._refused:
            self.say(sort_wording.trouble(self._refused.error))
        self.not_begun()

    def stopped(self) -> None:
        """The dialog closes while a file is held up; what the task still does is seen a little later."""
        self.session.runs.rows.refresh()

    # Qt overrides

    def reject(self) -> None:
        if self.is_busy and self._work and not self._work.is_stopping:
            self._work.stop()
            self._progress_page.stopping()
            self._cancel.setEnabled(False)
        else:
            super().reject()
