"""What can be done with the chosen model, and what it would take."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QInputDialog, QLabel, QProgressBar, QPushButton, QVBoxLayout, QWidget

from app.cards import Card
from app.desktop import zoo_wording
from app.desktop.choices import show_fixed
from app.desktop.flow_layout import FlowLayout
from app.desktop.forgetting import is_sure_to_remove
from app.desktop.session import Session
from app.desktop.standing import NOT_FOR_USE, UNDER_WAY, Standing
from app.desktop.theme import tabular
from app.desktop.zoo_offer import offer
from app.desktop.zoo_own import ZooOwn
from app.wording import shown

_SCALE = 1000  # steps of the bar
_ABSENT = (Standing.AWAY, Standing.BEGUN, *NOT_FOR_USE)


class ZooFoot(QWidget):
    """The buttons, and above them a sentence: nothing is fetched or removed of which it does not tell first.

    Signals:
        renamed(str): the model that is shown has this key now.
    """

    renamed = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._zoo = session.zoo
        self._card: Card | None = None
        self._error = self._label("error")
        self._words = self._label("muted")
        self._words.setFont(tabular(self.font()))
        self._bar = QProgressBar(self, textVisible=False)
        self._bar.setAccessibleName(self.tr("Progress"))
        self._use = self._button(self.tr("&Use"), self.use)
        self._download = self._button(self.tr("&Download"), self._on_download)
        self._carry = self._button(self.tr("Use a &file…"), self._on_carry)
        self._cancel = self._button(self.tr("&Cancel"), self._on_cancel)
        self._remove = self._button(self.tr("&Remove"), self._on_remove)
        self._own = ZooOwn(session, self)
        self._own.renamed.connect(self.renamed)
        self._own.refused.connect(self._on_refused)
        own = self._own.buttons
        self._buttons = (self._use, self._download, self._carry, self._cancel, *own, self._remove)
        self._lay_out()
        session.settings_changed.connect(self._tell)
        session.zoo.stood.connect(self._on_stood)
        session.zoo.changed.connect(self._tell)

    def show_card(self, card: Card | None) -> None:
        """Offer what can be done with this model."""
        self._card = card
        self._tell()

    def use(self) -> None:
        """Classify with the model that is shown, if it is here."""
        if self._card and self._use.isEnabled():
            self._session.change_settings(replace(self._session.settings, model=self._card.key))

    # telling

    def _on_stood(self, key: str) -> None:
        if self._card and self._card.key == key:
            self._tell()

    def _tell(self) -> None:
        card = self._card
        if card is None:
            return
        standing, has_keyboard = self._zoo.standing(card.key), any(button.hasFocus() for button in self._buttons)
        self._tell_buttons(card, standing)
        if has_keyboard and not any(button.hasFocus() for button in self._buttons):
            self._keep_keyboard()
        self._tell_progress(card)
        self._error.setText(self._trouble(card, standing))
        self._words.setText(self._sentence(card, standing))
        for label in (self._error, self._words):
            label.setVisible(bool(label.text()))

    def _tell_buttons(self, card: Card, standing: Standing) -> None:
        can_fetch = card.file is not None and standing in _ABSENT
        self._use.setVisible(standing in (Standing.HERE, Standing.IN_USE))
        self._use.setEnabled(standing is Standing.HERE)
        self._download.setVisible(can_fetch)
        self._download.setEnabled(not self._zoo.hindrance())
        self._download.setText(self._download_words(standing))
        self._carry.setVisible(can_fetch)
        self._cancel.setVisible(standing in UNDER_WAY)
        has_file = self._zoo.file(card.key) is not None or standing is Standing.GONE
        self._remove.setVisible(has_file and standing not in UNDER_WAY)
        self._remove.setEnabled(standing is not Standing.IN_USE)
        self._own.show_card(card, is_here=standing in (Standing.HERE, Standing.IN_USE))
        if "model" in self._session.policy.fixed:
            show_fixed(self._use)

    def _download_words(self, standing: Standing) -> str:
        if standing is Standing.BEGUN:
            return self.tr("&Continue")
        return self.tr("&Download again") if standing in NOT_FOR_USE else self.tr("&Download")

    def _tell_progress(self, card: Card) -> None:
        transfer = self._zoo.downloads.transfer(card.key)
        share = zoo_wording.share(transfer.step) if transfer else None
        self._bar.setVisible(transfer is not None)
        self._bar.setRange(0, 0 if share is None and transfer and transfer.is_begun else _SCALE)
        self._bar.setValue(0 if share is None else round(_SCALE * share))

    def _trouble(self, card: Card, standing: Standing) -> str:
        if standing is Standing.DAMAGED:
            return self.tr("Its file is damaged and is not used.")
        if standing is Standing.GONE:
            return self.tr("Its file is no longer there.")
        return self._zoo.failure(card.key)

    def _sentence(self, card: Card, standing: Standing) -> str:
        """What holds of the chosen model, and what its buttons would do."""
        path, transfer = self._zoo.file(card.key), self._zoo.downloads.transfer(card.key)
        if transfer:
            return zoo_wording.progress(transfer.step)
        if standing is Standing.IN_USE:
            return self.tr("This model is in use.")
        if standing is Standing.HERE and path:
            return zoo_wording.removal(path, self._zoo.bytes(card))
        if standing in _ABSENT and card.file:
            mirror = self._session.settings.hub_mirror
            words = offer(card.file, self._zoo.begun(card.key), mirror)
            return "\n".join(filter(None, (words, self._zoo.hindrance())))
        return ""

    def _on_refused(self, words: str) -> None:
        self._error.setText(words)
        self._error.show()

    def _keep_keyboard(self) -> None:
        """The button that was pressed is gone; another one has taken its place."""
        usable = (button for button in self._buttons if not button.isHidden() and button.isEnabled())
        if button := next(usable, None):
            button.setFocus()

    # what a person does

    def _on_download(self) -> None:
        if self._card:
            self._zoo.download(self._card)

    def _on_cancel(self) -> None:
        if self._card:
            self._zoo.cancel(self._card.key)

    def _on_remove(self) -> None:
        """What can be had again is removed at once; nobody else has a model of one's own."""
        card = self._card
        if card and (card.file or is_sure_to_remove(self, shown(card.title))):
            self._zoo.remove(card.key)

    def _on_carry(self) -> None:
        """A hub tells digests only when it is asked, so for its files a person has to."""
        card = self._card
        if card is None or card.file is None:
            return
        title = self.tr("Use a file for %1").replace("%1", shown(card.title))
        name, _ = QFileDialog.getOpenFileName(self, title, filter=zoo_wording.file_filter(card.file))
        if not name:
            return
        digits, is_sure = "", True
        if not card.file.digits:
            digits, is_sure = QInputDialog.getText(self, title, zoo_wording.digest_question(card.file))
        if is_sure:
            self._zoo.carry(card, Path(name), digits.strip())

    # building

    def _label(self, name: str) -> QLabel:
        label = QLabel(self)
        label.setObjectName(name)
        label.setTextFormat(Qt.TextFormat.PlainText)
        label.setWordWrap(True)
        label.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        return label

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        buttons = FlowLayout(8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in self._buttons:
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self._error, self._words, self._bar):
            column.addWidget(part)
        column.addLayout(buttons)
