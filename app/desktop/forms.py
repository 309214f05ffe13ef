"""Forms of dialogs: labels and fields on a grid."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QAbstractSpinBox, QGridLayout, QLabel, QRadioButton, QWidget

NUMBER_INSET = 8  # so that numbers begin where the words of the boxes begin; style sheets do not reach them


class Form(QGridLayout):
    """Fields below each other, with their labels before them.

    Qt's own form layout gives sentences that wrap too much or too little room.
    """

    def __init__(self, page: QWidget | None = None) -> None:
        """`page` is laid out by it, or whatever it is added to."""
        super().__init__()
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setColumnStretch(1, 1)
        self._labels: dict[QWidget, QLabel] = {}
        if page:
            page.setLayout(self)

    def add(self, words: str, field: QWidget, beside: QWidget | None = None) -> None:
        """One more field; without `words` it has no label.

        Of a field with several parts the label stands beside the part `beside`, its uppermost, or its first button.
        """
        row = self.rowCount()
        if isinstance(field, QAbstractSpinBox):
            line_up(field)
        self.addWidget(field, row, 1)
        if not words:
            return
        label, first = QLabel(words), beside or field.findChild(QRadioButton)
        self._labels[field] = label
        label.setBuddy(_key_target(beside or field))
        if first:
            label.setAlignment(Qt.AlignmentFlag.AlignTop)
            height = label.sizeHint().height()
            room = min(first.sizeHint().height(), 2 * height)  # a field of many lines begins with the first of them
            label.setContentsMargins(0, (room - height) // 2, 0, 0)
        self.addWidget(label, row, 0)

    def show_field(self, field: QWidget, is_shown: bool) -> None:
        """Show or hide a field with its label."""
        field.setVisible(is_shown)
        if label := self._labels.get(field):
            label.setVisible(is_shown)


def line_up(numbers: QAbstractSpinBox) -> None:
    """Begin where the words of the boxes begin: Qt would put digits at the left, also where all else begins right."""
    if numbers.isRightToLeft():
        numbers.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignAbsolute)
        numbers.lineEdit().setTextMargins(0, 0, NUMBER_INSET, 0)
    else:
        numbers.lineEdit().setTextMargins(NUMBER_INSET, 0, 0, 0)


def _key_target(field: QWidget) -> QWidget:
    """What gets the keyboard by the label's key: Qt passes it to no field that only hands it on."""
    while proxy := field.focusProxy():
        field = proxy
    return field
