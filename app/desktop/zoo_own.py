"""What can be done with a model of the user's own beside using and removing it: another name, and one file of it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QPushButton, QWidget

from app.cards import Card
from app.desktop import own_wording
from app.desktop.own_export import OwnExport
from app.desktop.own_steps import Added, Refused, rename_steps
from app.desktop.session import Session
from app.results.sorting.names import safe_name
from app.wording import shown

ENDING = ".whatsit-model"
_OWN = "mine/"


class ZooOwn(QObject):
    """Two buttons, for whoever lays them out, and what they do.

    Attributes:
        buttons: both.

    Signals:
        renamed(str): the model that is shown has this key now.
        refused(str): why it could not be done.
    """

    renamed = Signal(str)
    refused = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._window = parent
        self._card: Card | None = None
        rename, export = QPushButton(self.tr("Re&name…"), parent), QPushButton(self.tr("&Export…"), parent)
        self.buttons = (rename, export)
        rename.clicked.connect(self._on_rename)
        export.clicked.connect(self._on_export)
        for button in self.buttons:
            button.setAutoDefault(False)

    def show_card(self, card: Card, *, is_here: bool) -> None:
        """Offer what can be done with this model, if it is one of the user's own."""
        self._card = card
        for button in self.buttons:
            button.setVisible(is_here and card.key.startswith(_OWN))

    def _on_rename(self) -> None:
        if card := self._card:
            title, label = self.tr("Rename"), self.tr("Name")
            name, is_wanted = QInputDialog.getText(self._window, title, label, text=shown(card.title))
            if is_wanted and name.strip() != card.title:
                self.rename(name)

    def rename(self, name: str) -> None:
        """Give the model that is shown another name."""
        card, places = self._card, self._session.places
        if card is None:
            return
        task = self._session.tasks.new(lambda _is_over: rename_steps(card.title, name, places))
        task.stepped.connect(self._on_renamed)
        task.start()

    def _on_renamed(self, step: Added | Refused) -> None:
        if isinstance(step, Refused):
            self.refused.emit(own_wording.refusal(step))
            return
        before, session = self._card, self._session
        if before and session.settings.model == before.key:
            session.change_settings(replace(session.settings, model=step.key))
        self.renamed.emit(step.key)
        session.zoo.look()

    def _on_export(self) -> None:
        card = self._card
        if card is None:
            return
        dialog = QFileDialog(self._window, self.tr("Export"), "", f"{self.tr('Models')} (*{ENDING})")
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        dialog.setDefaultSuffix(ENDING[1:])
        dialog.selectFile(f"{safe_name(card.title)}{ENDING}")
        dialog.fileSelected.connect(lambda name: self.export(Path(name)))
        dialog.open()

    def export(self, target: Path) -> None:
        """Write the model that is shown to this file; a person was asked already if one may be replaced."""
        if self._card:
            OwnExport(self._session, self._card.title, target, self._window).open()
