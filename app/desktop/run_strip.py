"""The strip above the table: which run this is, how far it has come, and what can be done with it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, QTimer
from PySide6.QtGui import QAction, QFont, QPalette
from PySide6.QtWidgets import QHBoxLayout, QMenu, QProgressBar, QPushButton, QToolButton, QVBoxLayout, QWidget

from app.desktop import run_wording, wording
from app.desktop.elided_label import ElidedLabel
from app.desktop.folder_run import FolderRun, RunState
from app.desktop.session import Session
from app.desktop.theme import LABEL, scaled, tabular

TELL_EVERY = 250  # milliseconds: figures that change faster cannot be read
_SCALE = 1000  # steps of the bar


class RunStrip(QWidget):
    """Follows the run that is shown."""

    def __init__(self, session: Session, actions: Sequence[QAction], more: Sequence[QAction | None], parent: QWidget):
        """`actions` become buttons, `more` the menu behind the last one; None is a line in it."""
        super().__init__(parent)
        self.setAutoFillBackground(True)
        self.setBackgroundRole(QPalette.ColorRole.Base)
        self._session = session
        self._name = ElidedLabel(Qt.TextElideMode.ElideMiddle, self)
        self._words = ElidedLabel(Qt.TextElideMode.ElideRight, self)
        self._words.setObjectName("muted")
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._buttons = [self._button(action) for action in actions]
        self._more = self._menu(more)
        self._rest = QTimer(self, singleShot=True, interval=TELL_EVERY)
        self._rest.timeout.connect(self._tell)
        self._lay_out()
        self._fit()
        session.runs.opened.connect(self._tell)
        session.runs.progressed.connect(self._on_progressed)
        session.model_changed.connect(self._tell)
        self._tell()

    def _button(self, action: QAction) -> QPushButton:
        """A button that is there while its action can be seen, and works while it can be used."""
        button = QPushButton(self)
        button.clicked.connect(action.trigger)
        action.changed.connect(lambda: self._on_action(button, action))
        _follow(button, action)
        return button

    def _menu(self, actions: Sequence[QAction | None]) -> QToolButton:
        button = QToolButton(self)
        button.setObjectName("quiet")
        button.setText(self.tr("More"))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        menu = QMenu(button)
        menu.setToolTipsVisible(True)  # what cannot be used says why; nothing else has one of its own
        for action in actions:
            menu.addAction(action) if action else menu.addSeparator()
        button.setMenu(menu)
        return button

    def _on_action(self, button: QPushButton, action: QAction) -> None:
        """Pause and Continue take turns, and hand on the keyboard; the first one, Cancel, gets it last."""
        if button.hasFocus() and not action.isVisible():
            others = (each for each in (*self._buttons[1:], *self._buttons[:1]) if each is not button)
            if heir := next((each for each in others if each.isEnabled() and not each.isHidden()), None):
                heir.setFocus()
        _follow(button, action)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addWidget(self._name)
        words.addWidget(self._words)
        row = QHBoxLayout()
        row.setContentsMargins(16, 10, 12, 8)
        row.setSpacing(8)
        row.addLayout(words, 1)
        for button in (*self._buttons, self._more):
            row.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(row)
        column.addWidget(self._bar)

    def _fit(self) -> None:
        name = scaled(self.font(), LABEL)
        name.setWeight(QFont.Weight.DemiBold)
        self._name.setFont(name)
        self._words.setFont(tabular(self.font()))
        widest = max((button.sizeHint().width() for button in self._buttons), default=0)
        for button in self._buttons:  # so that one that takes another's place is not under a pointer elsewhere
            button.setMinimumWidth(widest)

    def _on_progressed(self, run: FolderRun) -> None:
        if run is not self._session.runs.shown:
            return
        if run.state is RunState.RUNNING:
            if not self._rest.isActive():
                self._rest.start()
        else:
            self._tell()

    def _tell(self) -> None:
        run = self._session.runs.shown
        if run is None:
            return
        self._name.setText(run.name)
        self._name.setToolTip(wording.plain_tool_tip(*map(str, run.roots[:10])))
        words = self._state_words(run)
        self._words.setText(words)
        self._words.setToolTip(wording.plain_tool_tip(words, *_skipped(run)))
        self._show_share(run)

    def _show_share(self, run: FolderRun) -> None:
        """Without a total the bar runs; one that is done keeps its room, so that nothing moves."""
        is_open = run.state is RunState.RUNNING and run.share is None
        share = 0.0 if run.state is RunState.DONE else run.share or 0.0
        self._bar.setRange(0, 0 if is_open else _SCALE)
        self._bar.setValue(round(_SCALE * share))

    def _state_words(self, run: FolderRun) -> str:
        match run.state:
            case RunState.WAITING:
                first = self._waiting_words(run)
            case RunState.FAILED if run.error:
                return wording.trouble_words(run.error)
            case RunState.DONE:
                first = wording.pictures(run.tally.done)
            case _:
                first = run_wording.run_progress(run)
        return " · ".join(part for part in (first, *run_wording.run_figures(run)) if part)

    def _waiting_words(self, run: FolderRun) -> str:
        if self._session.ready is None and self._session.trouble is None:
            return self.tr("Waiting: the model is being loaded…")
        newer = self._session.runs.active[-1:]
        if newer and newer[0] is not run:
            return self.tr("Waits until “%1” is done").replace("%1", newer[0].name)
        return self.tr("Looking for pictures…")

    # Qt overrides

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()


def _follow(button: QPushButton, action: QAction) -> None:
    button.setText(action.iconText())
    button.setToolTip(wording.plain_tool_tip(action.toolTip()))
    button.setAccessibleDescription("" if action.isEnabled() else action.toolTip())
    button.setVisible(action.isVisible())
    button.setEnabled(action.isEnabled())


def _skipped(run: FolderRun) -> list[str]:
    return [run_wording.skipped_kind(kind, number) for kind, number in run.tally.skipped[:12]]
