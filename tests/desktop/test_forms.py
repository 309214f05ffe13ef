"""Labels stand beside the first line of their fields, and sentences get the room that they need."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QComboBox, QLabel, QLineEdit, QRadioButton, QSpinBox, QVBoxLayout, QWidget

from app.desktop.forms import NUMBER_INSET, Form
from app.desktop.task_dialog import note


@pytest.fixture
def form(host: QWidget) -> Form:
    return Form(host)


def middle(widget: QWidget, host: QWidget) -> int:
    """Where the middle of its text is."""
    above = widget.contentsMargins().top()
    high = widget.sizeHint().height() - above if isinstance(widget, QLabel) and above else widget.height()
    return widget.mapTo(host, QPoint(0, above + high // 2)).y()


def test_a_label_leads_to_its_field_and_stands_beside_it(form: Form, host: QWidget) -> None:
    box = QComboBox(host)
    form.add("&Format", box)
    host.show()
    label = host.findChild(QLabel)
    assert label.buddy() is box
    assert abs(middle(label, host) - middle(box, host)) <= 1


def test_a_label_leads_to_the_first_of_several_fields_and_stands_beside_it(form: Form, host: QWidget) -> None:
    together, first = QWidget(host), QComboBox()
    together.setFocusProxy(first)
    column = QVBoxLayout(together)
    for widget in (first, note("A sentence about it.", host)):
        column.addWidget(widget)
    column.setContentsMargins(0, 0, 0, 0)
    form.add("&How", together, first)
    host.show()
    label = next(each for each in host.findChildren(QLabel) if each.buddy())
    assert label.buddy() is first
    assert abs(middle(label, host) - middle(first, host)) <= 1


def test_beside_several_buttons_it_stands_at_the_first(form: Form, host: QWidget) -> None:
    choice = QWidget(host)
    column = QVBoxLayout(choice)
    column.setContentsMargins(0, 0, 0, 0)
    first, *_ = buttons = [QRadioButton(words) for words in ("one", "two", "three")]
    for button in buttons:
        column.addWidget(button)
    form.add("Pictures", choice)
    host.show()
    assert abs(middle(host.findChild(QLabel), host) - middle(first, host)) <= 1


def test_of_a_field_with_a_sentence_below_it_stands_at_the_field(form: Form, host: QWidget) -> None:
    together = QWidget(host)
    box = QComboBox(together)
    column = QVBoxLayout(together)
    column.setContentsMargins(0, 0, 0, 0)
    column.addWidget(box)
    column.addWidget(QLabel("What it is for."))
    form.add("Format", together, beside=box)
    host.show()
    label = next(each for each in host.findChildren(QLabel) if each.buddy() is box)
    assert abs(middle(label, host) - middle(box, host)) <= 1


def test_a_sentence_that_wraps_is_seen_whole_and_takes_no_more(form: Form, host: QWidget) -> None:
    sentence = note("A sentence that is much too long for the little room there is. " * 3, host)
    form.add("Number", QSpinBox(host))
    form.add("", sentence)
    host.resize(260, 10)
    host.show()
    host.resize(260, host.heightForWidth(260))
    assert sentence.height() == sentence.heightForWidth(sentence.width())
    assert len(host.findChildren(QLabel)) == 2, "it has no label of its own"


def test_numbers_begin_where_words_do(form: Form, host: QWidget) -> None:
    number = QSpinBox(host)
    form.add("Number", number)
    assert number.lineEdit().textMargins().left() == NUMBER_INSET


def test_a_line_of_text_has_its_room_already(form: Form, host: QWidget) -> None:
    together = QWidget(host)
    line = QLineEdit(together)
    form.add("Into", together, beside=line)
    assert line.textMargins().left() == 0


@pytest.mark.parametrize("suffix", ["", " מגה־פיקסלים"])
def test_where_all_begins_right_numbers_begin_there_too(form: Form, host: QWidget, suffix: str) -> None:
    host.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    field = QSpinBox(host, suffix=suffix)
    form.add("Bars", field)
    host.resize(400, 100)
    host.show()
    image = field.lineEdit().grab().toImage()
    inked = [x for x in range(image.width()) if len({image.pixel(x, y) for y in range(image.height())}) > 1]
    assert NUMBER_INSET <= image.width() - max(inked) < 3 * NUMBER_INSET
