"""The question before something is lost that cannot be brought back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def is_sure(parent: QWidget, question: str, yes: str) -> bool:
    """Ask whether results shall be forgotten; `yes` are the words on the button that says so."""
    about = _tr("Your pictures stay where they are. The answers cannot be brought back.")
    return _is_wanted(parent, _tr("Forget"), question, about, yes)


def is_sure_to_remove(parent: QWidget, name: str) -> bool:
    """Ask whether a model of the user's own shall be removed."""
    question = _tr("Remove “%1” and its weights?").replace("%1", name)
    return _is_wanted(parent, _tr("Remove"), question, _tr("Nothing brings them back."), _tr("Remove"))


def _is_wanted(parent: QWidget, title: str, question: str, about: str, yes: str) -> bool:
    box = QMessageBox(parent)
    box.setWindowTitle(title)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(about)
    button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is button


def _tr(text: str) -> str:
    return QCoreApplication.translate("Forgetting", text)
