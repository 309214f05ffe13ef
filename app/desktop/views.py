"""The views of the window: the empty one, single pictures, a folder; what came last is shown."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtGui import QActionGroup
from PySide6.QtWidgets import QApplication, QStackedWidget, QWidget

from app.desktop import wording
from app.desktop.actions import Actions
from app.desktop.elided_label import isolated
from app.desktop.empty_state import EmptyState
from app.desktop.folder_page import FolderPage
from app.desktop.heat_actions import HeatActions
from app.desktop.outside import Outside
from app.desktop.picture_page import PicturePage
from app.desktop.run_actions import RunActions
from app.desktop.session import Session
from app.desktop.theme import Theme


class Views(QStackedWidget):
    """Switches between the views, and lets the actions of the window work on the one that is shown.

    Attributes:
        empty, pictures, folder: the views.
        outside: leads to other programs.

    Signals:
        moved(): what lies over the view has to be placed anew.
        titled(str): what the window is called now.
    """

    moved = Signal()
    titled = Signal(str)

    def __init__(self, session: Session, theme: Theme, actions: Actions, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._actions = actions
        self.outside = Outside(session, self)
        self._of_run = RunActions(session, actions, self)
        HeatActions(session, actions.looks, self)
        self.empty = EmptyState(theme, self)
        self.pictures = PicturePage(session, theme, actions.looks, self)
        self.folder = FolderPage(session, theme, actions.looks, self._of_run.on_strip, self._of_run.more, self)
        for view in (self.empty, self.pictures, self.folder):
            self.addWidget(view)
        self._connect()
        self._on_current()

    @property
    def is_folder(self) -> bool:
        """Whether a folder is shown."""
        return self.currentWidget() is self.folder

    def below_notice(self) -> QWidget:
        """The part that a notice may lie over."""
        if self.currentWidget() is self.pictures:
            return self.pictures.side.view
        return self.folder.pane if self.is_folder else self.empty

    def focus(self) -> None:
        """Let the keyboard act on what is shown."""
        if self.is_folder:
            self.folder.focus()
        else:
            (self.pictures.strip if self._session.current else self.empty).setFocus()

    def show_pictures(self) -> None:
        """Show the single pictures, or the empty view where there are none."""
        self._session.end_exhibition()
        self._show(self.pictures if self._session.current else self.empty)

    def show_folder(self) -> None:
        """Show the run that is looked at."""
        if self._session.runs.shown:
            self._show(self.folder)

    def _connect(self) -> None:
        session, actions = self._session, self._actions
        for action, slot in (
            (actions.copy, self._on_copy),
            (actions.copy_csv, self._on_copy_csv),
            (actions.remove, self._on_remove),
            (actions.retry, self._on_retry),
            (actions.clear, self._on_clear),
            (actions.reveal, self._on_reveal),
            (actions.open_outside, self._on_open_outside),
            (actions.find, self.folder.pane.bar.search),
            (actions.show_pictures, self.show_pictures),
            (actions.show_folder, self.show_folder),
        ):
            action.triggered.connect(slot)
        group = QActionGroup(self)
        for action in (actions.show_pictures, actions.show_folder):
            action.setCheckable(True)
            group.addAction(action)
        views = (self.pictures.side.view, self.pictures.strip, self.folder.side.view)
        rows = (self.folder.pane.table, self.folder.pane.grid)
        bars = (self.pictures.answer.bars, self.folder.answer.bars)
        actions.bind_to(actions.looks.crop, *views, *rows)
        actions.bind_to(actions.looks.why, *views, *rows, *bars)
        actions.bind_to(actions.remove, self.pictures.side.view, self.pictures.strip, *rows)
        copies, pictures = (actions.copy, actions.copy_csv), (actions.retry, actions.reveal, actions.open_outside)
        looks = (actions.looks.crop, actions.looks.why, actions.looks.save, actions.looks.copy)
        for row in rows:
            actions.offer(row, copies, (actions.remove,), looks, pictures, self._of_run.of_selection)
        for picture in (self.pictures.side.view, self.pictures.strip):
            actions.offer(picture, copies, (actions.remove,), looks, pictures)
        actions.offer(self.pictures.answer.bars, copies, looks[1:], pictures)
        self.pictures.moved.connect(self.moved)
        self.folder.moved.connect(self.moved)
        session.current_changed.connect(self._on_current)
        session.taken_in.connect(self.show_pictures)
        session.runs.opened.connect(self._on_run_opened)
        session.runs.progressed.connect(self._on_current)
        self.folder.selected.connect(self._on_current)

    def _show(self, view: QWidget) -> None:
        is_other = self.currentWidget() is not view
        self.setCurrentWidget(view)
        if is_other:
            self._on_current()
            self.focus()
            self.moved.emit()

    def _page(self) -> PicturePage | FolderPage:
        return self.folder if self.is_folder else self.pictures

    def _on_run_opened(self) -> None:
        if self._session.runs.shown:
            self._show(self.folder)
        elif self.is_folder:
            self.show_pictures()
        self._on_current()

    def _on_current(self) -> None:
        entry, run = self._session.current, self._session.runs.shown
        if not self.is_folder:
            self._show(self.pictures if entry else self.empty)
            if entry:
                self.pictures.follow(entry)
        actions = self._actions
        has_rows = self.is_folder and self._session.runs.rows.selected > 0
        for action in (actions.copy, actions.remove):
            action.setEnabled(has_rows or entry is not None)
        is_resting = not (self.is_folder and run and run.is_active)
        actions.retry.setEnabled((has_rows or entry is not None) and is_resting)
        actions.copy_csv.setEnabled(has_rows or (entry is not None and entry.outcome is not None))
        actions.clear.setEnabled(self.is_folder or entry is not None)
        for action in (actions.reveal, actions.open_outside):
            action.setEnabled(entry is not None and entry.ref.data is None)
        actions.show_folder.setVisible(run is not None)
        actions.show_pictures.setVisible(run is not None)
        (actions.show_folder if self.is_folder else actions.show_pictures).setChecked(True)
        self.titled.emit(self._title())

    def _title(self) -> str:
        """What is shown; of a run under way how far it is too, which a task bar then tells as well."""
        entry, run = self._session.current, self._session.runs.shown
        if not self.is_folder or run is None:
            return isolated(entry.name) if entry else "Whatsit"
        name = isolated(run.name)
        if run.is_active and run.share is not None:
            return (
                self.tr("%1 of %2").replace("%1", wording.whole_percent(int(100 * run.share) / 100)).replace("%2", name)
            )
        return name

    def _on_copy(self) -> None:
        self._page().copy()

    def _on_copy_csv(self) -> None:
        self._page().copy_csv()

    def _on_remove(self) -> None:
        if QApplication.activePopupWidget() is None:  # Qt lets the key through an open menu
            self._page().remove()

    def _on_retry(self) -> None:
        self._page().retry()

    def _on_reveal(self) -> None:
        self._page().with_paths(self.outside.reveal)

    def _on_open_outside(self) -> None:
        self._page().with_paths(self.outside.open)

    def _on_clear(self) -> None:
        if self.is_folder:
            self._session.runs.show_none()
        else:
            self._session.clear()
