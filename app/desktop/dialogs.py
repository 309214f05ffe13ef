"""The dialogs, each loaded when it is opened, or by `later_parts` once the start is over: the window comes sooner."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QDialog, QWidget

from app.desktop import wording
from app.desktop.outside import Outside
from app.desktop.session import Session
from app.desktop.theme import Theme
from app.desktop.updates import Updates


def export_rows(session: Session, window: QWidget, *, is_for_selection: bool = False) -> None:
    """Write the rows of the shown run, or of the selection, into a file."""
    from app.desktop.export_dialog import ExportDialog

    ExportDialog(session, window, is_for_selection=is_for_selection).open()


def tag_pictures(session: Session, window: QWidget, *, is_for_selection: bool = False) -> None:
    """Write classes as tags beside the pictures."""
    from app.desktop.tag_dialog import TagDialog

    TagDialog(session, window, is_for_selection=is_for_selection).open()


def sort_pictures(session: Session, window: QWidget, *, is_for_selection: bool = False) -> None:
    """Put the pictures into folders."""
    from app.desktop.sort_dialog import SortDialog

    SortDialog(session, window, is_for_selection=is_for_selection).open()


def show_sorts(session: Session, window: QWidget) -> None:
    """Former sorts, to be undone or gone on with."""
    from app.desktop.sorts_dialog import SortsDialog

    SortsDialog(session, window).open()


def show_runs(session: Session, window: QWidget) -> None:
    """The runs that are kept."""
    from app.desktop.runs_dialog import RunsDialog

    _open(RunsDialog(session, window))


def change_settings(session: Session, theme: Theme, outside: Outside, window: QWidget, *, offers_updates: bool) -> None:
    """The settings."""
    from app.desktop.settings_dialog import SettingsDialog

    dialog = SettingsDialog(session, window, offers_updates=offers_updates)
    dialog.models_wanted.connect(lambda: show_models(session, theme, outside, dialog))
    _open(dialog)


def show_models(session: Session, theme: Theme, outside: Outside, window: QWidget, key: str = "") -> None:
    """All models; the one of this key first, or the one in use."""
    from app.desktop.zoo_dialog import ZooDialog

    dialog = ZooDialog(session, theme, window, key)
    add = QAction(QCoreApplication.translate("Dialogs", "&Add a model…"), dialog)
    add.triggered.connect(lambda: add_model(session, dialog))
    dialog.offer(add)
    dialog.source_dropped.connect(lambda source: add_model(session, dialog, source))
    dialog.page_wanted.connect(outside.open_page)
    dialog.inside_wanted.connect(lambda wanted: look_inside(session, theme, outside, dialog, wanted))
    _open(dialog)


def look_inside(session: Session, theme: Theme, outside: Outside, window: QWidget, key: str) -> None:
    """What is inside the model of this key."""
    from app.desktop.inside_dialog import InsideDialog

    dialog = InsideDialog(session, theme, window, key)
    dialog.page_wanted.connect(outside.open_page)
    _open(dialog)


def add_model(session: Session, window: QWidget, source: Path | None = None) -> None:
    """A model of the user's own, out of this file or folder or one that is asked for."""
    from app.desktop.own_dialog import OwnModelDialog

    OwnModelDialog(session, window, source).open()


def explain_numbers(session: Session, window: QWidget) -> None:
    """What the numbers mean."""
    from app.desktop.pages import NumbersPage

    NumbersPage(wording.least_percent(session.settings.least_probability), session.model, window).show()


def tell_about(updates: Updates, window: QWidget) -> None:
    """What the program is and who made it."""
    from app.desktop.pages import AboutPage

    AboutPage(window, updates.publisher.homepage).show()


def check_for_updates(updates: Updates, outside: Outside, window: QWidget) -> None:
    """Ask for a newer version now."""
    from app.desktop.update_dialog import UpdateDialog

    dialog = UpdateDialog(updates, window)
    dialog.page_wanted.connect(outside.open_page)
    dialog.open()


def _open(dialog: QDialog) -> None:
    """Let it go when it is closed."""
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
