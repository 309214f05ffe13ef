"""What can be done with the run that is shown, and when."""

from __future__ import annotations

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QInputDialog, QWidget

from app.desktop import run_wording
from app.desktop.actions import Actions
from app.desktop.export_dialog import ExportDialog
from app.desktop.folder_run import FolderRun, RunState
from app.desktop.forgetting import is_sure
from app.desktop.session import Session
from app.desktop.sort_dialog import SortDialog
from app.desktop.sorts_dialog import SortsDialog
from app.desktop.tag_dialog import TagDialog


class RunActions(QObject):
    """Connects the actions of the folder menu with the run that is shown, and lets them be used while they can."""

    def __init__(self, session: Session, actions: Actions, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._runs = session.runs
        self._actions = actions
        self._window = window
        for action, slot in (
            (actions.pause, self._runs.pause),
            (actions.go_on, self._runs.go_on),
            (actions.cancel, self._runs.cancel),
            (actions.look_again, self._runs.go_on),
            (actions.retry_failed, self._runs.retry_failed),
        ):
            action.triggered.connect(lambda _checked, slot=slot: self._runs.shown and slot(self._runs.shown))
        actions.rename.triggered.connect(self._on_rename)
        actions.forget.triggered.connect(self._on_forget)
        actions.export.triggered.connect(lambda: ExportDialog(session, window.window()).open())
        actions.tag.triggered.connect(lambda: TagDialog(session, window.window()).open())
        actions.sort.triggered.connect(lambda: SortDialog(session, window.window()).open())
        actions.undo_sort.triggered.connect(lambda: SortsDialog(session, window.window()).open())
        self._runs.opened.connect(self._on_changed)
        self._runs.progressed.connect(self._on_progressed)
        self._on_changed()

    @property
    def on_strip(self) -> tuple[QAction, ...]:
        """Those that have a button of their own."""
        actions = self._actions
        return actions.go_on, actions.pause, actions.cancel, actions.export, actions.sort

    @property
    def more(self) -> tuple[QAction | None, ...]:
        """Those in the menu beside the buttons."""
        actions = self._actions
        return (
            actions.tag,
            actions.undo_sort,
            None,
            actions.look_again,
            actions.retry_failed,
            None,
            actions.rename,
            actions.forget,
        )

    def _on_progressed(self, run: FolderRun) -> None:
        if run is self._runs.shown:
            self._on_changed()

    def _on_changed(self) -> None:
        run = self._runs.shown
        state = run.state if run else None
        actions = self._actions
        can_pause = state in (RunState.WAITING, RunState.RUNNING)
        can_go_on = state in (RunState.PAUSED, RunState.STOPPED, RunState.FAILED)
        has_rows = run is not None and run.number is not None
        is_resting = has_rows and run is not None and not run.is_active
        states = (
            (actions.pause, can_pause or state is RunState.STOPPING, can_pause),
            (actions.go_on, can_go_on, can_go_on),
            (actions.cancel, run is not None and run.is_active, state is not RunState.STOPPING),
            (actions.export, True, has_rows and run is not None and run.tally.done > 0),
            (actions.sort, True, is_resting and run is not None and run.tally.done > 0),
            (actions.tag, True, is_resting and run is not None and run.tally.done > 0),
            (actions.look_again, True, is_resting),
            (actions.retry_failed, True, is_resting and run is not None and run.tally.failed > 0),
            (actions.rename, True, has_rows),
            (actions.forget, True, is_resting),
            (actions.find, True, has_rows),
        )
        for action, visible, enabled in sorted(states, key=lambda state: not state[1]):  # what comes may take over
            action.setVisible(visible)
            action.setEnabled(enabled)

    def _on_rename(self) -> None:
        run = self._runs.shown
        if run is None or run.number is None:
            return
        window = self._window
        name, is_wanted = QInputDialog.getText(window, self.tr("Rename"), self.tr("Name"), text=run.name)
        if is_wanted and name.strip():
            self._runs.rename(run.number, name.strip())

    def _on_forget(self) -> None:
        run = self._runs.shown
        if (
            run
            and run.number is not None
            and is_sure(self._window, run_wording.forget_question([run.name]), self.tr("Forget"))
        ):
            self._runs.forget(run.number)
