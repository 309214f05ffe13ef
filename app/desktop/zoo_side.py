"""Beside the models: what is known of the chosen one, and what can be done with it."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QPushButton, QStackedWidget, QVBoxLayout, QWidget

from app.cards import Card
from app.desktop import zoo_wording
from app.desktop.choices import show_fixed
from app.desktop.flow_layout import FlowLayout
from app.desktop.page_scroll import PageScroll
from app.desktop.session import Session
from app.desktop.standing import Standing
from app.desktop.zoo_facts import ZooFacts

WIDTH = 300  # pixels, at least


class ZooSide(QWidget):
    """Follows the session's models; the buttons stay at its foot.

    Signals:
        page_wanted(str): an address is to be opened.
    """

    page_wanted = Signal(str)

    def __init__(self, session: Session, parent: QWidget) -> None:
        super().__init__(parent)
        self._session = session
        self._zoo = session.zoo
        self._card: Card | None = None
        self._none = QLabel(self.tr("Choose a model to see what is known of it."), self)
        self._none.setObjectName("muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._facts = ZooFacts(session.zoo, self)
        self._facts.page_wanted.connect(self.page_wanted)
        self._words = QLabel(self)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._use = self._button(self.tr("&Use"), self.use)
        self._remove = self._button(self.tr("&Remove"), self._on_remove)
        self._stack = QStackedWidget(self)
        self._lay_out()
        session.settings_changed.connect(self._tell)
        session.zoo.stood.connect(self._on_stood)
        session.zoo.changed.connect(self._tell)

    @property
    def card(self) -> Card | None:
        """The model that is shown, or None."""
        return self._card

    def show_card(self, card: Card | None) -> None:
        """Show this model, or that none is chosen."""
        self._card = card
        self._tell()

    def use(self) -> None:
        """Classify with the model that is shown, if it is here."""
        if self._card and self._use.isEnabled():
            self._session.change_settings(replace(self._session.settings, model=self._card.key))

    def _on_remove(self) -> None:
        if self._card:
            self._zoo.remove(self._card.key)

    def _on_stood(self, key: str) -> None:
        if self._card and self._card.key == key:
            self._tell()

    def _tell(self) -> None:
        card = self._card
        self._stack.setCurrentIndex(int(card is not None))
        if card is None:
            return
        self._facts.show_card(card)
        standing = self._zoo.standing(card.key)
        self._use.setVisible(standing in (Standing.HERE, Standing.IN_USE))
        self._use.setEnabled(standing is Standing.HERE)
        self._remove.setVisible(self._zoo.file(card.key) is not None or standing is Standing.GONE)
        self._remove.setEnabled(standing is not Standing.IN_USE)
        self._words.setText(self._sentence(card, standing))
        self._words.setVisible(bool(self._words.text()))
        if "model" in self._session.policy.fixed:
            show_fixed(self._use)

    def _sentence(self, card: Card, standing: Standing) -> str:
        """What holds of the chosen model, and what its buttons would do."""
        path = self._zoo.file(card.key)
        match standing:
            case Standing.IN_USE:
                return self.tr("This model is in use.")
            case Standing.DAMAGED:
                return self.tr("Its file is damaged and is not used.")
            case Standing.GONE:
                return self.tr("Its file is no longer there.")
            case Standing.HERE if path:
                return zoo_wording.removal(path, self._zoo.bytes(card))
        return ""

    def _button(self, words: str, slot: object) -> QPushButton:
        button = QPushButton(words, self)
        button.setAutoDefault(False)
        button.clicked.connect(slot)
        return button

    def _lay_out(self) -> None:
        buttons = FlowLayout(8)
        buttons.setContentsMargins(0, 0, 0, 0)
        for button in (self._use, self._remove):
            buttons.addWidget(button)
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(PageScroll(self._facts, page), 1)
        column.addWidget(self._words)
        column.addLayout(buttons)
        self._stack.addWidget(self._none)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(16, 0, 0, 0)
        whole.addWidget(self._stack)
        self.setBackgroundRole(QPalette.ColorRole.Window)
        self.setMinimumWidth(WIDTH)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(max(WIDTH, 42 * self.fontMetrics().averageCharWidth()), 440)
