"""Forms of dialogs: labels and fields on a grid."""

from __future__ import annotations

from PySide6.QtWidgets import QFormLayout, QLineEdit, QWidget

NUMBER_INSET = 8  # so that numbers begin where the words of the boxes begin; style sheets do not reach them


class Form(QFormLayout):
    """Fields below each other, with their labels before them."""

    def __init__(self, page: QWidget | None = None) -> None:
        super().__init__()
        if page:
            page.setLayout(self)
        self.setContentsMargins(0, 0, 0, 0)
        self.setHorizontalSpacing(16)
        self.setVerticalSpacing(8)
        self.setFieldGrowthPolicy(QFormLayout.FieldGrowthPolicy.AllNonFixedFieldsGrow)
        self.setRowWrapPolicy(QFormLayout.RowWrapPolicy.DontWrapRows)

    def add(self, words: str, field: QWidget) -> None:
        """One more field; its label stands beside the field's first line."""
        for edit in field.findChildren(QLineEdit):
            edit.setTextMargins(NUMBER_INSET, 0, 0, 0)
        self.addRow(words, field)
        label = self.labelForField(field)
        if label:  # Qt would set it a little higher than the text of its field
            label.setMinimumHeight(min(field.sizeHint().height(), 2 * label.fontMetrics().height()))
