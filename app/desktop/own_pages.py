"""The smaller pages for a model of the user's own: another name for one that is imported, and that it is kept."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QLineEdit, QVBoxLayout, QWidget

from app.desktop import own_wording
from app.desktop.forms import Form
from app.desktop.own_steps import Added
from app.desktop.task_dialog import note
from app.desktop.theme import LABEL, scaled


class NamePage(QWidget):
    """Asks for the name of a model that is imported, because another has its own.

    Signals:
        changed(): another name stands there.
    """

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._name = QLineEdit(self)
        self._name.setObjectName("field")
        self._name.textChanged.connect(self.changed)
        form = Form(self)
        form.add(self.tr("&Name"), self._name)
        form.add("", note(self.tr("You have a model of the same name already; give this one another."), self))

    @property
    def name(self) -> str:
        """The name that stands there."""
        return self._name.text().strip()

    def show_name(self, name: str) -> None:
        """Propose this name."""
        self._name.setText(name)
        self.ask_name()

    def ask_name(self) -> None:
        """Let the keyboard give another name."""
        self._name.setFocus()
        self._name.selectAll()


class AddedPage(QWidget):
    """Says that a model is kept, and what can be done now."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._words = QLabel(self)
        self._words.setFont(scaled(self.font(), LABEL))
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._about = note("", self)
        self._check = note(
            self.tr(
                "A check shows whether it answers as your training script did. It takes a few pictures of which you "
                "know what the script said."
            ),
            self,
        )
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for label in (self._words, self._about, self._check):
            column.addWidget(label)

    def show_added(self, added: Added) -> None:
        """Say that this model is kept."""
        self._words.setText(own_wording.added(added))
        self._about.setText(own_wording.about_added(added))
