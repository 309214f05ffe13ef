"""What can be done with the run that is shown, and when."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence
from PySide6.QtWidgets import QInputDialog, QWidget

from app.desktop import dialogs, run_wording
from app.desktop.actions import Actions
from app.desktop.folder_run import FolderRun, RunState
from app.desktop.forgetting import is_sure
from app.desktop.session import Session


class RunActions(QObject):
    """Connects the actions of the folder menu with the run that is shown, and lets them be used while they can.

    Attributes:
        of_selection: what can be done with the selected rows beside what single pictures know, for their context menu.
    """

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
        for action, dialog in (
            (actions.export, dialogs.export_rows),
            (actions.tag, dialogs.tag_pictures),
            (actions.sort, dialogs.sort_pictures),
            (actions.undo_sort, dialogs.show_sorts),
        ):
            action.triggered.connect(lambda _checked, dialog=dialog: dialog(session, window.window()))
        self._runs.opened.connect(self._on_changed)
        self._runs.progressed.connect(self._on_progressed)
        self._on_changed()
        self.of_selection = (
            self._twin(actions.export, dialogs.export_rows),
            self._twin(actions.sort, dialogs.sort_pictures),
            self._twin(actions.tag, dialogs.tag_pictures),
        )

    @property
    def on_strip(self) -> tuple[QAction, ...]:
        """Those that have a button of their own; where Cancel was nothing comes, not even Continue."""
        actions = self._actions
        return actions.cancel, actions.go_on, actions.pause, actions.export, actions.sort

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
        states = (
            (actions.pause, can_pause or state is RunState.STOPPING, can_pause),
            (actions.go_on, can_go_on, can_go_on),
            (actions.cancel, run is not None and run.is_active, state is not RunState.STOPPING),
        )
        for action, visible, enabled in sorted(states, key=lambda state: not state[1]):  # what comes may take over
            action.setVisible(visible)
            action.setEnabled(enabled)
        for action, why_not in self._obstacles(run):
            action.setEnabled(not why_not)
            action.setToolTip(why_not)

    def _obstacles(self, run: FolderRun | None) -> tuple[tuple[QAction, str], ...]:
        """What keeps an action from being used now, in words; "" where nothing does."""
        actions = self._actions
        if run is None:
            absent = self.tr("No folder is shown.")
        else:
            absent = self.tr("The run is only just beginning.") if run.number is None else ""
        active = absent or (self.tr("The run is still going on.") if run and run.is_active else "")
        empty = "" if run and run.tally.done else self.tr("No picture is listed.")
        well = "" if run and run.tally.failed else self.tr("All pictures were classified.")
        return (
            (actions.export, absent or empty),
            (actions.sort, active or empty),
            (actions.tag, active or empty),
            (actions.look_again, active),
            (actions.retry_failed, active or well),
            (actions.rename, absent),
            (actions.forget, active),
            (actions.find, absent),
        )

    def _twin(self, action: QAction, dialog: Callable[..., None]) -> QAction:
        """The same action, meant for the selected rows, be it one; what is meant by a key or a button is asked."""
        twin = QAction(self)
        window = self._window.window()
        twin.triggered.connect(lambda: dialog(self._session, window, is_for_selection=True))
        action.changed.connect(lambda: _follow(twin, action))
        _follow(twin, action)
        return twin

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


def _follow(twin: QAction, action: QAction) -> None:
    key = action.shortcut().toString(QKeySequence.SequenceFormat.NativeText)
    twin.setText(f"{action.text()}\t{key}" if key else action.text())
    twin.setEnabled(action.isEnabled())
