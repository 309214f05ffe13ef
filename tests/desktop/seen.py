"""What a person sees of a widget, and finds in it."""

from __future__ import annotations

import re

from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QAbstractButton, QDialog, QLabel, QPushButton, QWidget


def painted(widget: QWidget) -> QImage:
    image = QImage(widget.size(), QImage.Format.Format_RGB32)
    widget.render(image)
    return image


def has(image: QImage, colour: str) -> bool:
    """Whether any pixel of what was painted has this colour."""
    return QColor(colour).rgb() in image.constBits().cast("I")


def button(dialog: QWidget, words: str) -> QPushButton:
    """The button with these words; of several, one that can be seen."""
    named = [each for each in dialog.findChildren(QPushButton) if each.text().replace("&", "") == words]
    return next((each for each in named if each.isVisible()), named[0])


def shown_words(dialog: QWidget) -> str:
    return "\n".join(label.text() for label in dialog.findChildren(QLabel) if label.isVisible())


def doubled_keys(dialog: QDialog) -> set[str]:
    """The letters that lead, with Alt, to more than one of the things that are seen, or to none."""
    keys: list[str] = []
    for each in dialog.findChildren(QAbstractButton) + dialog.findChildren(QLabel):
        if each.isVisible() and (found := re.search(r"&(\w)", each.text().replace("&&", ""))):
            buddy = each.buddy() if isinstance(each, QLabel) else each
            leads = buddy and buddy.focusPolicy() is not Qt.FocusPolicy.NoFocus
            keys += [found[1].lower()] * (1 if leads else 2)
    return {key for key in keys if keys.count(key) > 1}
