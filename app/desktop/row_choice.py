"""Which rows of a run something is done with: all, what the filters choose, or the selected ones."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QRadioButton, QVBoxLayout, QWidget
from shiboken6 import isValid

from app.desktop import wording
from app.desktop.session import Session
from app.desktop.task_dialog import note
from app.results.database import StoreError
from app.results.query import Order, Query
from app.results.view import View

_Each = TypeVar("_Each")


class RowChoice(QWidget):
    """Offers what there is to be chosen when it is made, with the numbers of pictures; the order is that of the run.

    Several selected rows are chosen first, else what the filters choose, else all.

    Signals:
        changed(): another query is chosen, or more is known of it.
    """

    changed = Signal()

    def __init__(self, session: Session, parent: QWidget, *, is_for_selection: bool = False) -> None:
        """`is_for_selection` where the selected rows are meant even if that is one."""
        super().__init__(parent)
        self._session = session
        self._rows = session.runs.rows
        self._whole = self._rows.query and Query(self._rows.query.run, self._rows.query.least_probability)
        self._filtered = self._rows.query
        self._selected: Query | None = None
        self._error: StoreError | None = None  # why the selected ones could not be read
        self._number_of_all: int | None = None
        number = self._rows.selected
        self._group = QButtonGroup(self)
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)
        self._all = self._button()
        self._those = self._button() if self._rows.is_filtered else None
        self._these = self._button() if 0 < number < self._rows.model.rowCount() else None
        self._failure = note("", self)
        self._column.addWidget(self._failure)
        self._group.buttonToggled.connect(self.changed)
        self._rows.changed.connect(self._on_changed)
        self._count_all()
        self._on_changed()
        wanted = (self._these if number > 1 or is_for_selection else None, self._those, self._all)
        next((button for button in wanted if button and button.isEnabled()), self._all).setChecked(True)

    @property
    def least_probability(self) -> float:
        """Below it a row is "unknown"."""
        return self._whole.least_probability if self._whole else 0.0

    @property
    def query(self) -> Query | None:
        """What is chosen; None while that has to be read."""
        query = self._chosen(self._whole, self._filtered, self._selected)
        return query and replace(query, order=Order.FOLDER, descending=False)

    @property
    def number(self) -> int | None:
        """How many rows are chosen; None while nobody knows."""
        return self._chosen(*self._numbers())

    def take_keyboard(self) -> None:
        """Let the keyboard act on what is chosen."""
        (self._group.checkedButton() or self._all).setFocus()

    def _chosen(self, whole: _Each, those: _Each, these: _Each) -> _Each:
        button = self._group.checkedButton()
        return these if button is self._these else those if button is self._those else whole

    def _button(self) -> QRadioButton:
        button = QRadioButton(self)
        self._group.addButton(button)
        self._column.addWidget(button)
        return button

    def _numbers(self) -> tuple[int | None, int | None, int | None]:
        there = None if self._rows.is_loading else self._rows.model.rowCount()
        whole = self._number_of_all if self._those else there
        selected = self._selected.entries if self._selected else None
        return whole, there, None if selected is None else len(selected)

    def _count_all(self) -> None:
        """The table knows only how many rows the filters choose."""
        if self._those and self._whole:
            task = self._session.tasks.new(_counting(self._session.runs.store, self._whole))
            task.stepped.connect(self._on_counted)
            task.start()

    def _on_counted(self, number: int) -> None:
        self._number_of_all = number
        self._on_changed()

    def _on_changed(self) -> None:
        """Rows may be renumbered just while the selected ones are read; then they are read again."""
        if self._these and self._selected is None:
            self._rows.with_selection(self._on_selected, self._on_failed)
        self._tell()

    def _tell(self) -> None:
        whole, those, these = self._numbers()
        _say(self._all, self.tr("&All pictures"), whole)
        if self._those:
            _say(self._those, self.tr("Those that the fi&lters choose"), those)
        if self._these:
            _say(self._these, self.tr("The &selected ones"), these)
        self._failure.setText(self._failed_words())
        self._failure.setVisible(self._error is not None)
        self.changed.emit()

    def _failed_words(self) -> str:
        words = self.tr("The selected ones could not be read: %1")
        return words.replace("%1", wording.store_words(self._error)) if self._error else ""

    def _on_selected(self, query: Query) -> None:
        if isValid(self) and self._selected is None:  # a dialog may be closed before this comes
            self._selected, self._error = query, None
            self._tell()

    def _on_failed(self, error: StoreError) -> None:
        if isValid(self) and self._selected is None:
            self._error = error
            self._tell()


def _say(button: QRadioButton, words: str, number: int | None) -> None:
    button.setText(words if number is None else f"{words} ({wording.count(number)})")
    button.setEnabled(number != 0)


def _counting(store: Path, query: Query) -> Callable[[Callable[[], bool]], Iterator[int]]:
    """In a task: how many rows a query chooses; nothing where that cannot be read, since whoever reads on will hear."""

    def steps(is_over: Callable[[], bool]) -> Iterator[int]:
        try:
            with View(store, is_over) as view:
                counts = view.counts(query, is_over)
        except StoreError:
            return
        if counts:
            yield counts.rows

    return steps
