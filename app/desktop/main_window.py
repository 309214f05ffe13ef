"""The main window: picture, bars, film strip, and the actions around them."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QEvent, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QKeyEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
)

from app.desktop import dialogs, wording
from app.desktop.actions import Actions
from app.desktop.doors import Doors
from app.desktop.empty_state import DropOverlay
from app.desktop.folder_run import FolderRun, RunState
from app.desktop.notice import Notice, Offer
from app.desktop.notice_bar import NoticeBar
from app.desktop.pictures_model import State
from app.desktop.promise import Promise
from app.desktop.session import Session
from app.desktop.status_line import StatusLine
from app.desktop.theme import Theme
from app.desktop.tool_bar import ToolBar
from app.desktop.updates import Updates
from app.desktop.views import Views


class MainWindow(QMainWindow):
    """Shows the session; all of the window takes drops.

    Signals:
        painted(): the window was painted for the first time; what is slow may begin.
        closed(): the user closed the window; it is hidden already.
    """

    painted = Signal()
    closed = Signal()

    def __init__(self, session: Session, theme: Theme, updates: Updates) -> None:
        super().__init__()
        self._session = session
        self._theme = theme
        self._updates = updates
        self._was_painted = False
        self.setWindowTitle("Whatsit")
        self.setAcceptDrops(True)
        self.doors = Doors(session, self)
        self._actions = Actions(self, session.removals)
        self.views = Views(session, theme, self._actions, self)
        self._notice = NoticeBar(theme, self)
        self._overlay = DropOverlay(theme, self)
        self._promise = Promise(session.tasks, self)
        self._promise.said.connect(self._overlay.set_words)
        self._lay_out()
        self._connect_actions()
        self._connect_session()
        self._on_theme()
        self._on_settings()
        self._restore()

    def come_forward(self, token: str = "") -> None:
        """Show itself before all other windows, as far as the desktop lets it.

        Args:
            token: what a Wayland desktop gave whoever wants it, or ""; Qt takes it from the environment.
        """
        if token:
            os.environ["XDG_ACTIVATION_TOKEN"] = token
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    # building

    def _lay_out(self) -> None:
        actions = self._actions
        doors = (actions.open, actions.open_folder, actions.paste)
        tools = ToolBar(self._session, doors, (actions.show_pictures, actions.show_folder), self)
        tools.models_wanted.connect(actions.models.trigger)
        self.addToolBar(tools)
        self.setCentralWidget(self.views)
        self.setStatusBar(StatusLine(self._session, self))
        self._fit()

    def _fit(self) -> None:
        """No smaller than everything is usable at; a large font needs more room, but never more than the screen has."""
        needed = self.minimumSizeHint().expandedTo(QSize(720, 480))
        self.setMinimumSize(needed.boundedTo(self.screen().availableSize() * 0.9))

    def _connect_actions(self) -> None:
        actions, doors = self._actions, self.doors
        for action, slot in (
            (actions.open, doors.open_pictures),
            (actions.open_folder, doors.open_folder),
            (actions.example, doors.open_example),
            (actions.paste, doors.paste),
            (actions.quit, self.close),
            (actions.models, self._on_models_wanted),
            (actions.add_model, self._on_model_to_add),
            (actions.settings, self._on_settings_wanted),
            (actions.results, self._on_results),
            (actions.resume, self._session.retry_stopped),
            (actions.stop, self._session.stop),
            (actions.inside, self._on_inside),
            (actions.numbers, self._on_numbers),
            (actions.log, self._on_log),
            (actions.updates, self._on_updates_wanted),
            (actions.about, self._on_about),
        ):
            action.triggered.connect(slot)
        actions.full_screen.toggled.connect(self._on_full_screen)
        actions.recent_chosen.connect(self._on_recent)
        views = self.views
        views.moved.connect(lambda: QTimer.singleShot(0, self, self._place_notice))  # once the view has its size
        views.titled.connect(self._on_titled)
        views.empty.open_wanted.connect(doors.open_pictures)
        views.empty.folder_wanted.connect(doors.open_folder)
        views.empty.paste_wanted.connect(doors.paste)
        views.empty.example_wanted.connect(doors.open_example)
        for page in (views.pictures, views.folder):
            page.answer.explanation_wanted.connect(self._on_numbers)
        self._notice.offer_taken.connect(self._on_offer)

    def _connect_session(self) -> None:
        session = self._session
        session.progressed.connect(self._on_progressed)
        session.model_changed.connect(self._on_model)
        session.noticed.connect(self._on_noticed)
        session.intakes.model_found.connect(self._on_model_found)
        session.runs.opened.connect(self._on_run_opened)
        session.runs.progressed.connect(self._on_run_progressed)
        session.runs.former.changed.connect(self._on_former_changed)
        session.runs.former.forgotten.connect(self._on_forgotten)
        session.sorts.changed.connect(lambda: self._notice.withdraw(Offer.SORTS))  # they are looked at
        session.settings_changed.connect(self._on_settings)
        session.recent.changed.connect(self._on_recent_changed)
        session.removals.indexChanged.connect(self._on_removals)
        self._theme.changed.connect(self._on_theme)
        self._updates.changed.connect(self._on_updates)
        self._on_updates()
        self._on_recent_changed()
        self._on_progressed()

    def _restore(self) -> None:
        recent = self._session.recent
        if not self.restoreGeometry(recent.bytes_of("geometry")):
            larger = max(1.0, self.fontMetrics().height() / 20)  # 20 pixels is about the height of 10 points
            self.resize((QSize(1280, 800) * larger).boundedTo(self.screen().availableSize() * 0.9))
        self.views.pictures.restore(recent.bytes_of("splitter"))
        self.views.folder.restore(recent.bytes_of("folder"))

    # what the session says

    def _on_titled(self, title: str) -> None:
        # Qt takes "[*]" for the place where it may mark a document as changed.
        self.setWindowTitle(title.replace("[*]", "[*][*]"))

    def _on_progressed(self) -> None:
        self._actions.stop.setEnabled(self._session.busy)
        has_stopped = self._session.pictures.count(State.STOPPED) > 0
        self._actions.resume.setEnabled(has_stopped and not self._session.progress.busy)

    def _on_model(self) -> None:
        if self._session.ready:
            self._notice.withdraw(Offer.TRY_AGAIN, Offer.AUTOMATIC, Offer.MODELS)

    def _on_noticed(self, notice: Notice) -> None:
        self._notice.show_notice(notice)
        self._place_notice()

    def _on_model_found(self, source: Path) -> None:
        dialogs.add_model(self._session, self, source)

    def _on_run_opened(self) -> None:
        """The one that is offered has a button of its own above its table."""
        runs = self._session.runs
        if runs.shown and runs.shown.number == runs.offered:
            self._notice.withdraw(Offer.GO_ON)

    def _on_run_progressed(self, run: FolderRun) -> None:
        """Who continues a run has read what was wrong with it."""
        if run.state is RunState.WAITING:
            self._notice.withdraw(run=run.number)

    def _on_former_changed(self) -> None:
        runs = self._session.runs
        if all(run.id != runs.offered for run in runs.former.runs):
            self._notice.withdraw(Offer.GO_ON)

    def _on_forgotten(self, numbers: set[int]) -> None:
        for number in numbers:
            self._notice.withdraw(run=number)

    def _on_removals(self) -> None:
        self._notice.withdraw(Offer.UNDO)

    def _on_settings(self) -> None:
        self._theme.set_appearance(self._session.settings.appearance)

    def _on_updates(self) -> None:
        action, is_allowed = self._actions.updates, self._updates.is_allowed
        action.setVisible(self._updates.is_offered)
        action.setEnabled(is_allowed)
        action.setToolTip("" if is_allowed else wording.never_online())

    def _on_recent_changed(self) -> None:
        self._actions.set_recent(self._session.recent.paths)

    def _on_theme(self) -> None:
        self._actions.set_theme(self._theme.tokens)

    # what a person does

    def _on_offer(self, notice: Notice) -> None:
        session, offer = self._session, notice.offer
        self.views.focus()
        if offer is Offer.UNDO:
            session.removals.undo()
        elif offer is Offer.REVEAL:
            self.views.outside.reveal([notice.path or Path()])
        elif offer is Offer.GO_ON:
            session.runs.go_on_unfinished()
        elif offer is Offer.BEGIN_ANEW and notice.run is not None:
            session.runs.begin_anew(notice.run)
        elif offer is Offer.SORTS:
            dialogs.show_sorts(session, self)
        elif offer is Offer.PAGE:
            self.views.outside.open_page(notice.page)
        elif offer is Offer.MODELS:
            self._show_models(notice.model)
        elif offer is Offer.AUTOMATIC:
            session.change_settings(replace(session.settings, device="auto"))
        else:
            session.retry_stopped()

    def _on_results(self) -> None:
        dialogs.show_runs(self._session, self)

    def _on_full_screen(self, checked: bool) -> None:
        full = Qt.WindowState.WindowFullScreen
        self.setWindowState(self.windowState() | full if checked else self.windowState() & ~full)

    def _on_recent(self, path: Path) -> None:
        self.doors.open_paths([path])

    def _on_models_wanted(self) -> None:
        self._show_models()

    def _on_model_to_add(self) -> None:
        dialogs.add_model(self._session, self)

    def _show_models(self, key: str = "") -> None:
        dialogs.show_models(self._session, self._theme, self.views.outside, self, key)

    def _on_settings_wanted(self) -> None:
        outside, is_offered = self.views.outside, self._updates.is_offered
        dialogs.change_settings(self._session, self._theme, outside, self, offers_updates=is_offered)

    def _on_inside(self) -> None:
        dialogs.look_inside(self._session, self._theme, self.views.outside, self, self._session.settings.model)

    def _on_numbers(self) -> None:
        dialogs.explain_numbers(self._session, self)

    def _on_about(self) -> None:
        dialogs.tell_about(self._updates, self)

    def _on_updates_wanted(self) -> None:
        self._notice.withdraw(Offer.PAGE)  # the dialog offers the same
        dialogs.check_for_updates(self._updates, self.views.outside, self)

    def _on_log(self) -> None:
        self.views.outside.reveal([self._session.places.log])

    def _end_drag(self) -> None:
        self._promise.forget()
        self._overlay.hide()

    def _place_notice(self) -> None:
        below = self.views.below_notice()
        self._notice.place(QRect(below.mapTo(self, QPoint(0, 0)), below.size()))

    # Qt overrides

    def event(self, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place_notice()
        self._overlay.setGeometry(self.rect())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() != Qt.Key.Key_Escape:
            super().keyPressEvent(event)
        elif self._notice.isVisible():
            self._notice.dismiss()
        elif self._session.heat.is_wanted:
            self._session.heat.want(False)
        elif self._session.busy:
            self._session.stop()
        elif self.isFullScreen():
            self._on_full_screen(False)

    def changeEvent(self, event: QEvent) -> None:
        """The window manager and a restored geometry change the state too."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        elif event.type() == QEvent.Type.WindowStateChange:
            self._actions.full_screen.setChecked(self.isFullScreen())

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        is_ours = event.source() is not None  # a picture that is dragged out and changes its mind
        is_offline = self._session.settings.offline
        if not is_ours and self._promise.look(event.mimeData(), is_offline=is_offline):
            self._overlay.cover(self.rect())
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._end_drag()

    def dropEvent(self, event: QDropEvent) -> None:
        self._end_drag()
        event.setDropAction(Qt.DropAction.CopyAction)
        event.setAccepted(self.doors.drop(event.mimeData()))

    def closeEvent(self, event: QCloseEvent) -> None:
        self.hide()
        self.views.folder.settle()
        recent = self._session.recent
        recent.keep_bytes("geometry", self.saveGeometry())
        recent.keep_bytes("splitter", self.views.pictures.state())
        recent.keep_bytes("folder", self.views.folder.state())
        recent.save()
        event.accept()
        self.closed.emit()
