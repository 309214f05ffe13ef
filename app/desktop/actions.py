"""The actions of the window: their words, shortcuts, icons, and their places in the menus and the toolbar."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QUndoStack
from PySide6.QtWidgets import QMainWindow, QMenu, QWidget

from app.desktop import wording
from app.desktop.icons import themed_icon
from app.desktop.theme import Tokens


@dataclass(frozen=True, slots=True)
class Looks:
    """What can be seen of a picture beside itself.

    Attributes:
        crop: what the network saw.
        why: the heat map.
        save: keeps that one as a file.
        copy: puts it on the clipboard.
    """

    crop: QAction
    why: QAction
    save: QAction
    copy: QAction


class Actions(QObject):
    """Every action, made once; the window connects them.

    Signals:
        recent_chosen(object): the `Path` of a recent picture.
    """

    recent_chosen = Signal(object)

    def __init__(self, window: QMainWindow, removals: QUndoStack) -> None:
        super().__init__(window)
        key = QKeySequence.StandardKey
        self._icons: dict[QAction, str] = {}
        self.open = self._action(self.tr("&Open pictures…"), key.Open, "picture", self.tr("Open"))
        self.open_folder = self._action(self.tr("Open &folder…"), "Ctrl+Shift+O", "folder", self.tr("Folder"))
        self.results = self._action(self.tr("&Results…"), "Ctrl+R")
        self.example = self._action(self.tr("Try an &example"))
        self.quit = self._action(self.tr("&Quit"), key.Quit)
        self.undo = removals.createUndoAction(self, self.tr("&Undo"))
        self.undo.setShortcut(QKeySequence(key.Undo))
        self.redo = removals.createRedoAction(self, self.tr("&Redo"))
        self.redo.setShortcuts(key.Redo)
        self.copy = self._action(self.tr("&Copy"), key.Copy)
        self.copy_csv = self._action(self.tr("Copy as CSV &row"), "Ctrl+Shift+C")
        self.paste = self._action(self.tr("&Paste"), key.Paste, "paste", self.tr("Paste"))
        self.remove = self._action(self.tr("Take &off the list"), key.Delete)
        self.clear = self._action(self.tr("C&lear the list"))
        self.models, self.add_model = (
            self._action(self.tr("&Models…"), "Ctrl+Shift+M"),
            self._action(self.tr("A&dd a model…")),
        )
        self.settings = self._action(self.tr("&Settings…"), "Ctrl+,")
        self.looks = self._new_looks()
        self.retry = self._action(self.tr("Classify &again"))
        # GNOME and macOS have another key first; F5, of which the window speaks, works everywhere.
        self.retry.setShortcuts([QKeySequence("F5"), *_without(QKeySequence.keyBindings(key.Refresh), "F5")])
        self.resume = self._action(self.tr("Classify what was s&topped"))
        self.reveal = self._action(self.tr("Show in file &manager"))
        self.open_outside = self._action(self.tr("Open with its pro&gram"), "Ctrl+Return")
        self.stop = self._action(self.tr("&Stop"), "Ctrl+.")
        self.show_pictures = self._action(self.tr("&Pictures"), "Ctrl+1", "", self.tr("Pictures"))
        self.show_folder = self._action(self.tr("&Table"), "Ctrl+2", "", self.tr("Table"))
        self.find = self._action(self.tr("&Find…"), key.Find)
        self.pause = self._action(self.tr("&Pause"), "", "", self.tr("Pause"))
        self.go_on = self._action(self.tr("&Continue"), "", "", self.tr("Continue"))
        self.cancel = self._action(self.tr("Ca&ncel"), "", "", self.tr("Cancel"))
        self.export = self._action(self.tr("&Export…"), "Ctrl+E", "", self.tr("Export…"))
        self.sort = self._action(self.tr("&Sort into folders…"), "", "", self.tr("Sort…"))
        self.tag = self._action(self.tr("Write &tags…"))
        self.undo_sort = self._action(self.tr("&Undo a sort…"))
        self.look_again = self._action(self.tr("&Look for new pictures"))
        self.retry_failed = self._action(self.tr("Try &again what could not be classified"))
        self.rename = self._action(self.tr("Re&name…"))
        self.forget = self._action(self.tr("&Forget…"))
        self.inside = self._action(self.tr("&Inside the model…"), "Ctrl+I")
        self.full_screen = self._action(self.tr("&Full screen"))
        self.numbers = self._action(self.tr("What do these &numbers mean?"), key.HelpContents, "question")
        self.log = self._action(self.tr("Show &log file"))
        self.updates = self._action(self.tr("Check for &updates…"))
        self.about = self._action(self.tr("&About Whatsit"))
        self._set_roles()
        self.recent = QMenu(self.tr("Open &recent"), window)
        self._fill(window)

    def set_theme(self, tokens: Tokens) -> None:
        """Draw the icons in these colours."""
        for action, name in self._icons.items():
            action.setIcon(themed_icon(name, tokens))

    def set_recent(self, paths: list[Path]) -> None:
        """Offer these pictures and folders in the menu."""
        self.recent.clear()
        for path in paths:
            action = self.recent.addAction(wording.short_name(path).replace("&", "&&"))
            action.setToolTip(wording.plain_tool_tip(str(path)))
            action.setData(path)
            action.triggered.connect(self._on_recent)
        self.recent.setEnabled(bool(paths))

    def bind_to(self, action: QAction, *widgets: QWidget) -> None:
        """Let an action's shortcut work in these widgets only."""
        action.setShortcutContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        for widget in widgets:
            widget.addAction(action)

    def offer(self, widget: QWidget, *groups: Sequence[QAction]) -> None:
        """Offer these in the context menu of a widget, with a line between two groups."""
        for place, group in enumerate(groups):
            if place:
                line = QAction(widget)
                line.setSeparator(True)
                widget.addAction(line)
            widget.addActions(group)
        widget.setContextMenuPolicy(Qt.ContextMenuPolicy.ActionsContextMenu)

    def _action(
        self, text: str, shortcut: QKeySequence.StandardKey | str = "", icon: str = "", short: str = ""
    ) -> QAction:
        action = QAction(text, self)
        if shortcut:
            action.setShortcut(QKeySequence(shortcut))
        if icon:
            self._icons[action] = icon
            action.setIconVisibleInMenu(False)
        if short:
            action.setIconText(short)
        return action

    def _new_looks(self) -> Looks:
        looks = Looks(
            self._action(self.tr("&What the network saw"), "Space", "crop", self.tr("What the network saw")),
            self._action(self.tr("W&hy? The heat map"), "W", "why", self.tr("Why?")),
            self._action(self.tr("Sa&ve heat map…"), "", "save", self.tr("Save heat map…")),
            self._action(self.tr("Copy heat ma&p")),
        )
        looks.crop.setCheckable(True)
        looks.why.setCheckable(True)
        return looks

    def _set_roles(self) -> None:
        """What is special about some: a switch, and those that macOS moves into the program's own menu."""
        self.full_screen.setCheckable(True)
        keys = QKeySequence.keyBindings(QKeySequence.StandardKey.FullScreen)
        self.full_screen.setShortcuts(keys or [QKeySequence("F11")])
        self.quit.setMenuRole(QAction.MenuRole.QuitRole)
        self.settings.setMenuRole(QAction.MenuRole.PreferencesRole)
        self.updates.setMenuRole(QAction.MenuRole.ApplicationSpecificRole)
        self.about.setMenuRole(QAction.MenuRole.AboutRole)

    def _fill(self, window: QMainWindow) -> None:
        bar = window.menuBar()
        file = bar.addMenu(self.tr("&File"))
        file.addActions([self.open, self.open_folder])
        self.recent.setToolTipsVisible(True)
        file.addMenu(self.recent)
        file.addActions([self.results, self.example])
        file.addSeparator()
        file.addAction(self.quit)
        edit = bar.addMenu(self.tr("&Edit"))
        edit.addActions([self.undo, self.redo])
        edit.addSeparator()
        edit.addActions([self.copy, self.copy_csv, self.paste])
        edit.addSeparator()
        edit.addActions([self.remove, self.clear])
        edit.addSeparator()
        edit.addAction(self.find)
        edit.addSeparator()
        edit.addActions([self.models, self.add_model, self.settings])
        picture = bar.addMenu(self.tr("&Picture"))
        looks = self.looks
        picture.addActions([looks.crop, looks.why, looks.save, looks.copy])
        picture.addSeparator()
        picture.addActions([self.retry, self.resume, self.reveal, self.open_outside])
        picture.addSeparator()
        picture.addAction(self.stop)
        folder = bar.addMenu(self.tr("F&older"))
        folder.setToolTipsVisible(True)  # what cannot be used says why; nothing else has one of its own
        folder.addActions([self.pause, self.go_on, self.cancel])
        folder.addSeparator()
        folder.addActions([self.export, self.sort, self.tag, self.undo_sort])
        folder.addSeparator()
        folder.addActions([self.look_again, self.retry_failed, self.rename, self.forget])
        view = bar.addMenu(self.tr("&View"))
        view.addActions([self.show_pictures, self.show_folder])
        view.addSeparator()
        view.addAction(self.inside)
        view.addSeparator()
        view.addAction(self.full_screen)
        help_menu = bar.addMenu(self.tr("&Help"))
        help_menu.setToolTipsVisible(True)
        help_menu.addActions([self.numbers, self.log])
        help_menu.addSeparator()
        help_menu.addActions([self.updates, self.about])

    def _on_recent(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.recent_chosen.emit(action.data())


def _without(keys: list[QKeySequence], name: str) -> list[QKeySequence]:
    return [key for key in keys if key != QKeySequence(name)]
