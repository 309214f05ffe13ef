"""Beside the models: what is known of the chosen one, and what can be done with it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QVBoxLayout, QWidget

from app.cards import Card
from app.desktop.session import Session
from app.desktop.theme import Theme
from app.desktop.zoo_facts import ZooFacts
from app.desktop.zoo_foot import ZooFoot

WIDTH = 240  # pixels, at least


class ZooSide(QWidget):
    """What is known can be scrolled; what can be done stays at the foot.

    Signals:
        page_wanted(str), inside_wanted(str): as of `ZooFacts`.
        renamed(str): the model that is shown has this key now.
    """

    page_wanted = Signal(str)
    inside_wanted = Signal(str)
    renamed = Signal(str)

    def __init__(self, session: Session, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._zoo = session.zoo
        self._card: Card | None = None
        self._none = QLabel(self)
        self._none.setObjectName("muted")
        self._none.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._none.setWordWrap(True)
        self._facts = ZooFacts(session.zoo, theme, self)
        self._facts.page_wanted.connect(self.page_wanted)
        self._facts.inside_wanted.connect(self.inside_wanted)
        self._foot = ZooFoot(session, self)
        self._foot.renamed.connect(self.renamed)
        self._stack = QStackedWidget(self)
        self._lay_out()
        session.zoo.changed.connect(self._tell)

    def show_card(self, card: Card | None) -> None:
        """Show this model, or that none is chosen."""
        self._card = card
        self._foot.show_card(card)
        self._tell()

    def use(self) -> None:
        """Classify with the model that is shown, if it is here."""
        self._foot.use()

    def _tell(self) -> None:
        self._stack.setCurrentIndex(int(self._card is not None))
        words = self.tr("Choose a model to see what is known of it.")
        self._none.setText(words if self._zoo.cards else "")
        if self._card:
            self._facts.show_card(self._card)

    def _lay_out(self) -> None:
        page = QWidget(self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self._facts, 1)
        column.addWidget(self._foot)
        self._stack.addWidget(self._none)
        self._stack.addWidget(page)
        whole = QVBoxLayout(self)
        is_turned = self.isRightToLeft()  # Qt mirrors no margins
        whole.setContentsMargins(0 if is_turned else 16, 0, 16 if is_turned else 0, 0)
        whole.addWidget(self._stack)
        self.setMinimumWidth(WIDTH)

    # Qt overrides

    def sizeHint(self) -> QSize:
        return QSize(max(300, 42 * self.fontMetrics().averageCharWidth()), 440)
