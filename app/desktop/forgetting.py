"""The question before results are forgotten, which cannot be brought back."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtWidgets import QMessageBox, QWidget


def is_sure(parent: QWidget, question: str, yes: str) -> bool:
    """Ask whether something shall be forgotten; `yes` are the words on the button that says so."""
    box = QMessageBox(parent)
    box.setWindowTitle(_tr("Forget"))
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setText(question)
    box.setInformativeText(_tr("Your pictures stay where they are. The answers cannot be brought back."))
    button = box.addButton(yes, QMessageBox.ButtonRole.AcceptRole)
    box.addButton(QMessageBox.StandardButton.Cancel)
    box.setDefaultButton(QMessageBox.StandardButton.Cancel)
    box.exec()
    return box.clickedButton() is button


def _tr(text: str) -> str:
    return QCoreApplication.translate("Forgetting", text)
